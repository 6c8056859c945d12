/** Folders that commands write into: made and tried before any work is done, so that nobody waits for an error. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputError } from '../evidence/problem.ts'
import { fileFault, systemCode } from './fault.ts'
import { writeWhole } from './write.ts'

/** Makes sure that `folder` exists and takes files. Throws InputError (cannot-write) that says what to do. */
export async function readyFolder(folder: string): Promise<string> {
  const probe = join(folder, `.probe-${process.pid}.tmp`)
  try {
    await makeFolder(resolve(folder))
    await writeFile(probe, '')
    await rm(probe, { force: true })
  } catch (error) {
    throw fileFault('cannot-write', folder, error)
  }
  return folder
}

/**
 * Makes a folder and those above it, one at a time: where a folder such as /proc answers "not there" for every new name,
 * Node's own `recursive` tries for ever.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) await makeFolder(above)
  try {
    await mkdir(folder)
  } catch (error) {
    // Another command was faster.
    if (systemCode(error) === 'EEXIST' && (await isFolder(folder))) return
    if (systemCode(error) !== 'ENOENT') throw error
    throw new InputError([
      {
        code: 'cannot-write',
        file: folder,
        what: `cannot be made: ${above} takes no folders`,
        expected: 'a place on a disk',
        todo: 'choose another folder',
      },
    ])
  }
}

/** Throws where a part of the path is a file or may not be looked into. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** The folder of a file that a user named is ready, or throws. */
export async function readyFor(file: string): Promise<void> {
  await readyFolder(dirname(file))
}

/** A new folder `out/<command>-<time>` of the checkout; a number is added when two commands start in one second. */
export async function newFolder(root: string, command: string, now: Date): Promise<string> {
  const base = join(root, 'out', `${command}-${stamp(now)}`)
  await readyFolder(join(root, 'out'))
  for (let n = 1; n < 1000; n++) {
    const folder = n === 1 ? base : `${base}-${n}`
    try {
      await mkdir(folder)
      return readyFolder(folder)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw fileFault('cannot-write', folder, error)
    }
  }
  throw fileFault('cannot-write', base, new Error('a thousand folders of this second exist'))
}

/** 2026-11-22-003101, by the clock of the machine. */
function stamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}

const LATEST = 'latest.json'

/** Notes which folder holds the newest report, for `serve`. */
export async function noteLatest(root: string, folder: string): Promise<void> {
  await readyFolder(join(root, 'out'))
  await writeWhole(join(root, 'out', LATEST), `${JSON.stringify({ report: folder })}\n`)
}

/** Folder of the newest report; undefined when there is none yet. */
export async function latestFolder(root: string): Promise<string | undefined> {
  try {
    const noted: unknown = JSON.parse(await readFile(join(root, 'out', LATEST), 'utf8'))
    const folder = typeof noted === 'object' && noted !== null && 'report' in noted ? noted.report : undefined
    return typeof folder === 'string' ? folder : undefined
  } catch {
    return undefined
  }
}
