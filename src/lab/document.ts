// YAML text to plain values, with the line of everything in it. Nothing in here knows what the file is about.
import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseAllDocuments } from 'yaml'
import type { Problem } from '../evidence/problem.ts'

/** No file that a person writes by hand is longer. */
export const MAX_BYTES = 256 * 1024
/** A file of this project needs no aliases; a handful is let through, a bomb of them is not. */
const MAX_ALIASES = 16

export interface Reading {
  /** Undefined when the text could not be read at all. */
  readonly value?: unknown
  /** Line of the value at this path, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number
  /** Line of a key of the mapping at this path. */
  lineOfKey(path: readonly PropertyKey[], key: string): number
  readonly problems: readonly Problem[]
}

type At = Omit<Problem, 'file' | 'line'> & { readonly at?: number }

/** Reads one YAML document. `text` is the file decoded as UTF-8 without refusing bad bytes; they are reported here. */
export function readDocument(text: string, file: string): Reading {
  const blocked = encodingProblems(text)
  if (blocked.length > 0)
    return { lineOf: () => 1, lineOfKey: () => 1, problems: blocked.map((p) => place(p, file, text)) }
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const line = (offset: number | undefined): number =>
    offset === undefined ? 1 : Math.max(1, lines.linePos(offset).line)
  const found: At[] = []
  if (!Array.isArray(documents) || documents.length === 0) {
    found.push({
      code: 'empty',
      what: 'the file holds nothing',
      expected: 'a mapping of keys and values',
      todo: 'write the content, or remove the file',
    })
    return { lineOf: () => 1, lineOfKey: () => 1, problems: found.map((p) => place(p, file, text)) }
  }
  const document = documents[0] as Document.Parsed
  const second = documents[1]
  if (second !== undefined) {
    const at = second.range?.[0]
    found.push({
      code: 'documents',
      what: 'a second document starts here',
      expected: 'one document in a file',
      todo: 'put it into a file of its own',
      ...(at === undefined ? {} : { at }),
    })
  }
  for (const error of documents.flatMap(({ errors }) => errors))
    found.push(syntax(error.code, error.message, error.pos[0]))
  let value: unknown
  if (document.errors.every(({ code }) => code === 'DUPLICATE_KEY')) {
    try {
      value = document.toJS({ maxAliasCount: MAX_ALIASES })
    } catch {
      found.push({
        code: 'aliases',
        what: 'aliases repeat each other too often',
        expected: `at most ${MAX_ALIASES} uses of what an anchor names`,
        todo: 'write the values out',
      })
    }
  }
  const node = (path: readonly PropertyKey[]) => document.getIn(path as unknown[], true)
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const key = path[length - 1]
      const around = length === 1 ? document.contents : node(path.slice(0, length - 1))
      const pair = isMap(around) ? around.items.find((item) => keyOf(item) === String(key)) : undefined
      if (isNode(pair?.key) && pair.key.range) return line(pair.key.range[0])
      const here = node(path.slice(0, length))
      if (isNode(here) && here.range) return line(here.range[0])
    }
    return line(document.contents?.range?.[0])
  }
  return {
    ...(value === undefined ? {} : { value }),
    lineOf,
    lineOfKey: (path, key) => lineOf([...path, key]),
    problems: found.map((p) => ({ ...place(p, file, text), ...(p.at === undefined ? {} : { line: line(p.at) }) })),
  }
}

const keyOf = (item: Pair): string => (isScalar(item.key) ? String(item.key.value) : '')

function syntax(code: string, message: string, at: number): At {
  if (code === 'DUPLICATE_KEY') {
    return {
      code: 'duplicate-key',
      what: 'this key stands twice in one mapping',
      expected: 'each key once',
      todo: 'keep one of the two',
      at,
    }
  }
  const what = `not readable as YAML: ${message.split('\n')[0]?.replace(/\.$/, '') ?? code}`
  return {
    code: 'yaml',
    what,
    expected: 'YAML 1.2',
    todo: 'check indentation, colons and quotes on this line and the one before',
    at,
  }
}

function encodingProblems(text: string): At[] {
  if (text.length > MAX_BYTES) {
    return [
      {
        code: 'size',
        what: `the file is longer than ${MAX_BYTES / 1024} kB`,
        expected: `at most ${MAX_BYTES / 1024} kB of text`,
        todo: 'check that this is the file you mean',
      },
    ]
  }
  const wide = text.includes('\0') || /^\uFFFD{2}/.test(text) || text.startsWith('\uFFFE')
  if (wide) {
    const at = text.indexOf('\0')
    return [
      {
        code: 'encoding',
        what: 'the file is not UTF-8 text; it looks like UTF-16 or a binary file',
        expected: 'text encoded as UTF-8',
        todo: 'save it again as UTF-8',
        ...(at < 0 ? {} : { at }),
      },
    ]
  }
  const bad = text.indexOf('\uFFFD')
  if (bad >= 0)
    return [
      {
        code: 'encoding',
        what: 'a letter here is not valid UTF-8',
        expected: 'text encoded as UTF-8',
        todo: 'save the file again as UTF-8',
        at: bad,
      },
    ]
  // a tab, a line feed and a carriage return are the only control characters that a text file needs
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = text.search(/[\u0001-\u0008\u000b\u000c\u000e-\u001f]/)
  if (control >= 0)
    return [
      {
        code: 'encoding',
        what: 'a control character stands here',
        expected: 'plain text',
        todo: 'remove it',
        at: control,
      },
    ]
  if (text.trim() === '')
    return [
      {
        code: 'empty',
        what: 'the file holds nothing',
        expected: 'a mapping of keys and values',
        todo: 'write the content, or remove the file',
      },
    ]
  return []
}

function place({ at, ...problem }: At, file: string, text: string): Problem {
  if (at === undefined) return { ...problem, file, line: 1 }
  let line = 1
  for (let k = text.indexOf('\n'); k >= 0 && k < at; k = text.indexOf('\n', k + 1)) line++
  return { ...problem, file, line }
}
