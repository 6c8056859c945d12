import type { Problem } from './problem.ts'

/** One record of a CSV file with the line on which it starts (from 1). */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Splits CSV text (RFC 4180, comma, UTF-8) into records and reports what no table can be built on: byte order mark,
 * wrong encoding, NUL characters, broken quotes, an empty file. Records on broken lines are left out, all others returned.
 */
export function readCsv(text: string, file: string): { records: CsvRecord[]; problems: Problem[] } {
  const problems: Problem[] = []
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body !== text) {
    problems.push({
      code: 'bom',
      file,
      line: 1,
      what: 'the file starts with a byte order mark',
      expected: 'UTF-8 without a byte order mark',
      todo: 'save it as "UTF-8", not as "UTF-8 with BOM"',
    })
  }
  if (body.trim() === '') {
    const todo = 'write a header line and the rows, or remove the file'
    problems.push({ code: 'empty', file, what: 'the file is empty', expected: 'a header line and rows', todo })
    return { records: [], problems }
  }
  problems.push(...characterProblems(body, file))
  const records: CsvRecord[] = []
  for (let at = 0, line = 1; at < body.length; ) {
    const read = readRecord(body, at)
    if (read === undefined) {
      problems.push({
        code: 'quote',
        file,
        line,
        what: 'a quotation mark is broken',
        expected: 'cells with a comma, quote or line break enclosed in "…", and a quote inside written ""',
        todo: 'close or double the quotation mark',
      })
      at = nextLine(body, at)
      line += 1
    } else {
      records.push({ line, cells: read.cells })
      at = read.next
      line += read.lines
    }
  }
  return { records, problems }
}

/**
 * The record that starts at `start`, the position after it and the number of lines it takes; undefined if a quote opens
 * inside a cell, never closes, or is followed by anything but a comma or a line end. Written by hand: a general parser works
 * on bytes and takes a second for the package, and stops at the first broken quote instead of going on with the next line.
 */
function readRecord(text: string, start: number): { cells: string[]; next: number; lines: number } | undefined {
  const cells: string[] = []
  let at = start
  let lines = 1
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const close = closingQuote(text, at)
      if (close === undefined) return undefined
      const inside = text.slice(at + 1, close)
      cells.push(inside.replaceAll('""', '"'))
      lines += inside.split('\n').length - 1
      end = close + 1
    } else {
      end = cellEnd(text, at)
      const cell = text.slice(at, end)
      if (cell.includes('"')) return undefined
      cells.push(cell)
    }
    if (text[end] === ',') at = end + 1
    else if (end >= text.length) return { cells, next: end, lines }
    else if (text[end] === '\n') return { cells, next: end + 1, lines }
    else if (text[end] === '\r' && text[end + 1] === '\n') return { cells, next: end + 2, lines }
    else return undefined
  }
}

function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at < 0) return undefined
    if (text[at + 1] !== '"') return at
  }
}

/** Position of the comma or line end (LF or CR LF) that ends an unquoted cell. */
function cellEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 10 || (code === 13 && text.charCodeAt(at + 1) === 10)) return at
  }
  return text.length
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

function characterProblems(text: string, file: string): Problem[] {
  const problems: Problem[] = []
  if (!text.includes('\uFFFD') && !text.includes('\0')) return problems
  text.split('\n').forEach((lineText, index) => {
    const line = index + 1
    if (lineText.includes('\uFFFD'))
      problems.push({
        code: 'encoding',
        file,
        line,
        what: 'a character could not be read',
        expected: 'text in UTF-8',
        todo: 'save the file as UTF-8 and type the character again',
      })
    if (lineText.includes('\0'))
      problems.push({
        code: 'nul',
        file,
        line,
        what: 'a NUL character stands in the text',
        expected: 'plain text in UTF-8 (not UTF-16, not a spreadsheet)',
        todo: 'export the table as CSV in UTF-8',
      })
  })
  return problems
}

/** Writes rows as CSV: RFC 4180 quoting, LF line ends, a final line end. null becomes an empty cell. */
export function writeCsv(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): string {
  let text = `${columns.map(quoted).join(',')}\n`
  for (const row of rows) text += `${row.map((cell) => quoted(cell === null ? '' : String(cell))).join(',')}\n`
  return text
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
