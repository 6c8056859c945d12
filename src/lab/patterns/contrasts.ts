// Patterns answered by runs made for them: pairs with and without a cause, quantities of history that no outcome reports, and
// what the draws say of a parameter.
import type { Parameter } from '../../evidence/parameters.ts'
import type { Cells } from '../cells.ts'
import { type DrawList, drawValues, givenAt } from '../draws.ts'
import type { Choice } from '../scenario/types.ts'
import { HISTORY, runName } from './causes.ts'
import { measuredPair } from './pairs.ts'
import { answersOf, judged, type PatternResult } from './patterns.ts'
import type { Pattern } from './schema.ts'
import type { Measured } from './statistics.ts'

/** Values of a run by its name, in one draw. */
export type RunsOfDraw = (run: string) => ArrayLike<number> | undefined

/** Results of patterns that history or pairs of runs answer; `draws` in the order of the list. */
export function contrasted(patterns: readonly Pattern[], cells: Cells, draws: readonly RunsOfDraw[]): PatternResult[] {
  return patterns.map((pattern) =>
    judged(
      pattern,
      draws.map((runs) => answersOfDraw(pattern, cells, runs)),
    ),
  )
}

function answersOfDraw(pattern: Pattern, cells: Cells, runs: RunsOfDraw): Measured[] | undefined {
  const history = runs(HISTORY)
  if (history === undefined) return undefined
  if (pattern.counterfactual === undefined) return answersOf(pattern, cells, history)
  const named = (run: string) => (run === HISTORY ? history : runs(runName(pattern, run)))
  const all = pattern.counterfactual.tests.map((test) => {
    const run = named(test.run)
    const against = named(test.against ?? HISTORY)
    return run && against && measuredPair(test, cells, run, against)
  })
  return all.every((answer) => answer !== undefined) ? all : undefined
}

/** Results of patterns whose response a parameter states. Throws RangeError for a parameter that no draw has. */
export function stated(
  patterns: readonly Pattern[],
  draws: DrawList,
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
): PatternResult[] {
  const asked = patterns.flatMap((pattern) => (pattern.values ? [{ pattern, values: pattern.values }] : []))
  const all = draws.indices.map((draw, place) =>
    drawValues(draw, draws.seed, parameters, switches, {}, givenAt(draws, place)),
  )
  return asked.map(({ pattern, values }) =>
    judged(
      pattern,
      all.map((drawn) =>
        values.map(({ parameter, over, band }) => ({
          value: valueIn(drawn, parameter) / (over === undefined ? 1 : valueIn(drawn, over)),
          band,
        })),
      ),
    ),
  )
}

function valueIn(drawn: Readonly<Record<string, number>>, name: string): number {
  const value = drawn[name]
  if (value === undefined) throw new RangeError(`there is no parameter ${name}`)
  return value
}
