/** The ledger as files for other programs, all of them or none. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { EXPORT_MARKS, type ExportFormat, exportFiles, JSONLD_FILE } from '../evidence/exchange/export.ts'
import { loadPackage } from '../evidence/package.ts'
import { InputError } from '../evidence/problem.ts'
import { writeTogether } from './evidence-write.ts'
import { fileFault, systemCode } from './fault.ts'
import { readyFolder } from './folder.ts'
import { readDataPackage } from './sources.ts'
import { type Disk, nodeDisk } from './write.ts'

export interface ExportRequest {
  /** The folder of the data package. */
  readonly folder: string
  readonly format: ExportFormat
  /** A folder; for JSON-LD also a file that ends in .jsonld or .json. */
  readonly out: string
  /** Of the program and its data. */
  readonly version: string
  /** Time that the files name; without it they name none. */
  readonly now?: Date
  readonly disk?: Disk
}

/** Writes the ledger into a new or empty folder, or over an earlier export. Throws InputError when something else is there, the data are unsound or the files cannot be written; then none is there. */
export async function exportEvidence(request: ExportRequest): Promise<{ written: string[] }> {
  const { folder, format, out, version, now, disk = nodeDisk } = request
  const oneFile = format === 'jsonld' && ['.jsonld', '.json'].includes(extname(out).toLowerCase())
  if (oneFile) await ownFile(out)
  else await ownFolder(out)
  const files = exportFiles(loadPackage(await readDataPackage(folder)), format, version, now?.toISOString())
  await readyFolder(oneFile ? dirname(out) : out)
  const changes = Object.entries(files).map(([name, content]) => ({
    path: oneFile && name === JSONLD_FILE ? out : join(out, name),
    content,
  }))
  await writeTogether(changes, disk)
  return { written: changes.map(({ path }) => path) }
}

const absentIsUndefined = (path: string) => (error: unknown) => {
  if (systemCode(error) === 'ENOENT') return undefined
  throw fileFault('cannot-read', path, error)
}

/** Throws when the folder holds other things than an earlier export. */
async function ownFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(absentIsUndefined(folder))
  if (names === undefined || names.length === 0) return
  for (const [name, mark] of Object.entries(EXPORT_MARKS))
    if (names.includes(name) && (await holds(join(folder, name), mark))) return
  const shown = names.slice(0, 3).join(', ')
  throw inUse(folder, `the folder holds other files: ${shown}${names.length > 3 ? ' …' : ''}`)
}

/** Throws when the file is no earlier export. */
async function ownFile(file: string): Promise<void> {
  if (!(await holds(file, EXPORT_MARKS[JSONLD_FILE] ?? '', true))) throw inUse(file, 'the file is no earlier export')
}

async function holds(file: string, mark: string, absent = false): Promise<boolean> {
  const content = await readFile(file).catch(absentIsUndefined(file))
  return content === undefined ? absent : content.includes(mark)
}

function inUse(file: string, what: string): InputError {
  const expected = 'a new or empty folder, or one that an export made before'
  const todo = 'choose another place with --out, or empty this one first'
  return new InputError([{ code: 'in-use', file, what, expected, todo }])
}
