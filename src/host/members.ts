/**
 * Finished members of an ensemble, appended to one file as they come, so that Ctrl-C, a crash or a power cut loses only
 * what was under way. A record carries a checksum; what stands after the last whole record is cut off on resume.
 *
 * File: 64 bytes fingerprint of the plan (hex), then records: u32 body length, 8 bytes of the body's SHA-256, body.
 * Body: u32 index, u32 draw, u32 number of arrays, then for each u32 length and that many f64. All little-endian.
 */
import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { InputError } from '../evidence/problem.ts'
import { fileFault } from './fault.ts'

/** What one job gave: one array of yearly values per scenario. */
export interface FinishedJob {
  readonly index: number
  readonly draw: number
  readonly members: readonly Float64Array[]
}

const FINGERPRINT = 64
const HEAD = 12

export class MemberLog {
  readonly #handle: FileHandle
  readonly #file: string
  #writing: Promise<void> = Promise.resolve()

  constructor(handle: FileHandle, file: string) {
    this.#handle = handle
    this.#file = file
  }

  /** Adds a record; records are written one after the other whoever calls. */
  add(result: FinishedJob): Promise<void> {
    const bytes = encode(result)
    this.#writing = this.#writing.then(async () => {
      await this.#handle.appendFile(bytes).catch((error) => {
        throw fileFault('cannot-write', this.#file, error)
      })
    })
    return this.#writing
  }

  /** Flushes to the disk and closes; safe after a failed write. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined)
    await this.#handle.sync().catch(() => undefined)
    await this.#handle.close()
  }
}

/** Throws InputError when the file holds members of another plan than the one with this fingerprint. */
export async function requireSameRun(file: string, fingerprint: string): Promise<void> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0))
  if (bytes.length >= FINGERPRINT && bytes.toString('latin1', 0, FINGERPRINT) !== fingerprint) throw otherRun(file)
}

/**
 * Opens the file for the plan with this fingerprint (64 hex digits) and gives what it already holds, by index. Throws
 * InputError when the file cannot be written, or holds the members of another plan; it is not touched then.
 */
export async function openMembers(
  file: string,
  fingerprint: string,
): Promise<{ log: MemberLog; finished: Map<number, FinishedJob> }> {
  try {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    const fresh = bytes.length < FINGERPRINT
    if (!fresh && bytes.toString('latin1', 0, FINGERPRINT) !== fingerprint) throw otherRun(file)
    const { finished, end } = fresh ? { finished: new Map<number, FinishedJob>(), end: 0 } : decode(bytes)
    const handle = await open(file, 'a')
    await handle.truncate(end)
    if (fresh) await handle.appendFile(fingerprint, 'latin1')
    return { log: new MemberLog(handle, file), finished }
  } catch (error) {
    throw fileFault('cannot-write', file, error)
  }
}

function otherRun(file: string): InputError {
  return new InputError([
    {
      code: 'other-run',
      file,
      what: 'it holds finished draws of a run with other data, model, scenarios or draws',
      expected: 'no unfinished run, or the same one',
      todo: 'choose another folder with --out, or remove this one, and repeat',
    },
  ])
}

function encode(result: FinishedJob): Uint8Array {
  const size = HEAD + result.members.reduce((sum, values) => sum + 4 + 8 * values.length, 0)
  const bytes = new Uint8Array(12 + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, size, true)
  let at = 12
  const word = (value: number) => {
    view.setUint32(at, value, true)
    at += 4
  }
  word(result.index)
  word(result.draw)
  word(result.members.length)
  for (const values of result.members) {
    word(values.length)
    for (const value of values) {
      view.setFloat64(at, value, true)
      at += 8
    }
  }
  bytes.set(checksum(bytes.subarray(12)), 4)
  return bytes
}

function decode(bytes: Uint8Array): { finished: Map<number, FinishedJob>; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const finished = new Map<number, FinishedJob>()
  let at = FINGERPRINT
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at, true)
    if (end > bytes.length) break
    const body = bytes.subarray(at + 12, end)
    if (!equal(checksum(body), bytes.subarray(at + 4, at + 12))) break
    const result = read(view, at + 12)
    finished.set(result.index, result)
    at = end
  }
  return { finished, end: at }
}

function read(view: DataView, start: number): FinishedJob {
  const count = view.getUint32(start + 8, true)
  const members: Float64Array[] = []
  let at = start + HEAD
  for (let k = 0; k < count; k++) {
    const values = new Float64Array(view.getUint32(at, true))
    for (let i = 0; i < values.length; i++) values[i] = view.getFloat64(at + 4 + 8 * i, true)
    members.push(values)
    at += 4 + 8 * values.length
  }
  return { index: view.getUint32(start, true), draw: view.getUint32(start + 4, true), members }
}

function checksum(body: Uint8Array): Uint8Array {
  return createHash('sha256').update(body).digest().subarray(0, 8)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, i) => byte === b[i])
}
