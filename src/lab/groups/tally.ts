// Who is in which group, read once; and how the groups fare, read in Decembers after that.
import type { World } from '../../engine/index.ts'
import { welfare } from '../../system/people/welfare.ts'
import type { GroupCells } from '../cells.ts'
import type { Frame, MeasuredMoment } from '../model.ts'
import { FIRST } from '../scenario/types.ts'
import { GROUP_MEASURES, GROUPS, type GroupId } from './groups.ts'
import { groupsOf, type HouseholdNow } from './member.ts'

/** By household of the population, a bit for each group it was in, and one more when it has left since. */
export type Membership = Uint16Array

const LEFT = 1 << 15

export interface GroupTally {
  /** Call after each month. */
  month(): void
  /** A copy, to go on from a kept state of the world. */
  state(): Membership
}

type Columns = Readonly<Record<string, ArrayLike<number>>>
/** What a district and the parameters are to the household rule that is asked here. */
type View = Parameters<typeof welfare>[0]

/** Numbers that are added up by group: all, slots, here, persons, income, poor, extreme, children, working, schooled, coca. */
const WIDTH = 11

/** A tally that writes into `values`. `from`: memberships of the state that the world goes on from. */
export function groupTallyOf(
  cells: GroupCells,
  world: World<MeasuredMoment>,
  frame: Frame,
  values: Float64Array,
  from?: Membership,
): GroupTally {
  const bits: Membership = from?.slice() ?? new Uint16Array(world.placement.slotOf.length)
  const date = (cells.since - FIRST) * 12 + 11
  return {
    month() {
      const { month } = world.moment
      if (month % 12 !== 11 || month < date) return
      if (month === date) readMembers(world, frame, bits)
      else noteLeft(world, bits)
      const place = cells.years.indexOf(FIRST + Math.floor(month / 12))
      if (place < 0) return
      const at = cells.offset + place * GROUPS.length * GROUP_MEASURES.length
      const sums = fare(world, bits)
      for (let g = 0; g < GROUPS.length; g++)
        values.set(figuresOf(sums.subarray(g * WIDTH, (g + 1) * WIDTH), solesOf(world)), at + g * GROUP_MEASURES.length)
    },
    state: () => bits.slice(),
  }
}

const solesOf = ({ moment }: World<MeasuredMoment>): number => (moment.p as { soles_2024: number }).soles_2024

const districtRows = ({ moment }: World<MeasuredMoment>): readonly View['d'][] =>
  moment.district as unknown as readonly View['d'][]

/** Districts by slot: they follow from where the households are placed. */
const placed = new WeakMap<object, Uint16Array>()
function districtsOf({ placement }: World<MeasuredMoment>): Uint16Array {
  const known = placed.get(placement)
  if (known) return known
  const of = new Uint16Array(placement.slots)
  for (let d = 0; d < placement.districts; d++)
    of.fill(d, placement.starts[d * 12] as number, placement.starts[(d + 1) * 12] as number)
  placed.set(placement, of)
  return of
}

function readMembers(world: World<MeasuredMoment>, frame: Frame, bits: Membership): void {
  const { household, placement } = world
  const columns = household as Columns
  const district = districtsOf(world)
  const rows = districtRows(world)
  const line = (world.moment.p as { poverty_line: number }).poverty_line
  const at = (name: string, slot: number) => columns[name]?.[slot] as number
  for (let k = 0; k < bits.length; k++) {
    const slot = placement.slotOf[k] as number
    const d = district[slot] as number
    if (at('here', slot) !== 1 || frame.districts[d]?.grade === 'C') continue
    const now: HouseholdNow = {
      farm: at('farm', slot) === 1,
      coca: at('cocaYoung', slot) + at('cocaBearing', slot),
      trees: at('cacaoYoung', slot) + at('cacaoBearing', slot) + at('coffeeYoung', slot) + at('coffeeBearing', slot),
      contract: at('contract', slot) > 0,
      children: at('children', slot),
      poor: at('income', slot) < Math.max(at('adults', slot) + at('children', slot), 0.5) * line,
      indigenous: rows[d]?.indigenous as number,
    }
    let all = 0
    for (const id of groupsOf(now)) all |= 1 << (PLACES.get(id) as number)
    bits[k] = all
  }
}

const PLACES = new Map<GroupId, number>(GROUPS.map(({ id }, place) => [id, place]))

/** A holding that is found empty was left, whoever takes it later. Vacancies last a year at the least, so Decembers see them all. */
function noteLeft({ household, placement }: World<MeasuredMoment>, bits: Membership): void {
  const here = household.here as ArrayLike<number>
  for (let k = 0; k < bits.length; k++)
    if (bits[k] !== 0 && here[placement.slotOf[k] as number] !== 1) bits[k] = (bits[k] as number) | LEFT
}

function fare(world: World<MeasuredMoment>, bits: Membership): Float64Array {
  const sums = new Float64Array(GROUPS.length * WIDTH)
  const { slotOf } = world.placement
  const columns = world.household as Columns
  const { weight, adults, children, income, cocaYoung, cocaBearing, farm } = columns as Record<
    'weight' | 'adults' | 'children' | 'income' | 'cocaYoung' | 'cocaBearing' | 'farm',
    Float32Array
  >
  const district = districtsOf(world)
  const rows = districtRows(world).map(welfareRow)
  const h = { weight: 0, here: 1, adults: 0, children: 0, income: 0, cocaYoung: 0, cocaBearing: 0, farm: 0 }
  const o = {
    ...{ reviewedPersons: 0, reviewedChildren: 0, poorPersons: 0, extremePersons: 0 },
    ...{ workingChildren: 0, schoolChildren: 0, undernourished: 0 },
  }
  // the rule of the model itself says who is poor, works or goes to school; it reads and counts no more than this
  const view = { h, d: rows[0], p: world.moment.p, o } as unknown as { -readonly [K in keyof View]: View[K] }
  for (let k = 0; k < bits.length; k++) {
    const of = bits[k] as number
    if (of === 0) continue
    const slot = slotOf[k] as number
    const w = weight[slot] as number
    const gone = (of & LEFT) !== 0
    if (!gone) {
      h.weight = w
      h.adults = adults[slot] as number
      h.children = children[slot] as number
      h.income = income[slot] as number
      h.cocaYoung = cocaYoung[slot] as number
      h.cocaBearing = cocaBearing[slot] as number
      h.farm = farm[slot] as number
      o.reviewedPersons = 0
      o.reviewedChildren = 0
      o.poorPersons = 0
      o.extremePersons = 0
      o.workingChildren = 0
      o.schoolChildren = 0
      view.d = rows[district[slot] as number] as View['d']
      welfare(view)
    }
    for (let left = of & ~LEFT; left !== 0; left &= left - 1) {
      const at = (31 - Math.clz32(left & -left)) * WIDTH
      add(sums, at, w)
      add(sums, at + 1, 1)
      if (gone) continue
      add(sums, at + 2, w)
      add(sums, at + 3, o.reviewedPersons)
      add(sums, at + 4, w * h.income)
      add(sums, at + 5, o.poorPersons)
      add(sums, at + 6, o.extremePersons)
      add(sums, at + 7, o.reviewedChildren)
      add(sums, at + 8, o.workingChildren)
      add(sums, at + 9, o.schoolChildren)
      add(sums, at + 10, w * (h.cocaYoung + h.cocaBearing))
    }
  }
  return sums
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value
}

/** What the rule reads of a district, as plain numbers: a row of the table is slow to read so often. */
function welfareRow({ leafExpected, transferShare, schoolTransfer, school, servicesOpen, health, water }: View['d']) {
  return { leafExpected, transferShare, schoolTransfer, school, servicesOpen, health, water }
}

/** In the order of the measures; NaN where nobody is left to measure. */
function figuresOf(sums: Float64Array, soles: number): number[] {
  const [all = 0, slots = 0, here = 0, persons = 0, income = 0, poor = 0, extreme = 0, children = 0] = sums
  const [working = 0, schooled = 0, coca = 0] = sums.subarray(8)
  const share = (part: number, of: number) => (of > 0 ? part / of : Number.NaN)
  return [
    share(12 * soles * income, persons),
    share(poor, persons),
    share(extreme, persons),
    share(working, children),
    share(schooled, children),
    coca,
    share(all - here, all),
    persons,
    slots,
  ]
}
