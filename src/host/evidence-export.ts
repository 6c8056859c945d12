/** The ledger as files for other programs, all of them or none. */
import { dirname, extname, join } from 'node:path'
import { type ExportFormat, exportFiles, JSONLD_FILE } from '../evidence/exchange/export.ts'
import { loadPackage } from '../evidence/package.ts'
import { writeTogether } from './evidence-write.ts'
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
  readonly disk?: Disk
}

/** Writes the ledger. Throws InputError when the data are unsound or the files cannot be written; then none is there. */
export async function exportEvidence(request: ExportRequest): Promise<{ written: string[] }> {
  const { folder, format, out, version, disk = nodeDisk } = request
  const files = exportFiles(loadPackage(await readDataPackage(folder)), format, version)
  const oneFile = format === 'jsonld' && ['.jsonld', '.json'].includes(extname(out).toLowerCase())
  await readyFolder(oneFile ? dirname(out) : out)
  const changes = Object.entries(files).map(([name, content]) => ({
    path: oneFile && name === JSONLD_FILE ? out : join(out, name),
    content,
  }))
  await writeTogether(changes, disk)
  return { written: changes.map(({ path }) => path) }
}
