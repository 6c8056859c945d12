import type { CsvRecord } from '../csv.ts'
import type { Findings } from './findings.ts'

/** Longest record in characters: an open quotation mark is then not looked for any further. */
const LONGEST_RECORD = 1 << 18
/** Longest line: a file without line ends would otherwise be kept in memory as a whole. */
const LONGEST_LINE = 1 << 22
const QUOTE = 34
const SEPARATORS = [',', ';', '\t', '|'] as const

/**
 * Splits a table into records as its text arrives in pieces, so that a file of any length passes through. The separator is
 * the one that occurs most often in the header line, outside quotes. Blank lines are passed over. What is wrong is reported
 * with its line: broken quotes (the line is left out and the next one tried) and line ends of old computers.
 */
export class RecordReader {
  readonly #findings: Findings
  readonly #silent: boolean
  #separator: string | undefined
  #rest = ''
  #line = 1
  #brokenLines = 0
  #inLongLine = false

  /** `silent`: a second pass over the same file, which reports nothing again. */
  constructor(findings: Findings, silent = false) {
    this.#findings = findings
    this.#silent = silent
  }

  get separator(): string {
    return this.#separator ?? ','
  }

  /** Lines that could not be split. */
  get brokenLines(): number {
    return this.#brokenLines
  }

  /** The records that are complete after this piece of text. */
  push(text: string): CsvRecord[] {
    this.#rest += this.#inLongLine ? this.#afterLongLine(text) : text
    return this.#take(false)
  }

  /** The records that remain when the text has ended. */
  end(): CsvRecord[] {
    const records = this.#take(true)
    if (this.#line <= 2 && records.some(({ cells }) => cells.some((cell) => cell.includes('\r'))))
      this.#report(
        'line-ends',
        1,
        'the lines end in CR only',
        'lines that end in LF or CR LF',
        'save the file as CSV again',
      )
    return records
  }

  #take(last: boolean): CsvRecord[] {
    const text = this.#rest
    const records: CsvRecord[] = []
    let at = this.#separator === undefined ? this.#start(text, last) : 0
    if (at === undefined) return records
    const separator = this.separator
    while (at < text.length) {
      const newline = text.indexOf('\n', at)
      if (newline < 0 && !last) break
      const end = newline < 0 ? text.length : newline
      const lineText = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end)
      if (!lineText.includes('"')) {
        this.#keep(records, this.#line, lineText.split(separator))
        at = end + 1
        this.#line += 1
        continue
      }
      const read = quotedRecord(text, at, separator, last)
      if (read === 'open' && text.length - at < LONGEST_RECORD && !last) break
      if (read === 'open' || read === 'broken') {
        this.#report(
          'quote',
          this.#line,
          'a quotation mark is broken',
          'cells with a separator, quote or line break enclosed in "…", and a quote inside written ""',
          'close or double the quotation mark',
        )
        this.#brokenLines += 1
        at = end + 1
        this.#line += 1
        continue
      }
      this.#keep(records, this.#line, read.cells)
      at = read.next
      this.#line += read.lines
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > LONGEST_LINE) this.#leaveLongLine()
    return records
  }

  /** What remains is the start of a line that is too long: it is left out, up to its end. */
  #leaveLongLine(): void {
    const what = `the line is longer than ${LONGEST_LINE} characters`
    this.#report(
      'long-line',
      this.#line,
      what,
      'a table with a line for each row',
      'check that this is the file you mean',
    )
    this.#brokenLines += 1
    this.#rest = ''
    this.#inLongLine = true
  }

  #afterLongLine(text: string): string {
    const newline = text.indexOf('\n')
    if (newline < 0) return ''
    this.#inLongLine = false
    this.#line += 1
    return text.slice(newline + 1)
  }

  /** Finds the separator; the position after a line `sep=;` that spreadsheets write. Undefined while the first line is incomplete. */
  #start(text: string, last: boolean): number | undefined {
    const newline = text.indexOf('\n')
    if (newline < 0 && !last && text.length < LONGEST_RECORD) return undefined
    const first = newline < 0 ? text : text.slice(0, newline)
    const declared = /^sep=(.)\r?$/.exec(first)?.[1]
    if (declared === undefined) {
      this.#separator = commonest(first)
      return 0
    }
    this.#separator = declared
    this.#line = 2
    return newline + 1
  }

  #keep(records: CsvRecord[], line: number, cells: string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return
    records.push({ line, cells })
  }

  #report(code: string, line: number, what: string, expected: string, todo: string): void {
    if (!this.#silent) this.#findings.problem({ code, line, what, expected, todo })
  }
}

function commonest(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1)
  const most = Math.max(...counts)
  return (most > 0 ? SEPARATORS[counts.indexOf(most)] : undefined) ?? ','
}

/** A record that holds quotes; `open` when a quote is not closed in this text, `broken` when one stands where none may. */
function quotedRecord(
  text: string,
  start: number,
  separator: string,
  last: boolean,
): { cells: string[]; next: number; lines: number } | 'open' | 'broken' {
  const cells: string[] = []
  let at = start
  let lines = 1
  let newline = lineEnd(text, start)
  for (;;) {
    let end: number
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at)
      if (close === undefined || (close === text.length - 1 && !last)) return 'open'
      const inside = text.slice(at + 1, close)
      cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
      end = close + 1
      if (close > newline) {
        lines += inside.split('\n').length - 1
        newline = lineEnd(text, close)
      }
    } else {
      end = text.indexOf(separator, at)
      if (end < 0 || end > newline) end = newline
      if (end === text.length && !last) return 'open'
      if (text[end - 1] === '\r' && text[end] === '\n' && end > at) end -= 1
      const cell = text.slice(at, end)
      if (cell.includes('"')) return 'broken'
      cells.push(cell)
    }
    if (text[end] === separator) at = end + 1
    else if (end >= text.length) return last ? { cells, next: end, lines } : 'open'
    else if (text[end] === '\n') return { cells, next: end + 1, lines }
    else if (text[end] === '\r' && text[end + 1] === '\n') return { cells, next: end + 2, lines }
    else if (text[end] === '\r' && end + 1 === text.length && !last) return 'open'
    else return 'broken'
  }
}

/** Position of the next line feed, the length of the text when there is none. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found < 0 ? text.length : found
}

function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at < 0) return undefined
    if (text[at + 1] !== '"') return at
  }
}
