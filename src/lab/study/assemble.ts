// From the numbers of finished runs to the table of a study, and to what packages do to districts and household groups.
import { mean } from '../../engine/quantiles.ts'
import { differenceOf } from '../compare.ts'
import { GROUPS } from '../groups/groups.ts'
import { tooFew } from '../groups/rows.ts'
import type { LabModel } from '../model.ts'
import type { Difference } from '../results.ts'
import { type InputColumn, uncertaintiesOf } from './inputs.ts'
import { betterOf, type StudyLayout, wordsOf } from './layout.ts'
import type { StudyPlan } from './run.ts'
import type { Study, StudyOutcome, StudyPolicy } from './table.ts'

/** Numbers of finished runs, wherever they are kept. */
export interface Numbers {
  /** Numbers from `from` on of the layout, of one future under one package. */
  take(future: number, policy: number, from: number, into: Float64Array): void
  /** The uncertain of one future, column by column; NaN where not even the past could be run. */
  inputs(future: number): Float64Array
}

/** What one package does to one place or group: over the futures that no package made fail. */
export interface Effect {
  readonly mean: number
  readonly difference: Difference & { readonly mean: number }
  /** Share of futures in which people are better off than under the reference; absent where it is open what is better. */
  readonly better?: number
}

export interface DistrictRow extends Effect {
  readonly policy: string
  readonly district: string
  readonly outcome: string
  readonly unit: string
  readonly how: StudyOutcome['how']
  readonly from: number
  readonly to: number
}

export interface GroupFigures extends Effect {
  readonly policy: string
  readonly group: string
  readonly measure: string
  readonly unit: string
  readonly how: StudyOutcome['how']
  readonly from: number
  readonly to: number
  /** Too few simulated households: not to be shown. */
  readonly suppressed: boolean
}

/** Bytes of numbers that are looked at together. */
const ROOM = 8 << 20

export const policiesOf = ({ policies }: Pick<StudyPlan, 'policies'>): StudyPolicy[] =>
  policies.map(({ card: { name, title, hash } }) => ({ name, title, hash }))

export function studyOf(
  plan: StudyPlan,
  layout: StudyLayout,
  columns: readonly InputColumn[],
  numbers: Numbers,
  model: Pick<LabModel, 'outcomes'>,
): Study {
  const futures = plan.futures.length
  const packages = plan.policies.length
  const { from, to } = plan.years
  const outcomes = layout.outcomes.map(({ line, how }): StudyOutcome => {
    const { outcome: name, unit } = line
    const values = new Float64Array(packages * futures)
    return { name, unit, ...wordsOf(model, name), how, from, to, better: betterOf(name), values }
  })
  const failed = new Uint8Array(futures)
  const run = new Float64Array(layout.length)
  for (let f = 0; f < futures; f++)
    for (let k = 0; k < packages; k++) {
      numbers.take(f, k, 0, run)
      outcomes.forEach(({ values }, o) => {
        values[k * futures + f] = run[o] as number
      })
      if (!Number.isFinite(run[0])) failed[f] = 1
    }
  const inputs = plan.futures.map(({ index }) => numbers.inputs(index))
  const uncertainties = uncertaintiesOf(columns, futures, (c, f) => inputs[f]?.[c] as number)
  const draws = Int32Array.from(plan.futures, ({ draw }) => draw)
  return { futures, policies: policiesOf(plan), uncertainties, outcomes, failed, draws }
}

/** Effects column by column, a part of the columns at a time: memory does not grow with places. */
function* effectsOf(
  plan: StudyPlan,
  numbers: Numbers,
  failed: Uint8Array,
  columns: { readonly from: number; readonly count: number },
): Generator<{ readonly column: number; readonly values: (policy: number) => Float64Array }> {
  const packages = plan.policies.length
  const known = plan.futures.flatMap(({ index }) => (failed[index] === 1 ? [] : [index]))
  const width = Math.max(1, Math.floor(ROOM / (8 * packages * Math.max(known.length, 1))))
  for (let first = 0; first < columns.count; first += width) {
    const some = Math.min(width, columns.count - first)
    const block = new Float64Array(packages * known.length * some)
    for (let k = 0; k < packages; k++)
      known.forEach((future, f) => {
        const at = (k * known.length + f) * some
        numbers.take(future, k, columns.from + first, block.subarray(at, at + some))
      })
    for (let c = 0; c < some; c++)
      yield {
        column: first + c,
        values: (k) =>
          Float64Array.from({ length: known.length }, (_, f) => block[(k * known.length + f) * some + c] as number),
      }
  }
}

function effect(mine: Float64Array, base: Float64Array, direction: StudyOutcome['better']): Effect {
  const difference = differenceOf(mine, base)
  const { above, below } = difference
  return {
    mean: mean(mine),
    difference: { mean: mean(mine.map((value, k) => value - (base[k] as number))), ...difference },
    ...(direction === 'open' ? {} : { better: direction === 'more' ? above : below }),
  }
}

/** Rows of all packages, the reference first, district by district. */
export function districtRows(
  plan: StudyPlan,
  layout: StudyLayout,
  numbers: Numbers,
  failed: Uint8Array,
): DistrictRow[] {
  const rows: DistrictRow[] = []
  const { from, to } = plan.years
  const place = { from: layout.outcomes.length, count: layout.districts.length }
  for (const { column, values } of effectsOf(plan, numbers, failed, place)) {
    const found = layout.districts[column]
    if (found === undefined) break
    const { line, how } = found
    const { outcome, unit, place: district } = line
    const base = values(0)
    plan.policies.forEach(({ card }, k) => {
      if (base.length === 0) return
      const what = effect(k === 0 ? base : values(k), base, betterOf(outcome))
      rows.push({ policy: card.name, district, outcome, unit, how, from, to, ...what })
    })
  }
  return rows
}

/** The same by household group; futures in which a group has nobody left are left out of its figures. */
export function groupFigures(
  plan: StudyPlan,
  layout: StudyLayout,
  numbers: Numbers,
  failed: Uint8Array,
): GroupFigures[] {
  const rows: GroupFigures[] = []
  const suppressed = new Map<string, boolean>()
  const place = { from: layout.outcomes.length + layout.districts.length, count: layout.groups.length }
  for (const { column, values } of effectsOf(plan, numbers, failed, place)) {
    const found = layout.groups[column]
    if (found === undefined) break
    const { group, measure, how } = found
    const base = values(0)
    if (measure.name === 'slots') {
      suppressed.set(group, base.length === 0 || tooFew(base))
      continue
    }
    plan.policies.forEach(({ card }, k) => {
      const mine = k === 0 ? base : values(k)
      const known = [...mine.keys()].filter((f) => Number.isFinite(mine[f]) && Number.isFinite(base[f]))
      if (known.length === 0) return
      const taken = (of: Float64Array) => Float64Array.from(known, (f) => of[f] as number)
      const what = effect(taken(mine), taken(base), measure.better)
      const { name, unit } = measure
      rows.push({ policy: card.name, group, measure: name, unit, how, ...plan.years, suppressed: false, ...what })
    })
  }
  const order = new Map<string, number>(GROUPS.map(({ id }, k) => [id, k]))
  return rows
    .map((row) => ({ ...row, suppressed: suppressed.get(row.group) ?? true }))
    .sort((a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0))
}
