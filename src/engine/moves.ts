// Households that change their district: a stable re-sort by (district, review cohort, id). A household takes its columns and
// the id that keys its draws along, so its luck is its own wherever it lives, and the order of slots tells nothing of the past.
import { COHORTS, fours, type Placement } from './blocks.ts'

type Column = Float32Array | Uint8ClampedArray | Int32Array

export interface Movable {
  /** `starts` and `ends` are views of the state: a move rewrites them. Those of whole districts stay. */
  readonly groups: Pick<Placement, 'districts' | 'starts' | 'ends'>
  readonly id: Int32Array
  /** All stored columns with what makes a padding slot count for nothing. */
  readonly columns: readonly { readonly values: Column; readonly vacant: number | undefined }[]
  /** One of them: 0 for who stays, else one more than the row of the district to move to. */
  readonly goes: Float32Array | Uint8ClampedArray
}

interface Mover {
  readonly slot: number
  readonly id: number
  readonly from: number
  readonly cohort: number
  readonly to: number
}

/** Moves whoever is to move and finds room. True when somebody moved; only districts that lose or gain are touched. */
export function move(world: Movable): boolean {
  const { goes, groups } = world
  if (!anybody(goes)) return false
  const movers = withRoom(groups, wishes(world))
  goes.fill(0)
  const touched = new Set(movers.flatMap(({ from, to }) => [from, to]))
  const ranges = [...touched].map((d) => sortedDistrict(world, d, movers))
  for (const { values, vacant } of world.columns) rewrite(values, ranges, vacant ?? COPY)
  rewrite(world.id, ranges, -1)
  return movers.length > 0
}

/** As `some` answers, without a call for each household. */
function anybody(goes: Movable['goes']): boolean {
  for (let slot = 0; slot < goes.length; slot++) if (goes[slot] !== 0) return true
  return false
}

/** In the order of ids. A wish to move to the own district, or to one that does not exist, is none. */
function wishes({ goes, groups, id }: Movable): Mover[] {
  const movers: Mover[] = []
  groups.ends.forEach((end, group) => {
    const from = Math.floor(group / COHORTS)
    for (let slot = groups.starts[group] as number; slot < end; slot++) {
      const to = (goes[slot] as number) - 1
      if ((id[slot] as number) < 0 || to === from || !(to >= 0 && to < groups.districts) || !Number.isInteger(to))
        continue
      movers.push({ slot, id: id[slot] as number, from, cohort: group % COHORTS, to })
    }
  })
  return movers.sort((a, b) => a.id - b.id)
}

/** Those who fit beside all who live there, whether these leave or not: nobody's room depends on who else is refused. */
function withRoom({ starts, ends }: Movable['groups'], movers: readonly Mover[]): Mover[] {
  const taken = new Map<number, { used: number; more: number[] }>()
  return movers.filter(({ to, cohort }) => {
    const first = starts[to * COHORTS] as number
    const last = ends[to * COHORTS + COHORTS - 1] as number
    const here = taken.get(to) ?? { used: last - first, more: new Array<number>(COHORTS).fill(0) }
    taken.set(to, here)
    const more = here.more[cohort] as number
    // padding that is there already is not counted on
    const used = here.used + fours(more + 1) - fours(more)
    if (used > (starts[(to + 1) * COHORTS] as number) - first) return false
    here.used = used
    here.more[cohort] = more + 1
    return true
  })
}

/** New contents of the slots of a district: where each comes from, or what it is instead. */
interface Range {
  readonly first: number
  readonly source: Int32Array
  /** 1 for padding, which copies a household. */
  readonly padding: Uint8Array
}
const EMPTY = -1
const COPY = undefined

function sortedDistrict({ groups: { starts, ends }, id }: Movable, d: number, movers: readonly Mover[]): Range {
  const first = starts[d * COHORTS] as number
  const source = new Int32Array((starts[(d + 1) * COHORTS] as number) - first).fill(EMPTY)
  const padding = new Uint8Array(source.length)
  const gone = new Set(movers.flatMap(({ from, slot }) => (from === d ? [slot] : [])))
  let at = 0
  for (let cohort = 0; cohort < COHORTS; cohort++) {
    const group = d * COHORTS + cohort
    const own: number[] = []
    for (let slot = starts[group] as number; slot < (ends[group] as number); slot++)
      if ((id[slot] as number) >= 0 && !gone.has(slot)) own.push(slot)
    const come = movers.filter((one) => one.to === d && one.cohort === cohort).map(({ slot }) => slot)
    const slots = [...own, ...come].sort((a, b) => (id[a] as number) - (id[b] as number))
    starts[group] = first + at
    slots.forEach((slot, k) => {
      source[at + k] = slot
    })
    for (let k = slots.length; k < fours(slots.length); k++) {
      source[at + k] = slots.at(-1) as number
      padding[at + k] = 1
    }
    at += fours(slots.length)
    ends[group] = first + at
  }
  return { first, source, padding }
}

/** All values are read before one is written: households change places with each other. */
function rewrite(column: Column, ranges: readonly Range[], vacant: number | undefined): void {
  const emptied = column instanceof Int32Array ? -1 : 0
  const contents = ranges.map(({ source, padding }) =>
    Float64Array.from(source, (slot, k) =>
      slot === EMPTY ? emptied : padding[k] === 1 && vacant !== undefined ? vacant : (column[slot] as number),
    ),
  )
  ranges.forEach(({ first }, k) => {
    column.set(contents[k] as Float64Array, first)
  })
}
