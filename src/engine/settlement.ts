// Where the households of a world live at the moment, and whose turn it is in a month.
import { type Blocks, blocksBeside, blocksOf, COHORTS, type Placement, type Population } from './blocks.ts'
import { refuse } from './fault.ts'
import type { Layout } from './layout.ts'
import type { StateDeclarations } from './model.ts'
import { move } from './moves.ts'

export interface Turns {
  readonly all: Blocks
  /** By month of the year: those whose review is due. */
  readonly review: readonly Blocks[]
  /** By month of the year: those whose review is not due. */
  readonly beside: readonly Blocks[]
  readonly none: Blocks
}

export interface Settlement {
  turns(): Turns
  readonly placement: Placement
  /** Before the first mechanism of a month: whoever is to move does, in the month of the year declared for it. */
  move(month: number): void
  /** After the state has been replaced; `home`: by the population as given. */
  settle(home?: boolean): void
}

interface Settled {
  readonly population: Population
  readonly placement: Placement
  readonly blockSize: number
  readonly household: Readonly<Record<string, Float32Array | Uint8ClampedArray>>
  readonly id: Int32Array
}

/** Throws ModelError when the column that says where to has too few numbers for the districts. */
export function settlementOf(
  { moves }: StateDeclarations,
  { groups: at }: Layout,
  buffer: ArrayBufferLike,
  { population, placement: first, blockSize, household, id }: Settled,
): Settlement {
  if (!moves) {
    const turns = turnsOf(first, blockSize)
    return { turns: () => turns, placement: first, move: () => {}, settle: () => {} }
  }
  const goes = household[moves.column] as Float32Array | Uint8ClampedArray
  if (goes instanceof Uint8ClampedArray && first.districts > 255)
    refuse([
      {
        where: `state.household.${moves.column}`,
        what: `is a byte, and there are ${first.districts} districts`,
        expected: 'a column that can name each of them',
        todo: "leave out type: 'u8'",
      },
    ])
  const n = first.ends.length
  const groups = {
    districts: first.districts,
    starts: new Int32Array(buffer as ArrayBuffer, at, n + 1),
    ends: new Int32Array(buffer as ArrayBuffer, at + 4 * (n + 1), n),
  }
  groups.starts.set(first.starts)
  groups.ends.set(first.ends)
  const columns = Object.entries(household).map(([name, values]) => ({ values, vacant: population.vacant?.[name] }))
  const index = new Map(Array.from(population.id, (one, k) => [one, k]))
  let laid = groups.ends.slice()
  let turns = turnsOf(groups, blockSize)
  let placement: Placement | undefined = first

  const settle = (home = false) => {
    // who lives where is only looked up when somebody asks
    placement = home ? first : undefined
    // the starts follow from the ends
    if (groups.ends.every((end, k) => end === laid[k])) return
    laid = groups.ends.slice()
    turns = turnsOf(groups, blockSize)
  }
  return {
    turns: () => turns,
    get placement() {
      placement ??= placementNow(first, groups, id, index)
      return placement
    },
    move(month) {
      if (month % 12 === moves.month && move({ groups, id, columns, goes })) settle()
    },
    settle,
  }
}

function turnsOf(groups: Pick<Placement, 'districts' | 'starts' | 'ends'>, blockSize: number): Turns {
  const months = Array.from({ length: COHORTS }, (_, c) => c)
  return {
    all: blocksOf(groups, blockSize),
    review: months.map((c) => blocksOf(groups, blockSize, c)),
    beside: months.map((c) => blocksBeside(groups, blockSize, c)),
    none: { starts: new Int32Array(groups.districts + 1), low: new Int32Array(), high: new Int32Array() },
  }
}

/** index: place in the population by id. */
function placementNow(
  { districts, slots }: Placement,
  { starts, ends }: Pick<Placement, 'starts' | 'ends'>,
  id: Int32Array,
  index: ReadonlyMap<number, number>,
): Placement {
  const slotOf = new Int32Array(index.size)
  const householdOf = Int32Array.from(id, (one) => (one < 0 ? -1 : (index.get(one) as number)))
  householdOf.forEach((household, slot) => {
    if (household >= 0) slotOf[household] = slot
  })
  return { districts, slots, householdOf, slotOf, starts: starts.slice(), ends: ends.slice() }
}
