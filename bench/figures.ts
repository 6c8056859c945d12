// What a bench answers: figures with units, and ratios.
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
}
export interface Ratio {
  readonly name: string
  readonly value: number
}
export interface Figures {
  readonly rows: readonly Row[]
  readonly ratios: readonly Ratio[]
}

/** Three or four digits, whatever the size. */
const short = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString()

/** Figures as a table of three columns. */
export function tableOf({ rows, ratios }: Figures): string {
  const lines = [
    ...rows.map(({ name, value, unit }) => [name, short(value), unit]),
    ...ratios.map(({ name, value }) => [name, short(value), 'ratio']),
  ]
  const width = (k: number) => Math.max(...lines.map((line) => line[k]?.length ?? 0))
  const [first, second] = [width(0), width(1)]
  return lines
    .map(([name = '', value = '', unit = '']) => `${name.padEnd(first)}  ${value.padStart(second)}  ${unit}`)
    .join('\n')
}
