import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkPackage } from '../../src/evidence/package.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { importEvidence } from '../../src/host/evidence.ts'
import { Stopped } from '../../src/host/pool.ts'
import { readDataPackage } from '../../src/host/sources.ts'
import { type Disk, nodeDisk } from '../../src/host/write.ts'
import { smallPackage } from '../evidence/exchange/package.ts'

let base = ''
let folder = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'vraem-import-'))
  folder = join(base, 'data')
  for (const [path, text] of Object.entries(smallPackage())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const HEADER = 'series,place,year,month,value,low,high,unit,source_title,source_year,url,confidence,note'
const SERIES = `${HEADER}\nnew_series,VRAEM,2020,,12.5,,,ha,A new survey,,,high,\n`
const file = (content: string | Uint8Array, name = 'mine.csv') => {
  writeFileSync(join(base, name), content)
  return join(base, name)
}
/** Every file below the data folder with its text, temporary ones included. */
const state = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  )
const run = (content: string | Uint8Array, more: Partial<Parameters<typeof importEvidence>[0]> = {}) =>
  importEvidence({ folder, file: file(content), name: 'mine.csv', options: {}, write: true, ...more })
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (fault) => fault,
  )
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).problems
}

describe('import', () => {
  test('a preview writes nothing; writing leaves a sound package and no other file', async () => {
    const before = state()
    const preview = await run(SERIES, { write: false })
    expect(preview).toMatchObject({ added: 1, problems: [], written: [] })
    expect(state()).toEqual(before)
    const done = await run(SERIES)
    expect(done.written).toEqual(
      ['imports/mine.csv', 'evidence/sources.csv', 'datapackage.json'].map((path) => join(folder, ...path.split('/'))),
    )
    const { problems, package: pack } = checkPackage(await readDataPackage(folder))
    expect(problems).toEqual([])
    expect(pack.observations.at(-1)).toMatchObject({ series: 'new_series', value: 12.5 })
    expect(Object.keys(state()).filter((path) => path.endsWith('.tmp'))).toEqual([])
    const again = await run(SERIES)
    expect(again).toMatchObject({ added: 0, written: [], rows: { read: 1, duplicate: 1 } })
  })

  test('a second file of the same name gets a free one', async () => {
    await run(SERIES)
    const { written } = await run(SERIES.replace('2020', '2021'))
    expect(written[0]).toBe(join(folder, 'imports', 'mine-2.csv'))
  })

  test('with one fault nothing is written', async () => {
    const before = state()
    const result = await run(`${SERIES}new_series,Nowhere,2020,,1,,,ha,T,,,high,\n`)
    expect(result).toMatchObject({ added: 0, written: [], rows: { read: 2, added: 1, refused: 1 } })
    expect(result.problems).toEqual([expect.objectContaining({ file: 'mine.csv', line: 3, field: 'place' })])
    expect(state()).toEqual(before)
  })

  test.each([
    ['the first rename fails', 1],
    ['the second rename fails', 2],
    ['the last rename fails', 3],
  ])('%s: all files are as they were', async (_, failing) => {
    const before = state()
    let renames = 0
    const disk: Disk = {
      ...nodeDisk,
      rename: (from, to) => {
        if (to.endsWith('.tmp')) return nodeDisk.rename(from, to)
        renames += 1
        if (renames === failing) return Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
        return nodeDisk.rename(from, to)
      },
    }
    const problems = await faultOf(run(SERIES, { disk }))
    expect(problems[0]?.code).toBe('cannot-write')
    expect(state()).toEqual(before)
  })

  test('a disk that fills up half way: all files are as they were', async () => {
    const before = state()
    let files = 0
    const disk: Disk = {
      ...nodeDisk,
      async create(path) {
        const sink = await nodeDisk.create(path)
        files += 1
        if (files < 3) return sink
        return { ...sink, write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }
      },
    }
    await faultOf(run(SERIES, { disk }))
    expect(state()).toEqual(before)
  })

  test('data that somebody else changes meanwhile are not overwritten', async () => {
    const other = join(folder, 'evidence', 'sources.csv')
    const text = `${readFileSync(other, 'utf8')}other,Another,x,,,press,,,,\n`
    const onProgress = ({ stage }: { stage: string }) => {
      if (stage === 'write') writeFileSync(other, text)
    }
    const problems = await faultOf(run(SERIES, { onProgress }))
    expect(problems).toEqual([expect.objectContaining({ code: 'changed-meanwhile', file: other })])
    expect(readFileSync(other, 'utf8')).toBe(text)
    expect(Object.keys(state()).filter((path) => path.includes('imports') || path.endsWith('.tmp'))).toEqual([])
  })

  test('wrong encodings are named, and read when they are said', async () => {
    const text = SERIES.replace('VRAEM', 'Kcosñipata')
    const latin = Uint8Array.from(text, (c) => c.charCodeAt(0))
    const wrong = await run(latin)
    expect(wrong.problems[0]).toMatchObject({ code: 'encoding', line: 2, field: 'place' })
    expect(wrong.problems[0]?.todo).toContain('--encoding windows-1252')
    expect(wrong.written).toEqual([])
    expect(await run(latin, { write: false, options: { encoding: 'windows-1252' } })).toMatchObject({
      added: 1,
      problems: [],
    })
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect((await run(wide)).problems).toEqual([expect.objectContaining({ code: 'encoding', line: 1 })])
    expect(await run(wide, { write: false, options: { encoding: 'utf-16le' } })).toMatchObject({
      added: 1,
      problems: [],
    })
    expect((await run(Buffer.from(text, 'utf16le'))).problems[0]?.what).toContain('UTF-16LE')
    const marked = await run(`\uFEFF${text}`, { write: false })
    expect(marked).toMatchObject({ added: 1, problems: [], notices: [{ code: 'bom' }] })
  })

  test.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20]), 'not-text'],
    ['nothing', '', 'empty'],
    ['blank lines', '\n\n  \n', 'empty'],
    ['a letter', 'Dear Sir,\nhere is the table\n', 'unknown-kind'],
    ['a header', `${HEADER}\n`, undefined],
    [
      'broken quotes',
      `${HEADER}\n"new_series,VRAEM,2020,,1,,,ha,T,,,high,\nnew_series,"VR"AEM,2020,,1,,,ha,T,,,high,\n`,
      'quote',
    ],
    ['old line ends', SERIES.replaceAll('\n', '\r'), 'line-ends'],
  ])('%s gives a problem, not a crash', async (_, content, code) => {
    const before = state()
    const { problems, added } = await run(content)
    expect(problems[0]?.code).toBe(code)
    expect(added).toBe(0)
    expect(state()).toEqual(before)
  })

  test('a pipe or a device is refused before it is opened', async () => {
    const pipe = join(base, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero']) {
      const problems = await faultOf(importEvidence({ folder, file: path, name: 'p', options: {}, write: true }))
      expect(problems).toEqual([expect.objectContaining({ code: 'not-a-file', file: 'p' })])
    }
  })

  test('stopped before the first rename nothing is written, stopped later everything is', async () => {
    const before = state()
    for (const stage of ['survey', 'check', 'write']) {
      const stop = new AbortController()
      const onProgress = (at: { stage: string }) => {
        if (at.stage === stage) stop.abort()
      }
      await expect(run(SERIES, { signal: stop.signal, onProgress })).rejects.toBeInstanceOf(Stopped)
      expect(state()).toEqual(before)
    }
    const stop = new AbortController()
    const rename: Disk['rename'] = (from, to) => {
      if (!to.endsWith('.tmp')) stop.abort()
      return nodeDisk.rename(from, to)
    }
    const { written } = await run(SERIES, { signal: stop.signal, disk: { ...nodeDisk, rename } })
    expect(written).toHaveLength(3)
    expect(checkPackage(await readDataPackage(folder)).problems).toEqual([])
  })

  test('a file that is not there, a folder, an unsound package', async () => {
    expect(
      (await faultOf(importEvidence({ folder, file: join(base, 'no.csv'), options: {}, write: true })))[0]?.code,
    ).toBe('cannot-read')
    expect((await faultOf(importEvidence({ folder, file: base, options: {}, write: true })))[0]?.code).toBe(
      'cannot-read',
    )
    writeFileSync(join(folder, 'stray.csv'), 'a\n1\n')
    expect((await run(SERIES)).problems.map(({ code }) => code)).toEqual(['data-package'])
  })

  test('fifty problems of a kind are listed, all are counted', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `new_series,Nowhere,${1970 + (i % 50)},,${i},,,ha,T,,,high,`)
    const { problems, problemCounts, rows: counts } = await run(`${HEADER}\n${rows.join('\n')}\n`)
    expect(problems).toHaveLength(51)
    expect(problems.at(-1)?.what).toBe('450 more problems of the kind "place"')
    expect(problemCounts).toEqual({ place: 500 })
    expect(counts).toMatchObject({ read: 500, refused: 500 })
  })
})
