// What is left of a search on fresh futures: optimism of a search among noise, a true gain, and nothing where nothing is better.
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { assess } from '../../../src/lab/search/assess.ts'
import type { Objective } from '../../../src/lab/search/file.ts'
import type { SearchResult } from '../../../src/lab/search/result.ts'
import { epsilonsOf, keepsLimits, scoresOf } from '../../../src/lab/search/scores.ts'
import type { Study } from '../../../src/lab/study/table.ts'
import { searchHtml } from '../../../src/report/search/html.ts'
import { scoresTable, searchSentences } from '../../../src/report/search/tables.ts'

const OBJECTIVES: readonly Objective[] = [
  { outcome: 'poverty_rate', want: 'less' },
  { outcome: 'public_cost', want: 'less' },
]
/** Poverty of package k in future f as told; cost without chance. */
function studyOf(
  futures: number,
  packages: number,
  poverty: (k: number, f: number) => number,
  cost = (k: number) => k,
): Study {
  const values = (of: (k: number, f: number) => number) =>
    Float64Array.from({ length: packages * futures }, (_, i) => of(Math.floor(i / futures), i % futures))
  const card = { how: 'mean', from: 2025, to: 2035, better: 'less' } as const
  return {
    futures,
    policies: Array.from({ length: packages }, (_, k) => ({ name: `p${k}`, title: { en: 'A', es: 'B' }, hash: '' })),
    uncertainties: [],
    failed: new Uint8Array(futures),
    outcomes: [
      { ...card, name: 'poverty_rate', en: 'Poverty', es: 'Pobreza', unit: '1', values: values(poverty) },
      {
        ...card,
        name: 'public_cost',
        en: 'Cost',
        es: 'Costo',
        unit: 'PEN/yr',
        values: values((k) => 1e8 * (1 + cost(k))),
      },
    ],
  }
}
const noise = (name: string) => {
  const chance = chanceOf(1, name)
  return (k: number, f: number) => (k === 0 ? 0.4 : 0.4 + 0.1 * chance.normal(k, f))
}
const all = () => true
const resultOf = (assessment: ReturnType<typeof assess>): SearchResult => ({
  ...{ title: { en: 'T', es: 'T' }, from: 'baseline', reference: { en: 'As now', es: 'Como ahora' } },
  numbers: [{ words: { en: 'km', es: 'km' }, unit: 'km/yr', path: ['levers', 'roads', 'km_per_year'] }],
  ...{ tried: 9, generations: 1, front: 3, limitsBroken: false, assessment },
  packages: assessment.found.map(({ name }) => ({ name, text: '', values: [3] })),
})

describe('a search among nothing but noise', () => {
  // the best of 200 packages that are all alike, by the mean of 20 futures
  const searched = studyOf(20, 201, noise('seen'), () => 0)
  const best = scoresOf(searched, { objectives: OBJECTIVES, limits: [] })
    .map(({ scores }, k) => [scores[0] as number, k + 1] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, 5)
    .map(([, k]) => k)
  const pick = (study: Study, among: (k: number, f: number) => number) =>
    studyOf(
      study.futures,
      6,
      (k, f) => among(k === 0 ? 0 : (best[k - 1] as number), f),
      () => 0,
    )
  const found = assess(
    pick(searched, noise('seen')),
    pick(studyOf(200, 2, noise('x')), noise('fresh')),
    OBJECTIVES,
    all,
  )

  test('promised too much, more than chance, and nothing found is better', () => {
    const [poverty] = found.optimism
    expect(poverty?.mean).toBeGreaterThan(0.03)
    expect(poverty?.mean).toBeGreaterThan(poverty?.chance as number)
    expect(found.gains).toEqual([])
    expect(found.trades).toEqual([])
    const said = searchSentences(resultOf(found), 100).map(({ en }) => en)
    expect(said[0]).toMatch(/^Nothing better than “As now” was found/)
    expect(said.join('\n')).toMatch(/flattered itself in poverty/)
  })
})

describe('planted packages', () => {
  // 1: better for free; 2: better and dearer; 3: cheaper and worse; 4: like 2 and dearer still
  const effect = [0, -0.05, -0.1, 0.05, -0.1]
  const cost = [0, 0, 0.5, -0.5, 0.9]
  const of = (futures: number, name: string) => {
    const chance = chanceOf(3, name)
    return studyOf(
      futures,
      5,
      (k, f) => 0.4 + 0.1 * chance.normal(0, f) + (effect[k] as number),
      (k) => cost[k] as number,
    )
  }
  const found = assess(of(30, 'a'), of(60, 'b'), OBJECTIVES, keepsLimits([{ outcome: 'public_cost', at_most: 1.6e8 }]))

  test('are told for what they are, without optimism where futures are paired', () => {
    expect(found.gains).toEqual(['p1'])
    expect(found.trades).toEqual(['p2', 'p3', 'p4'])
    expect(found.found.map(({ onFront }) => onFront)).toEqual([true, true, true, false])
    expect(found.found.map(({ kept }) => kept)).toEqual([true, true, true, false])
    expect(found.optimism[0]?.mean).toBeCloseTo(0, 10)
    expect(found.found[1]?.scores[0]).toMatchObject({ better: 1, worse: 0 })
    expect(found.found[1]?.scores[0]?.fresh).toBeCloseTo(-0.1, 10)
  })

  test('sentences, table and page follow the numbers, in both languages', () => {
    const result = resultOf(found)
    const said = searchSentences(result, 100)
    expect(said[0]?.en).toBe('Very likely better in one objective at least, and very likely worse in none: p1.')
    expect(said[1]?.es).toMatch(/^Mejor en un objetivo y peor en otro.*p2, p3 y p4/)
    expect(said.map(({ en }) => en).join('\n')).toMatch(/break a limit.*: p4/)
    const { rows } = scoresTable(result)
    expect(rows[1]?.[1]?.en).toBe('● −10.0 (−10.0 … −10.0)')
    const page = searchHtml(result, 100, 'es')
    expect(page.match(/<path d="M/g)).toHaveLength(5)
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
    const turned = resultOf(assess(of(30, 'a'), of(60, 'b'), [{ outcome: 'poverty_rate', want: 'more' }], all))
    expect(searchSentences(turned, 100)[0]?.en).toMatch(/none: p3\.$/)
  })
})

test('limits and precision are in the units of the outcome', () => {
  const study = studyOf(10, 3, (k) => 0.4 - 0.1 * k)
  const scores = scoresOf(study, { objectives: OBJECTIVES, limits: [{ outcome: 'public_cost', at_most: 2e8 }] })
  expect(scores.map(({ broken }) => broken)).toEqual([0, 0.5])
  expect(epsilonsOf(study, OBJECTIVES)).toEqual([0.004, 1e6])
  expect(epsilonsOf(study, [{ outcome: 'poverty_rate', want: 'less', precision: 0.02 }])).toEqual([0.02])
})
