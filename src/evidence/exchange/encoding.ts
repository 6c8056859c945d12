import type { Findings } from './findings.ts'
import type { Encoding } from './result.ts'

/** Files that are no text at all, by their first bytes. */
const BINARY: readonly (readonly [string, readonly number[]])[] = [
  ['a spreadsheet or another zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
]

/**
 * How the bytes of a file are to be read, judged by its first bytes (4 KB are enough). UTF-8 and what the user declares are
 * read; everything else is reported and gives undefined.
 */
export function encodingOf(
  start: Uint8Array,
  declared: Encoding | undefined,
  findings: Findings,
): Encoding | undefined {
  const kind = BINARY.find(([, mark]) => mark.every((byte, index) => start[index] === byte))?.[0]
  if (kind !== undefined) {
    findings.problem({
      code: 'not-text',
      what: `this is ${kind}`,
      expected: 'a table as text (CSV)',
      todo: 'save the table as "CSV UTF-8" and import that file',
    })
    return undefined
  }
  const wide = wideEncoding(start)
  if (wide !== undefined && declared === undefined) {
    findings.problem({
      code: 'encoding',
      line: 1,
      what: `the file is in ${wide.toUpperCase()}`,
      expected: 'UTF-8',
      todo: `save it as "CSV UTF-8", or repeat with --encoding ${wide}`,
    })
    return undefined
  }
  const marked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  if (marked || wide !== undefined)
    findings.notice({ code: 'bom', what: 'the byte order mark at the start was left out' })
  return declared ?? 'utf-8'
}

/** UTF-16, by its mark or because every second byte is 0. */
function wideEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const many = start.length / 5
  if ((zeros[1] ?? 0) > many && zeros[0] === 0) return 'utf-16le'
  if ((zeros[0] ?? 0) > many && zeros[1] === 0) return 'utf-16be'
  return undefined
}

/** Bytes to text, piece by piece; undecodable bytes become U+FFFD and are reported by the reader of records. */
export function decoder(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding)
}
