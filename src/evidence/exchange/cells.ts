import { holdsPosition } from '../ledger/wording.ts'
import type { Findings } from './findings.ts'

/** Longest text that is kept of a cell. */
export const LONGEST_TEXT = 1000

/** Control characters other than tab and line ends, and those that turn the direction of writing round unseen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/

/** Whether the text of a cell that is kept may be kept; reports what it holds that no text may hold. */
export function soundText(cell: string, line: number, field: string, findings: Findings): boolean {
  if (cell.length <= LONGEST_TEXT && !SUSPECT.test(cell)) return true
  if (cell.length > LONGEST_TEXT)
    findings.problem({
      code: 'too-long',
      line,
      field,
      what: `the cell has ${cell.length} characters`,
      expected: `at most ${LONGEST_TEXT}`,
      todo: 'shorten it',
    })
  if (cell.includes('\uFFFD'))
    findings.problem({
      code: 'encoding',
      line,
      field,
      what: 'a character is not UTF-8 (the file may be in Windows-1252, also called Latin-1)',
      expected: 'text in UTF-8',
      todo: 'save the file as "CSV UTF-8", or repeat with --encoding windows-1252',
    })
  if (CONTROL.test(cell))
    findings.problem({
      code: 'control-character',
      line,
      field,
      what: 'a control character stands in the cell',
      expected: 'visible text',
      todo: 'remove it or type the cell again',
    })
  return false
}

/** Reports a position in a text: nothing finer than a district is kept, in a column of its own or inside a sentence. */
export function withoutPosition(cell: string, line: number, field: string, findings: Findings): boolean {
  if (!holdsPosition(cell)) return true
  findings.problem({
    code: 'too-fine',
    line,
    field,
    what: 'the text holds coordinates',
    expected: 'nothing finer than a district',
    todo: 'remove them',
  })
  return false
}

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Text that a spreadsheet shows instead of calculating it: an apostrophe goes before a first character that would start a
 * formula, and before one that is guarded already, so that `unguarded` takes it away again exactly.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text behind the guard; text without one is returned as it is. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
