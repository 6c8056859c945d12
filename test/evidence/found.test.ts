import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/evidence/ledger/claim.ts'
import { duplicates } from '../../src/evidence/ledger/duplicates.ts'
import { foundBetween, foundContradictions, TOLERANCE } from '../../src/evidence/ledger/found.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { shippedFiles } from './files.ts'
import { contradiction, made, said } from './made.ts'

const found = (...claims: Claim[]) => foundContradictions(made(claims))

describe('contradictions found by machine', () => {
  test('same subject, place and year, values apart', () => {
    expect(
      found(said({ id: 'C1', value: 750 }), said({ id: 'C2', value: 25526 }), said({ id: 'C3', value: 755 })),
    ).toEqual([
      {
        subject: 'coca_area',
        place: 'VRAEM',
        years: '2013',
        unit: 'ha',
        sides: [
          { low: 750, high: 755, open: false, claims: ['C1', 'C3'] },
          { low: 25526, high: 25526, open: false, claims: ['C2'] },
        ],
        apart: 1 - 750 / 25526,
        origins: ['000'],
        reason: 'merging',
        also: [],
        coveredBy: [],
      },
    ])
  })

  test.each<[string, Partial<Claim>, Partial<Claim>]>([
    ['within the tolerance', { value: 1000 }, { value: 1000 * (1 + TOLERANCE) }],
    ['the same in another unit', { value: 100 }, { value: 247.1, unit: 'acres' }],
    ['overlapping ranges', { low: 10, high: 20 }, { low: 15, high: 30 }],
    ['at least, and more', { low: 10 }, { value: 500 }],
    ['other places', { value: 1 }, { value: 2, place: 'Peru' }],
    ['other years', { value: 1 }, { value: 2, period: '2014' }],
    ['other subjects', { value: 1 }, { value: 2, subject: 'clash' }],
    ['undated', { value: 1, period: 'undated' }, { value: 2, period: 'undated' }],
    ['damaged', { value: 1, flags: ['garbled'] }, { value: 2 }],
    ['other things', { value: 1 }, { value: 2, unit: 't' }],
    [
      'children among the dead',
      { subject: 'clash', value: 2, unit: 'child deaths' },
      { subject: 'clash', value: 16, unit: 'deaths' },
    ],
    [
      'dead of two sides',
      { subject: 'clash', value: 2, unit: 'militant deaths' },
      { subject: 'clash', value: 4, unit: 'soldier deaths' },
    ],
    ['two months', { value: 1, period: '2013-02' }, { value: 2, period: '2013-03' }],
    ['a part below the whole', { value: 1, period: '2013-02' }, { value: 2 }],
  ])('none: %s', (_, a, b) => {
    expect(found(said({ id: 'C1', ...a }), said({ id: 'C2', ...b }))).toEqual([])
  })

  test('a part above the whole is one, and a month of prices against its year', () => {
    expect(found(said({ id: 'C1', value: 3, period: '2013-02' }), said({ id: 'C2', value: 2 }))).toHaveLength(1)
    const price = { subject: 'leaf_price', unit: 'USD/kg' }
    const [prices] = found(
      said({ id: 'C1', ...price, value: 3 }),
      said({ id: 'C2', ...price, value: 5, period: '2013-09' }),
    )
    expect(prices?.reason).toBe('period')
  })

  test('a wide range takes the side it fits; sides are as few as can be', () => {
    const [one] = found(
      said({ id: 'C1', value: 10 }),
      said({ id: 'C2', value: 40 }),
      said({ id: 'C3', value: 80 }),
      said({ id: 'C4', low: 35, high: 90 }),
    )
    expect(one?.sides.map(({ claims }) => claims)).toEqual([['C1'], ['C2', 'C4'], ['C3']])
  })

  test.each<[string, Partial<Claim>, Partial<Claim>, string[]]>([
    ['territory', { flags: ['national-figure'] }, { source: '001' }, ['territory', 'method']],
    ['territory', { place: 'VRAE', placeId: 'VRAEM' }, { source: '001' }, ['territory', 'method']],
    ['unit', { unit: 'acres', value: 9 }, { source: '001' }, ['unit', 'method']],
    ['definition', { series: 'a' }, { series: 'b', source: '001' }, ['definition', 'method']],
    ['definition', { unit: 'ha eradicated' }, { source: '001' }, ['definition', 'method']],
    ['definition', { series: 'a', note: 'young' }, { series: 'a', note: 'old' }, ['definition']],
    ['period', { period: '2013~' }, { source: '001' }, ['period', 'method']],
    ['method', {}, { source: '001' }, ['method']],
    ['dispute', { subject: 'clash', unit: 'deaths' }, { subject: 'clash', unit: 'deaths', source: '001' }, ['dispute']],
    ['attribution', { origin: 'x' }, { source: '001', origin: 'x' }, ['attribution']],
    ['merging', {}, {}, ['merging']],
    ['unknown', { series: 'a' }, { series: 'a' }, ['unknown']],
  ])('suggests %s', (_, a, b, reasons) => {
    const [one] = found(said({ id: 'C1', value: 1, ...a }), said({ id: 'C2', value: 2, ...b }))
    expect([one?.reason, ...(one?.also ?? [])]).toEqual(reasons)
  })

  test('says which written contradiction has it already', () => {
    const claims = [said({ id: 'C1', value: 1 }), said({ id: 'C2', value: 2 }), said({ id: 'C3', value: 2 })]
    const covered = (...sides: string[][]) =>
      foundContradictions(made(claims, { contradictions: [contradiction('K1', ...sides)] }))[0]?.coveredBy
    expect(covered(['C1'], ['C2'])).toEqual(['K1'])
    expect(covered(['C1', 'C2'], ['C99'])).toEqual([])
    expect(covered(['C2'], ['C3'])).toEqual(['K1'])
  })

  test('the order of claims does not matter', () => {
    const anyClaim = fc.record({
      value: fc.integer({ min: 1, max: 20 }),
      period: fc.constantFrom('2013', '2013-02', '2014', '2013/2014'),
      unit: fc.constantFrom('ha', 'acres', 't'),
      source: fc.constantFrom('a', 'b'),
    })
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 15 }), fc.infiniteStream(fc.nat()), (parts, draws) => {
        const claims = parts.map((part, k) => said({ id: `C${k}`, ...part }))
        const shuffled = claims.map((claim) => [draws.next().value, claim] as const).sort(([a], [b]) => a - b)
        const groups = found(...claims)
        expect(found(...shuffled.map(([, claim]) => claim))).toEqual(groups)
        for (const { sides, apart } of groups) {
          expect(sides.length).toBeGreaterThan(1)
          expect(apart).toBeGreaterThan(TOLERANCE)
          const all = sides.flatMap((side) => side.claims)
          expect(new Set(all).size).toBe(all.length)
        }
      }),
    )
  })

  test('the shipped ledger: two authorities on the VRAEM of 2013, the dead of an ambush', () => {
    const { ledger } = loadPackage(shippedFiles())
    const groups = foundContradictions(ledger)
    const values = (ids: readonly string[]) => ids.map((id) => ledger.claim(id)?.value ?? ledger.claim(id)?.low)
    const sidesOf = (place: string, years: string, value: number) =>
      groups
        .filter((group) => group.place === place && group.years === years)
        .map(({ sides }) => sides.map(({ claims }) => values(claims)))
        .find((sides) => sides.flat().includes(value))
    expect(groups.length).toBeGreaterThan(30)
    expect(sidesOf('VRAEM', '2013', 19167)?.at(-1)).toContain(20000)
    expect(sidesOf('090718', '2008', 18)).toEqual([[18], [19]])
  })
})

describe('new claims', () => {
  const ledger = made([said({ id: 'C1', value: 100, locator: 'L1' }), said({ id: 'C2', value: 300, period: '2014' })])

  test('only contradictions they bring', () => {
    expect(foundBetween([], ledger)).toEqual([])
    expect(foundBetween([said({ id: 'N1', value: 100 })], ledger)).toEqual([])
    expect(foundBetween([said({ id: 'N1', value: 150 })], ledger)).toMatchObject([{ years: '2013', reason: 'merging' }])
    const both = [said({ id: 'N1', value: 1, period: '2020' }), said({ id: 'N2', value: 2, period: '2020' })]
    expect(foundBetween(both, ledger)).toHaveLength(1)
  })

  test('what they repeat', () => {
    const again = said({ id: 'N1', value: 100, locator: 'L1' })
    const elsewhere = said({ id: 'N2', value: 1, unit: 'km2', source: '001' })
    const other = said({ id: 'N3', value: 101 })
    const twice = said({ id: 'N4', value: 101, source: '001' })
    const wordless = said({ id: 'N5' })
    expect(
      duplicates([again, elsewhere, other, twice, wordless, wordless], ledger).map(({ claim, of, same }) => [
        claim.id,
        of.id,
        same,
      ]),
    ).toEqual([
      ['N1', 'C1', 'locator'],
      ['N2', 'C1', 'figures'],
      ['N4', 'N3', 'figures'],
      ['N5', 'N5', 'locator'],
    ])
  })
})
