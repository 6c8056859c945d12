import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/evidence/problem.ts'
import { badgeOf, cardRules, scoreCard } from '../../src/lab/score/card.ts'
import { appendLook, countingLooks, lookOf, readLooks } from '../../src/lab/score/looks.ts'
import { lastValue } from '../../src/lab/score/naive/trend.ts'
import { type Rule, rollingOrigin } from '../../src/lab/score/rolling.ts'
import type { Yearly } from '../../src/lab/score/yearly.ts'
import { scoreCardTable } from '../../src/report/score_card.ts'

const series: Yearly = {
  ...{ name: 'coca_area', place: 'VRAEM', unit: 'ha', scale: 'ln' },
  points: Array.from({ length: 12 }, (_, k) => {
    const value = 10_000 * 1.05 ** k * (k % 2 ? 1.01 : 0.99)
    return { year: 2000 + k, value, y: Math.log(value) }
  }),
}
/** Knows the growth. */
const model: Rule = {
  ...{ id: 'model', en: 'the model', es: 'el modelo' },
  forecast: ({ series: { points } }, years) =>
    years.map((year) => {
      const { year: from, y } = points.at(-1) as Yearly['points'][number]
      return { kind: 'normal', mean: y + (year - from) * Math.log(1.05), sd: 0.03 }
    }),
}
const naive: Rule = { id: 'last value', en: 'last value', es: 'último valor', forecast: lastValue() }
const rolled = rollingOrigin({ series, rules: [model, naive], origins: [2003, 2004, 2005, 2006], leads: [1, 2, 3] })
const title = { en: 'Rolling origin', es: 'Origen móvil' }
const card = scoreCard(
  { date: '2026-11-22T06:00:00Z', model: '0.3.0', posterior: 'abc' },
  [...cardRules([model], 'model'), ...cardRules([naive], 'naive')],
  [{ id: 'rolling', title, tuned: true, ...rolled }],
)

describe('the score card', () => {
  test('has a row for every lead and one over all', () => {
    expect(card.rows.filter(({ rule }) => rule === 'model').map(({ lead }) => lead)).toEqual([null, 1, 2, 3])
    const row = card.rows.find(({ rule, lead }) => rule === 'model' && lead === null)
    const mine = rolled.scores.filter(({ rule }) => rule === 'model')
    expect(row).toMatchObject({ n: 12, from: 2004, to: 2009, cover90: 1 })
    expect(row?.crps).toBeCloseTo(mine.reduce((sum, { crps }) => sum + crps, 0) / 12, 12)
    expect(row?.pit.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
  })
  test('judges places together where it is asked to', () => {
    const other = rolled.scores.map((score) => ({ ...score, place: '050503', crps: score.crps * 3 }))
    const set = {
      id: 'd',
      title,
      tuned: true,
      together: 'districts',
      scores: [...rolled.scores, ...other],
      skipped: [],
    }
    const { rows, skills } = scoreCard({ date: '2026-11-22' }, card.rules, [set])
    expect(new Set(rows.map(({ place }) => place))).toEqual(new Set(['districts']))
    const [first] = rows
    expect(first).toMatchObject({ rule: 'model', lead: null, n: 24 })
    expect(first?.crps).toBeCloseTo(2 * (card.rows[0]?.crps as number), 12)
    expect(skills).toEqual([expect.objectContaining({ place: 'districts', badge: 'has skill' })])
    expect(skills[0]?.crpss).toBeCloseTo(card.skills[0]?.crpss as number, 12)
  })
  test('goes through JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(card))).toEqual(card)
  })
  test('gives each outcome its badge, and none to what it does not know', () => {
    expect(badgeOf(card, 'rolling', 'model', 'coca_area')).toMatchObject({
      badge: 'has skill',
      best: 'last value',
      support: 1,
    })
    expect(badgeOf(card, 'rolling', 'model', 'deaths')).toEqual({ badge: 'not scored' })
    expect(badgeOf(card, 'hold-out', 'model', 'coca_area')).toEqual({ badge: 'not scored' })
  })
  test('lists what could not be forecast, and says so under the table', () => {
    const early = rollingOrigin({ series, rules: [model, naive], origins: [2001, 2005] })
    const short = scoreCard(card.made, card.rules, [{ id: 'r', title, tuned: false, ...early }])
    expect(short.skipped).toEqual([
      { set: 'r', rule: 'last value', origin: 2001, why: expect.stringContaining('2 yearly figures') },
    ])
    expect(scoreCardTable(short, 'en')).toContain('No forecast: last value (2001).')
    expect(card.skipped).toEqual([])
  })
  test('as a table: best first, the claim in words, within its columns', () => {
    const en = scoreCardTable(card, 'en')
    expect(en.indexOf('the model')).toBeLessThan(en.indexOf('last value'))
    expect(en).toContain('tuning was allowed')
    expect(en).toMatch(/the model: Has skill: \+\d+.% better than last value/)
    const fewer = rolled.scores.filter(({ rule, lead }) => rule === 'model' || lead === 1)
    const partly = scoreCardTable(
      scoreCard(card.made, card.rules, [{ id: 'r', title, tuned: true, scores: fewer, skipped: [] }]),
      'en',
    )
    expect(partly).toMatch(/the model .*\nOn fewer forecasts, .*\nlast value /)
    expect(en).not.toContain('On fewer')
    const es = scoreCardTable(card, 'es')
    expect(es).toContain('el modelo: Tiene acierto propio')
    expect(es).toMatch(/0,0\d{3}/)
    for (const line of `${en}${es}`.split('\n')) expect(line.length).toBeLessThanOrEqual(92)
  })
})

describe('looks at the hold-out', () => {
  const rows = lookOf(card, 'abc1234', ['rolling'])
  const once = appendLook('', 'docs/looks.csv', rows)
  const twice = appendLook(
    once,
    'docs/looks.csv',
    rows.map((row) => ({ ...row, crps: row.crps / 2 })),
  )

  test('are added behind what is there', () => {
    expect(twice.startsWith(once)).toBe(true)
    const { looks, problems } = readLooks(twice, 'docs/looks.csv')
    expect(problems).toEqual([])
    expect(looks.map(({ look }) => look)).toEqual([1, 1, 2, 2])
    expect(looks[0]).toEqual({ look: 1, ...rows[0] })
  })
  test('the first one counts, whatever comes later', () => {
    const counting = countingLooks(readLooks(twice, 'f').looks)
    expect(counting).toHaveLength(2)
    expect(counting.map(({ crps }) => crps)).toEqual(rows.map(({ crps }) => crps))
  })
  test('a line changed, removed or put in between is told, and nothing is added to it', () => {
    const lines = twice.trimEnd().split('\n')
    const faulty = [
      twice.replace('abc1234', 'abc1235'),
      [...lines.slice(0, 2), ...lines.slice(3)].join('\n'),
      [...lines.slice(0, 3), lines[1], ...lines.slice(3)].join('\n'),
      [lines[0], ...lines.slice(3)].join('\n'),
    ]
    for (const text of faulty) {
      expect(readLooks(text, 'docs/looks.csv').problems).toHaveLength(1)
      expect(() => appendLook(text, 'docs/looks.csv', rows)).toThrow(InputError)
    }
    expect(readLooks('a,b\n1,2\n', 'docs/looks.csv').problems[0]?.code).toBe('columns')
  })
  test('an empty look, and a figure that is none, are refused', () => {
    expect(() => appendLook('', 'f', [])).toThrow('the look has no scores')
    expect(readLooks(once.replace(/,12,/, ',twelve,'), 'f').problems).toHaveLength(1)
  })
})
