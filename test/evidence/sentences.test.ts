import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
// @ts-expect-error: a script without types
import * as script from '../../scripts/sentences.mjs'
import { hashOfWords, runsOf, wordsOf } from '../../src/evidence/ledger/wording.ts'

const TEXT = [
  'A heading',
  '',
  'Coca rose by 5 percent in 2014 because prices doubled. Growers said so. Gen. López denied it!',
  'The Truth and Reconciliation Commission of Peru counted the dead of twenty hard years in the valley.',
]
const documents = [{ source: '000', lines: TEXT }]
const folder = mkdtempSync(join(tmpdir(), 'vraem-sentences-'))
writeFileSync(join(folder, '000.txt'), TEXT.join('\n'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('sentences of documents', () => {
  test('each has its place, and titles do not end one', () => {
    const found = script.sentences(documents) as { locator: string; text: string }[]
    expect(found.map(({ locator }) => locator)).toEqual(['L1.1', 'L3.1', 'L3.2', 'L3.3', 'L4.1'])
    expect(found[3]?.text).toBe('Gen. López denied it!')
  })

  test('claims and reasons stay with their sentence, and the rest is made anew', () => {
    const earlier = [
      { source: '000', locator: 'L3.1', hash: '', holds: '', claims: 'C0001 C0002', reason: '' },
      { source: '000', locator: 'L1.1', hash: 'old', holds: '', claims: '', reason: 'heading' },
      { source: '000', locator: 'L9.1', hash: 'old', holds: '', claims: 'C0003', reason: '' },
    ]
    const { rows, lost } = script.merged(documents, earlier)
    expect(rows.slice(0, 2)).toEqual([
      { source: '000', locator: 'L1.1', hash: hashOfWords(['a', 'heading']), holds: '', claims: '', reason: 'heading' },
      {
        source: '000',
        locator: 'L3.1',
        hash: hashOfWords(wordsOf('coca rose by 5 percent in 2014 because prices doubled')),
        holds: 'number date cause',
        claims: 'C0001 C0002',
        reason: '',
      },
    ])
    expect(lost).toMatchObject([{ locator: 'L9.1', claims: 'C0003', line: 4 }])
  })

  test('what differs is told by file, line and column', () => {
    const { rows } = script.merged(documents, [])
    const changed = [{ ...rows[0], hash: 'ffffffffff' }, ...rows.slice(2), { ...rows[0], locator: 'L7.1' }]
    expect(script.differences('s.csv', ['hash'], rows, changed)).toEqual([
      expect.stringMatching(/^s\.csv:2: hash: 000 L1\.1 differs .+ — expected .+; do .+$/),
      expect.stringMatching(/^s\.csv: locator: 000 L3\.1 is missing — /),
      expect.stringMatching(/^s\.csv:6: locator: 000 L7\.1 is in no document — /),
    ])
    expect(script.differences('s.csv', ['hash'], rows, rows)).toEqual([])
  })
})

describe('runs of seven words', () => {
  const kept = new Set((script.runs(documents) as { runs: string }[]).flatMap(({ runs }) => runs.split(' ')))
  const has = (text: string) => kept.has(hashOfWords(wordsOf(text)))

  test('are kept by the line in which they begin, across signs and line ends', () => {
    expect(script.runs(documents).map(({ locator }: { locator: string }) => locator)).toEqual(['L1', 'L3', 'L4'])
    expect(has('coca rose by 5 percent in 2014')).toBe(true)
    expect(has('a heading coca rose by 5 percent')).toBe(true)
  })

  test('runs of names are left out', () => {
    expect(has('Truth and Reconciliation Commission of Peru counted')).toBe(false)
    expect(has('of Peru counted the dead of twenty')).toBe(true)
  })

  test('script and checker take texts apart alike', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', 'ñ', ' ', '-', '7', '\u0301', 'ß', 'Z'), maxLength: 40 }),
        (text) => {
          expect(script.wordsOf(text)).toEqual(wordsOf(text))
          expect(runsOf(text).map(hashOfWords)).toEqual(runsOf(text).map((run) => script.hashOf(run)))
        },
      ),
    )
  })
})

describe('the command', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/sentences.mjs', import.meta.url)), ...args], {
      encoding: 'utf8',
    })

  test('lists the sentences with what they hold', () => {
    const { stdout, status } = command(folder)
    expect(status).toBe(0)
    expect(stdout.split('\n')[1]).toMatch(/^000 L3\.1 \[number date cause\] Coca rose/)
  })

  test.each([[[]], [['/nowhere/at/all']], [['--check']], [[folder, '--chekc']]])('refuses %j in one line', (args) => {
    const { stderr, status } = command(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^sentences: .+ — expected .+; do .+\n$/)
  })

  test('--check fails on documents that are not those of the ledger', () => {
    const { stderr, status } = command(folder, '--check')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^data\/evidence\/\S+: .+ — expected .+; do .+$/m)
  })
})
