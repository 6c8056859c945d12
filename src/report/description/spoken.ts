// What code says of itself: the comments before its parts, and the names it mentions.
import { docComment, resolve } from '../../language/compiler/source.ts'

/** The comment at the head of a file, in one line; empty where there is none. */
export function headOf(text: string): string {
  const lines = /^(?:\/\/ ?.*\n)+/.exec(text)?.[0] ?? ''
  return lines
    .replace(/^\/\/ ?/gm, '')
    .trim()
    .replaceAll('\n', ' ')
}

/** The doc comment before the first place where `pattern` stands, in one line; empty where there is none. */
export function aboutOf(text: string, pattern: RegExp): string {
  const place = text.search(pattern)
  return place < 0 ? '' : oneLine(docComment(text, place))
}

export const oneLine = (text: string): string => text.replaceAll('\n', ' ')

/** A run of the schedule under one comment: what the comment says, and how many mechanisms follow it. */
export interface Stretch {
  readonly says: string
  readonly count: number
}

/** The list of mechanisms in the text of the schedule, cut at its comments. */
export function stretchesOf(text: string): Stretch[] {
  const list = /export const mechanisms[^=]*= \[\n([\s\S]*?)\n\]/.exec(text)?.[1] ?? ''
  const stretches: { says: string; count: number }[] = []
  for (const line of list.split('\n')) {
    const comment = /^\s*\/\/ ?(.*)$/.exec(line)?.[1]
    if (comment !== undefined) stretches.push({ says: comment, count: 0 })
    else if (/^\s*\w+,$/.test(line)) {
      if (stretches.length === 0) stretches.push({ says: '', count: 0 })
      const last = stretches.at(-1)
      if (last) last.count += 1
    }
  }
  return stretches
}

/** All that a pattern with one group finds, each once, in the order of the text. */
export const mentioned = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
]

/** Words in quotes of a text, as patterns: `'coca_area'`, and `${crop}_area` for whatever stands in it. */
export function quotedIn(text: string): RegExp[] {
  const plain = mentioned(text, /'([A-Za-z][\w-]+)'/g)
  const holed = mentioned(text, /`((?:[\w-]|\$\{\w+\})+)`/g)
  return [...plain, ...holed].map((word) => new RegExp(`^${word.replace(/\$\{\w+\}/g, '[a-z]+')}$`))
}

/** Files that these files import, directly or not, themselves included. */
export function closureOf(
  entries: readonly string[],
  texts: Readonly<Record<string, string>>,
  below: string,
): string[] {
  const found = new Set(entries)
  for (const file of found)
    for (const path of mentioned(texts[file] ?? '', /from '(\.[^']+)'/g)) {
      const target = resolve(file, path)
      if (target.startsWith(below) && texts[target] !== undefined) found.add(target)
    }
  return [...found].sort()
}
