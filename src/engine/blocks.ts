// From households in any order to slots: sorted by district, within it by review cohort, within that by id. A cohort is
// padded to a multiple of four, because kernels work on four households at a time.
import { STEP_ENTITIES } from './draws.ts'
import { type Fault, refuse } from './fault.ts'
import type { Moves, StateDeclarations } from './model.ts'

export const COHORTS = 12

/** Households in any order, one entry per household in every array. */
export interface Population {
  /** Every stored column of the declarations. */
  readonly columns: Readonly<Record<string, Float32Array | Uint8Array | Uint8ClampedArray>>
  /** Unique, 0 … 2^30 − 1: keys the draws. */
  readonly id: Int32Array
  /** Row of the district table. */
  readonly district: Uint16Array
  /** Month of the yearly review, 0 January … 11 December. */
  readonly cohort: Uint8Array
  /**
   * What makes a padding slot count for nothing, for example { weight: 0, here: 0 }. Its other columns copy a household of
   * its cohort, so that no rule meets a state there that no household has.
   */
  readonly vacant?: Readonly<Record<string, number>>
}

export interface Placement {
  readonly districts: number
  /** Slots, padding included. */
  readonly slots: number
  /** Household of the population in each slot; −1 for padding. */
  readonly householdOf: Int32Array
  /** Slot of each household of the population. */
  readonly slotOf: Int32Array
  /**
   * First slot of cohort c of district d at d · 12 + c; one more entry at the end. Multiples of four. A district begins where
   * the one before it ends, room for newcomers included.
   */
  readonly starts: Int32Array
  /** One past the last slot of each cohort, padding included; after that of cohort 11 comes the room for newcomers. */
  readonly ends: Int32Array
}

/** Ranges of slots, district by district: those of district d are from `starts[d]` to before `starts[d + 1]`. */
export interface Blocks {
  readonly starts: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
}

/** Checks the population against the declarations and gives every household its slot. Throws ModelError. */
export function place(state: StateDeclarations, population: Population, districts: number): Placement {
  refuse(faultsOf(state, population, districts))
  const { id, district, cohort } = population
  const n = id.length
  const group = (k: number) => (district[k] as number) * COHORTS + (cohort[k] as number)
  const sorted = Int32Array.from(id.keys()).sort((a, b) => group(a) - group(b) || (id[a] as number) - (id[b] as number))

  const sizes = new Int32Array(districts * COHORTS)
  for (let k = 0; k < n; k++) sizes[group(k)] = (sizes[group(k)] as number) + 1
  const starts = new Int32Array(districts * COHORTS + 1)
  const ends = new Int32Array(districts * COHORTS)
  let households = 0
  sizes.forEach((size, g) => {
    ends[g] = (starts[g] as number) + fours(size)
    households += size
    const last = g % COHORTS === COHORTS - 1
    starts[g + 1] = (ends[g] as number) + (last ? roomFor(households, state.moves) : 0)
    if (last) households = 0
  })

  const slots = starts.at(-1) as number
  const householdOf = new Int32Array(slots).fill(-1)
  const slotOf = new Int32Array(n)
  const next = starts.slice()
  for (const k of sorted) {
    const slot = next[group(k)] as number
    next[group(k)] = slot + 1
    householdOf[slot] = k
    slotOf[k] = slot
  }
  return { districts, slots, householdOf, slotOf, starts, ends }
}

/** The least multiple of four that holds so many households. */
export const fours = (households: number): number => Math.ceil(households / 4) * 4

/** Slots that a district keeps free for newcomers: the declared share, and one for each cohort. */
const roomFor = (households: number, moves: Moves | undefined): number =>
  moves ? fours(moves.spare * households) + COHORTS : 0

/** Writes a column of the population into its slots; padding gets `vacant`, or copies the slot before it. */
export function spread(
  placement: Placement,
  from: ArrayLike<number>,
  to: Float32Array | Uint8ClampedArray | Int32Array,
  vacant?: number,
): void {
  const { householdOf, starts, ends } = placement
  ends.forEach((end, group) => {
    for (let slot = starts[group] as number; slot < end; slot++) {
      const household = householdOf[slot] as number
      // a padding slot is never the first of its cohort
      to[slot] = household >= 0 ? (from[household] as number) : (vacant ?? (to[slot - 1] as number))
    }
  })
}

type Groups = Pick<Placement, 'districts' | 'starts' | 'ends'>

/** The slots of one cohort, or of all, in blocks of at most `size`. size: a multiple of four. */
export const blocksOf = (groups: Groups, size: number, cohort?: number): Blocks =>
  blocks(groups, size, [[cohort ?? 0, cohort ?? COHORTS - 1]])

/** The slots of all cohorts but one. */
export const blocksBeside = (groups: Groups, size: number, cohort: number): Blocks =>
  blocks(groups, size, [
    [0, cohort - 1],
    [cohort + 1, COHORTS - 1],
  ])

/** spans: first and last cohort of each stretch of slots. */
function blocks(
  { districts, starts, ends }: Groups,
  size: number,
  spans: readonly (readonly [number, number])[],
): Blocks {
  const first = new Int32Array(districts + 1)
  const low: number[] = []
  const high: number[] = []
  for (let d = 0; d < districts; d++) {
    for (const [from, to] of spans) {
      if (to < from) continue
      const end = ends[d * COHORTS + to] as number
      for (let at = starts[d * COHORTS + from] as number; at < end; at += size) {
        low.push(at)
        high.push(Math.min(end, at + size))
      }
    }
    first[d + 1] = low.length
  }
  return { starts: first, low: Int32Array.from(low), high: Int32Array.from(high) }
}

function faultsOf(state: StateDeclarations, population: Population, districts: number): Fault[] {
  const { columns, id, district, cohort, vacant = {} } = population
  const stored = Object.entries(state.household).filter(([, column]) => !column.flow)
  const names = new Set(stored.map(([name]) => name))
  const faults: Fault[] = []
  const fault = (where: string, what: string, expected: string, todo = 'correct the population') =>
    faults.push({ where: `population ${where}`, what, expected, todo })

  for (const [name, column] of stored) {
    const given = columns[name]
    if (!given) fault(name, 'is missing', 'every stored column of the declarations')
    else if (given.length !== id.length) fault(name, `has ${given.length} entries`, `${id.length}, one per household`)
    else if (column.type === 'u8' ? given instanceof Float32Array : !(given instanceof Float32Array))
      fault(name, `is a ${given.constructor.name}`, `the declared type ${column.type ?? 'f32'}`)
    else if (given.some((value) => !Number.isFinite(value))) fault(name, 'holds a value that is not finite', 'numbers')
  }
  for (const name of [...Object.keys(columns), ...Object.keys(vacant)])
    if (!names.has(name)) fault(name, 'is not declared', 'a stored column', 'declare it or leave it out')
  if (district.length !== id.length) fault('district', `has ${district.length} entries`, `${id.length}`)
  if (cohort.length !== id.length) fault('cohort', `has ${cohort.length} entries`, `${id.length}`)
  const far = district.findIndex((d) => d >= districts)
  if (far >= 0) fault('district', `is ${district[far]} for household ${far}`, `a row below ${districts}`)
  const late = cohort.findIndex((c) => c >= COHORTS)
  if (late >= 0) fault('cohort', `is ${cohort[late]} for household ${late}`, `a month from 0 to ${COHORTS - 1}`)
  if (id.some((one) => one < 0 || one >= STEP_ENTITIES)) fault('id', 'is out of range', 'numbers from 0 to 2^30 − 1')
  if (new Set(id).size !== id.length) fault('id', 'holds a number twice', 'unique numbers')
  return faults
}
