// Counterfactual patterns made into runs: history with a cause, each run going on from history in the January of the parting.
import { stringify } from 'yaml'
import { parseMonth } from '../../engine/clock.ts'
import type { Problem } from '../../evidence/problem.ts'
import type { Selection } from '../cells.ts'
import { type Library, resolve } from '../scenario/library.ts'
import { readScenario } from '../scenario/read.ts'
import { FIRST, type Vocabulary } from '../scenario/types.ts'
import type { Change, Variant, WorldChange } from '../structure/variant.ts'
import type { Cause } from './counterfactual.ts'
import { quantityNames } from './quantities.ts'
import { outcomesOf, type Pattern, yearsOf } from './schema.ts'

export const HISTORY = 'history'
/** The run of a pattern, as it is called among the variants. */
export const runName = ({ id }: Pattern, run: string): string => `${id}: ${run}`

const monthOf = (year: number): number => (year - FIRST) * 12

/**
 * History and every run that the patterns describe. `change` lies under all of them. Problems name the pattern: a lever or an
 * option that no scenario could name either.
 */
export function variantsOf(
  patterns: readonly Pattern[],
  scenarios: Library,
  vocabulary: Vocabulary,
  change: Change = {},
): { variants: Variant[]; problems: Problem[] } {
  const problems: Problem[] = []
  const pairs = patterns.flatMap((pattern) => (pattern.counterfactual ? [{ pattern, of: pattern.counterfactual }] : []))
  const years = [...pairs.map(({ of }) => of.until), ...patterns.flatMap(({ tests }) => tests.flatMap(yearsOf))]
  const history: Variant = {
    id: HISTORY,
    scenario: resolve(HISTORY, scenarios, vocabulary),
    change,
    months: monthOf(Math.max(FIRST, ...years) + 1),
  }
  const branches = pairs.flatMap(({ pattern, of }) =>
    Object.entries(of.runs).map(([run, cause]): Variant => {
      const name = runName(pattern, run)
      const text = stringify({
        title: { en: name, es: name },
        from: HISTORY,
        levers: cause.levers ?? {},
        model: cause.model ?? {},
      })
      const read = readScenario(text, `${name}.yaml`, vocabulary)
      problems.push(
        ...read.problems.map(({ line: _, ...problem }) => ({
          ...problem,
          file: 'checks',
          field: `${name}: ${problem.field}`,
        })),
      )
      const scenario = read.scenario
        ? resolve(read.scenario.name, new Map([...scenarios, [read.scenario.name, read.scenario]]), vocabulary)
        : history.scenario
      const months = monthOf(of.until + 1)
      // what is fixed from the first month on has no history to part from
      const whole = cause.model !== undefined
      return {
        id: name,
        scenario,
        change: over(change, changeOf(cause, monthOf(of.from))),
        months,
        ...(whole ? {} : { trunk: { id: HISTORY, from: monthOf(of.from) } }),
      }
    }),
  )
  return { variants: [history, ...branches], problems }
}

function changeOf({ world = {}, parameters }: Cause, parting: number): Change {
  return {
    parameters,
    world: Object.entries(world).map(
      ([field, { times = 1, add = 0, start, end }]): WorldChange => ({
        field,
        times,
        add,
        from: Math.max(parting, start === undefined ? 0 : (parseMonth(start) ?? 0)),
        to: end === undefined ? Number.POSITIVE_INFINITY : (parseMonth(end) ?? 0),
      }),
    ),
  }
}

/** Both changes; where they name the same parameter, what `over` says holds. */
export const over = (under: Change, upper: Change): Change => ({
  ...under,
  ...upper,
  parameters: { ...under.parameters, ...upper.parameters },
  world: [...(under.world ?? []), ...(upper.world ?? [])],
  without: [...(under.without ?? []), ...(upper.without ?? [])],
})

/** What these patterns need of a run. Months of the few outcomes that some test reads by month. */
export function selectionFor(patterns: readonly Pattern[], until: number): Selection {
  const outcomes = [...new Set(patterns.flatMap(outcomesOf))]
  const monthly = patterns.flatMap(({ tests, counterfactual: pairs }) => [
    ...tests.flatMap((test) => (test.statistic === 'trough' || test.statistic === 'lowest' ? [test.outcome] : [])),
    ...(pairs?.tests ?? []).flatMap((test) => (test.statistic === 'relative_months' ? [test.outcome] : [])),
  ])
  const finer = patterns.flatMap(({ tests }) =>
    tests.flatMap((test) => (test.statistic === 'districts_above' || test.statistic === 'top_share' ? [test] : [])),
  )
  return {
    outcomes: outcomes.length > 0 ? outcomes : [quantityNames[0] as string],
    years: [FIRST, until],
    districts: [...new Set(finer.map(({ outcome }) => outcome))],
    districtYears: [...new Set(finer.map(({ year }) => year))],
    monthly: [...new Set(monthly)],
  }
}
