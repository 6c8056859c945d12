/** Results as files: one JSON for everything, and each table of rows as CSV and Parquet. The manifest goes into every one. */
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { writeCsv } from '../evidence/csv.ts'
import { type Disk, nodeDisk, writeWhole } from './write.ts'

/** Rows of one shape; nested objects become columns joined by `_` (`difference_p50`). */
export type Rows = readonly object[]
type Value = string | number | boolean | null
type FlatRow = Readonly<Record<string, Value>>

/** Key under which the manifest stands in the metadata of a Parquet file. */
export const MANIFEST_KEY = 'vraem.manifest'
export const RESULT_FILE = 'result.json'

export interface ResultWithManifest {
  readonly manifest: unknown
}
type Tables = Readonly<Record<string, Rows>>

/**
 * Writes `result.json` (the whole result, as `--json` prints it), `<table>.csv` and `<table>.parquet` for each table, and
 * `manifest.json`, each whole or not at all; the manifest last, so that a folder with a manifest is complete.
 * Throws InputError (cannot-write).
 */
export async function writeResult(
  folder: string,
  result: ResultWithManifest,
  tables: Tables,
  disk: Disk = nodeDisk,
): Promise<void> {
  for (const [name, bytes] of resultFiles(result, tables)) await writeWhole(join(folder, name), bytes, disk)
}

/** Names and bytes of the files of a result, one after the other; the same result gives the same bytes. */
export function* resultFiles(result: ResultWithManifest, tables: Tables): Generator<readonly [string, Uint8Array]> {
  yield [RESULT_FILE, Buffer.concat([...jsonPieces(result)].map((piece) => Buffer.from(piece)))]
  for (const [name, rows] of Object.entries(tables)) {
    const table = flatten(rows)
    yield [`${name}.csv`, Buffer.from(writeCsv(table.columns, table.rows.map(cellsOf(table.columns))))]
    yield [`${name}.parquet`, parquetOf(table, result.manifest)]
  }
  yield ['manifest.json', Buffer.from(`${JSON.stringify(result.manifest, null, 2)}\n`)]
}

/** The result as JSON, one row of a table per line, so that even large results are never one string. */
export function* jsonPieces(result: object): Generator<string> {
  let lead = '{'
  for (const [key, value] of Object.entries(result)) {
    if (value === undefined) continue
    yield `${lead}${JSON.stringify(key)}:`
    lead = ',\n'
    if (Array.isArray(value)) yield* rowPieces(value)
    else yield JSON.stringify(value)
  }
  yield lead === '{' ? '{}\n' : '}\n'
}

function* rowPieces(rows: readonly unknown[]): Generator<string> {
  yield '['
  for (const [i, row] of rows.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`
  yield ']'
}

interface FlatTable {
  readonly columns: readonly string[]
  readonly rows: readonly FlatRow[]
}

function flatten(rows: Rows): FlatTable {
  const flat = rows.map((row) => Object.fromEntries(flatEntries(row, '')))
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return { columns, rows: flat }
}

function flatEntries(row: object, prefix: string): [string, Value][] {
  return Object.entries(row).flatMap(([key, value]): [string, Value][] => {
    if (typeof value === 'object' && value !== null) return flatEntries(value, `${prefix}${key}_`)
    return [[prefix + key, value ?? null]]
  })
}

const cellsOf = (columns: readonly string[]) => (row: FlatRow) => columns.map((column) => row[column] ?? null)

function parquetOf(table: FlatTable, manifest: unknown): Uint8Array {
  const columnData = table.columns.map((name) => {
    const data = table.rows.map((row) => row[name] ?? null)
    return { name, data, type: typeOf(data), nullable: data.includes(null) }
  })
  const kvMetadata = [{ key: MANIFEST_KEY, value: JSON.stringify(manifest) }]
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'vraem-lab' }))
}

function typeOf(values: readonly Value[]): 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN' {
  const present = values.filter((value) => value !== null)
  if (present.some((value) => typeof value === 'string')) return 'STRING'
  if (present.some((value) => typeof value === 'boolean')) return 'BOOLEAN'
  const whole =
    present.length > 0 && present.every((value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31)
  return whole ? 'INT32' : 'DOUBLE'
}
