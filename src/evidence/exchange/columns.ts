import { nearest } from '../problem.ts'
import type { Findings } from './findings.ts'
import type { ImportKind } from './result.ts'

/** What a file of this kind must have, and what else is read of it. All other columns are left out and counted. */
export interface Layout {
  readonly needed: readonly string[]
  readonly read: readonly string[]
  /** Of the columns read, those that hold numbers, and those that hold dates. */
  readonly numbers: readonly string[]
  readonly dates: readonly string[]
}

const claims: Layout = {
  needed: ['locator', 'kind', 'subject', 'place', 'period', 'paraphrase'],
  read: 'id source low value high unit attributed_to origin flags paraphrase_es note'.split(' '),
  numbers: ['low', 'value', 'high'],
  dates: ['period'],
}
const series: Layout = {
  needed: ['series', 'place', 'year', 'unit'],
  read: 'month date value low high source_title source_year url confidence district province department'.split(' '),
  numbers: ['value', 'low', 'high'],
  dates: ['date'],
}
const acled: Layout = {
  needed: [
    ...['event_id_cnty', 'event_date', 'time_precision', 'event_type'],
    ...['country', 'admin1', 'admin2', 'admin3', 'geo_precision', 'fatalities'],
  ],
  read: ['year'],
  numbers: ['fatalities'],
  dates: ['event_date'],
}
const ucdp: Layout = {
  needed: [
    ...['id', 'year', 'date_start', 'date_end', 'date_prec'],
    ...['country', 'adm_1', 'adm_2', 'where_prec', 'best', 'low', 'high'],
  ],
  read: ['where_description', 'deaths_civilians'],
  numbers: ['best', 'low', 'high', 'deaths_civilians'],
  dates: ['date_start', 'date_end'],
}
export const LAYOUTS: Readonly<Record<ImportKind, Layout>> = { claims, series, acled, ucdp }

/** Other names of our columns, as they stand in tables of Peruvian and international offices. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ serie: 'series', indicator: 'series', indicador: 'series', variable: 'series' },
    ...{
      lugar: 'place',
      zona: 'place',
      zone: 'place',
      ambito: 'place',
      area: 'place',
      cuenca: 'place',
      valle: 'place',
    },
    ...{ zona_cocalera: 'place', zona_de_produccion: 'place', growing_area: 'place', region: 'place', ubigeo: 'place' },
    ...{ distrito: 'district', provincia: 'province', departamento: 'department' },
    ...{ ano: 'year', anio: 'year', mes: 'month', fecha: 'date', valor: 'value', minimo: 'low', maximo: 'high' },
    ...{ unidad: 'unit', unidad_de_medida: 'unit', fuente: 'source_title', source: 'source_title', enlace: 'url' },
  }),
)

/** A header as the reader uses it. */
export interface Columns {
  readonly kind: ImportKind
  /** Years in columns: the columns of `years` hold the value of that year. */
  readonly years: ReadonlyMap<number, number>
  /** Position of each column that is read. */
  readonly at: ReadonlyMap<string, number>
  /** Names of the columns as the file has them. */
  readonly names: readonly string[]
  readonly layout: Layout
}

/** `Año (de cosecha)` → `ano`: small letters, no accents, no remarks in brackets, `_` between words. */
export function columnKey(name: string): string {
  return name
    .replace(/\(.*?\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

/**
 * What the columns of a file mean. The kind is the declared one, else the one most of whose needed columns are there. Gives
 * undefined, with a problem for each missing or doubled column, when the file cannot be read.
 */
export function columnsOf(
  header: readonly string[],
  line: number,
  declared: ImportKind | undefined,
  findings: Findings,
): Columns | undefined {
  const keys = header.map(columnKey)
  const years = yearColumns(header)
  const wide = years.size >= 2 && (declared ?? 'series') === 'series' && !keys.includes('event_date')
  const kind = declared ?? (wide ? 'series' : likeliest(keys))
  const twice = [...years.values()].find((year, index, all) => all.indexOf(year) !== index)
  if (wide && twice !== undefined) {
    const what = 'two columns are of this year'
    const todo = 'keep one, or import the others as a table of their own'
    findings.problem({ code: 'duplicate-column', line, field: String(twice), what, expected: 'each year once', todo })
    return undefined
  }
  if (kind === undefined) {
    findings.problem({
      code: 'unknown-kind',
      line,
      what: `the columns ${header.join(', ').slice(0, 200)} are of no known kind of table`,
      expected: 'claims, series, an ACLED or a UCDP GED export',
      todo: 'correct the header, or say which it is with --as',
    })
    return undefined
  }
  const layout = wide ? { ...series, needed: ['place'] } : LAYOUTS[kind]
  const own = (key: string) => (kind === 'series' ? (OTHER_NAMES.get(key) ?? key) : key)
  const wanted = new Set([...layout.needed, ...layout.read, ...(wide ? series.needed : [])])
  const at = new Map<string, number>()
  let doubled = false
  keys.forEach((key, index) => {
    // A column under its own name wins over one under another name: `source` beside `source_title`.
    const name = wanted.has(key) ? key : own(key)
    if (!wanted.has(name) || years.has(index)) return
    if (at.has(name) && keys[at.get(name) ?? -1] === key) {
      doubled = true
      const what = 'the column appears twice'
      findings.problem({
        code: 'duplicate-column',
        line,
        field: name,
        what,
        expected: 'each column once',
        todo: 'remove one',
      })
    }
    if (!at.has(name) || key === name) at.set(name, index)
  })
  const missing = layout.needed.filter((name) => !at.has(name) && !replaced(name, kind, at))
  for (const name of missing) {
    const free = header.filter((_, index) => ![...at.values()].includes(index))
    const near = nearest(name, free)
    findings.problem({
      code: 'missing-column',
      line,
      field: name,
      what: 'the column is missing',
      expected: `the columns ${layout.needed.join(', ')}`,
      todo: near === undefined ? 'add the column' : `rename "${near}" to "${name}"`,
    })
  }
  return missing.length > 0 || doubled ? undefined : { kind, years, at, names: header, layout }
}

/** A date stands for a year; district, province and department for a place; a wording in one language for both. */
function replaced(name: string, kind: ImportKind, at: ReadonlyMap<string, number>): boolean {
  if (kind === 'claims') return name === 'paraphrase' && at.has('paraphrase_es')
  if (kind !== 'series') return false
  return (name === 'year' && at.has('date')) || (name === 'place' && at.has('district'))
}

/** Columns named after a year: `2019`, `2019*`, `Año 2019`, `2019 (ha)`. */
function yearColumns(header: readonly string[]): Map<number, number> {
  const years = new Map<number, number>()
  header.forEach((name, index) => {
    const year = /^(?:a[nñ]o\s*)?((?:19|20)\d\d)\s*(?:\*+|\/\w+|\([^)]*\))?$/i.exec(name.trim())?.[1]
    if (year !== undefined) years.set(index, Number(year))
  })
  return years
}

/** The kind of which at least half of the needed columns are there, or a column that no other kind has. */
function likeliest(keys: readonly string[]): ImportKind | undefined {
  const share = (kind: ImportKind) => {
    const { needed } = LAYOUTS[kind]
    const own = kind === 'series' ? keys.map((key) => OTHER_NAMES.get(key) ?? key) : keys
    return needed.filter((name) => own.includes(name)).length / needed.length
  }
  const [best] = (['acled', 'ucdp', 'claims', 'series'] as const)
    .map((kind) => ({ kind, part: share(kind) }))
    .sort((a, b) => b.part - a.part)
  return best !== undefined && best.part >= 0.5 ? best.kind : undefined
}
