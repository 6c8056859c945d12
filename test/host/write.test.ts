import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/evidence/problem.ts'
import { newFolder, readyFolder } from '../../src/host/folder.ts'
import { type Disk, nodeDisk, writeWhole } from '../../src/host/write.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A disk that is full after so many bytes. */
const fullAfter = (limit: number): Disk => ({
  ...nodeDisk,
  async create(path) {
    const sink = await nodeDisk.create(path)
    let written = 0
    return {
      ...sink,
      async write(bytes) {
        const room = limit - written
        written += bytes.length
        await sink.write(bytes.subarray(0, Math.max(0, room)))
        if (bytes.length > room) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      },
    }
  },
})

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (fault) => fault,
  )
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).problems
}

describe('whole files or none', () => {
  it('writes text, bytes and pieces', async () => {
    const file = join(folder, 'a.csv')
    await writeWhole(file, 'one\n')
    expect(readFileSync(file, 'utf8')).toBe('one\n')
    await writeWhole(file, ['two', '\n', new TextEncoder().encode('dos\n'), 'ñ\n'])
    expect(readFileSync(file, 'utf8')).toBe('two\ndos\nñ\n')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('leaves the old file and no other trace when the disk is full half way', async () => {
    const file = join(folder, 'result.json')
    writeFileSync(file, 'finished work')
    const pieces = Array.from({ length: 100 }, () => 'x'.repeat(10_000))
    const problems = await problemsOf(writeWhole(file, pieces, fullAfter(123_456)))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'cannot-write', file })
    expect(problems[0]?.what).toContain('disk is full')
    expect(readFileSync(file, 'utf8')).toBe('finished work')
    expect(readdirSync(folder)).toEqual(['result.json'])
  })

  it('leaves the old file when the content itself fails half way', async () => {
    const file = join(folder, 'result.json')
    writeFileSync(file, 'finished work')
    function* broken() {
      yield 'x'.repeat(200_000)
      throw new Error('the table ended early')
    }
    await expect(writeWhole(file, broken())).rejects.toThrow('the table ended early')
    expect(readFileSync(file, 'utf8')).toBe('finished work')
    expect(readdirSync(folder)).toEqual(['result.json'])
  })

  it('leaves the old file when the last step, the rename, fails', async () => {
    const file = join(folder, 'result.json')
    writeFileSync(file, 'finished work')
    const disk = { ...nodeDisk, rename: () => Promise.reject(Object.assign(new Error('busy'), { code: 'EPERM' })) }
    await problemsOf(writeWhole(file, 'new', disk))
    expect(readFileSync(file, 'utf8')).toBe('finished work')
    expect(readdirSync(folder)).toEqual(['result.json'])
  })
})

describe('output folders', () => {
  it('says what to do about a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    const problems = await problemsOf(readyFolder(join(folder, 'file', 'out')))
    expect(problems[0]).toMatchObject({ code: 'cannot-write', file: join(folder, 'file', 'out') })
    expect(problems[0]?.what).toContain('a part of the path is a file')
    expect(problems[0]?.todo).toContain('choose another path')
  })

  it.runIf(process.platform === 'linux')('ends where no folder can be made, as below /proc', async () => {
    for (const path of ['/proc/vraem-x', '/proc/vraem-x/y/z']) {
      const problems = await problemsOf(readyFolder(path))
      expect(problems).toMatchObject([{ code: 'cannot-write', file: '/proc/vraem-x' }])
      expect(problems[0]?.what).toContain('/proc takes no folders')
    }
  })

  it('makes the folder, and parents, and leaves no probe behind', async () => {
    await readyFolder(join(folder, 'a', 'b'))
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual([])
  })

  it('gives two commands of one second two folders', async () => {
    const now = new Date(2026, 0, 2, 3, 4, 5)
    const first = await newFolder(folder, 'run', now)
    const second = await newFolder(folder, 'run', now)
    expect(first.endsWith('run-2026-01-02-030405')).toBe(true)
    expect(second).toBe(`${first}-2`)
  })
})
