import { type Problem, sortProblems } from '../problem.ts'
import type { Duplicate, FigureCount, Notice, Reading, RowCount } from './result.ts'

/** Problems of one code that are listed; the others are counted. */
export const LISTED = 50
/** Duplicates that are listed; `rows.duplicate` has the number. */
const LISTED_DUPLICATES = 1000
/** Cells with a problem that are remembered, so that no other check tells of them again. */
const MOST_TOLD = 200_000
/** Lines or names that a notice lists. */
const LISTED_WHERE = 20

type Fault = Omit<Problem, 'file'>

/** Gathers what an import says about a file of any length: lists are capped, numbers are whole. */
export class Findings {
  readonly file: string
  readonly rows: RowCount = { read: 0, added: 0, merged: 0, updated: 0, duplicate: 0, outside: 0, refused: 0 }
  /** Set by the reader of a table whose rows hold several figures. */
  figures: FigureCount | undefined
  readonly #problems: Problem[] = []
  readonly #counts = new Map<string, number>()
  readonly #duplicates: Duplicate[] = []
  readonly #dropped = new Map<string, number>()
  readonly #coarsened = new Map<string, number>()
  readonly #notices = new Map<string, Notice>()
  readonly #faulty = new Set<string>()
  readonly #suspects = new Map<string, { notice: Notice; where: Map<string, number> }>()

  constructor(file: string) {
    this.file = file
  }

  problem(fault: Fault, file = this.file): void {
    const count = (this.#counts.get(fault.code) ?? 0) + 1
    this.#counts.set(fault.code, count)
    if (count <= LISTED) this.#problems.push({ ...fault, file })
    if (this.#faulty.size < MOST_TOLD) this.#faulty.add(`${fault.line}:${fault.field ?? ''}`)
  }

  /** Whether this cell has a problem already. */
  told(line: number, field: string): boolean {
    return this.#faulty.has(`${line}:${field}`)
  }

  /** Whether another problem of this code would be listed; advice that takes long to find is only needed then. */
  lists(code: string): boolean {
    return (this.#counts.get(code) ?? 0) < LISTED
  }

  get faulty(): boolean {
    return this.#counts.size > 0
  }

  duplicate(line: number, of: string): void {
    this.rows.duplicate += 1
    this.repeated({ line, of })
  }

  /** Lists a repeated row, or a repeated figure of a row, without counting the row. */
  repeated(duplicate: Duplicate): void {
    if (this.#duplicates.length < LISTED_DUPLICATES) this.#duplicates.push(duplicate)
  }

  dropped(column: string, cells = 1): void {
    if (cells > 0) this.#dropped.set(column, (this.#dropped.get(column) ?? 0) + cells)
  }

  coarsened(column: string): void {
    this.#coarsened.set(column, (this.#coarsened.get(column) ?? 0) + 1)
  }

  /** A notice of one code about one column is given once. */
  notice(notice: Notice): void {
    const key = `${notice.code}\n${notice.field ?? ''}`
    if (!this.#notices.has(key)) this.#notices.set(key, notice)
  }

  /** Gathers where the same thing was seen (`line 2`, or a name); the notice lists these with their numbers. */
  seen(notice: Notice, where: string): void {
    const key = `${notice.code}\n${notice.field ?? ''}`
    const suspect = this.#suspects.get(key) ?? { notice, where: new Map<string, number>() }
    suspect.where.set(where, (suspect.where.get(where) ?? 0) + 1)
    this.#suspects.set(key, suspect)
  }

  #gathered(): Notice[] {
    return [...this.#suspects.values()].map(({ notice, where }) => {
      const shown = [...where]
        .slice(0, LISTED_WHERE)
        .map(([place, count]) => (count > 1 ? `${place} (${count})` : place))
      const more = where.size > LISTED_WHERE ? `, and ${where.size - LISTED_WHERE} more` : ''
      return { ...notice, what: `${notice.what}: ${shown.join(', ')}${more}` }
    })
  }

  reading(): Reading {
    const more = [...this.#counts]
      .filter(([, count]) => count > LISTED)
      .map(
        ([code, count]): Problem => ({
          code,
          file: this.file,
          what: `${count - LISTED} more problems of the kind "${code}"`,
          expected: 'none',
          todo: 'repair those listed, then look again',
        }),
      )
    return {
      problems: [...sortProblems(this.#problems), ...more],
      problemCounts: Object.fromEntries(this.#counts),
      duplicates: this.#duplicates,
      dropped: sorted(this.#dropped),
      coarsened: sorted(this.#coarsened),
      notices: [...this.#notices.values(), ...this.#gathered()],
      rows: { ...this.rows },
      ...(this.figures ? { figures: { ...this.figures } } : {}),
    }
  }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
