import type { Claim } from '../ledger/claim.ts'
import type { Place, Places } from '../places.ts'
import { type Observation, observationKey, type Replacement, writtenName } from './entries.ts'
import type { Findings } from './findings.ts'

/** One event as far as it is kept. */
export interface CodedEvent {
  readonly line: number
  /** Its id in the export, to find repeated rows; it is not kept. */
  readonly id: string
  readonly place: Place
  readonly year: number
  readonly month?: number
  /** Known to the district and the month. */
  readonly exact: boolean
  /** By measure of the export; `undefined` adds nothing. */
  readonly counts: readonly (Figure | undefined)[]
}
export type Figure = { readonly value: number; readonly low?: number; readonly high?: number }

/** A measure of an export and the series that its monthly sums make. */
export interface Measure {
  readonly series: string
  readonly unit: string
  readonly range?: boolean
}

export interface Export {
  readonly title: string
  readonly url: string
  readonly measures: readonly Measure[]
}

/** Series of events that are known less exactly than to district and month: never to be added to a total without a look. */
export const IMPRECISE = '_imprecise'
const IMPRECISE_NOTE =
  'Events known less exactly than to district and month; all others stand in the series without _imprecise.'

interface Sum {
  readonly place: Place
  readonly year: number
  readonly month?: number
  readonly exact: boolean
  readonly figures: { value: number; low: number; high: number }[]
  readonly lines: number[]
}

/** Lines of a file below this number can be told apart. */
const LINES = 2 ** 26

/** What the ledger holds: an observation that says the same, or the row of an earlier import that counts the same otherwise. */
export interface Counted {
  observed(key: string): string | undefined
  countedBefore(row: Observation): Claim | undefined
}

/** Adds events up by place and month (or year, where the month is not known): single events are not kept. */
export class MonthlySums {
  readonly #export: Export
  readonly #findings: Findings
  readonly #sums = new Map<string, Sum>()
  /** Event id → line and number of its signature, in one number: a file has a million of them. */
  readonly #seen = new Map<string, number>()
  readonly #signatures = new Map<string, number>()

  constructor(source: Export, findings: Findings) {
    this.#export = source
    this.#findings = findings
  }

  add(event: CodedEvent): void {
    const key = `${event.place.id}\t${event.year}\t${event.month ?? ''}\t${event.exact}`
    if (this.#repeats(event, key)) return
    let sum = this.#sums.get(key)
    if (!sum) {
      const { place, year, month, exact } = event
      const figures = this.#export.measures.map(() => ({ value: 0, low: 0, high: 0 }))
      sum = { place, year, ...(month === undefined ? {} : { month }), exact, figures, lines: [] }
      this.#sums.set(key, sum)
    }
    sum.lines.push(event.line)
    event.counts.forEach((count, index) => {
      const figure = sum.figures[index]
      if (!figure || !count) return
      figure.value += count.value
      figure.low += count.low ?? count.value
      figure.high += count.high ?? count.value
    })
  }

  #repeats(event: CodedEvent, key: string): boolean {
    const signature = `${key}\t${event.counts.map((count) => (count ? `${count.value} ${count.low} ${count.high}` : '')).join()}`
    const number = this.#signatures.get(signature) ?? this.#signatures.size
    this.#signatures.set(signature, number)
    const earlier = this.#seen.get(event.id)
    if (earlier === undefined) {
      this.#seen.set(event.id, number * LINES + event.line)
      return false
    }
    const line = earlier % LINES
    if (Math.floor(earlier / LINES) === number) this.#findings.duplicate(event.line, `line ${line}`)
    else {
      this.#findings.rows.refused += 1
      this.#findings.problem({
        code: 'repeated-id',
        line: event.line,
        what: `the event has the id of line ${line} but another place, month or number of deaths`,
        expected: 'each event once',
        todo: 'keep the newer of the two rows',
      })
    }
    return true
  }

  /** The sums that are not in the ledger yet; each row of the file is counted. */
  observations(places: Places, known: Counted): { fresh: Observation[]; replacements: Replacement[] } {
    const fresh: Observation[] = []
    const replacements: Replacement[] = []
    const sums = [...this.#sums.values()].sort(
      (a, b) =>
        compare(a.place.id, b.place.id) ||
        a.year - b.year ||
        (a.month ?? 0) - (b.month ?? 0) ||
        Number(b.exact) - Number(a.exact),
    )
    for (const sum of sums) {
      const rows = this.#rowsOf(sum, writtenName(sum.place, places))
      const ids = rows.map((row) => known.observed(observationKey(row)))
      const [first = ''] = ids.filter((id) => id !== undefined)
      if (ids.every((id) => id !== undefined)) {
        for (const line of sum.lines) this.#findings.duplicate(line, first)
        continue
      }
      const before = replacements.length
      for (const [index, row] of rows.entries()) {
        if (ids[index] !== undefined) continue
        const old = known.countedBefore(row)
        if (old) replacements.push({ old, row })
        else fresh.push(row)
      }
      if (replacements.length > before) this.#findings.rows.updated += 1
      else this.#findings.rows.added += 1
      this.#findings.rows.merged += sum.lines.length - 1
    }
    return { fresh, replacements }
  }

  #rowsOf(sum: Sum, place: string): Observation[] {
    const { title, url, measures } = this.#export
    return measures.map((measure, index) => {
      const figure = sum.figures[index] ?? { value: 0, low: 0, high: 0 }
      return {
        series: sum.exact ? measure.series : measure.series + IMPRECISE,
        place,
        placeId: sum.place.id,
        year: sum.year,
        ...(sum.month === undefined ? {} : { month: sum.month }),
        value: figure.value,
        ...(measure.range ? { low: figure.low, high: figure.high } : {}),
        unit: measure.unit,
        title,
        url,
        confidence: 'medium',
        note: sum.exact ? '' : IMPRECISE_NOTE,
        line: sum.lines[0] ?? 1,
      }
    })
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
