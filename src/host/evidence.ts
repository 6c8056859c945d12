/** Import of a file into the evidence: the file may be of any length and is read in pieces, twice; the data are changed together or not at all. */
import { open, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { decoder, encodingOf } from '../evidence/exchange/encoding.ts'
import { concluded, reportUnsound, unreadable } from '../evidence/exchange/import.ts'
import { Importer } from '../evidence/exchange/importer.ts'
import type { Encoding, ImportOptions, ImportResult } from '../evidence/exchange/result.ts'
import { checkPackage } from '../evidence/package.ts'
import { InputError } from '../evidence/problem.ts'
import { writeTogether } from './evidence-write.ts'
import { fileFault } from './fault.ts'
import { Stopped } from './pool.ts'
import { readDataPackage } from './sources.ts'
import { type Disk, nodeDisk } from './write.ts'

const PIECE = 1 << 20

export interface ImportProgress {
  readonly stage: 'survey' | 'read' | 'check' | 'write'
  /** Bytes of the file read in this stage, of `total`. */
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

export interface ImportRequest {
  /** The folder of the data package. */
  readonly folder: string
  readonly file: string
  /** The file as messages show it. */
  readonly name?: string
  readonly options: ImportOptions
  /** False: only a preview. */
  readonly write: boolean
  readonly onProgress?: (progress: ImportProgress) => void
  /** Aborted: the import stops, and nothing is written. Once the new files are being put in place it goes on to the end. */
  readonly signal?: AbortSignal
  readonly disk?: Disk
}

/**
 * Reads the file, checks it together with the data, and with `write` puts the new rows in place. Faults of the content are in
 * `problems` of the answer, and then nothing is written. Throws InputError when the file or the data cannot be read or written,
 * Stopped when `signal` was aborted before anything was written.
 */
export async function importEvidence(request: ImportRequest): Promise<ImportResult> {
  const { folder, file, name = file, options, write, onProgress = () => undefined, disk = nodeDisk, signal } = request
  await regular(file, name)
  const files = await readDataPackage(folder)
  const before = checkPackage(files)
  const importer = new Importer(name, options, before.package)
  reportUnsound(before.problems, importer.findings)
  const encoding = importer.findings.faulty ? undefined : await encodingIn(file, name, options, importer)
  if (encoding === undefined) return unreadable(importer)

  const pass = (stage: 'survey' | 'read', take: (text: string) => void) =>
    eachPiece(file, name, encoding, (text, bytes, total) => {
      stopIf(signal)
      take(text)
      onProgress({ stage, bytes, total, rows: importer.findings.rows.read })
    })
  await pass('survey', (text) => importer.survey(text))
  if (!importer.surveyed()) return unreadable(importer)
  const total = await pass('read', (text) => importer.read(text))
  const { rows } = importer.findings
  onProgress({ stage: 'check', bytes: total, total, rows: rows.read })
  const title = basename(file, extname(file))
  const { result, texts } = concluded(importer, files, before.package, title, options, write)
  const changes = Object.entries(texts)
  if (!write || changes.length === 0) return result
  onProgress({ stage: 'write', bytes: total, total, rows: rows.read })
  await writeTogether(
    changes.map(([path, content]) => ({ path: join(folder, ...path.split('/')), content, before: files[path] })),
    disk,
    signal,
  )
  return { ...result, written: changes.map(([path]) => join(folder, ...path.split('/'))) }
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Stopped()
}

/** Throws for what is there and no file: a pipe or a device may never end. */
async function regular(file: string, name: string): Promise<void> {
  const found = await stat(file).catch(unreadableAs(name))
  if (found.isFile()) return
  if (found.isDirectory()) throw fileFault('cannot-read', name, Object.assign(new Error(), { code: 'EISDIR' }))
  throw new InputError([
    {
      code: 'not-a-file',
      file: name,
      what: 'cannot be read: it is a device or a pipe, which may never end',
      expected: 'a regular file',
      todo: 'save the table as a file and import that',
    },
  ])
}

async function encodingIn(
  file: string,
  name: string,
  options: ImportOptions,
  importer: Importer,
): Promise<Encoding | undefined> {
  const start = Buffer.alloc(4096)
  const length = await reading(file, name, async (handle) => {
    const { bytesRead } = await handle.read(start, 0, start.length, 0).catch(unreadableAs(name))
    return bytesRead
  })
  return encodingOf(start.subarray(0, length), options.encoding, importer.findings)
}

/** Hands the text of the file on piece by piece; gives its length in bytes. */
function eachPiece(
  file: string,
  name: string,
  encoding: Encoding,
  take: (text: string, bytes: number, total: number) => void,
): Promise<number> {
  return reading(file, name, async (handle) => {
    const { size } = await handle.stat()
    const decode = decoder(encoding)
    const buffer = Buffer.alloc(PIECE)
    let bytes = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE, null).catch(unreadableAs(name))
      bytes += bytesRead
      take(decode.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 }), bytes, size)
      if (bytesRead === 0) return bytes
    }
  })
}

async function reading<Result>(
  file: string,
  name: string,
  work: (handle: Awaited<ReturnType<typeof open>>) => Promise<Result>,
): Promise<Result> {
  const handle = await open(file, 'r').catch(unreadableAs(name))
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

const unreadableAs = (name: string) => (error: unknown) => {
  throw fileFault('cannot-read', name, error)
}
