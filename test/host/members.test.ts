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

async function open(fingerprint = plan) {
  return openMembers(file, fingerprint)
}
async function write(indices: readonly number[]) {
  const { log } = await open()
  await Promise.all(indices.map((index) => log.add(job(index))))
  await log.close()
}

describe('finished members', () => {
  it('come back bit for bit, in any order of writing', async () => {
    await write([2, 0, 1])
    await write([7])
    const { log, finished } = await open()
    await log.close()
    expect([...finished.keys()]).toEqual([2, 0, 1, 7])
    expect(finished.get(7)).toEqual(job(7))
    expect(Object.is(finished.get(0)?.members[1]?.[0], -0)).toBe(true)
  })

  it('lose only the torn record, and go on after it', async () => {
    await write([0, 1, 2])
    const whole = readFileSync(file)
    truncateSync(file, whole.length - 5)
    const torn = await open()
    expect([...torn.finished.keys()]).toEqual([0, 1])
    await torn.log.add(job(2))
    await torn.log.close()
    expect(readFileSync(file).equals(whole)).toBe(true)
  })

  it('never use a record whose bytes changed', async () => {
    await write([0, 1])
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    writeFileSync(file, bytes)
    const { log, finished } = await open()
    await log.close()
    expect([...finished.keys()]).toEqual([0])
  })

  it('of another plan are left alone', async () => {
    await write([0])
    const before = readFileSync(file)
    await expect(open('b'.repeat(64))).rejects.toMatchObject({ problems: [{ code: 'other-run', file }] })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
