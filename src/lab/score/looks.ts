// The list of looks at the hold-out: every opening is a line for ever, and the first one is the score that counts.
import { sha256Hex } from '../../engine/hash.ts'
import { readCsv, writeCsv } from '../../evidence/csv.ts'
import { InputError, type Problem, throwIfAny } from '../../evidence/problem.ts'
import type { ScoreCard } from './card.ts'

/** One rule on one series in one look. Numbers as they were written: six digits after the point. */
export interface LookRow {
  /** Counted from 1; a look may have many rows. */
  readonly look: number
  /** ISO, to the second, UTC. */
  readonly date: string
  readonly commit: string
  /** Hash of the posterior that was scored; empty for rules without one. */
  readonly posterior: string
  readonly set: string
  readonly series: string
  readonly place: string
  readonly rule: string
  readonly from: number
  readonly to: number
  readonly n: number
  readonly crps: number
  readonly log_score: number | null
  readonly cover90: number
  readonly half_width90: number
  readonly best: string
  readonly crpss: number | null
  readonly support: number | null
  readonly badge: string
}

const COLUMNS = [
  ...['look', 'date', 'commit', 'posterior', 'set', 'series', 'place', 'rule', 'from', 'to', 'n', 'crps', 'log_score'],
  ...['cover90', 'half_width90', 'best', 'crpss', 'support', 'badge'],
] as const
const TEXTS = new Set(['date', 'commit', 'posterior', 'set', 'series', 'place', 'rule', 'best', 'badge'])
const MAY_BE_EMPTY = new Set(['posterior', 'best', 'log_score', 'crpss', 'support'])
const DIGITS = 1e6

/** The rows of a score card as the next look at these sets. */
export function lookOf(card: ScoreCard, commit: string, sets: readonly string[]): Omit<LookRow, 'look'>[] {
  return card.rows
    .filter(({ lead, set }) => lead === null && sets.includes(set))
    .map((row) => {
      const skill = card.skills.find(
        (one) => one.set === row.set && one.series === row.series && one.place === row.place && one.rule === row.rule,
      )
      return {
        date: card.made.date,
        commit,
        posterior: card.made.posterior ?? '',
        set: row.set,
        series: row.series,
        place: row.place,
        rule: row.rule,
        from: row.from,
        to: row.to,
        n: row.n,
        crps: rounded(row.crps),
        log_score: row.log_score === null ? null : rounded(row.log_score),
        cover90: rounded(row.cover90),
        half_width90: rounded(row.half_width90),
        best: skill?.best ?? '',
        crpss: skill?.crpss == null ? null : rounded(skill.crpss),
        support: skill?.support == null ? null : rounded(skill.support),
        badge: skill?.badge ?? 'naive',
      }
    })
}

const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS

/**
 * Ties each line to all before it: whoever changes or removes one breaks every later chain. That the last ones were cut off is not
 * seen here; the history of the checkout shows it.
 */
const chainOf = (before: string, cells: readonly string[]): string =>
  sha256Hex(JSON.stringify([before, ...cells])).slice(0, 12)

/** Reads the list; an empty text is an empty list. Every problem: columns, figures, lines changed, removed or put in between. */
export function readLooks(text: string, file: string): { looks: LookRow[]; problems: Problem[]; chain: string } {
  if (text.trim() === '') return { looks: [], problems: [], chain: '' }
  const { records, problems: found } = readCsv(text, file)
  const problems: Problem[] = [...found]
  const wanted = [...COLUMNS, 'chain']
  const [header, ...lines] = records
  if (header?.cells.join() !== wanted.join()) {
    const what = 'the columns are not those of the list'
    problems.push({ code: 'columns', file, line: 1, what, expected: wanted.join(','), todo: 'restore the file' })
    return { looks: [], problems, chain: '' }
  }
  const looks: LookRow[] = []
  let chain = ''
  for (const { line, cells } of lines) {
    const row = rowOf(cells)
    const before = looks.at(-1)?.look ?? 0
    const what =
      row === undefined
        ? 'a cell is missing or is no figure'
        : row.look !== before && row.look !== before + 1
          ? `look ${row.look} follows look ${before}`
          : cells.at(-1) !== chainOf(chain, cells.slice(0, -1))
            ? 'this line, or one before it, was changed after it was written'
            : undefined
    if (what) {
      const todo = 'restore the file as it was; looks are only ever added'
      problems.push({ code: 'looks-changed', file, line, what, expected: 'the lines as they were written', todo })
      break
    }
    chain = cells.at(-1) as string
    looks.push(row as LookRow)
  }
  return { looks, problems, chain }
}

function rowOf(cells: readonly string[]): LookRow | undefined {
  if (cells.length !== COLUMNS.length + 1) return undefined
  const entries = COLUMNS.map((name, k): [string, string | number | null] => {
    const cell = cells[k] as string
    return [name, TEXTS.has(name) ? cell : cell === '' ? null : Number(cell)]
  })
  const sound = entries.every(([name, value]) => {
    if (value === null || value === '') return MAY_BE_EMPTY.has(name)
    return typeof value === 'string' || Number.isFinite(value)
  })
  return sound ? (Object.fromEntries(entries) as unknown as LookRow) : undefined
}

/** The text with one look more. Throws an InputError where the text is no sound list, or the look has no rows. */
export function appendLook(text: string, file: string, rows: readonly Omit<LookRow, 'look'>[]): string {
  const { looks, problems, chain: last } = readLooks(text, file)
  throwIfAny(problems)
  if (rows.length === 0)
    throw new InputError([
      {
        code: 'no-data',
        file,
        what: 'the look has no scores',
        expected: 'one row or more',
        todo: 'score something first',
      },
    ])
  const look = (looks.at(-1)?.look ?? 0) + 1
  let chain = last
  const lines = rows.map((row) => {
    const full: LookRow = { look, ...row }
    const cells = COLUMNS.map((name) => (full[name] === null ? '' : String(full[name])))
    chain = chainOf(chain, cells)
    return [...cells, chain]
  })
  const added = writeCsv([...COLUMNS, 'chain'], lines)
  if (text.trim() === '') return added
  return (text.endsWith('\n') ? text : `${text}\n`) + added.slice(added.indexOf('\n') + 1)
}

/** Of each set, series, place and rule the score that counts: that of the first look at it. */
export function countingLooks(looks: readonly LookRow[]): LookRow[] {
  const first = new Map<string, LookRow>()
  for (const row of looks) {
    const key = JSON.stringify([row.set, row.series, row.place, row.rule])
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}
