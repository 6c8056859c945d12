import { onOneLine, visible } from './visible.ts'

/**
 * One error type for every boundary of the project: what is wrong, where, what was expected and what to do about it.
 * Commands print each problem on one line; nobody sees a stack trace.
 */
export interface Problem {
  /** Stable word for programs and tests, for example `type` or `duplicate-key`. */
  readonly code: string
  /** File as the user knows it. */
  readonly file: string
  /** Line in the file, counted from 1, where there is one. */
  readonly line?: number
  /** Column in the line, counted from 1, where a program has one to tell. */
  readonly column?: number
  /** Column or key within the line, where there is one. */
  readonly field?: string
  /** What is wrong, without a full stop. */
  readonly what: string
  /** What was expected, continues "expected …". */
  readonly expected: string
  /** What to do, continues "do …"; an instruction. */
  readonly todo: string
}

/** Input that cannot be used: carries every problem found, not only the first. */
export class InputError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'InputError'
    this.problems = problems
  }
}

/**
 * `file:line:column: field: what — expected …; do …` on one line, hidden characters written out; line, column and field are
 * left out where there are none.
 */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  const field = problem.field === undefined ? '' : `${problem.field}: `
  return visible(onOneLine(`${place}: ${field}${problem.what} — expected ${problem.expected}; do ${problem.todo}`))
}

/** Throws an InputError with all problems if there is any. */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems)
}

/** Files in reading order, then lines; problems without a line come first. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The candidate most like the word (at most a third of its letters differ), for "did you mean"; undefined if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein distance; gives up (returns `limit`) once it is sure to reach the limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    if (Math.min(...row) >= limit) return limit
    previous = row
  }
  return previous[b.length] ?? limit
}
