// Members gathered in job order, and what they say together: quantiles by outcome, year and place.

import { showMonth } from '../engine/clock.ts'
import { sha256Hex } from '../engine/hash.ts'
import { mean, quantile } from '../engine/quantiles.ts'
import { type Cells, cellsFor, type Line } from './cells.ts'
import type { Manifest } from './manifest.ts'
import type { JobResult, Plan } from './member.ts'
import type { Frame, LabModel } from './model.ts'
import type { MonthlyRow, OutcomeRow, Quantiles, RunResult, Scope } from './results.ts'

export interface Collector {
  readonly plan: Plan
  readonly cells: Cells
  /** Draws gathered so far. */
  readonly count: number
  /** Takes the next result. Throws RangeError when it is not the next in job order or has another layout. */
  add(result: JobResult): void
  /** Values of one cell by draw, in job order; the array is reused by the next call with the same `into`. */
  values(scenario: number, cell: number, into?: Float64Array): Float64Array
  /** SHA-256 of all values, scenario by scenario within draw by draw. */
  hash(): string
}

export function collectorFor(plan: Plan, model: Pick<LabModel, 'outcomes' | 'measures'>, frame: Frame): Collector {
  const cells = cellsFor(plan.selection, model, frame)
  const members: (readonly Float64Array[])[] = []
  return {
    plan,
    cells,
    get count() {
      return members.length
    },
    add(result) {
      if (result.index !== members.length)
        throw new RangeError(`result ${result.index} came where ${members.length} was due`)
      if (
        result.members.length !== plan.scenarios.length ||
        result.members.some(({ length }) => length !== cells.length)
      ) {
        throw new RangeError(`result ${result.index} has another layout than the plan`)
      }
      members.push(result.members)
    },
    values(scenario, cell, into = new Float64Array(members.length)) {
      for (let k = 0; k < members.length; k++) into[k] = members[k]?.[scenario]?.[cell] as number
      return into
    },
    hash: () =>
      sha256Hex(
        ...members.flatMap((values) => values.map((v) => new Uint8Array(v.buffer, v.byteOffset, v.byteLength))),
      ),
  }
}

/** Five quantiles (type 7) and the mean over the draws. */
export function summarise(values: Float64Array): Quantiles {
  const sorted = values.slice().sort()
  const at = (q: number) => quantile(sorted, q)
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), mean: mean(values) }
}

/** Lines that a table under this scope shows, yearly ones only. */
export const shownLines = ({ lines }: Cells, scope: Scope): Line[] =>
  lines.filter((line) => !line.monthly && line.shownIn.includes(scope))

/** Rows of one scenario of the plan, line by line and year by year. */
export function outcomeRows(collector: Collector, scenario: number, scope: Scope): OutcomeRow[] {
  return shownLines(collector.cells, scope).flatMap((line) =>
    line.times.map((year, k) => ({ ...nameOf(line), year, ...summarise(collector.values(scenario, line.offset + k)) })),
  )
}

export const nameOf = ({ outcome, unit, place, scope }: Line) => ({ outcome, unit, place, scope })

export function monthlyRows(collector: Collector, scenario: number): MonthlyRow[] {
  const lines = collector.cells.lines.filter((line) => line.monthly)
  return lines.flatMap((line) =>
    line.times.map((month, k) => ({
      ...nameOf(line),
      month: showMonth(month),
      ...summarise(collector.values(scenario, line.offset + k)),
    })),
  )
}

/** What `run` answers: the first scenario of the plan. */
export function runResult(collector: Collector, manifest: Manifest, scope: Scope = 'default'): RunResult {
  const scenario = collector.plan.scenarios[0]
  if (scenario === undefined) throw new RangeError('the plan has no scenario')
  return {
    manifest,
    scenario: scenario.card,
    outcomes: outcomeRows(collector, 0, scope),
    monthly: monthlyRows(collector, 0),
  }
}
