/** Ranks as parts from 0 to 1 (ties share their middle), and the values that occur, in order. */
export function rankedPart(values: ArrayLike<number>): { ranks: Float64Array; distinct: readonly number[] } {
  const order = Array.from({ length: values.length }, (_, k) => k).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  )
  const ranks = new Float64Array(values.length)
  const distinct: number[] = []
  for (let from = 0; from < order.length; ) {
    const value = values[order[from] as number] as number
    let to = from
    while (to < order.length && values[order[to] as number] === value) to++
    for (let k = from; k < to; k++) ranks[order[k] as number] = (from + to) / 2 / order.length
    distinct.push(value)
    from = to
  }
  return { ranks, distinct }
}

/**
 * By row, the number of the draw it came from: rows that agree in two numbers at once share one. Where no two columns agree on
 * who belongs together, each row stands for itself.
 */
export function drawsBehind(columns: readonly ArrayLike<number>[], rows: number): Int32Array {
  const parts = columns
    .map((values) => partOf(values, rows))
    .filter(({ of }) => of > 2 && of < rows)
    .sort((a, b) => b.of - a.of)
  const [first, second] = parts
  const agree = first && second && first.part.every((draw, k) => draw === second.part[k])
  return agree ? first.part : Int32Array.from({ length: rows }, (_, k) => k)
}

/** Rows with equal values under one number, numbered as they come. */
function partOf(values: ArrayLike<number>, rows: number): { part: Int32Array; of: number } {
  const seen = new Map<number, number>()
  const part = Int32Array.from({ length: rows }, (_, k) => {
    const value = values[k] as number
    const known = seen.get(value) ?? seen.size
    seen.set(value, known)
    return known
  })
  return { part, of: seen.size }
}
