import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cutDown, missesOf, REASONS_FILE, readReasons, readValidated, VALIDATED_FILE } from '../../src/lab/misses.ts'
import type { Pattern } from '../../src/lab/patterns/schema.ts'
import { root } from './shipped.ts'

const named = { patterns: ['4a', '4b', '9'], outcomes: ['coca_area', 'deaths'], mechanisms: ['purse', 'violence'] }
const REASONS = `reasons:
  - pattern: 4a
    mechanism: purse
    en: saves too much
    es: ahorra demasiado
  - outcome: deaths
    years: [2019, 2024]
    mechanism: violence
    en: no attack of that size
    es: ningún ataque de ese tamaño
`
const pattern = (id: string, outcome: string, years: [number, number]): Pattern => ({
  id,
  number: 4,
  role: 'C',
  answer: 'history',
  en: `pattern ${id}`,
  es: `patrón ${id}`,
  source: 's',
  claims: 'judgement',
  tests: [{ statistic: 'mean', outcome, years, band: [0, 1] }],
})
const patterns = [
  pattern('4a', 'coca_area', [2004, 2010]),
  pattern('4b', 'coca_area', [2011, 2018]),
  pattern('9', 'deaths', [2001, 2018]),
]
const found = {
  patterns: [
    { id: '4a', status: 'outside', share: 0.1 },
    { id: '4b', status: 'inside', share: 0.9 },
    { id: '9', status: 'outside', share: 0.4 },
  ],
}

describe('misses', () => {
  test('are the patterns found outside, with the reason where one is written, then years named by reasons', () => {
    const { reasons, problems } = readReasons(REASONS, named)
    expect(problems).toEqual([])
    const misses = missesOf(patterns, found, reasons)
    expect(misses.map(({ pattern, outcomes, years = [] }) => [pattern, outcomes, ...years])).toEqual([
      ['4a', ['coca_area'], 2004, 2010],
      ['9', ['deaths'], 2001, 2018],
      [undefined, ['deaths'], 2019, 2024],
    ])
    expect(misses[0]).toMatchObject({ share: 0.1, mechanism: 'purse', reason: { en: 'saves too much' } })
    expect(misses[1]?.reason).toBeUndefined()
    expect(misses[2]?.said).toBeUndefined()
  })

  test('an input echo is none, inside or outside', () => {
    expect(missesOf([{ ...(patterns[0] as Pattern), role: 'I' }], found, [])).toEqual([])
  })

  test('there are none before anything was tried', () => {
    expect(missesOf(patterns, undefined, [])).toEqual([])
    expect(readValidated(undefined)).toBeUndefined()
  })
})

describe('reasons', () => {
  test('that name what there is not are told by line, all at once', () => {
    const text = REASONS.replace('4a', '4c')
      .replace('violence', 'violense')
      .replace('outcome: deaths', 'outcome: death')
    const { problems } = readReasons(text, named)
    expect(problems.map(({ field, line }) => [field, line])).toEqual([
      ['pattern', 2],
      ['outcome', 6],
      ['mechanism', 8],
    ])
    expect(problems[2]?.todo).toContain('violence')
  })

  test('need both languages, and what they are about', () => {
    expect(readReasons(REASONS.replace('    es: ahorra demasiado\n', ''), named).problems).not.toEqual([])
    expect(readReasons(REASONS.replace('  - pattern: 4a\n', '  - kind: 4a\n'), named).problems).not.toEqual([])
    expect(readReasons('reasons: [\n', named).problems).not.toEqual([])
  })
})

test('what vraem validate prints is cut down to what is shown', () => {
  const run = { draws: 3, sample: 200, date: '2026-11-22', model: 'abc' }
  const json = {
    patterns: [
      { id: '1', status: 'inside', share_inside: 2 / 3, tests: [], pass: true },
      { id: '2', status: 'held back', share_inside: null, pass: null },
    ],
    skill: [],
  }
  expect(cutDown(json, run)).toEqual({
    ...run,
    patterns: [
      { id: '1', status: 'inside', share: 0.667 },
      { id: '2', status: 'held back' },
    ],
  })
  expect(() => cutDown({ manifest: {} }, run)).toThrow()
})

test('what is shipped can be read', () => {
  const text = readFileSync(join(root, VALIDATED_FILE), 'utf8')
  expect(readValidated(text)?.patterns.length).toBeGreaterThan(10)
  const open = { patterns: [], outcomes: [], mechanisms: [] }
  const { problems } = readReasons(readFileSync(join(root, REASONS_FILE), 'utf8'), open)
  expect(problems.filter(({ code }) => code !== 'unknown')).toEqual([])
})
