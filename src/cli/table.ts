/** Columns of text, aligned: words to the left, numbers to the right. */
import { onOneLine, visible } from '../evidence/visible.ts'

/** Lines with the columns padded; a column in which every cell of the body looks like a number stands to the right. */
export function textTable(head: readonly string[], cells: readonly (readonly string[])[]): string {
  const body = cells.map((row) => row.map((cell) => visible(onOneLine(cell))))
  const rows = [head, ...body]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))))
  const right = head.map(
    (_, column) =>
      body.length > 0 && body.every((row) => /^[-−+]?[\d.,\u202F]*\d?%?$/.test((row[column] ?? '').trim())),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell)))
        return right[column] === true ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return `${[line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n')}\n`
}

const lengthOf = (text: string): number => [...text].length
