import { readCsv, writeCsv } from '../csv.ts'
import type { DataPackage } from '../package.ts'
import type { Additions, Observation, Replacement } from './entries.ts'
import type { ImportOptions } from './result.ts'

export type Texts = Readonly<Record<string, string>>

/** The files of the data package that an import changes, and from which line of the user's file each new line comes. */
export interface Plan {
  /** Whole new texts, by path inside the package, in the order in which they may be put in place. */
  readonly texts: Texts
  /** By path: new line → line of the user's file. */
  readonly lines: Readonly<Record<string, ReadonlyMap<number, number>>>
}

const CLAIMS = 'evidence/claims.csv'
const SOURCES = 'evidence/sources.csv'
const SUBJECTS = 'evidence/subjects.csv'
const DESCRIPTOR = 'datapackage.json'
const COLUMNS = 'series place year month value low high unit source_title source_year url confidence note'.split(' ')

/** How the files look with the additions. `name` is what a new table is called, if one is needed. */
export function planOf(
  files: Texts,
  pack: DataPackage,
  additions: Additions,
  name: string,
  options: ImportOptions,
): Plan {
  const texts: Record<string, string> = {}
  const lines: Record<string, ReadonlyMap<number, number>> = {}
  const { claims, observations, sources, replacements } = additions
  for (const [path, rows] of byTable(files, replacements)) {
    const table = replaced(files[path] ?? '', rows)
    texts[path] = table.text
    lines[path] = table.lines
  }
  if (observations.length > 0) {
    const free = freeName(files, name)
    const path = `imports/${free}.csv`
    const table = numbered(`${COLUMNS.join(',')}\n`, observations, cellsOf)
    texts[path] = table.text
    lines[path] = table.lines
    if (options.subject !== undefined)
      texts[SUBJECTS] = withSeries(files[SUBJECTS] ?? '', options.subject, observations)
    texts[DESCRIPTOR] = described(files[DESCRIPTOR] ?? '', free, path)
  }
  if (sources.length > 0)
    texts[SOURCES] = appended(
      files[SOURCES] ?? '',
      sources.map((source) => ({ ...source })),
    ).text
  if (claims.length > 0) {
    const ids = newIds(
      pack,
      claims.map(({ cells }) => cells.id ?? ''),
    )
    const rows = claims.map(({ cells, line }, index) => ({ ...cells, id: ids[index] ?? '', line: String(line) }))
    const table = appended(files[CLAIMS] ?? '', rows)
    texts[CLAIMS] = table.text
    lines[CLAIMS] = table.lines
  }
  return { texts: inOrder(texts), lines }
}

/** Replacements by the path of their table inside the package. */
function byTable(files: Texts, replacements: readonly Replacement[]): Map<string, readonly Replacement[]> {
  const paths = Object.keys(files).filter((path) => path.startsWith('imports/'))
  const pathOf = (file: string) => paths.find((path) => file === path || file.endsWith(`/${path}`)) ?? ''
  const tables = new Map<string, Replacement[]>()
  for (const replacement of replacements) {
    const path = pathOf(replacement.old.file)
    const rows = tables.get(path) ?? []
    rows.push(replacement)
    tables.set(path, rows)
  }
  return tables
}

/** A table with some rows replaced; all others keep their place. Gives the lines of the new ones. */
function replaced(text: string, rows: readonly Replacement[]): { text: string; lines: Map<number, number> } {
  const byLine = new Map(rows.map(({ old, row }) => [old.line, row]))
  const lines = new Map<number, number>()
  let next = 1
  const parts = readCsv(text, '').records.map(({ line, cells }) => {
    const row = byLine.get(line)
    if (row) lines.set(next, row.line)
    const written = writeCsv(row ? cellsOf(row).map((cell) => String(cell ?? '')) : [...cells], [])
    next += written.split('\n').length - 1
    return written
  })
  return { text: parts.join(''), lines }
}

/** Tables before what names them, the description last: a state in between names nothing that is not there. */
function inOrder(texts: Record<string, string>): Record<string, string> {
  const rank = (path: string) => [SOURCES, SUBJECTS, CLAIMS, DESCRIPTOR].indexOf(path)
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => rank(a) - rank(b)))
}

function cellsOf(row: Observation): (string | number | null)[] {
  const { series, place, year, month, value, low, high, unit, title, sourceYear, url, confidence, note } = row
  return [
    series,
    place,
    year,
    month ?? null,
    value ?? null,
    low ?? null,
    high ?? null,
    unit,
    title,
    sourceYear ?? null,
    url,
    confidence,
    note,
  ]
}

/** Text with a row for each item, and the line on which each starts. */
function numbered<Item extends { line: number }>(
  start: string,
  items: readonly Item[],
  cells: (item: Item) => readonly (string | number | null)[],
): { text: string; lines: Map<number, number> } {
  const lines = new Map<number, number>()
  const parts = [start]
  let line = start.split('\n').length
  for (const item of items) {
    const text = writeCsv(
      cells(item).map((cell) => String(cell ?? '')),
      [],
    )
    lines.set(line, item.line)
    line += text.split('\n').length - 1
    parts.push(text)
  }
  return { text: parts.join(''), lines }
}

/** A table with further rows; cells of columns that it lacks are left out. */
function appended(
  text: string,
  rows: readonly Readonly<Record<string, string>>[],
): { text: string; lines: Map<number, number> } {
  const header = readCsv(text.slice(0, text.indexOf('\n') + 1), '').records[0]?.cells ?? []
  const start = text.endsWith('\n') ? text : `${text}\n`
  const items = rows.map((row) => ({ row, line: Number(row.line ?? 0) }))
  return numbered(start, items, ({ row }) => header.map((column) => row[column] ?? ''))
}

/** The given ids, and the next free numbers for the claims without one. */
function newIds(pack: DataPackage, given: readonly string[]): string[] {
  const taken = [...pack.ledger.claims.map(({ id }) => id), ...given]
  let number = taken.reduce((most, id) => Math.max(most, Number(/^C(\d+)$/.exec(id)?.[1] ?? 0)), 0)
  return given.map((id) => {
    if (id !== '') return id
    number += 1
    return `C${String(number).padStart(4, '0')}`
  })
}

function freeName(files: Texts, name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`
    if (!(`imports/${free}.csv` in files)) return free
  }
}

/** The description with an entry for the new table, shaped like the one of a shipped series. */
function described(text: string, name: string, path: string): string {
  const descriptor = JSON.parse(text) as { resources: Record<string, unknown>[] }
  const fields = (resource: Record<string, unknown>) =>
    ((resource.schema as { fields?: { name: string }[] } | undefined)?.fields ?? []).map((field) => field.name).join()
  const model = descriptor.resources.find(
    (resource) => resource.kind === 'observations' && !resource.mixedUnits && fields(resource) === COLUMNS.join(),
  )
  if (!model) throw new Error('the data package describes no table of observations')
  const title = `Imported: ${name}`
  const description = 'Rows imported by a user; no finer than district and month, without free text.'
  descriptor.resources.push({ ...model, name: `imports-${name}`, path, title, description, distinctRows: true })
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

/** The table of subjects with the new series added to one subject. */
function withSeries(text: string, subject: string, observations: readonly Observation[]): string {
  const [header, ...rows] = readCsv(text, SUBJECTS).records.map(({ cells }) => cells)
  const [idAt, seriesAt] = [header?.indexOf('id') ?? -1, header?.indexOf('series') ?? -1]
  const names = [...new Set(observations.map(({ series }) => series))].filter((name) => !name.includes(' '))
  const changed = rows.map((cells) => {
    if (cells[idAt] !== subject) return cells
    const all = new Set([...(cells[seriesAt] ?? '').split(' ').filter(Boolean), ...names])
    return cells.with(seriesAt, [...all].join(' '))
  })
  return writeCsv(header ?? [], changed)
}
