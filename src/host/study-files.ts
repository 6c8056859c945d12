/** Studies in a folder: whole, and as tables for other programs (Parquet and CSV). */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { writeCsv } from '../evidence/csv.ts'
import { InputError } from '../evidence/problem.ts'
import { emaColumns, emaRows } from '../lab/study/ema.ts'
import { type Precision, packStudy, unpackStudy } from '../lab/study/pack.ts'
import { flatRows, type RowTable } from '../lab/study/rows.ts'
import type { StudyResult } from '../lab/study/study.ts'
import { fileFault } from './fault.ts'
import { MANIFEST_KEY } from './output.ts'
import { FUTURES_FILE } from './studies.ts'
import { writeWhole } from './write.ts'

export const STUDY_FILE = 'study.bin'
/** Keys in the metadata of Parquet files: the unit, and the words, of each column. */
export const UNITS_KEY = 'vraem.units'
export const WORDS_KEY = 'vraem.words'

export interface WriteStudyOptions {
  /** Digits kept in study.bin; all when absent. */
  readonly precision?: Precision
  /** Tables for other programs beside study.bin; yes when absent. */
  readonly tables?: boolean
}

/**
 * Writes `study.bin` (what readStudy reads), `experiments`, `districts` and `groups` as .parquet and .csv, and last manifest.json.
 * Finished futures that were kept for a resume go. Throws InputError (cannot-write).
 */
export async function writeStudy(
  folder: string,
  result: StudyResult,
  { precision = 'f64', tables = true }: WriteStudyOptions = {},
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw fileFault('cannot-write', folder, error)
  }
  await writeWhole(join(folder, STUDY_FILE), packStudy(result, precision))
  if (tables) for (const [name, content] of studyTables(result)) await writeWhole(join(folder, name), content)
  await writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(result.manifest, null, 2)}\n`)
  await rm(join(folder, FUTURES_FILE), { force: true })
}

/** A study that writeStudy wrote. Throws InputError when there is none, or it cannot be read. */
export async function readStudy(folder: string): Promise<StudyResult> {
  const file = join(folder, STUDY_FILE)
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw fileFault('cannot-read', file, error)
  }
  try {
    return unpackStudy(bytes)
  } catch (error) {
    throw new InputError([
      {
        code: 'study',
        file,
        what: `no study can be read there: ${error instanceof Error ? error.message : String(error)}`,
        expected: 'a file that a study of this version wrote',
        todo: 'run the study again',
      },
    ])
  }
}

/** Names and contents of the tables of a study. */
export function* studyTables(result: StudyResult): Generator<readonly [string, Uint8Array | Iterable<string>]> {
  const columns = emaColumns(result.study)
  const rows = emaRows(result.study)
  const sources = columns.map(({ name, type, at }): ColumnSource => {
    const data = Array.from({ length: rows }, (_, row) => at(row))
    return { name, type, data, nullable: data.includes(null) }
  })
  const words = Object.fromEntries(columns.map(({ name, en, es }) => [name, { en, es }]))
  const units = Object.fromEntries(columns.map(({ name, unit }) => [name, unit]))
  yield ['experiments.parquet', parquet(sources, { units, words, manifest: result.manifest })]
  yield ['experiments.csv', csvOf(columns, rows)]
  for (const [name, table] of [
    ['districts', flatRows(result.districts)],
    ['groups', flatRows(result.groups)],
  ] as const) {
    yield [`${name}.parquet`, parquet(sourcesOf(table), { manifest: result.manifest })]
    const cells = table.columns.map(({ name: column, values }) => ({
      name: column,
      at: (row: number) => known(values[row]),
    }))
    yield [`${name}.csv`, csvOf(cells, table.rows)]
  }
}

const known = (value: string | number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

const WHOLE = ['from', 'to']
const sourcesOf = ({ columns }: RowTable): ColumnSource[] =>
  columns.map(({ name, values }) => {
    const data = values.map(known)
    const text = values.some((value) => typeof value === 'string')
    const type = text ? 'STRING' : WHOLE.includes(name) ? 'INT32' : name === 'suppressed' ? 'BOOLEAN' : 'DOUBLE'
    return { name, type, data: type === 'BOOLEAN' ? data.map(Boolean) : data, nullable: data.includes(null) }
  })

interface Metadata {
  readonly manifest: StudyResult['manifest']
  readonly units?: Readonly<Record<string, string>>
  readonly words?: unknown
}

function parquet(columnData: ColumnSource[], { manifest, units, words }: Metadata): Uint8Array {
  const kvMetadata = [
    { key: MANIFEST_KEY, value: JSON.stringify(manifest) },
    ...(units ? [{ key: UNITS_KEY, value: JSON.stringify(units) }] : []),
    ...(words ? [{ key: WORDS_KEY, value: JSON.stringify(words) }] : []),
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'vraem-lab' }))
}

/** Rows that are written together. */
const TOGETHER = 500

function* csvOf(
  columns: readonly { readonly name: string; at(row: number): number | string | boolean | null }[],
  rows: number,
): Generator<string> {
  const names = columns.map(({ name }) => name)
  const head = writeCsv(names, [])
  yield head
  for (let from = 0; from < rows; from += TOGETHER) {
    const some = Math.min(TOGETHER, rows - from)
    const cells = Array.from({ length: some }, (_, k) => columns.map(({ at }) => at(from + k)))
    yield writeCsv(names, cells).slice(head.length)
  }
}
