import { describe, expect, test } from 'vitest'
import { hashOfWords, runsOf, wordsOf } from '../../src/evidence/ledger/wording.ts'
import { checkPackage, loadPackage } from '../../src/evidence/package.ts'
import { formatProblem } from '../../src/evidence/problem.ts'
import { expectOne, planted } from './planted.ts'
import { claim, ROWS, smallPackage } from './small.ts'

const CLAIMS = 'evidence/claims.csv'
/** A sound new claim at a sentence of its own, changed in some columns; it comes to stand in line 5. */
const added = (parts: Readonly<Record<string, string | number>>) =>
  planted(CLAIMS, claim({ id: 'C0004', locator: 'End (L2.1)', value: 5, ...parts }))

test('the planting itself is sound', () => {
  expect(added({}).map(formatProblem)).toEqual([])
})

describe('a fault in a claim is found in its line and column', () => {
  test.each<[string, string, Record<string, string | number>, string | undefined, string | undefined]>([
    ['an unknown unit', 'unit', { unit: 'hectarez' }, 'unit', 'hectare'],
    ['a unit of something else', 'unit', { unit: 'kg' }, 'unit', undefined],
    ['a figure without unit', 'unit', { unit: '' }, 'unit', undefined],
    ['an unknown place', 'place', { place: 'VRAEN' }, 'place', 'VRAEM'],
    ['an unknown subject', 'foreign-key', { subject: 'coca_aera' }, 'subject', 'coca_area'],
    ['an unknown source', 'foreign-key', { source: 'monitr' }, 'source', 'monitor'],
    ['an unknown origin', 'foreign-key', { origin: 'monitr' }, 'origin', 'monitor'],
    ['a repeated id', 'duplicate-key', { id: 'C0003' }, 'id', undefined],
    ['a value above its range', 'order', { low: 1, value: 5, high: 4 }, undefined, undefined],
    ['a value below its range', 'order', { low: 6, value: 5, high: 7 }, undefined, undefined],
    ['a range the wrong way round', 'order', { low: 6, value: '', high: 4 }, undefined, undefined],
    ['a quantity without figure', 'no-figure', { value: '' }, undefined, undefined],
    ['a missing locator', 'required', { locator: '' }, 'locator', undefined],
    ['a locator the document does not have', 'locator', { locator: 'End (L9.1)' }, 'locator', undefined],
    ['a locator without line', 'locator', { locator: 'somewhere' }, 'locator', undefined],
    ['a day', 'period', { period: '2013-04-09' }, 'period', undefined],
    ['an end before its start', 'period', { period: '2013/2012' }, 'period', undefined],
    ['an unknown kind', 'enum', { kind: 'causl' }, 'kind', 'causal'],
    ['an unknown flag', 'pattern', { flags: 'garbled doubtful' }, 'flags', undefined],
    ['a long paraphrase', 'long', { paraphrase: 'word '.repeat(26).trim() }, 'paraphrase', undefined],
    ['a long Spanish paraphrase', 'long', { paraphrase_es: 'voz '.repeat(26).trim() }, 'paraphrase_es', undefined],
    ['an area below nothing', 'negative', { value: -5 }, 'value', undefined],
    [
      'a weight below nothing',
      'negative',
      { subject: 'coca_cause', low: -3, value: '', unit: 't/yr' },
      'low',
      undefined,
    ],
    [
      'fewer dead than none',
      'negative',
      { subject: 'coca_cause', value: -1, unit: 'soldier deaths' },
      'value',
      undefined,
    ],
    ['a figure without end', 'infinite', { value: '1e999' }, 'value', undefined],
    ['an escape character', 'control', { paraphrase: 'clear \u001b[2J it' }, 'paraphrase', undefined],
    ['writing turned round', 'control', { attributed_to: '\u202ewaS' }, 'attributed_to', undefined],
    ['a character without width', 'control', { paraphrase_es: 'ho\u200bja' }, 'paraphrase_es', undefined],
    ['a line separator', 'control', { note: 'one\u2028two' }, 'note', undefined],
    ['a C1 control character', 'control', { note: '\u009b2J' }, 'note', undefined],
    ['a line break', 'control', { paraphrase: 'one\ntwo' }, 'paraphrase', undefined],
    ['coordinates', 'too-fine', { paraphrase: 'A pit lies at -12.3456, -73.8765.' }, 'paraphrase', undefined],
    ['coordinates in a note', 'too-fine', { note: "at 12°34' S" }, 'note', undefined],
    ['a decimal comma', 'decimal-comma', { value: '5,5' }, 'value', undefined],
  ])('%s', (_, code, parts, field, suggestion) => {
    const problem = expectOne(added(parts), code, CLAIMS, 5, field)
    if (suggestion !== undefined) expect(problem.todo).toContain(`"${suggestion}"`)
  })

  test('figures that may be below nothing', () => {
    expect(added({ value: -5, unit: '%' })).toEqual([])
    expect(added({ subject: 'coca_cause', value: -1.9, unit: 'incidents' })).toEqual([])
    expect(added({ subject: 'coca_cause', value: -20, unit: 'USD/ha' })).toEqual([])
  })

  test('thin spaces, accents and a range of years are plain text', () => {
    expect(added({ note: '24\u202f000 ha – niño, 1999–2003, 12.50, 13.75' })).toEqual([])
  })

  test('hidden characters in any table of the ledger', () => {
    const link = ['C0002', 'parameter', 'coca_start', 'a b c d \u2066e']
    expectOne(planted('evidence/links.csv', link), 'control', 'evidence/links.csv', 3, 'supports')
  })

  test.each(['%', 'rank', 'km2', 'acres', 'ha/yr', 'thousand ha'])('a unit that fits: %s', (unit) => {
    expect(added({ unit }).map(formatProblem)).toEqual([])
  })

  test('the same figures at the same sentence', () => {
    const problem = expectOne(added({ locator: 'Other heading (L1.1)', value: 12000 }), 'duplicate-claim', CLAIMS, 5)
    expect(problem.what).toContain('C0001 in line 2')
    expect(added({ locator: 'Lead (L1.1)', value: 12001 })).toEqual([])
    expect(added({ source: '001', locator: 'Lead (L2.1)', value: 12000 })).toEqual([])
  })

  test('the same words at the same sentence', () => {
    const twin = {
      kind: 'causal',
      subject: 'coca_cause',
      unit: '',
      value: '',
      locator: 'Lead (L1.2)',
      period: 'undated',
    }
    expectOne(added({ ...twin, paraphrase: 'Said of C0003 in our own words.' }), 'duplicate-claim', CLAIMS, 5)
    expect(added({ ...twin, paraphrase: 'Prices rise, so people plant.' })).toEqual([])
  })
})

describe('copied wording', () => {
  const sentence = 'The growers say that the price of coca doubled within a single year'
  const runs = [['000', 'L7', runsOf(sentence).map(hashOfWords).join(' ')]]
  const withRuns = (parts: Readonly<Record<string, string>>) =>
    smallPackage({
      'evidence/runs.csv': runs,
      [CLAIMS]: [...ROWS[CLAIMS], claim({ id: 'C0004', locator: 'End (L2.1)', value: 5, ...parts })],
    })

  test('seven words in a row are found, whatever their signs and accents', () => {
    const { problems } = checkPackage(
      withRuns({ paraphrase: 'Growers hold THAT the price of cóca — doubled within reach.' }),
    )
    const problem = expectOne(problems, 'copied', CLAIMS, 5, 'paraphrase')
    expect(problem.what).toContain('that the price of coca doubled within')
    expect(problem.what).toContain('000 L7')
  })

  test('also in the Spanish column', () => {
    const { problems } = checkPackage(withRuns({ paraphrase_es: sentence }))
    expectOne(problems, 'copied', CLAIMS, 5, 'paraphrase_es')
  })

  test('in a note as well', () => {
    expectOne(checkPackage(withRuns({ note: sentence })).problems, 'copied', CLAIMS, 5, 'note')
  })

  test('six are not, and a package is loaded without the comparison', () => {
    expect(checkPackage(withRuns({ paraphrase: 'They say that the price of coca rose.' })).problems).toEqual([])
    expect(() => loadPackage(withRuns({ paraphrase: sentence }))).not.toThrow()
  })

  test('words are small letters and digits', () => {
    expect(wordsOf('Él dijo: «24,000 ha»')).toEqual(['el', 'dijo', '24', '000', 'ha'])
  })
})
