import { writeCsv } from '../csv.ts'
import type { DataPackage } from '../package.ts'
import { guarded } from './cells.ts'
import { ledgerJsonLd } from './jsonld.ts'
import { BASE } from './jsonld-context.ts'
import { CREATED_BY, parquetOf } from './parquet.ts'
import { type LedgerTable, ledgerTables } from './tables.ts'

export const EXPORT_FORMATS = ['csv', 'jsonld', 'parquet'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Name of the one file of the JSON-LD export. */
export const JSONLD_FILE = 'ledger.jsonld'

/** Name of the package of a CSV export. */
const EXPORT_NAME = 'vraem-lab-ledger'

/** Files that show that a folder was made by an export, and a text that each then holds. */
export const EXPORT_MARKS: Readonly<Record<string, string>> = {
  'datapackage.json': `"name": "${EXPORT_NAME}"`,
  [JSONLD_FILE]: BASE,
  'claims.parquet': CREATED_BY,
}

const GUARD_NOTE =
  'A text that begins with = + - @, a tab or a line end has an apostrophe before it, so that no spreadsheet takes it for a formula; import takes it away again. Numbers are untouched.'

/**
 * The whole ledger as files: a Frictionless data package of CSV files, one JSON-LD document with PROV-O, or Parquet files.
 * `version` is that of the data, `made` the time of the export (ISO 8601), which is left out where it is not given. The same
 * ledger, version and time give the same bytes.
 */
export function exportFiles(
  pack: DataPackage,
  format: ExportFormat,
  version: string,
  made?: string,
): Readonly<Record<string, string | Uint8Array>> {
  if (format === 'jsonld') return { [JSONLD_FILE]: `${JSON.stringify(ledgerJsonLd(pack, version, made), null, 1)}\n` }
  const tables = ledgerTables(pack)
  if (format === 'parquet')
    return Object.fromEntries(tables.map((table) => [`${table.name}.parquet`, parquetOf(table, version)]))
  const files = tables.map((table) => [`${table.name}.csv`, csvOf(table)] as const)
  return {
    ...Object.fromEntries(files),
    'datapackage.json': `${JSON.stringify(descriptorOf(pack, tables, version, made), null, 2)}\n`,
  }
}

function csvOf({ schema, rows }: LedgerTable): string {
  const names = schema.fields.map(({ name }) => name)
  return writeCsv(
    names,
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))),
  )
}

function descriptorOf(pack: DataPackage, tables: readonly LedgerTable[], version: string, made?: string): object {
  const { licenses = [], sources = [] } = pack.descriptor ?? {}
  return {
    profile: 'tabular-data-package',
    name: EXPORT_NAME,
    title: 'VRAEM Lab: the evidence ledger',
    description: `Claims, sources, contradictions and observations in our own words. ${GUARD_NOTE}`,
    version,
    ...(made === undefined ? {} : { created: made }),
    licenses,
    sources,
    resources: tables.map(({ name, title, description, schema }) => ({
      name,
      path: `${name}.csv`,
      title,
      description,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema,
    })),
  }
}
