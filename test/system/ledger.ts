// Double entry over a world: stocks counted from the households themselves, flows as the rules report them.
import type { World } from '../../src/engine/index.ts'
import type { District, SystemMoment } from '../../src/system/mechanism.ts'

type Columns = Readonly<Record<string, ArrayLike<number>>>
type Count = (h: Columns, k: number) => number
const added =
  (...names: string[]): Count =>
  (h, k) =>
    names.reduce((sum, name) => sum + (h[name]?.[k] ?? Number.NaN), 0)

/** What a household present has of each stock. */
const holdings = {
  households: () => 1,
  persons: added('adults', 'children'),
  coca: added('cocaYoung', 'cocaBearing'),
  legal: added('cacaoYoung', 'cacaoBearing', 'coffeeYoung', 'coffeeBearing', 'food'),
  land: added('land'),
  uprooted: added('uprooted'),
  cash: added('cash'),
} as const satisfies Readonly<Record<string, Count>>
type Stock = keyof typeof holdings

type Sums = District['sum']
/** What a month adds to each stock, and takes from it. */
const flows: Readonly<Record<Stock, readonly [plus: (s: Sums) => number, minus: (s: Sums) => number]>> = {
  households: [(s) => s.arrivedHouseholds, (s) => s.leftHouseholds],
  persons: [(s) => s.bornPersons + s.arrivedPersons, (s) => s.leftPersons + s.displacedPersons],
  coca: [(s) => s.plantedHa + s.replantedHa, (s) => s.uprootedHa + s.droppedHa + s.contractDroppedHa + s.abandonedHa],
  legal: [(s) => s.newLegalHa + s.newFoodHa + s.takenLegalHa, (s) => s.lostLegalHa + s.leftLegalHa],
  land: [(s) => s.plantedFrontierHa + s.clearedLegalHa + s.takenLandHa, (s) => s.leftLandHa],
  uprooted: [(s) => s.uprootedHa, (s) => s.replantedHa + s.givenUpHa],
  cash: [
    (s) => s.cocaIncomePen + s.legalIncomePen + s.wageIncomePen + s.transferIncomePen + s.unpaidPen + s.broughtPen,
    (s) => s.consumedPen + s.establishCashPen + s.takenAwayPen,
  ],
}

export interface Entry {
  readonly what: string
  readonly error: number
  readonly tolerance: number
}

/** Stocks by district, in f64. */
export function stocksOf(world: World<SystemMoment>): Record<Stock, Float64Array> {
  const { household: h, placement } = world
  const stocks = Object.fromEntries(
    Object.keys(holdings).map((name) => [name, new Float64Array(placement.districts)]),
  ) as Record<Stock, Float64Array>
  for (let d = 0; d < placement.districts; d++) {
    for (let k = placement.starts[12 * d] as number; k < (placement.starts[12 * d + 12] as number); k++) {
      const w = (h.weight?.[k] as number) * (h.here?.[k] as number)
      if (w === 0) continue
      for (const [name, count] of Object.entries(holdings))
        stocks[name as Stock][d] = (stocks[name as Stock][d] as number) + w * count(h, k)
    }
  }
  return stocks
}

/** How far each stock of each district is from what it was a month ago plus the flows of the month; relative to all that moved.
 * whole: of the valley, where families have changed their district. */
export function entries(
  before: Record<Stock, Float64Array>,
  after: Record<Stock, Float64Array>,
  moment: SystemMoment,
  whole = false,
): Entry[] {
  return (Object.keys(flows) as Stock[]).flatMap((name) => {
    // incomes are differences of larger sums in f32
    const least = name === 'cash' ? 1 : 1e-4
    const each = moment.district.map((d) => {
      const [plus, minus] = flows[name].map((of) => of(d.sum)) as [number, number]
      const was = before[name][d.index] as number
      const error = (after[name][d.index] as number) - was - plus + minus
      return { what: `${name} of district ${d.index}`, error, tolerance: 3e-6 * (was + Math.abs(plus) + minus) + least }
    })
    if (!whole) return each
    const total = (of: (one: Entry) => number) => each.reduce((sum, one) => sum + of(one), 0)
    return [
      { what: `${name} of the valley`, error: total((one) => one.error), tolerance: total((one) => one.tolerance) },
    ]
  })
}

/** The entry that misses its tolerance most. */
export const worst = (all: readonly Entry[]): Entry | undefined =>
  all.reduce<Entry | undefined>((most, one) => (!most || missed(one) > missed(most) ? one : most), undefined)
const missed = ({ error, tolerance }: Entry): number => (Number.isNaN(error) ? Infinity : Math.abs(error) / tolerance)
