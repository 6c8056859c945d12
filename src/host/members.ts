/**
 * Finished members of an ensemble, appended to one file as they come, so that Ctrl-C, a crash or a power cut loses only
 * what was under way. A record carries a checksum; what stands after the last whole record is cut off on resume. Nothing is held
 * in memory but where each record begins, however many there are.
 *
 * File: 64 bytes fingerprint of the plan (hex), then records: u32 body length, 8 bytes of the body's SHA-256, body.
 * Body: u32 index, u32 draw, u32 number of arrays, then for each u32 length and that many f64. All little-endian.
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { endianness } from 'node:os'
import { InputError } from '../evidence/problem.ts'
import { fileFault } from './fault.ts'

/** What one job gave: one array of yearly values per scenario. */
export interface FinishedJob {
  readonly index: number
  readonly draw: number
  readonly members: readonly Float64Array[]
}

const FINGERPRINT = 64
/** Length and checksum before a body; index, draw and number of arrays at its beginning. */
const LEAD = 12
const HEAD = 12
const SWAP = endianness() === 'BE'

export class MemberLog {
  readonly #file: string
  readonly #handle: number
  /** Where the body of each finished job begins, by index. */
  readonly #bodies: Map<number, number>
  #end: number

  constructor(file: string, handle: number, found: { bodies: Map<number, number>; end: number }) {
    this.#file = file
    this.#handle = handle
    this.#bodies = found.bodies
    this.#end = found.end
  }

  /** Indices of the finished jobs, in the order of writing. */
  get indices(): readonly number[] {
    return [...this.#bodies.keys()]
  }

  has(index: number): boolean {
    return this.#bodies.has(index)
  }

  /** Adds a record. Throws InputError (cannot-write). */
  add(result: FinishedJob): void {
    const bytes = encode(result)
    try {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#handle, bytes, done, undefined, this.#end + done)
    } catch (error) {
      throw fileFault('cannot-write', this.#file, error)
    }
    this.#bodies.set(result.index, this.#end + LEAD)
    this.#end += bytes.length
  }

  /** A finished job as it was added. */
  job(index: number): FinishedJob {
    const body = this.#bodyOf(index)
    const size = Buffer.alloc(4)
    readFully(this.#handle, size, body - LEAD)
    const bytes = Buffer.alloc(size.readUInt32LE(0))
    readFully(this.#handle, bytes, body)
    return decode(bytes)
  }

  /** Values from … to − 1 of one array of a job, whose arrays all have `length` values. */
  values(index: number, array: number, length: number, from: number, into: Float64Array): void {
    const at = this.#bodyOf(index) + HEAD + array * (4 + 8 * length) + 4 + 8 * from
    const bytes = Buffer.from(into.buffer, into.byteOffset, into.byteLength)
    readFully(this.#handle, bytes, at)
    if (SWAP) bytes.swap64()
  }

  /**
   * Resolves when what was added would last through a power cut. A crash or Ctrl-C does no harm before that either: `add` has
   * handed it to the system.
   */
  flush(): Promise<void> {
    return new Promise((resolve, reject) => {
      fsync(this.#handle, (error) => (error ? reject(fileFault('cannot-write', this.#file, error)) : resolve()))
    })
  }

  close(): void {
    closeSync(this.#handle)
  }

  #bodyOf(index: number): number {
    const body = this.#bodies.get(index)
    if (body === undefined) throw new RangeError(`job ${index} is not finished`)
    return body
  }
}

/** Throws InputError when the file holds members of another plan than the one with this fingerprint. */
export function requireSameRun(file: string, fingerprint: string): void {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return
  }
  try {
    requireFingerprint(handle, file, fingerprint)
  } finally {
    closeSync(handle)
  }
}

/**
 * Opens the file for the plan with this fingerprint (64 hex digits), with what it already holds. Throws InputError when it cannot
 * be written, or holds the members of another plan; it is not touched then.
 */
export function openMembers(file: string, fingerprint: string): MemberLog {
  let handle: number | undefined
  try {
    // opened for reading and writing, made when it is not there, never emptied
    handle = openSync(file, 'a')
    closeSync(handle)
    handle = openSync(file, 'r+')
    requireFingerprint(handle, file, fingerprint)
    if (fstatSync(handle).size < FINGERPRINT) {
      ftruncateSync(handle, 0)
      writeSync(handle, fingerprint, 0, 'latin1')
    }
    const found = scan(handle)
    ftruncateSync(handle, found.end)
    return new MemberLog(file, handle, found)
  } catch (error) {
    if (handle !== undefined) closeQuietly(handle)
    throw fileFault('cannot-write', file, error)
  }
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle)
  } catch {
    // it was closed before the fault
  }
}

function requireFingerprint(handle: number, file: string, fingerprint: string): void {
  const head = Buffer.alloc(FINGERPRINT)
  if (readSync(handle, head, 0, FINGERPRINT, 0) < FINGERPRINT || head.toString('latin1') === fingerprint) return
  throw new InputError([
    {
      code: 'other-run',
      file,
      what: 'it holds finished draws of a run with other data, model, scenarios or draws',
      expected: 'no unfinished run, or the same one',
      todo: 'choose another folder with --out, or remove this one, and repeat',
    },
  ])
}

/** Whole records, one after another. */
function scan(handle: number): { bodies: Map<number, number>; end: number } {
  const { size } = fstatSync(handle)
  const bodies = new Map<number, number>()
  const lead = Buffer.alloc(LEAD)
  let at = FINGERPRINT
  while (at + LEAD <= size) {
    readFully(handle, lead, at)
    const end = at + LEAD + lead.readUInt32LE(0)
    if (end > size || end < at + LEAD + HEAD) break
    const body = Buffer.alloc(end - at - LEAD)
    readFully(handle, body, at + LEAD)
    if (!checksum(body).equals(lead.subarray(4))) break
    bodies.set(body.readUInt32LE(0), at + LEAD)
    at = end
  }
  return { bodies, end: at }
}

function readFully(handle: number, into: Buffer, at: number): void {
  for (let done = 0; done < into.length; ) {
    const got = readSync(handle, into, done, into.length - done, at + done)
    if (got === 0) throw new Error('the file of finished draws ends before it should')
    done += got
  }
}

function encode(result: FinishedJob): Buffer {
  const size = HEAD + result.members.reduce((sum, values) => sum + 4 + 8 * values.length, 0)
  const bytes = Buffer.alloc(LEAD + size)
  bytes.writeUInt32LE(size, 0)
  let at = LEAD
  for (const word of [result.index, result.draw, result.members.length]) at = bytes.writeUInt32LE(word, at)
  for (const values of result.members) {
    at = bytes.writeUInt32LE(values.length, at)
    const numbers = bytes.subarray(at, at + values.byteLength)
    numbers.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    if (SWAP) numbers.swap64()
    at += values.byteLength
  }
  checksum(bytes.subarray(LEAD)).copy(bytes, 4)
  return bytes
}

function decode(body: Buffer): FinishedJob {
  const members: Float64Array[] = []
  let at = HEAD
  for (let k = 0; k < body.readUInt32LE(8); k++) {
    const values = new Float64Array(body.readUInt32LE(at))
    for (let i = 0; i < values.length; i++) values[i] = body.readDoubleLE(at + 4 + 8 * i)
    members.push(values)
    at += 4 + 8 * values.length
  }
  return { index: body.readUInt32LE(0), draw: body.readUInt32LE(4), members }
}

const checksum = (body: Buffer): Buffer => createHash('sha256').update(body).digest().subarray(0, 8)
