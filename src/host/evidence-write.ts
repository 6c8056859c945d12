/**
 * Several files together or none: all new texts are written under temporary names and flushed, then the old files are compared
 * with what they were when they were read, and only then everything is renamed. A rename that fails takes the earlier ones back.
 */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { InputError } from '../evidence/problem.ts'
import { fileFault, systemCode } from './fault.ts'
import { readyFolder } from './folder.ts'
import { Stopped } from './pool.ts'
import { type Content, type Disk, nodeDisk, writeWhole } from './write.ts'

export interface Change {
  readonly path: string
  readonly content: Content
  /** Text of the file when it was read; undefined when there was none. Absent: whatever is there is replaced. */
  readonly before?: string | undefined
}

let count = 0

/**
 * Puts all changes in place, in their order. Throws InputError (cannot-write, changed-meanwhile), or Stopped when `signal` was
 * aborted before the first rename; then every file is as it was. Later it is too late to stop.
 */
export async function writeTogether(
  changes: readonly Change[],
  disk: Disk = nodeDisk,
  signal?: AbortSignal,
): Promise<void> {
  count += 1
  const staged = changes.map((change) => ({
    ...change,
    temporary: join(dirname(change.path), `.${basename(change.path)}.${process.pid}-together-${count}.tmp`),
  }))
  const done: { readonly path: string; readonly old: Uint8Array | undefined }[] = []
  try {
    for (const folder of new Set(staged.map(({ path }) => dirname(path)))) await readyFolder(folder)
    for (const { content, temporary } of staged) await writeWhole(temporary, content, disk)
    for (const change of staged) if ('before' in change) await unchanged(change)
    // Lets a Ctrl-C that came during work without pause be heard.
    await new Promise((done) => setImmediate(done))
    if (signal?.aborted) throw new Stopped()
    for (const change of staged) {
      const old = await readFile(change.path).catch(() => undefined)
      await disk.rename(change.temporary, change.path).catch((error) => {
        throw fileFault('cannot-write', change.path, error)
      })
      done.push({ path: change.path, old })
    }
  } catch (error) {
    for (const change of done.reverse()) await takeBack(change, disk)
    for (const { temporary } of staged) await disk.remove(temporary).catch(() => undefined)
    throw error
  }
  for (const folder of new Set(staged.map(({ path }) => dirname(path)))) await disk.syncFolder(folder)
}

async function takeBack({ path, old }: { path: string; old: Uint8Array | undefined }, disk: Disk): Promise<void> {
  const work = old === undefined ? disk.remove(path) : writeWhole(path, old)
  await work.catch(() => undefined)
}

/** Throws when somebody else has changed the file since it was read. */
async function unchanged({ path, before }: Change): Promise<void> {
  const now = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw fileFault('cannot-read', path, error)
  })
  if (now === before) return
  throw new InputError([
    {
      code: 'changed-meanwhile',
      file: path,
      what: 'the file was changed by somebody else while the import was running',
      expected: 'data that nobody else changes at the same time',
      todo: 'repeat the import; nothing was written',
    },
  ])
}
