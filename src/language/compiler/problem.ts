/** What is wrong with a rule, where, and what to write instead. */
import type { Syntax } from './source.ts'

/** One mistake. line and column count from 1; both are 0 when the mistake is in no file (a declaration, a schedule). */
export interface LanguageProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly what: string
  readonly instead: string
}

/** The compiler's only error: all mistakes found in one go. */
export class Refused extends Error {
  readonly problems: readonly LanguageProblem[]
  constructor(problems: readonly LanguageProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}:${p.column}: ${p.what}\n    ${p.instead}`).join('\n'))
    this.name = 'Refused'
    this.problems = problems
  }
}

/** A mistake on its way from a syntax node to the statement that collects it. */
export class Fault extends Error {
  readonly node: Syntax
  readonly what: string
  readonly instead: string
  /** 'std.ts:12' where the mistake shows inside a helper of another file; node is then the call. */
  readonly inside: string | undefined
  constructor(node: Syntax, what: string, instead: string, inside?: string) {
    super(what)
    this.node = node
    this.what = what
    this.instead = instead
    this.inside = inside
  }

  get problem(): LanguageProblem {
    const { source, start } = this.node.loc ?? { source: '', start: { line: 0, column: -1 } }
    const what = this.inside ? `${this.what} (in ${this.inside})` : this.what
    return { file: source ?? '', line: start.line, column: start.column + 1, what, instead: this.instead }
  }
}

/** Says that this place is wrong. */
export function fail(node: Syntax, what: string, instead: string): never {
  throw new Fault(node, what, instead)
}

/** A mistake outside the rule files: place is 'declarations' or 'schedule'. */
export const misplaced = (place: string, what: string, instead: string): LanguageProblem => ({
  file: place,
  line: 0,
  column: 0,
  what,
  instead,
})

/** Every mistake once, although two kernels may share the rule that has it. */
export function distinct(problems: readonly LanguageProblem[]): LanguageProblem[] {
  const seen = new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column}:${p.what}`, p]))
  return [...seen.values()]
}

/** More names than this are not listed. */
const LISTED = 12

/** 'did you mean cash?', or what is declared. A short word needs fewer edits to be taken for another. */
export function nearest(word: string, among: readonly string[]): string {
  const ranked = among.map((name) => ({ name, edits: distance(word, name) })).sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  if (best && best.edits <= Math.min(3, Math.max(1, Math.floor(word.length / 2)))) return `did you mean ${best.name}?`
  if (among.length <= LISTED) return `declared are: ${among.join(', ') || 'none'}`
  const near = ranked.slice(0, 5).map(({ name }) => name)
  return `declared are ${among.length} others, the nearest ${near.join(', ')}`
}

/** The number of letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const [left = 0, up = 0, corner = 0] = [next[j - 1], row[j], row[j - 1]]
      next.push(Math.min(up + 1, left + 1, corner + Number(a[i - 1] !== b[j - 1])))
    }
    row = next
  }
  return row[b.length] ?? 0
}
