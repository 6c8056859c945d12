// Rows as columns, words once: a table of ten thousand rows travels in a tenth of its size.

export type Value = string | number | undefined
export interface PackedRows {
  readonly count: number
  readonly numbers: Readonly<Record<string, readonly (number | null)[]>>
  /** Each text once, and for each row which one it is; -1 where the row has none. */
  readonly texts: Readonly<Record<string, { readonly words: readonly string[]; readonly at: readonly number[] }>>
}

/** Fields that hold numbers in every row that has them become numbers, all others texts. */
export function packRows(rows: readonly object[]): PackedRows {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const values = (name: string): Value[] => rows.map((row) => (row as Record<string, Value>)[name])
  const numbers: Record<string, (number | null)[]> = {}
  const texts: Record<string, { words: string[]; at: number[] }> = {}
  for (const name of names) {
    const column = values(name)
    if (column.every((value) => value === undefined || typeof value === 'number'))
      numbers[name] = column.map((value) => (value === undefined ? null : Number(value)))
    else texts[name] = textColumn(column)
  }
  return { count: rows.length, numbers, texts }
}

function textColumn(column: readonly Value[]): { words: string[]; at: number[] } {
  const places = new Map<string, number>()
  const at = column.map((value) => {
    if (value === undefined) return -1
    const text = String(value)
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  })
  return { words: [...places.keys()], at }
}

/** The rows again; a field that a row did not have is absent. */
export function unpackRows<Row extends object>({ count, numbers, texts }: PackedRows): Row[] {
  const rows: Record<string, Value>[] = Array.from({ length: count }, () => ({}))
  for (const [name, column] of Object.entries(numbers))
    column.forEach((value, k) => {
      if (value !== null) (rows[k] as Record<string, Value>)[name] = value
    })
  for (const [name, { words, at }] of Object.entries(texts))
    at.forEach((word, k) => {
      if (word >= 0) (rows[k] as Record<string, Value>)[name] = words[word]
    })
  return rows as Row[]
}
