// The stored columns of a household at the start. The names are those of the household table of the model, which this layer
// does not know; a test compares the two.

/** Columns with a number per household, in f32. */
export const NUMBERS = [
  'weight',
  'soil',
  'walk',
  'townPay',
  'frugal',
  'adults',
  'children',
  'land',
  'cocaYoung',
  'cocaBearing',
  'cocaAge',
  'vigour',
  'cacaoYoung',
  'cacaoBearing',
  'coffeeYoung',
  'coffeeBearing',
  'food',
  'uprooted',
  'fear',
  'unpicked',
  'cash',
  'income',
  'cocaIncome',
  'goesTo',
] as const

/** Columns with a small whole number per household, in u8. */
export const CODES = ['farm', 'grower', 'here', 'contract', 'contractMonths', 'landless'] as const

export type NumberColumn = (typeof NUMBERS)[number]
export type CodeColumn = (typeof CODES)[number]
export type HouseholdColumns = Record<NumberColumn, Float32Array> & Record<CodeColumn, Uint8Array>

export function emptyColumns(count: number): HouseholdColumns {
  const numbers = NUMBERS.map((name) => [name, new Float32Array(count)] as const)
  const codes = CODES.map((name) => [name, new Uint8Array(count)] as const)
  return Object.fromEntries([...numbers, ...codes]) as unknown as HouseholdColumns
}

/** The columns of some households, in the order given. */
export function pickColumns(from: HouseholdColumns, chosen: Int32Array): HouseholdColumns {
  const to = emptyColumns(chosen.length)
  for (const name of [...NUMBERS, ...CODES]) {
    const [source, target] = [from[name], to[name]]
    for (let k = 0; k < chosen.length; k++) target[k] = source[chosen[k] as number] as number
  }
  return to
}
