// Marks of a toy comparison: what differs, and what the difference rests on.
import { describe, expect, test } from 'vitest'
import { cellsFor } from '../../../src/lab/cells.ts'
import { priorDraws, uniformFor } from '../../../src/lab/draws.ts'
import type { Collector } from '../../../src/lab/ensemble.ts'
import { type Credentials, leversThatDiffer, marksOf, skillMarks } from '../../../src/lab/marks.ts'
import { readRestsTable, restsTable } from '../../../src/lab/rests/table.ts'
import type { Resolved } from '../../../src/lab/scenario/types.ts'
import { frame, toy } from '../toy.ts'

const N = 120
const draws = priorDraws(3, N)
const mask = new Uint8Array(432)
const scenario = (name: string, hectares: number, reach = 1): Resolved =>
  ({
    card: { name, hash: name, title: { en: name, es: name }, world: {}, model: {}, span: { from: 2026, to: 2035 } },
    levers: {
      forced_eradication: {
        fields: { hectares_per_year: Float64Array.from(mask, (_, month) => (month < 312 ? 0 : hectares)) },
        mask,
        masks: [Float64Array.of(reach)],
      },
      roads: { fields: {}, mask, masks: [Float64Array.of(1)] },
    },
  }) as unknown as Resolved
const [base, order] = [scenario('baseline', 0), scenario('order', 9)]
const selection = {
  outcomes: ['coca_area', 'deaths'],
  years: [2000, 2035] as const,
  districts: [],
  districtYears: [],
  monthly: [],
}
const cells = cellsFor(selection, toy, frame)
const u = (name: string, draw: number) => uniformFor(name, draw, 3)
/** Area falls by a parameter that is known, deaths by one that is not; the reference has its own noise. */
const collector = {
  plan: { scenarios: [base, order], draws, months: 432, selection },
  cells,
  count: N,
  values(s: number, cell: number) {
    const line = cells.lines.find(({ offset, times }) => cell >= offset && cell < offset + times.length)
    const name = line?.outcome === 'deaths' ? 'unknown' : 'known'
    return Float64Array.from({ length: N }, (_, k) => u('noise', k) + (s === 0 ? 0 : -u(name, k)))
  },
} as unknown as Collector
const credentials: Credentials = {
  known: { kind: 'posterior', until: 2018, identified: ['known'] },
  skill: { scored: [], names: {} },
  misses: { list: [] },
  behind: { forced_eradication: ['unknown'], roads: ['known'] },
}
const of = { parameters: ['known', 'unknown', 'noise'].map((name) => ({ name })) as never, switches: {} }

describe('marks', () => {
  test('tell answer by answer what it rests on', () => {
    const { rests, until } = marksOf(credentials, collector, of, 'default')
    expect(until).toBe(2018)
    expect(rests?.map(({ scenario: name, outcome, basis }) => [name, outcome, basis])).toEqual([
      ['order', 'coca_area', 'informed by the past'],
      ['order', 'deaths', 'prior-driven'],
    ])
    expect(rests?.[1]?.unknowns).toEqual([{ name: 'unknown', share: expect.closeTo(1, 6), identified: false }])
  })

  test('come from the table of all draws where it tells more than there are here', () => {
    const whole = marksOf(credentials, collector, of, 'default').rests ?? []
    const manifest = {
      draws: { kind: 'posterior', count: 500, hash: 'all' },
      scenarios: [base, order].map(({ card: { name, hash } }) => ({ name, hash })),
    } as const
    const first = whole.map((one) => ({ ...one, basis: 'not told' as const, past: 0.12345 }))
    const text = JSON.stringify(restsTable(manifest as never, ['baseline', 'order'], first))
    const table = readRestsTable(text, 'all')
    expect(readRestsTable(text, 'others')).toBeUndefined()
    expect(readRestsTable(undefined, 'all')).toBeUndefined()
    if (table === undefined) throw new Error('no table')
    const told = marksOf({ ...credentials, table }, collector, of, 'default').rests
    expect(told?.map(({ scenario: name, basis, past }) => [name, basis, past])).toEqual([
      ['order', 'not told', 0.123],
      ['order', 'not told', 0.123],
    ])
    const fewer = { ...table, count: N }
    expect(marksOf({ ...credentials, table: fewer }, collector, of, 'default').rests).toEqual(whole)
  })

  test('of draws that were not calibrated, and of one scenario, no answer is singled out', () => {
    const plain = { ...credentials, known: { kind: 'screened', until: 2018 } as const }
    expect(marksOf(plain, collector, of, 'default').rests).toBeUndefined()
    const alone = { ...collector, plan: { ...collector.plan, scenarios: [base] } } as Collector
    expect(marksOf(credentials, alone, of, 'default').rests).toEqual([])
  })
})

test('levers differ by value or by reach', () => {
  expect(leversThatDiffer(order, base)).toEqual(['forced_eradication'])
  expect(leversThatDiffer(scenario('elsewhere', 0, 0), base)).toEqual(['forced_eradication'])
  expect(leversThatDiffer(scenario('copy', 0), base)).toEqual([])
})

test('marks of skill hold what is scored, and the names that they use', () => {
  const marks = skillMarks(
    ['coca_area', 'deaths'],
    (outcome, place) =>
      outcome === 'coca_area' && place === 'VRAEM'
        ? { badge: 'has skill', best: 'a', set: 'rolling' }
        : { badge: 'not scored' },
    { a: { en: 'a', es: 'a' }, rolling: { en: 'r', es: 'r' }, b: { en: 'b', es: 'b' } },
  )
  expect(marks.scored.map(({ outcome, place }) => [outcome, place])).toEqual([['coca_area', 'VRAEM']])
  expect(Object.keys(marks.names)).toEqual(['a', 'rolling'])
})
