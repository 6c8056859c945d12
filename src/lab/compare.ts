// Scenario against reference, draw by draw: the same uncertain world under two policies.
import { mean, quantile } from '../engine/quantiles.ts'
import type { Line } from './cells.ts'
import { type Collector, monthlyRows, nameOf, outcomeRows, shownLines, summarise } from './ensemble.ts'
import type { Manifest } from './manifest.ts'
import type { ChangedRunResult, CompareResult, CompareRow, Difference, PeriodRow, Scope } from './results.ts'
import type { Resolved } from './scenario/types.ts'

/** A reference smaller than this, in any unit, is none: nothing can be said relative to it. */
const NOTHING = 1e-9

/** Paired differences of two sets of draws in the same order. */
export function differenceOf(scenario: Float64Array, reference: Float64Array): Difference {
  const n = scenario.length
  const differences = new Float64Array(n)
  const relative = new Float64Array(n)
  let above = 0
  let below = 0
  for (let k = 0; k < n; k++) {
    const base = reference[k] as number
    const difference = (scenario[k] as number) - base
    differences[k] = difference
    relative[k] = Math.abs(base) < NOTHING ? 0 : difference / Math.abs(base)
    if (difference > 0) above++
    if (difference < 0) below++
  }
  differences.sort()
  relative.sort()
  const at = (q: number) => quantile(differences, q)
  return {
    p05: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    above: above / n,
    below: below / n,
    level: quantile(relative, 0.5),
  }
}

/**
 * How sure the sign of a difference is, for words: the larger share of draws on one side. `none` when every draw gives exactly
 * zero.
 */
export function sureness({ above, below }: Difference): 'none' | 'open' | 'likely' | 'very likely' | 'sure' {
  if (above === 0 && below === 0) return 'none'
  const side = Math.max(above, below)
  return side >= 0.99 ? 'sure' : side >= 0.9 ? 'very likely' : side >= 0.75 ? 'likely' : 'open'
}

/** Rows of every scenario of the plan with their difference to the first; the reference's own differences are zero. */
export const compareRows = (collector: Collector, scope: Scope): CompareRow[] =>
  collector.plan.scenarios.flatMap((_, s) => scenarioRows(collector, s, scope))

function scenarioRows(collector: Collector, s: number, scope: Scope): CompareRow[] {
  const places = shownLines(collector.cells, scope).flatMap((line) => line.times.map((_, k) => line.offset + k))
  const { card } = collector.plan.scenarios[s] as Resolved
  const within = withinOf(collector, s)
  return outcomeRows(collector, s, scope).map((row, k) => {
    const cell = places[k] as number
    const mine = collector.values(s, cell)
    return {
      scenario: card.name,
      ...row,
      difference: differenceOf(mine, collector.values(0, cell)),
      ...(within === undefined ? {} : { within: differenceOf(mine, collector.values(within, cell)) }),
    }
  })
}

/** The reference under the changed rules, for scenarios that run under them, where there is more than one of those. */
function withinOf({ plan }: Collector, scenario: number): number | undefined {
  const changed = plan.scenarios.findIndex(({ rules }) => rules !== undefined)
  const alone = plan.scenarios.filter(({ rules }) => rules !== undefined).length < 2
  return plan.scenarios[scenario]?.rules === undefined || alone ? undefined : changed
}

/**
 * The table a reader sees first: every outcome of the valley over the years from `from` to `to` (the reference's span, as far
 * as it was run): the last year for what is counted at the end of a year, the mean year otherwise, and the sum for costs.
 */
export function periodRows(collector: Collector, scope: Scope): PeriodRow[] {
  const { plan, cells } = collector
  const span = plan.scenarios[0]?.card.span ?? { from: plan.selection.years[0], to: plan.selection.years[1] }
  const from = Math.max(span.from, plan.selection.years[0])
  const to = Math.min(span.to, plan.selection.years[1])
  const lines = shownLines(cells, scope).filter(({ place }) => place === 'VRAEM' || place === 'outside')
  return plan.scenarios.flatMap(({ card }, s) => {
    const within = withinOf(collector, s)
    return lines.flatMap((line) =>
      waysOf(line).map((how) => {
        const mine = overYears(collector, s, line, from, to, how)
        const base = overYears(collector, 0, line, from, to, how)
        const unit = how === 'sum' ? line.unit.replace(/\/yr$/, '') : line.unit
        return {
          scenario: card.name,
          ...nameOf(line),
          unit,
          from,
          to,
          how,
          ...summarise(mine),
          difference: differenceOf(mine, base),
          ...(within === undefined
            ? {}
            : { within: differenceOf(mine, overYears(collector, within, line, from, to, how)) }),
        }
      }),
    )
  })
}

/** How the years of a line are put together; the first is the one that tables show. */
export const waysOf = (line: Line): PeriodRow['how'][] =>
  line.outcome === 'public_cost' ? ['mean', 'sum'] : line.year === 'december' ? ['last'] : ['mean']

/** Values by draw of one line over years. */
export function overYears(
  collector: Collector,
  scenario: number,
  line: Line,
  from: number,
  to: number,
  how: PeriodRow['how'],
): Float64Array {
  const cells = line.times.flatMap((year, k) =>
    (how === 'last' ? year === to : year >= from && year <= to) ? [line.offset + k] : [],
  )
  const columns = cells.map((cell) => collector.values(scenario, cell))
  return Float64Array.from({ length: collector.count }, (_, draw) => {
    const values = columns.map((column) => column[draw] as number)
    return how === 'mean' ? mean(values) : values.reduce((sum, value) => sum + value, 0)
  })
}

/** What `compare` answers. */
export function compareResult(collector: Collector, manifest: Manifest, scope: Scope = 'default'): CompareResult {
  const cards = collector.plan.scenarios.map(({ card }) => card)
  return {
    manifest,
    reference: cards[0]?.name ?? '',
    scenarios: cards,
    outcomes: compareRows(collector, scope),
    periods: periodRows(collector, scope),
  }
}

/** What `run --model` answers: the plan's second scenario is the first one under changed rules. */
export function changedRunResult(collector: Collector, manifest: Manifest, scope: Scope = 'default'): ChangedRunResult {
  const compared = compareResult(collector, manifest, scope)
  const scenario = compared.scenarios[1]
  if (scenario === undefined) throw new RangeError('the plan has no scenario under changed rules')
  return { ...compared, scenario, outcomes: scenarioRows(collector, 1, scope), monthly: monthlyRows(collector, 1) }
}
