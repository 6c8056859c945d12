/**
 * Whole files or none: text goes to a temporary name in the same folder, is flushed to the disk and then renamed, so a
 * reader sees the old file or the new one and a write that fails half way leaves no trace.
 */
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileFault } from './fault.ts'

/** An open file, as far as the writer needs it. */
export interface Sink {
  write(bytes: Uint8Array): Promise<unknown>
  sync(): Promise<void>
  close(): Promise<void>
}
/** What the writer needs of a disk; a test passes one that fails half way. */
export interface Disk {
  /** Opens a new file for writing; fails when it exists. */
  create(path: string): Promise<Sink>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; an absent one is no error. */
  remove(path: string): Promise<void>
  /** Makes renames in the folder last through a power cut, where the system can. */
  syncFolder(path: string): Promise<void>
}

export const nodeDisk: Disk = {
  async create(path) {
    const handle = await open(path, 'wx')
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    try {
      const handle = await open(path, 'r')
      await handle.sync().finally(() => handle.close())
    } catch {
      // Windows and some network drives cannot flush a folder; the file itself is safe.
    }
  },
}

export type Content = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

let count = 0

/** Writes `content` as the file `path`, whole or not at all. Throws InputError (code cannot-write) naming the file. */
export async function writeWhole(path: string, content: Content, disk: Disk = nodeDisk): Promise<void> {
  count += 1
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${count}.tmp`)
  try {
    await fill(temporary, content, disk)
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw fileFault('cannot-write', path, error)
  }
  await disk.syncFolder(dirname(path))
}

async function fill(path: string, content: Content, disk: Disk): Promise<void> {
  const sink = await disk.create(path)
  try {
    for await (const piece of pieces(content)) await sink.write(piece)
    await sink.sync()
  } finally {
    await sink.close()
  }
}

const encoder = new TextEncoder()
const PIECE = 1 << 16

/** Short strings are gathered, so that a table of many lines does not become as many writes. */
async function* pieces(content: Content): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') return yield encoder.encode(content)
  if (content instanceof Uint8Array) return yield content
  let gathered = ''
  for await (const part of content) {
    if (typeof part === 'string') gathered += part
    if (gathered.length >= PIECE || (typeof part !== 'string' && gathered !== '')) {
      yield encoder.encode(gathered)
      gathered = ''
    }
    if (typeof part !== 'string') yield part
  }
  if (gathered !== '') yield encoder.encode(gathered)
}
