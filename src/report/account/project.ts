// What the project says of itself in files: decisions, changes, tests. Read, never run.

/** One page of docs/decisions. */
export interface Decision {
  readonly number: string
  readonly title: string
  /** `2026-11-22`; absent where the page has none. */
  readonly date?: string
  /** First sentence of the question that had to be settled. */
  readonly question: string
  readonly path: string
}

/** A page as texts by path; the template is none. */
export function decisionsIn(pages: Readonly<Record<string, string>>): Decision[] {
  return Object.entries(pages).flatMap(([path, text]) => {
    const [, number = '', title = ''] = /^# (\d{3}) (.+)$/m.exec(text) ?? []
    if (number === '' || number === '000') return []
    const date = /^(?:\*\*)?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1]
    return [{ number, title, ...(date === undefined ? {} : { date }), question: questionOf(text), path }]
  })
}

/** What follows the heading, `Question` or the first one; the first paragraph where there is none. */
function questionOf(text: string): string {
  const asked = /^(?:## Question|\*\*Question\.\*\*)\s*([\s\S]*?)(?=\n\s*\n|\n#|$)/m.exec(text)?.[1]
  const paragraphs = text
    .replace(/^# .*$/m, '')
    .split(/\n\s*\n/)
    .map((part) => part.replace(/^#+ .*\n?/gm, '').trim())
  const first = paragraphs.find((part) => part.length > DATE_LINE && !/^\d{4}-\d{2}-\d{2}[^\n]*$/.test(part))
  return sentence(
    (asked ?? first ?? '')
      .replace(/\*\*[^*]*\*\*/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/** Longer than a line with month and year only. */
const DATE_LINE = 24
/** The first sentence; a mark inside `code` ends none. */
const sentence = (text: string): string => /^(?:`[^`]*`|[^`])*?[.?!](?= |$)/.exec(text)?.[0] ?? text

/** A heading of CHANGELOG.md with its lines. */
export interface Change {
  readonly heading: string
  readonly lines: readonly string[]
}

export function changesIn(text: string): Change[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('\n')
      const lines = rest
        .join('\n')
        .split(/^- /m)
        .slice(1)
        .map((line) => line.replace(/\s+/g, ' ').trim())
      return { heading: heading.trim(), lines }
    })
}

/** Test files of a folder, and how many tests they declare. */
export interface TestFolder {
  readonly folder: string
  readonly files: number
  readonly declared: number
}

/** Texts by path below the checkout, `test/engine/draws.test.ts`. */
export function testsIn(texts: Readonly<Record<string, string>>): TestFolder[] {
  const folders = new Map<string, { files: number; declared: number }>()
  for (const [path, text] of Object.entries(texts)) {
    const folder = path.split('/').slice(0, 2).join('/')
    const found = folders.get(folder) ?? { files: 0, declared: 0 }
    folders.set(folder, {
      files: found.files + 1,
      declared: found.declared + [...text.matchAll(/^\s*(?:test|it)(?:\.\w+)*\s*\(/gm)].length,
    })
  }
  return [...folders].map(([folder, found]) => ({ folder, ...found }))
}
