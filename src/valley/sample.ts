import { type HouseholdColumns, pickColumns } from './columns.ts'
import type { Whole } from './households.ts'
import { calibrate } from './raking.ts'
import { KINDS, strataOf, VACANT } from './strata.ts'
import { typical } from './typical.ts'

/** Sums kept by district, beside the number of households of each kind. */
const KEPT = [
  ['adults'],
  ['children'],
  ['land'],
  ['cocaYoung'],
  ['cocaBearing'],
  ['cacaoYoung', 'cacaoBearing'],
  ['coffeeYoung', 'coffeeBearing'],
  ['food'],
] as const
/** Households per condition below which weights alone are not trusted to meet them. */
const PER_CONDITION = 2

export interface Sample {
  /** Places of the chosen households in the whole, ascending: their ids. */
  readonly chosen: Int32Array
  readonly columns: HouseholdColumns
}

/**
 * Every n-th household, district by district and kind by kind (at least one of each kind), taken at even steps from lists in
 * which like stands by like. Weights start at the number a household stands for and are calibrated, so that by district the
 * households of each kind, adults, children, land and the areas of the crops equal those of the whole. Where a district's
 * sample is too thin for that, its households keep equal weights within a kind and are made typical of the kind instead.
 * Pauses after each district.
 */
export function* sampleOf(whole: Whole, n: number): Generator<void, Sample> {
  const kinds: Int32Array[][] = []
  const taken = new Uint8Array(whole.cohort.length)
  for (let d = 0; d < whole.starts.length - 1; d++) {
    const members = strataOf(whole, d)
    kinds.push(members)
    for (const list of members) takeEveryNth(list, n, taken)
    yield
  }
  const place = new Int32Array(taken.length)
  let size = 0
  for (let k = 0; k < taken.length; k++) if (taken[k] === 1) place[k] = size++
  const chosen = new Int32Array(size)
  for (let k = 0; k < taken.length; k++) if (taken[k] === 1) chosen[place[k] as number] = k
  const columns = pickColumns(whole.columns, chosen)
  for (const members of kinds) {
    yield
    const slots = members.map((list) => list.filter((k) => taken[k] === 1).map((k) => place[k] as number))
    for (let kind = 0; kind < KINDS; kind++) {
      const share = (members[kind] as Int32Array).length / (slots[kind] as Int32Array).length
      for (const at of slots[kind] as Int32Array) columns.weight[at] = share
    }
    if (reweigh(whole, columns, members, slots)) continue
    members.forEach((list, kind) => {
      typical(whole.columns, columns, list, slots[kind] as Int32Array)
    })
  }
  return { chosen, columns }
}

function takeEveryNth(members: Int32Array, n: number, taken: Uint8Array): void {
  const count = members.length === 0 ? 0 : Math.max(1, Math.round(members.length / n))
  for (let j = 0; j < count; j++) taken[members[Math.floor(((j + 0.5) * members.length) / count)] as number] = 1
}

/** Sets calibrated weights for a district; false, with nothing changed, where there are none. */
function reweigh(
  whole: Whole,
  columns: HouseholdColumns,
  kinds: readonly Int32Array[],
  slots: readonly Int32Array[],
): boolean {
  const conditions: Float64Array[] = []
  const totals: number[] = []
  const present = slots.slice(0, VACANT)
  const at = Int32Array.from(present.flatMap((list) => [...list]))
  let done = 0
  present.forEach((list, kind) => {
    if (list.length === 0) return
    conditions.push(new Float64Array(at.length).fill(1, done, done + list.length))
    totals.push((kinds[kind] as Int32Array).length)
    done += list.length
  })
  for (const names of KEPT) {
    const values = new Float64Array(at.length)
    let total = 0
    for (const name of names) {
      const [from, to] = [whole.columns[name], columns[name]]
      for (const members of kinds)
        for (let j = 0; j < members.length; j++) total += from[members[j] as number] as number
      for (let k = 0; k < at.length; k++) values[k] = (values[k] as number) + (to[at[k] as number] as number)
    }
    if (total === 0) continue
    conditions.push(values)
    totals.push(total)
  }
  if (at.length < PER_CONDITION * conditions.length) return false
  const start = new Float64Array(at.length)
  for (let k = 0; k < at.length; k++) start[k] = columns.weight[at[k] as number] as number
  const weights = calibrate(start, conditions, totals)
  if (weights === undefined) return false
  for (let k = 0; k < at.length; k++) columns.weight[at[k] as number] = weights[k] as number
  return true
}
