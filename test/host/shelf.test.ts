// Ensembles that do not fit into memory: the same values from the file, through blocks that never outgrow their room.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MemberLog, openMembers } from '../../src/host/members.ts'
import { fileShelf, spool } from '../../src/host/shelf.ts'
import { memoryShelf } from '../../src/lab/ensemble.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-shelf-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SCENARIOS = 2
const LENGTH = 37
const job = (index: number) => ({
  index,
  draw: index,
  members: Array.from({ length: SCENARIOS }, (_, s) =>
    Float64Array.from({ length: LENGTH }, (_, cell) => Math.sin(1 + index * 1000 + s * 100 + cell)),
  ),
})

/** Counts what is asked of the file at a time. */
function watched(log: MemberLog) {
  const most = { values: 0 }
  const values: MemberLog['values'] = (index, array, length, from, into) => {
    most.values = Math.max(most.values, into.length)
    log.values(index, array, length, from, into)
  }
  return { most, log: { values } as MemberLog }
}

it.each([1, 64, 1024])('%i members: every value, and never more than the room', (members) => {
  const log = openMembers(join(folder, `${members}.bin`), 'a'.repeat(64))
  const ROOM = 64 * 1024
  const { most, log: counted } = watched(log)
  const [kept, read] = [memoryShelf(), fileShelf(counted, SCENARIOS, LENGTH, ROOM)]
  // written as they come, taken in job order
  for (const index of [...Array(members).keys()].reverse()) log.add(job(index))
  for (const index of Array(members).keys()) for (const shelf of [kept, read]) shelf.put(job(index))
  const [a, b] = [new Float64Array(members), new Float64Array(members)]
  for (let scenario = 0; scenario < SCENARIOS; scenario++)
    for (const cell of [...Array(LENGTH).keys(), 5, LENGTH - 1, 0]) {
      kept.take(scenario, cell, a)
      read.take(scenario, cell, b)
      expect(b).toEqual(a)
    }
  expect(most.values * members * SCENARIOS * 8).toBeLessThanOrEqual(ROOM)
  log.close()
})

it('reads anew when a member has come', () => {
  const log = openMembers(join(folder, 'more.bin'), 'a'.repeat(64))
  const shelf = fileShelf(log, SCENARIOS, LENGTH)
  for (const count of [1, 2, 3]) {
    log.add(job(count - 1))
    shelf.put(job(count - 1))
    const values = new Float64Array(count)
    shelf.take(1, 4, values)
    expect([...values]).toEqual(Array.from({ length: count }, (_, k) => job(k).members[1]?.[4]))
  }
  log.close()
})

it('leaves no file behind that nobody asked for', async () => {
  const log = await spool(folder)
  log.add(job(3))
  expect(existsSync(join(folder, 'out'))).toBe(true)
  expect(readdirSync(join(folder, 'out'))).toEqual([])
  expect(log.job(3)).toEqual(job(3))
  log.close()
})
