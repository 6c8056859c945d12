import type { HouseholdColumns, NumberColumn } from './columns.ts'

const CROPS = [
  'cocaYoung',
  'cocaBearing',
  'cacaoYoung',
  'cacaoBearing',
  'coffeeYoung',
  'coffeeBearing',
  'food',
] as const satisfies readonly NumberColumn[]

/**
 * Makes the sampled households of a kind (`slots`, with equal weights) typical of all its `members`, so that their weighted sums
 * are the kind's: adults, children and land in proportion, crops in the kind's mix, which therefore fits on the land. Income per
 * person stays what it was.
 */
export function typical(
  whole: HouseholdColumns,
  sample: HouseholdColumns,
  members: Int32Array,
  slots: Int32Array,
): void {
  if (slots.length === 0) return
  const inWhole = (name: NumberColumn) => members.reduce((sum, k) => sum + (whole[name][k] as number), 0)
  const inSample = (name: NumberColumn) =>
    slots.reduce((sum, k) => sum + (sample.weight[k] as number) * (sample[name][k] as number), 0)
  const personsOf = (k: number) => (sample.adults[k] as number) + (sample.children[k] as number)
  const persons = Float64Array.from(slots, personsOf)
  for (const name of ['adults', 'children', 'land'] as const) {
    const [total, now] = [inWhole(name), inSample(name)]
    for (const k of slots)
      sample[name][k] = now > 0 ? ((sample[name][k] as number) * total) / now : total / members.length
  }
  slots.forEach((k, j) => {
    const before = persons[j] as number
    const ratio = before > 0 ? personsOf(k) / before : 1
    for (const name of ['income', 'cocaIncome', 'cash'] as const) sample[name][k] = (sample[name][k] as number) * ratio
  })
  const land = inWhole('land')
  for (const name of CROPS) {
    const part = land > 0 ? inWhole(name) / land : 0
    for (const k of slots) sample[name][k] = (sample.land[k] as number) * part
  }
}
