// Members gathered in job order, and what they say together: quantiles by outcome, year and place.

import { showMonth } from '../engine/clock.ts'
import { type Hash, sha256 } from '../engine/hash.ts'
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

/** Where the values of gathered members are kept. */
export interface Shelf {
  /** The next member, in job order. */
  put(result: JobResult): void
  /** Values of one cell in the first members, as many as `into` has room for. */
  take(scenario: number, cell: number, into: Float64Array): void
}

/** In memory: for as many members as fit there. */
export function memoryShelf(): Shelf {
  const members: (readonly Float64Array[])[] = []
  return {
    put: (result) => void members.push(result.members),
    take(scenario, cell, into) {
      for (let k = 0; k < into.length; k++) into[k] = members[k]?.[scenario]?.[cell] as number
    },
  }
}

/** `hash`: SHA-256, by a faster program where there is one. */
export function collectorFor(
  plan: Plan,
  model: Pick<LabModel, 'outcomes' | 'measures'>,
  frame: Frame,
  shelf = memoryShelf(),
  hash: Hash = sha256(),
): Collector {
  const cells = cellsFor(plan.selection, model, frame)
  let count = 0
  return {
    plan,
    cells,
    get count() {
      return count
    },
    add(result) {
      if (result.index !== count) throw new RangeError(`result ${result.index} came where ${count} was due`)
      if (
        result.members.length !== plan.scenarios.length ||
        result.members.some(({ length }) => length !== cells.length)
      ) {
        throw new RangeError(`result ${result.index} has another layout than the plan`)
      }
      for (const { buffer, byteOffset, byteLength } of result.members)
        hash.add(new Uint8Array(buffer, byteOffset, byteLength))
      shelf.put(result)
      count += 1
    },
    values(scenario, cell, into = new Float64Array(count)) {
      shelf.take(scenario, cell, into)
      return into
    },
    hash: hash.hex,
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
