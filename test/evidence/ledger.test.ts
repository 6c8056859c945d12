import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage } from '../../src/evidence/ledger/coverage.ts'
import { ledgerOf } from '../../src/evidence/ledger/ledger.ts'
import { observationIds } from '../../src/evidence/ledger/observation-id.ts'
import { periodOf } from '../../src/evidence/ledger/period.ts'
import { type Filter, select } from '../../src/evidence/ledger/select.ts'
import { checkPackage, loadPackage } from '../../src/evidence/package.ts'
import { formatProblem, InputError } from '../../src/evidence/problem.ts'
import type { Point } from '../../src/evidence/series.ts'
import { shippedFiles } from './files.ts'
import { ROWS, smallPackage } from './small.ts'

const pack = loadPackage(smallPackage())
const { ledger } = pack

describe('the small ledger', () => {
  test('is sound', () => {
    expect(checkPackage(smallPackage()).problems.map(formatProblem)).toEqual([])
  })

  test('a claim carries its place, period, figures and origin', () => {
    expect(ledger.claim('C0002')).toMatchObject({
      source: '001',
      origin: 'monitor',
      placeId: 'VRAEM',
      when: periodOf(2013),
      low: 15000,
      high: 17000,
      unit: 'ha',
    })
    expect(ledger.claim('C0001')?.origin).toBe('000')
    expect(ledger.claim('C0003')).not.toHaveProperty('when')
    expect(ledger.claim('C0003')).not.toHaveProperty('value')
    expect(ledger.claim('C9999')).toBeUndefined()
  })

  test('a row of a series is a claim too', () => {
    const [valley, district] = ledger.observations
    expect(valley).toMatchObject({
      kind: 'observation',
      subject: 'coca_area',
      series: 'coca_area_survey',
      source: 'monitor',
      origin: 'monitor',
      period: '2013',
      low: 13000,
      value: 13500,
      high: 14000,
      confidence: 'high',
      url: 'https://example.org/s',
      file: 'data/series/coca_area.csv',
      line: 2,
    })
    expect(valley).not.toHaveProperty('ubigeo')
    expect(district).toMatchObject({ ubigeo: '050503', source: '', origin: 'Unlisted', period: '2013-09' })
    expect(ledger.claim(district?.id ?? '')).toBe(district)
    expect([...ledger.everything()]).toHaveLength(5)
  })

  test('a series with a blank in its name is found by its subject', () => {
    const subjects = [['patrols', 'coca', 'Patrols', 'Patrullas', '', 'air_patrol', '']]
    const series = [['air patrol', 'VRAEM', 2013, '', 1, '', '', 'flag', 'The survey', 2014, '', 'high', '']]
    const { package: other, problems } = checkPackage(
      smallPackage({
        'evidence/subjects.csv': [...ROWS['evidence/subjects.csv'], ...subjects],
        'series/coca_area.csv': [...ROWS['series/coca_area.csv'], ...series],
      }),
    )
    expect(problems.map(formatProblem)).toEqual([])
    expect(other.ledger.observations.at(-1)).toMatchObject({ subject: 'patrols', series: 'air patrol' })
    expect(other.ledger.subjects.get('patrols')?.series).toEqual(['air patrol'])
  })

  test('and reads like one, in both languages', () => {
    const [valley, district] = ledger.observations
    expect(valley?.paraphrase.en).toBe('Area under coca, VRAEM, 2013: 13\u202F500 (13\u202F000–14\u202F000) ha')
    expect(district?.paraphrase.es).toBe('Superficie con coca, Ayna, La Mar, Ayacucho, setiembre de 2013: 350,5 ha')
  })

  test('rivals and links lead both ways', () => {
    expect(ledger.rivals('C0001').map(({ id }) => id)).toEqual(['K1'])
    expect(ledger.rivals('C0003')).toEqual([])
    expect(ledger.contradictions[0]?.sides[0]?.standsFor).toEqual({
      kind: 'parameter',
      target: 'coca_start',
      low: 11,
      high: 13,
    })
    expect(ledger.linksTo('parameter', 'coca_start').map(({ claim }) => claim)).toEqual(['C0001'])
    expect(pack.parameters.map(({ claims }) => claims)).toEqual([['C0001'], ['judgement']])
  })

  test('further links are added without changing the ledger', () => {
    const link = {
      claim: 'C0003',
      kind: 'mechanism',
      target: 'coca-choice',
      supports: 'why coca is grown here',
    } as const
    const more = ledger.withLinks([link])
    expect(more.linksOf('C0003')).toEqual([link])
    expect(ledger.linksOf('C0003')).toEqual([])
    expect(more.observations).toBe(ledger.observations)
  })
})

describe('select', () => {
  const ids = (filter: Filter) => select(ledger, ledger.everything(), filter, pack.places).map(({ id }) => id)
  const [valley, district] = ledger.observations.map(({ id }) => id)

  test.each<[Filter, (string | undefined)[]]>([
    [{}, ['C0001', 'C0002', 'C0003', valley, district]],
    [{ subject: 'coca_area' }, ['C0001', 'C0002', valley, district]],
    [{ topic: 'coca', kind: 'causal' }, ['C0003']],
    [{ place: 'AYACUCHO/LA MAR/AYNA' }, [district]],
    [{ source: '001' }, ['C0002']],
    [{ source: 'The survey' }, [valley]],
    [{ kind: 'observation', place: 'vraem' }, [valley]],
    [{ from: 2013 * 12 + 9 }, ['C0001', 'C0002', valley]],
    [{ to: 2012 * 12 + 11 }, []],
    [{ flag: 'garbled' }, []],
  ])('%j', (filter, found) => {
    expect(ids(filter)).toEqual(found)
  })

  test('every unknown value is named at once, with a similar one', () => {
    let caught: unknown
    try {
      ids({ subject: 'coca_aera', topic: 'cocoa', place: 'VRAEN', source: 'monitr', kind: 'causl', flag: 'garbeld' })
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(InputError)
    const { problems } = caught as InputError
    expect(problems.map(({ field, todo }) => [field, todo.match(/"(.*)"/)?.[1]])).toEqual([
      ['subject', 'coca_area'],
      ['topic', 'coca'],
      ['kind', 'causal'],
      ['flag', 'garbled'],
      ['source', 'monitor'],
      ['place', 'VRAEM'],
    ])
  })
})

describe('coverage', () => {
  test('of the small ledger', () => {
    expect(coverage(ledger, pack)).toMatchObject({
      claims: { written: 3, observations: 2, byKind: { quantity: 2, causal: 1 } },
      parameters: { all: 2, claimed: ['coca_start'], judgement: ['coca_guess'], unlinked: [] },
      unused: ['C0003'],
      unsorted: [],
      contradictions: { all: 1, open: 0, byReason: { method: 1 } },
      duplicates: 0,
      dangling: 0,
      sentences: [
        { source: '000', sentences: 4, holding: 3, claimed: 2, reasoned: 1, open: [], reasons: { repeats: 1 } },
        { source: '001', sentences: 1, holding: 1, claimed: 1, reasoned: 0, open: [], reasons: {} },
      ],
    })
  })

  test('independent sources count once', () => {
    const carried = coverage(ledger, pack).carried.find(({ by }) => by === 'topic')
    expect(carried).toMatchObject({ name: 'coca', claims: 5, sources: ['000', '001', 'Unlisted', 'monitor'] })
    expect(carried?.origins).toEqual(['000', 'Unlisted', 'monitor'])
  })

  test('a parameter whose claims have no figure has only its sign from a source', () => {
    const { package: signed } = checkPackage(
      smallPackage({ 'evidence/links.csv': [['C0003', 'parameter', 'coca_start', 'only the sign was read']] }),
    )
    const found = coverage(signed.ledger, signed)
    expect(found.parameters).toMatchObject({ claimed: ['coca_start'], signOnly: ['coca_start'] })
    expect(found.parameters.bySubsystem).toEqual({ coca: { all: 2, judgement: 1, sign: 1 } })
    expect(coverage(ledger, pack).parameters.signOnly).toEqual([])
    expect(found.unusedByTopic).toEqual({})
    expect(coverage(ledger, pack).unusedByTopic).toEqual({ coca: 1 })
  })

  test('an outcome has the claims, rows and origins of its subjects', () => {
    expect(coverage(ledger, pack).outcomes).toEqual([])
    expect(coverage(ledger, pack, { area: ['coca_area'], soil: [] }).outcomes).toMatchObject([
      {
        outcome: 'area',
        claims: 2,
        observations: 2,
        origins: [{ origin: 'monitor', says: 2 }, { says: 1 }, { says: 1 }],
      },
      { outcome: 'soil', claims: 0, observations: 0, origins: [] },
    ])
  })

  test('what is open is listed', () => {
    const sentences = [...ROWS['evidence/sentences.csv'], ['001', 'L3.1', '0123456789', 'event', '', '']]
    const { package: open } = checkPackage(
      smallPackage({ 'evidence/sentences.csv': sentences, 'evidence/links.csv': [] }),
    )
    const found = coverage(open.ledger, open)
    expect(found.sentences[1]?.open).toEqual(['L3.1'])
    expect(found.parameters).toMatchObject({ claimed: [], unlinked: ['coca_start'] })
  })
})

describe('ids of observations', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined })
  const point: fc.Arbitrary<Point> = fc
    .record({
      series: fc.constantFrom('a', 'b'),
      year: fc.integer({ min: 2000, max: 2003 }),
      value: figure,
      low: figure,
    })
    .map(({ series, year, value, low }) => ({
      series,
      year,
      ...(value === undefined ? {} : { value }),
      ...(low === undefined ? {} : { low }),
      place: 'VRAEM',
      unit: 'ha',
      source: 's',
      url: '',
      confidence: 'low',
      note: '',
      file: 'f',
      line: 1,
    }))

  test('are of one form, never repeat, and stay when other rows go', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.nat(60), (points, gone) => {
        const ids = observationIds(points)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^O[a-z2-7]{8}$/)
        // A later row never changes the id of an earlier one; a different earlier one does not change a later one.
        expect(observationIds(points.slice(0, gone))).toEqual(ids.slice(0, gone))
        const key = (p: Point | undefined) => JSON.stringify([p?.series, p?.year, p?.value, p?.low])
        const rest = points.filter((p) => key(p) !== key(points[gone]))
        expect(observationIds(rest)).toEqual(ids.filter((_, k) => key(points[k]) !== key(points[gone])))
      }),
    )
  })

  test('are never made otherwise: links and contradictions name them', () => {
    const row = {
      series: 'us_inc_aid_request',
      place: 'Peru',
      placeId: 'Peru',
      year: 1999,
      value: 50,
      unit: 'million USD',
    }
    const rest = { url: '', confidence: 'low', note: '', file: 'f', line: 1 } as const
    const source = 'CIP: International Narcotics Control, Peru'
    expect(observationIds([{ ...row, ...rest, source }])).toEqual(['Oghq7hn2n'])
  })

  test('the note, link and line do not matter, every other cell does', () => {
    const base = fc.sample(point, 1)[0] as Point
    const id = (change: Partial<Point>) => observationIds([{ ...base, ...change }])[0]
    expect(id({ note: 'other', url: 'https://example.org', line: 9, file: 'g', confidence: 'high' })).toBe(id({}))
    const changes = [
      { series: 'c' },
      { place: 'Peru' },
      { year: 1999 },
      { month: 3 },
      { source: 't' },
      { high: 100 },
      { unit: 'km2' },
    ]
    for (const change of [...changes, { value: 1000 }, { low: 1000 }])
      expect(id(change), JSON.stringify(change)).not.toBe(id({}))
    expect(id({ value: 1000 })).not.toBe(id({ low: 1000 }))
  })
})

describe('the shipped ledger', () => {
  const shipped = loadPackage(shippedFiles())

  test('has an observation for every row, each with its own id, and reads every one', () => {
    const { observations } = shipped.ledger
    expect(observations).toHaveLength(shipped.observations.length)
    expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length)
    for (const { paraphrase, id } of observations.slice(0, 2000)) {
      expect(paraphrase.en, id).not.toMatch(/undefined|NaN/)
      expect(paraphrase.es, id).not.toMatch(/undefined|NaN/)
    }
  })

  test('is made again from its tables', () => {
    expect(ledgerOf(shipped).claims).toEqual(shipped.ledger.claims)
  })
})
