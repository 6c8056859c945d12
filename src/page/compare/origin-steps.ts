// From an outcome to the mechanisms behind it: those that write what it is read from and, where that is only a count, those that
// change what is counted.
import type { PackedMechanism, PackedModel, PackedOutcome } from '../works/packed.ts'

/** Columns of households behind outcomes that are counted over all of them. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  coca_area: ['household.cocaYoung', 'household.cocaBearing'],
  legal_crop_area: [
    'household.cacaoYoung',
    'household.cacaoBearing',
    'household.coffeeYoung',
    'household.coffeeBearing',
    'household.food',
  ],
  population: ['household.adults', 'household.children', 'household.here'],
}

export function mechanismsBehind({ mechanisms, edges }: PackedModel, { id, madeBy }: PackedOutcome): PackedMechanism[] {
  const counts = new Set(mechanisms.filter((one) => one.bookkeeping).map((one) => one.id))
  const columns = COUNTED[id] ?? []
  const before = edges.filter(
    ({ from, to, through }) =>
      madeBy.includes(to) && counts.has(to) && !counts.has(from) && through.some((column) => columns.includes(column)),
  )
  const behind = new Set([...madeBy, ...before.map(({ from }) => from)])
  return mechanisms.filter((one) => behind.has(one.id) && !one.bookkeeping)
}
