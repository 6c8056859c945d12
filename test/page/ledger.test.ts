import { beforeAll, describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/evidence/ledger/ledger.ts'
import { openLedger } from '../../src/host/ledger.ts'
import { type Desk, deskOf } from '../../src/page/ledger/desk.ts'
import { openPacked } from '../../src/page/ledger/packed.ts'
import { packRows, unpackRows } from '../../src/page/ledger/rows.ts'
import { packLedger } from '../../src/page/pack/ledger.ts'

let original: Ledger
let desk: Desk
let packed: ReturnType<typeof openPacked>

beforeAll(async () => {
  const { pack, ledger } = await openLedger()
  original = ledger
  packed = openPacked(JSON.parse(JSON.stringify(packLedger(pack, ledger))))
  desk = deskOf(packed)
}, 60_000)

describe('the packed ledger', () => {
  test('rows come back as they were', () => {
    const rows = [{ a: 1, b: 'x' }, { a: 2 }, { b: 'x', c: '' }]
    expect(unpackRows(JSON.parse(JSON.stringify(packRows(rows))))).toEqual(rows)
    expect(unpackRows(packRows([]))).toEqual([])
  })

  test('holds every claim and observation of the ledger, with the same ids and words', () => {
    expect(packed.ledger.claims).toEqual(JSON.parse(JSON.stringify(original.claims)))
    expect(packed.ledger.observations).toHaveLength(original.observations.length)
    for (const k of [0, 500, 5000, original.observations.length - 1]) {
      expect(packed.ledger.observations[k]?.id).toBe(original.observations[k]?.id)
      expect(packed.ledger.observations[k]?.paraphrase.es).toBe(original.observations[k]?.paraphrase.es)
    }
    expect(packed.ledger.links).toEqual(JSON.parse(JSON.stringify(original.links)))
  })
})

describe('the desk', () => {
  test('finds without accents, before and after the tables are searched too', () => {
    const first = desk.search('erradicacion 2019', 10)
    expect(first.hits.length).toBeGreaterThan(3)
    expect(first.hits.every(({ id }) => id.startsWith('C'))).toBe(true)
    desk.prepare()
    expect(desk.search('lluvia pichari', 10).hits.some(({ id }) => id.startsWith('O'))).toBe(true)
    expect(desk.search('xqzw', 10)).toEqual({ hits: [], ignored: ['xqzw'], more: false })
  })

  test('leads from a claim to its contradiction and to everything said', () => {
    const sheet = desk.claim('C0135')
    expect(sheet?.rivals.length).toBeGreaterThan(0)
    expect(sheet?.about).toMatchObject({ subject: 'coca_area', place: 'VRAEM' })
    const rival = desk.contradiction(sheet?.rivals[0]?.id ?? '')
    expect(rival?.full.length).toBeGreaterThan(1)
    expect(rival?.full.flatMap(({ claims }) => claims.map(({ id }) => id))).toContain('C0135')
    expect(desk.claim('C9999')).toBeUndefined()
    expect(desk.contradiction('K999')).toBeUndefined()
  })

  test('a quantity has every figure told of the place, once, inside its brackets', () => {
    const sheet = desk.quantity('coca_area', 'VRAEM')
    const shown = [...(sheet?.marks ?? []), ...(sheet?.undated ?? [])].map(({ id }) => id)
    const figures = [...original.everything()].filter(
      (claim) =>
        claim.subject === 'coca_area' &&
        (claim.placeId ?? claim.place) === 'VRAEM' &&
        (claim.low ?? claim.value ?? claim.high) !== undefined,
    )
    const left = sheet?.leftOut.map(({ card }) => card.id) ?? []
    expect([...shown, ...left].sort()).toEqual(figures.map(({ id }) => id).sort())
    expect(sheet?.brackets.length).toBeGreaterThan(3)
    for (const { low, high, claims } of sheet?.brackets ?? []) {
      expect(low).toBeLessThan(high)
      expect(claims.every((id) => shown.includes(id))).toBe(true)
    }
    for (const mark of sheet?.marks ?? []) {
      expect(mark.low).toBeLessThanOrEqual(mark.value ?? mark.low)
      expect(mark.value ?? mark.high).toBeLessThanOrEqual(mark.high)
      expect(mark.to).toBeGreaterThan(mark.from)
    }
    expect(desk.quantity('coca_area', 'Atlantis')).toBeUndefined()
    expect(desk.quantity('no_such_thing')).toBeUndefined()
  })

  test('shows what a parameter rests on', () => {
    const parameter = original.links.find(({ kind }) => kind === 'parameter')
    const grounds = desk.grounds('parameter', parameter?.target ?? '')
    expect(grounds.claims.map(({ id }) => id)).toContain(parameter?.claim)
  })

  test('answers are plain data', () => {
    for (const answer of [
      desk.totals(),
      desk.topics(),
      desk.claim('C0135'),
      desk.quantity('coca_area'),
      desk.sources(),
    ])
      expect(structuredClone(answer)).toEqual(answer)
  })
})
