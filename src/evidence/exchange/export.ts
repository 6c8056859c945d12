import { writeCsv } from '../csv.ts'
import type { DataPackage } from '../package.ts'
import { guarded } from './cells.ts'
import { ledgerJsonLd } from './jsonld.ts'
import { parquetOf } from './parquet.ts'
import { type LedgerTable, ledgerTables } from './tables.ts'

export const EXPORT_FORMATS = ['csv', 'jsonld', 'parquet'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Name of the one file of the JSON-LD export. */
export const JSONLD_FILE = 'ledger.jsonld'

const GUARD_NOTE =
  'A text that begins with = + - @, a tab or a line end has an apostrophe before it, so that no spreadsheet takes it for a formula; import takes it away again. Numbers are untouched.'

/**
 * The whole ledger as files: a Frictionless data package of CSV files, one JSON-LD document with PROV-O, or Parquet files.
 * `version` is that of the data. The same ledger gives the same bytes.
 */
export function exportFiles(
  pack: DataPackage,
  format: ExportFormat,
  version: string,
): Readonly<Record<string, string | Uint8Array>> {
  if (format === 'jsonld') return { [JSONLD_FILE]: `${JSON.stringify(ledgerJsonLd(pack.ledger, version), null, 1)}\n` }
  const tables = ledgerTables(pack)
  if (format === 'parquet')
    return Object.fromEntries(tables.map((table) => [`${table.name}.parquet`, parquetOf(table, version)]))
  const files = tables.map((table) => [`${table.name}.csv`, csvOf(table)] as const)
  return {
    ...Object.fromEntries(files),
    'datapackage.json': `${JSON.stringify(descriptorOf(pack, tables, version), null, 2)}\n`,
  }
}

function csvOf({ schema, rows }: LedgerTable): string {
  const names = schema.fields.map(({ name }) => name)
  return writeCsv(
    names,
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))),
  )
}

function descriptorOf(pack: DataPackage, tables: readonly LedgerTable[], version: string): object {
  const { licenses = [], sources = [] } = pack.descriptor ?? {}
  return {
    profile: 'tabular-data-package',
    name: 'vraem-lab-ledger',
    title: 'VRAEM Lab: the evidence ledger',
    description: `Claims, sources, contradictions and observations in our own words. ${GUARD_NOTE}`,
    version,
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
