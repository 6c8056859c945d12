import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FinishedJob, openMembers } from '../../src/host/members.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-members-'))
  file = join(folder, 'members.bin')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plan = 'a'.repeat(64)
const job = (index: number): FinishedJob => ({
  index,
  draw: 100 + index,
  members: [Float64Array.of(index, 0.1 + index, Number.NaN), Float64Array.of(-0, 1e-300)],
})

const open = (fingerprint = plan) => openMembers(file, fingerprint)
function write(indices: readonly number[]) {
  const log = open()
  for (const index of indices) log.add(job(index))
  log.close()
}

describe('finished members', () => {
  it('come back bit for bit, in any order of writing', () => {
    write([2, 0, 1])
    write([7])
    const log = open()
    expect(log.indices).toEqual([2, 0, 1, 7])
    expect(log.job(7)).toEqual(job(7))
    expect(Object.is(log.job(0).members[1]?.[0], -0)).toBe(true)
    log.close()
  })

  it('lose only the torn record, and go on after it', () => {
    write([0, 1, 2])
    const whole = readFileSync(file)
    truncateSync(file, whole.length - 5)
    const torn = open()
    expect(torn.indices).toEqual([0, 1])
    torn.add(job(2))
    torn.close()
    expect(readFileSync(file).equals(whole)).toBe(true)
  })

  it('never use a record whose bytes changed', () => {
    write([0, 1])
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    writeFileSync(file, bytes)
    const log = open()
    log.close()
    expect(log.indices).toEqual([0])
  })

  it('of another plan are left alone', () => {
    write([0])
    const before = readFileSync(file)
    expect(() => open('b'.repeat(64))).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'other-run', file })] }),
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
