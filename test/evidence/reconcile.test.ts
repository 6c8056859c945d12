import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Reconciliation, reconcile } from '../../src/evidence/ledger/reconcile.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { contradiction, made, said } from './made.ts'

const claims = [
  said({ id: 'C1', value: 20000, source: 'press', origin: 'survey' }),
  said({ id: 'C2', value: 19990, source: 'survey', origin: 'survey' }),
  said({ id: 'C3', low: 30000, high: 40000, source: 'rival', origin: 'rival' }),
  said({ id: 'C4', value: 50000, unit: 'acres', period: '2014', source: 'rival', origin: 'rival' }),
  said({ id: 'C5', low: 60000, source: 'press', origin: 'press', flags: ['national-figure'] }),
  said({ id: 'C6', value: 7, source: 'press', origin: 'press', flags: ['garbled'] }),
  said({ id: 'C7', value: 12, unit: 't', source: 'press', origin: 'press' }),
  said({ id: 'C8', value: 11000, period: 'undated', source: 'press', origin: 'press' }),
  said({ id: 'C9', source: 'press' }),
  said({ id: 'O1', value: 19990, series: 'coca_survey', source: 'survey', origin: 'survey' }),
  said({ id: 'C10', value: 500, place: 'Peru' }),
]
const ledger = made(claims, {
  contradictions: [contradiction('K1', ['C1'], ['C3']), { ...contradiction('K2', ['C99'], ['C98']), subject: 'clash' }],
  sources: [
    { id: 'survey', date: '2014' },
    { id: 'press', date: '2013' },
  ],
})
const valley = (result: Reconciliation) => result.places.find(({ place }) => place === 'VRAEM')

describe('reconcile', () => {
  const result = reconcile(ledger, { subject: 'coca_area' })
  const here = valley(result)

  test('every place by itself, most figures first', () => {
    expect(result.unit).toBe('ha')
    expect(result.places.map(({ place, figures }) => [place, figures.length])).toEqual([
      ['VRAEM', 6],
      ['Peru', 1],
    ])
  })

  test('one origin with one figure for one year is one voice; the origin itself comes first', () => {
    const voice = here?.voices.find(({ claims }) => claims.includes('C1'))
    expect(voice).toMatchObject({ origin: 'survey', low: 19990, high: 20000, claims: ['C2', 'O1', 'C1'] })
    expect(here?.voices).toHaveLength(4)
    expect(here?.byYear.find(({ of }) => of.en === '2013')).toMatchObject({
      low: 19990,
      high: 40000,
      voices: 2,
      origins: ['rival', 'survey'],
    })
  })

  test('ranges by source and by definition, never a mean', () => {
    expect(here?.bySource.map(({ of, low, high }) => [of.en, low, high])).toEqual([
      ['press', 11000, 20000],
      ['rival', 20_200, 40_000],
      ['survey', 19990, 19990],
    ])
    expect(here?.byDefinition.map(({ of, claims }) => [of.en, claims.length])).toEqual([
      ['coca_survey', 1],
      ['texts', 5],
    ])
    expect(JSON.stringify(result)).not.toMatch(/"(?:mean|average|median)"/)
  })

  test('a converted figure says what was stated and how it was converted', () => {
    expect(here?.figures.find(({ claim }) => claim === 'C4')).toMatchObject({
      stated: { value: 50000, unit: 'acres' },
      how: { en: '1 acre = 0.4047 ha' },
    })
  })

  test('what is in no range stands apart with the reason', () => {
    expect(result.leftOut.map(({ claim, why }) => [claim, why.en])).toEqual([
      ['C5', 'a figure of the country told of the valley'],
      ['C6', 'the text is damaged here'],
      ['C7', 't and ha measure different things'],
    ])
  })

  test('contradictions that touch it', () => {
    expect(result.contradictions).toMatchObject([{ id: 'K1', claims: ['C1', 'C3'] }])
  })

  test('years and place', () => {
    const some = reconcile(ledger, { subject: 'coca_area', place: 'vraem', from: 2014, to: 2015 })
    expect(valley(some)?.figures.map(({ claim }) => claim)).toEqual(['C4'])
    expect(some.leftOut).toMatchObject([{ claim: 'C8', why: { en: 'undated' } }])
    expect(reconcile(ledger, { subject: 'clash' }).places).toEqual([])
  })

  test('an unknown subject or place is refused with a near name', () => {
    expect(() => reconcile(ledger, { subject: 'coca_aera' })).toThrow(/write "coca_area"/)
    expect(() => reconcile(ledger, { subject: 'coca_area', place: 'VRAMM' })).toThrow(/write "VRAEM"/)
    expect(() => reconcile(ledger, { subject: 'x' })).toThrow(InputError)
  })

  test('soles of a year without a rate are left out', () => {
    const prices = [
      said({ id: 'C1', subject: 'leaf_price', value: 115, unit: 'S/ per arroba (11.5 kg)' }),
      said({ id: 'C2', subject: 'leaf_price', value: 10, unit: 'PEN/kg', period: '2023' }),
    ]
    const found = reconcile(made(prices), { subject: 'leaf_price' })
    expect(valley(found)?.all).toMatchObject({ low: 4, high: 4 })
    expect(found.leftOut).toMatchObject([{ claim: 'C2', why: { en: 'the data hold no exchange rate for 2023' } }])
  })

  describe('voices', () => {
    const reconciled = (claims: Parameters<typeof said>[0][], sources: { id: string; producer?: string }[] = []) =>
      reconcile(made(claims.map(said), { sources }), { subject: 'coca_area', place: 'VRAEM' })
    const at = (claims: Parameters<typeof said>[0][]) => valley(reconciled(claims))

    test('one origin that says two figures of a year, or one in two units, is one voice', () => {
      const found = at([
        { id: 'C1', value: 19700, origin: 'page' },
        { id: 'C2', value: 49000, unit: 'acres', origin: 'page' },
        { id: 'C3', value: 25000, origin: 'page' },
      ])
      expect(found?.all).toMatchObject({ voices: 1, most: 1, origins: ['page'] })
      expect(found?.voices).toMatchObject([{ origin: 'page', years: '2013', low: 19700, high: 25000 }])
      expect(found?.voices[0]?.figures.map(({ claims }) => claims)).toEqual([['C1'], ['C2'], ['C3']])
    })

    test('voices of several years add up, and the most for one year is told apart', () => {
      const found = at([
        { id: 'C1', value: 1, origin: 'a' },
        { id: 'C2', value: 2, origin: 'b' },
        { id: 'C3', value: 3, origin: 'a', period: '2014' },
        { id: 'C4', value: 4, origin: 'a', period: '2015' },
      ])
      expect(found?.all).toMatchObject({ voices: 4, most: 2, origins: ['a', 'b'] })
    })

    test('an equal figure of another origin for the same year is probably the same figure, and counted once', () => {
      const found = at([
        { id: 'C1', value: 18845, origin: 'army' },
        { id: 'C2', value: 18845.2, origin: 'survey' },
        { id: 'C3', value: 18800, origin: 'page' },
        { id: 'C4', value: 19000, origin: 'round' },
        { id: 'C5', value: 18845, origin: 'later', period: '2014' },
      ])
      expect(found?.echoes).toMatchObject([
        { years: '2013', origins: ['army', 'page', 'survey'], claims: ['C1', 'C2', 'C3'] },
      ])
      expect(found?.byYear.map(({ of, voices }) => [of.en, voices])).toEqual([
        ['2013', 2],
        ['2014', 1],
      ])
    })

    test('figures of one or two digits are too round to be the same', () => {
      expect(
        at([
          { id: 'C1', value: 20000, origin: 'a' },
          { id: 'C2', value: 20000, origin: 'b' },
        ]),
      ).toMatchObject({
        echoes: [],
        all: { voices: 2 },
      })
    })

    test('what the lab computed is in no range', () => {
      const found = reconciled(
        [
          { id: 'C1', value: 10000, origin: 'survey' },
          { id: 'C2', value: 90000, source: 'line', origin: 'survey' },
          { id: 'C3', value: 90001, flags: ['derived'], attributedTo: 'VRAEM Lab from a survey' },
          { id: 'C4', value: 12000, flags: ['derived'], attributedTo: 'An office' },
        ],
        [{ id: 'line', producer: 'VRAEM Lab (own arithmetic)' }],
      )
      expect(valley(found)?.all).toMatchObject({ low: 10000, high: 12000, claims: ['C1', 'C4'] })
      expect(found.leftOut.map(({ claim, why }) => [claim, why.en])).toEqual([
        ['C2', 'computed by the lab, adds nothing'],
        ['C3', 'computed by the lab, adds nothing'],
      ])
    })
  })

  const anyClaim = fc
    .record({
      low: fc.option(fc.nat(1000), { nil: undefined }),
      span: fc.option(fc.nat(1000), { nil: undefined }),
      unit: fc.constantFrom('ha', 'acres', 'km2', 'labs'),
      period: fc.constantFrom('2013', '2014', '2013/2015', 'undated'),
      place: fc.constantFrom('VRAEM', 'Peru'),
      source: fc.constantFrom('a', 'b', 'c'),
      origin: fc.constantFrom('a', 'b'),
    })
    .map(({ low, span, ...rest }) => ({
      ...rest,
      ...(low === undefined ? {} : { low }),
      ...(span === undefined ? {} : { high: (low ?? 0) + span }),
    }))

  test('ranges hold every figure, no figure is lost, and the order of claims does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (parts, draws) => {
        const some = parts.map((part, k) => said({ id: `C${k}`, ...part }))
        const found = reconcile(made(some), { subject: 'coca_area' })
        const shuffled = some.map((claim) => [draws.next().value, claim] as const).sort(([a], [b]) => a - b)
        expect(reconcile(made(shuffled.map(([, claim]) => claim)), { subject: 'coca_area' })).toEqual(found)

        const inRanges = found.places.flatMap(({ figures }) => figures.map(({ claim }) => claim))
        const withFigure = some.filter(({ low, high }) => (low ?? high) !== undefined).map(({ id }) => id)
        expect([...inRanges, ...found.leftOut.map(({ claim }) => claim)].sort()).toEqual(withFigure.sort())
        for (const { all, figures, byYear, bySource, byDefinition, voices } of found.places) {
          expect(voices.flatMap((voice) => voice.claims).sort()).toEqual(figures.map(({ claim }) => claim).sort())
          for (const { claim, low, high } of figures)
            for (const ranges of [[all], byYear, bySource, byDefinition, voices]) {
              const own = ranges.filter((range) => range.claims.includes(claim))
              expect(own).toHaveLength(1)
              expect(own[0]?.low).toBeLessThanOrEqual(low)
              expect(own[0]?.high).toBeGreaterThanOrEqual(high)
            }
        }
      }),
    )
  })
})
