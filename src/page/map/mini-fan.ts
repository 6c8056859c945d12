// The years of one outcome of a district at the size of a line of text: the reference's band, and every package's median.
import { type Compared, VALLEY } from '../../report/compared.ts'
import type { CompareRow } from '../../report/input.ts'
import { px } from '../../report/markup.ts'

export const MINI = { width: 120, height: 30 } as const

export interface MiniFan {
  readonly band: string
  readonly medians: readonly { readonly scenario: string; readonly path: string }[]
  /** Where the future begins. */
  readonly future: number
}

/** Undefined where there are fewer than two years. */
export function miniFan(c: Compared, outcome: string): MiniFan | undefined {
  const reference = c.series(c.reference.name, outcome, VALLEY)
  const packages = c.packages.map(({ name }) => ({
    name,
    rows: c.series(name, outcome, VALLEY).filter(({ year }) => year >= c.from - 1),
  }))
  const [first, last] = [reference[0], reference.at(-1)]
  if (!first || !last || first.year === last.year) return undefined
  const all = [
    ...reference.flatMap(({ p05, p95 }) => [p05, p95]),
    ...packages.flatMap(({ rows }) => rows.map(({ p50 }) => p50)),
  ]
  const low = Math.min(0, ...all)
  const high = Math.max(...all, low + 1e-9)
  const x = (year: number) => ((year - first.year) / (last.year - first.year)) * MINI.width
  const y = (value: number) => 1 + ((high - value) / (high - low)) * (MINI.height - 2)
  const line = (rows: readonly CompareRow[], of: (row: CompareRow) => number) =>
    rows.map((row) => `${px(x(row.year))} ${px(y(of(row)))}`).join('L')
  return {
    band: `M${line(reference, (row) => row.p95)}L${line([...reference].reverse(), (row) => row.p05)}Z`,
    medians: [{ name: c.reference.name, rows: reference }, ...packages].map(({ name, rows }) => ({
      scenario: name,
      path: rows.length > 1 ? `M${line(rows, (row) => row.p50)}` : '',
    })),
    future: x(c.from - 1),
  }
}
