/** The file of looks at the hold-out, docs/looks.csv: read and added to, never rewritten. */
import { readFile } from 'node:fs/promises'
import { throwIfAny } from '../evidence/problem.ts'
import { appendLook, type LookRow, readLooks } from '../lab/score/looks.ts'
import { fileFault, systemCode } from './fault.ts'
import { type Disk, nodeDisk, writeWhole } from './write.ts'

/** Path below the checkout. */
export const LOOKS_FILE = 'docs/looks.csv'

/** All looks so far; none where there is no file yet. `name` is the file as messages show it. Throws an InputError. */
export async function looksIn(path: string, name: string = LOOKS_FILE): Promise<LookRow[]> {
  const { looks, problems } = readLooks(await textOf(path), name)
  throwIfAny(problems)
  return looks
}

/**
 * Adds one look, dated and hashed onto the lines before it, and returns all. Throws an InputError, and leaves the file as it
 * was, where a line was changed since it was written or the file cannot be written.
 */
export async function addLook(
  path: string,
  rows: readonly Omit<LookRow, 'look'>[],
  name: string = LOOKS_FILE,
  disk: Disk = nodeDisk,
): Promise<LookRow[]> {
  const longer = appendLook(await textOf(path), name, rows)
  await writeWhole(path, longer, disk)
  return readLooks(longer, name).looks
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw fileFault('cannot-read', path, error)
  }
}
