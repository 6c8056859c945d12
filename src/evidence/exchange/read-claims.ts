import type { CsvRecord } from '../csv.ts'
import { CLAIM_FLAGS, CLAIM_KINDS } from '../ledger/claim.ts'
import { parsePeriod } from '../ledger/period.ts'
import { nearest } from '../problem.ts'
import { withoutPosition } from './cells.ts'
import type { Columns } from './columns.ts'
import type { Dates } from './dates.ts'
import type { ClaimCells } from './entries.ts'
import type { Findings } from './findings.ts'
import type { ImportOptions } from './result.ts'
import { ImportRow, type Survey } from './row.ts'
import { noteSuspicious } from './suspicious.ts'

/** Where claims go: `keep` gives the id (or line) of the claim that stands there already, if any, or the word `taken` for a used id. */
export interface ClaimSink {
  readonly titles: ReadonlyMap<string, string>
  keep(claim: ClaimCells): string | { readonly taken: string } | undefined
  /** Takes a row that is refused already, so that the checks of the whole ledger find what else is wrong with it. */
  tryClaim(claim: ClaimCells): void
  /** Nothing more is taken. */
  full(): boolean
}

const DAY = /\d{4}-\d\d-\d\d(?!\d)/g
const KINDS = CLAIM_KINDS.filter((kind) => kind !== 'observation')
const TEXTS = [
  'locator',
  'subject',
  'place',
  'unit',
  'attributed_to',
  'origin',
  'paraphrase',
  'paraphrase_es',
  'note',
] as const

/** Reads claims: our columns or some of them. */
export function claimsReader(
  columns: Columns,
  survey: Survey,
  options: ImportOptions,
  sink: ClaimSink,
  findings: Findings,
) {
  const numbers = survey.numbers(options, findings)
  const dates = survey.dates('period', options, findings)
  return (record: CsvRecord): void => {
    const row = new ImportRow(record, columns, findings)
    const cells: Record<string, string> = { id: idOf(row), source: sourceOf(row, options, sink) }
    for (const column of TEXTS) {
      cells[column] = row.text(column)
      if (!withoutPosition(cells[column], row.line, column, findings)) row.sound = false
    }
    inBothLanguages(cells, findings)
    for (const column of ['locator', 'subject', 'place', 'paraphrase']) if (cells[column] === '') row.needed(column)
    cells.kind = row.choice('kind', KINDS, 'qualitative')
    if (row.raw('kind') === '') row.needed('kind')
    cells.period = periodOf(row, dates, findings)
    cells.flags = flagsOf(row)
    cells.attributed_to ||= sink.titles.get(cells.source ?? '') ?? ''
    for (const column of ['low', 'value', 'high']) cells[column] = String(row.number(column, numbers) ?? '')
    noteSuspicious(cells, row.line, findings)
    if (!row.sound) {
      findings.rows.refused += 1
      sink.tryClaim({ cells: mended(cells, sink.titles), line: row.line })
      return
    }
    const earlier = sink.keep({ cells, line: row.line })
    if (earlier === undefined && sink.full()) findings.rows.refused += 1
    else if (earlier === undefined) findings.rows.added += 1
    else if (typeof earlier === 'string') findings.duplicate(row.line, earlier)
    else {
      row.fault(
        'id',
        'id',
        `${cells.id} is another claim already (${earlier.taken})`,
        'an id of its own',
        'leave the id empty; a new one is given',
      )
      findings.rows.refused += 1
    }
  }
}

/** A refused row with something sound in the cells that were told of, so that the other cells can be checked. */
function mended(cells: Readonly<Record<string, string>>, titles: ReadonlyMap<string, string>): Record<string, string> {
  const [anySource = ''] = titles.keys()
  const { source = '', period = '', locator = '' } = cells
  return {
    ...cells,
    id: '',
    source: titles.has(source) ? source : anySource,
    period: period || 'undated',
    locator: locator || '-',
    flags: (cells.flags ?? '')
      .split(' ')
      .filter((flag) => CLAIM_FLAGS.some((known) => known === flag))
      .join(' '),
  }
}

/** A wording in one language stands for the other too until somebody translates it. */
function inBothLanguages(cells: Record<string, string>, findings: Findings): void {
  const { paraphrase = '', paraphrase_es: spanish = '' } = cells
  if ((paraphrase === '') === (spanish === '')) return
  const field = paraphrase === '' ? 'paraphrase' : 'paraphrase_es'
  findings.notice({
    code: 'untranslated',
    field,
    what: 'where it is empty, the wording in the other language stands in it',
  })
  cells[field] = paraphrase || spanish
}

function idOf(row: ImportRow): string {
  const id = row.raw('id')
  if (id === '' || /^C\d{4,7}$/.test(id)) return id
  row.fault(
    'id',
    'id',
    `"${id.slice(0, 40)}" is no id of a claim`,
    'C and at least four digits, or nothing',
    'leave it empty; a new one is given',
  )
  return ''
}

function sourceOf(row: ImportRow, options: ImportOptions, sink: ClaimSink): string {
  if (options.source !== undefined) return options.source
  const source = row.text('source')
  if (sink.titles.has(source)) return source
  if (source === '')
    row.fault('source', 'source', 'the row names no source', 'a source', 'fill it in, or name one with --source')
  else {
    const near = nearest(source, sink.titles.keys())
    const todo = near === undefined ? 'add it to evidence/sources.csv first' : `write ${near} if that is meant`
    row.fault(
      'source',
      'source',
      `"${source.slice(0, 60)}" is not listed`,
      'the id of a source in evidence/sources.csv',
      todo,
    )
  }
  return source
}

function flagsOf(row: ImportRow): string {
  const flags = row
    .text('flags')
    .split(/[\s,;]+/)
    .filter(Boolean)
  for (const flag of flags) {
    if (CLAIM_FLAGS.some((known) => known === flag)) continue
    const todo = `write ${nearest(flag, CLAIM_FLAGS) ?? 'one of them'}, or leave it out`
    row.fault('enum', 'flags', `"${flag.slice(0, 40)}" is no flag`, `words of ${CLAIM_FLAGS.join(', ')}`, todo)
  }
  return flags.join(' ')
}

/** The period as the ledger writes it; a day becomes its month. */
function periodOf(row: ImportRow, dates: Dates, findings: Findings): string {
  const written = row.raw('period')
  if (written === '') {
    row.needed('period')
    return ''
  }
  if (parsePeriod(written) !== 'bad') return written
  const [start, end] = written.split('/').map((part) => parsePeriod(part.replace(/~$/, '')))
  if (typeof start === 'object' && typeof end === 'object' && end.to < start.from) {
    row.fault('order', 'period', `"${written}" ends before it starts`, 'the earlier date first', 'correct the period')
    return ''
  }
  const wrongDay = (written.match(DAY) ?? []).some((day) => dates.read(day, row.line) === undefined)
  if (wrongDay) {
    row.sound = false
    return ''
  }
  const days = written.replace(/(\d{4}-\d\d)-\d\d(?!\d)/g, '$1')
  if (days !== written && parsePeriod(days) !== 'bad') {
    findings.coarsened('period')
    const [from, to] = days.split('/')
    return from === to && from !== undefined ? from : days
  }
  if (/[/~]/.test(written) && !/^\d+\/\d+\/\d+$/.test(written)) {
    const expected = 'undated, 2003, 2003-09, 2003/2005 or 2003-09/2004-01, with ~ at the end if approximate'
    row.fault(
      'period',
      'period',
      `"${written.slice(0, 40)}" is not a period`,
      expected,
      'write it in one of these forms',
    )
    return ''
  }
  const date = dates.read(written, row.line)
  if (date === undefined) row.sound = false
  else if (date.coarsened) findings.coarsened('period')
  return date === undefined
    ? ''
    : `${date.year}${date.month === undefined ? '' : `-${String(date.month).padStart(2, '0')}`}`
}
