import type { CsvRecord } from '../csv.ts'
import type { DataPackage } from '../package.ts'
import { nearest } from '../problem.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type Additions, observationKey } from './entries.ts'
import { MonthlySums } from './events.ts'
import { Findings } from './findings.ts'
import { Known } from './known.ts'
import { newSources } from './new-sources.ts'
import { claimsReader } from './read-claims.ts'
import { ACLED, acledReader, UCDP, ucdpReader } from './read-events.ts'
import { seriesReader } from './read-series.ts'
import { RecordReader } from './records.ts'
import type { ImportKind, ImportOptions } from './result.ts'
import { Survey } from './row.ts'
import { Gazetteer } from './where.ts'

/**
 * Reads a table of any length as its text passes twice: first to see what it is and how it writes numbers and dates, then row
 * by row. Call `survey` for each piece and `surveyed`; then `read` for each piece of the same text and `finished`.
 */
export class Importer {
  readonly findings: Findings
  readonly #options: ImportOptions
  readonly #pack: DataPackage
  readonly #known: Known
  readonly #titles: ReadonlyMap<string, string>
  readonly #first: RecordReader
  readonly #second: RecordReader
  #columns: Columns | undefined
  #headerSeen = false
  #survey: Survey | undefined
  #take: ((record: CsvRecord) => void) | undefined
  #sums: MonthlySums | undefined
  #dropped: readonly (readonly [number, string])[] = []
  #droppedCells: number[] = []

  constructor(file: string, options: ImportOptions, pack: DataPackage) {
    this.findings = new Findings(file)
    this.#options = options
    this.#pack = pack
    this.#titles = new Map([...pack.ledger.sources.values()].map(({ id, title }) => [id, title]))
    this.#known = new Known(pack.ledger, this.findings)
    this.#first = new RecordReader(this.findings)
    this.#second = new RecordReader(this.findings, true)
    this.#checkOptions()
  }

  get kind(): ImportKind | undefined {
    return this.#columns?.kind
  }

  survey(text: string): void {
    this.#surveyRecords(this.#first.push(text))
  }

  /** Whether the file can be read at all. */
  surveyed(): boolean {
    this.#surveyRecords(this.#first.end())
    if (!this.#headerSeen)
      this.findings.problem({
        code: 'empty',
        what: 'the file is empty',
        expected: 'a header line and rows',
        todo: 'check that this is the file you mean',
      })
    const columns = this.#columns
    if (!columns || !this.#survey) return false
    if (this.#first.separator !== ',') {
      const what = `the cells are separated by ${this.#first.separator === '\t' ? 'tabs' : `"${this.#first.separator}"`}`
      this.findings.notice({ code: 'separator', what })
    }
    const read = new Set([...columns.at.values(), ...columns.years.keys()])
    this.#dropped = columns.names.flatMap((name, index) =>
      read.has(index) ? [] : [[index, name.slice(0, 80) || `column ${index + 1}`] as const],
    )
    this.#droppedCells = this.#dropped.map(() => 0)
    this.findings.rows.read += this.#first.brokenLines
    this.findings.rows.refused += this.#first.brokenLines
    this.#take = this.#reader(columns, this.#survey)
    this.#headerSeen = false
    return true
  }

  read(text: string): void {
    this.#readRecords(this.#second.push(text))
  }

  /** What the file adds to the ledger, once all its text has passed. */
  finished(): Additions {
    this.#readRecords(this.#second.end())
    this.#dropped.forEach(([, name], index) => {
      this.findings.dropped(name, this.#droppedCells[index])
    })
    if (this.#sums) {
      const { fresh, replacements } = this.#sums.observations(this.#pack.places, this.#known)
      for (const observation of fresh) this.#known.keepObservation(observation)
      this.#known.updates.push(...replacements)
    }
    const { claims, observations, updates } = this.#known
    return {
      claims,
      observations,
      sources: newSources([...observations, ...this.trials.observations], this.#titles),
      replacements: updates,
    }
  }

  /** Rows that are refused, mended so far that the checks of the whole ledger can find what else is wrong with them. */
  get trials(): Pick<Additions, 'claims' | 'observations'> {
    return this.#known.trials
  }

  #surveyRecords(records: readonly CsvRecord[]): void {
    for (const record of records) {
      if (!this.#headerSeen) {
        this.#headerSeen = true
        const cells = record.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())
        this.#columns = columnsOf(cells, record.line, this.#options.as, this.findings)
        if (this.#columns) this.#survey = new Survey(this.#columns)
      } else this.#survey?.see(record)
    }
  }

  #readRecords(records: readonly CsvRecord[]): void {
    const width = this.#columns?.names.length ?? 0
    for (const record of records) {
      if (!this.#headerSeen) {
        this.#headerSeen = true
        continue
      }
      this.findings.rows.read += 1
      if (record.cells.length !== width) this.#ragged(record, width)
      else {
        this.#dropped.forEach(([index], at) => {
          if (record.cells[index] !== '') this.#droppedCells[at] = (this.#droppedCells[at] ?? 0) + 1
        })
        this.#take?.(record)
      }
    }
  }

  #ragged({ line, cells }: CsvRecord, width: number): void {
    this.findings.rows.refused += 1
    this.findings.problem({
      code: 'ragged',
      line,
      what: `the row has ${cells.length} cells, the header ${width}`,
      expected: `${width} cells`,
      todo: 'add or remove separators, and put cells that contain one into quotation marks',
    })
  }

  #reader(columns: Columns, survey: Survey): (record: CsvRecord) => void {
    const { places } = this.#pack
    const titles = this.#titles
    const parts = [columns, survey, this.#options] as const
    const known = this.#known
    if (columns.kind === 'claims')
      return claimsReader(
        ...parts,
        {
          titles,
          keep: (claim) => known.keepClaim(claim),
          tryClaim: (claim) => known.tryClaim(claim),
          full: () => known.full,
        },
        this.findings,
      )
    if (columns.kind === 'series') {
      this.#checkWide(columns)
      return seriesReader(
        ...parts,
        {
          places,
          titles,
          keep: (row) => known.keepObservation(row),
          holds: (row) => known.observed(observationKey(row)),
          tryRow: (row) => known.tryObservation(row),
          full: () => known.full,
        },
        this.findings,
      )
    }
    const source = columns.kind === 'acled' ? ACLED : UCDP
    const title = this.#titles.get(this.#options.source ?? '') ?? source.title
    this.#sums = new MonthlySums({ ...source, title }, this.findings)
    const read = columns.kind === 'acled' ? acledReader : ucdpReader
    return read(...parts, new Gazetteer(places, this.findings), this.#sums, this.findings)
  }

  #checkOptions(): void {
    const { source, subject } = this.#options
    const check = (field: string, word: string | undefined, ids: Iterable<string>) => {
      const known = [...ids]
      if (word === undefined || known.includes(word)) return
      const near = nearest(word, known)
      const todo =
        near === undefined ? `add it to evidence/${field.slice(2)}s.csv first` : `write ${near} if that is meant`
      this.findings.problem({
        code: field.slice(2),
        field,
        what: `"${word}" is not listed`,
        expected: `an id of evidence/${field.slice(2)}s.csv`,
        todo,
      })
    }
    check('--source', source, this.#titles.keys())
    check('--subject', subject, this.#pack.ledger.subjects.keys())
  }

  /** A table with years in columns seldom says what it measures; the user does then. */
  #checkWide(columns: Columns): void {
    if (columns.years.size === 0) return
    for (const name of ['series', 'unit'] as const) {
      if (columns.at.has(name) || this.#options[name]) continue
      const what = `the table does not name the ${name}`
      this.findings.problem({
        code: 'missing-column',
        line: 1,
        field: name,
        what,
        expected: `a column ${name}, or --${name}`,
        todo: `repeat with --${name}`,
      })
    }
  }
}
