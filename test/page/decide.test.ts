import { describe, expect, test } from 'vitest'
import type { StudyResult } from '../../src/lab/study/study.ts'
import { deskOf } from '../../src/page/decide/desk.ts'
import { axesOf } from '../../src/page/decide/parallel.ts'
import { failingOf, readWanted, writeWanted } from '../../src/page/decide/wanted.ts'
import { chanceOf, toyStudy, uniforms } from '../lab/decide/toy-study.ts'

const { normal } = chanceOf(2)
const study = toyStudy(
  3,
  120,
  [
    { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => 60 - 10 * k + normal(f, k) },
    {
      name: 'household_income',
      unit: 'PEN/person/yr',
      better: 'more',
      value: (k, f) => 4000 - 300 * k + 50 * normal(f, 5),
    },
    { name: 'coca_area', unit: 'ha', better: 'open', value: () => 20_000 },
  ],
  uniforms(2, 120, 4),
)
const desk = deskOf({ study, districts: [], groups: [], failures: [], manifest: {} } as unknown as StudyResult)

describe('the view of decisions', () => {
  test('has a dial for each outcome of which more, or less, is better', () => {
    const { dials, sentences, regrets, firsts } = desk.overview()
    expect(dials.map(({ outcome, better }) => [outcome, better])).toEqual([
      ['deaths', 'less'],
      ['household_income', 'more'],
    ])
    for (const { low, usual, high } of dials) expect(low < usual && usual <= high).toBe(true)
    expect(sentences[0]?.es).toContain('«Package 2»')
    expect(firsts.rows[0]?.[1]).toEqual({ en: 'Package 2', es: 'Package 2' })
    expect(regrets).toHaveLength(3)
  })

  test('answers thresholds, boxes and gains', () => {
    expect(desk.satisfice([{ outcome: 'deaths', at_most: 45 }]).all).toEqual([0, 0, 1])
    const { found } = desk.discover('p1', { kind: 'worse', outcome: 'household_income' })
    expect(found.verdict).toBe('always')
    expect(desk.gains('p1', [])[0]?.en).toContain('does not keep')
  })

  test('a brief tells of the packages that it compares, if they stand as in the study', () => {
    const section = desk.section(['0', 'changed', '2'])
    expect(section?.body).toContain('«Package 2»')
    expect(section?.body).not.toContain('Package 1')
    expect(desk.section(['changed', '1'])).toBeUndefined()
    expect(desk.section(['0', 'changed'])).toBeUndefined()
  })

  test('draws the better end of each axis at the top', () => {
    const [deaths, income] = axesOf(desk.overview().decision)
    expect(deaths?.places).toEqual([0, expect.closeTo(0.5, 1), 1])
    expect(income?.places).toEqual([1, expect.closeTo(0.5, 1), 0])
    expect((deaths?.best ?? 99) < (deaths?.worst ?? 0)).toBe(true)
  })

  test('keeps what is wanted in the address', () => {
    const wanted = [
      { outcome: 'deaths', at_most: 45 },
      { outcome: 'household_income', at_least: 3000 },
    ]
    const known = ['deaths', 'household_income']
    expect(readWanted(writeWanted(wanted), known)).toEqual(wanted)
    expect(readWanted('deaths>x,nonsense>1,-', known)).toEqual([])
    expect(failingOf('regret:deaths', wanted, known)).toEqual({ kind: 'regret', outcome: 'deaths' })
    expect(failingOf('', wanted, known)).toEqual({ kind: 'thresholds', thresholds: wanted })
    expect(failingOf('nonsense', [], known)).toEqual({ kind: 'worse', outcome: 'deaths' })
  })
})
