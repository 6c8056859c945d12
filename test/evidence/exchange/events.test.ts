import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/evidence/package.ts'
import { acled, acledTable, rowsOf } from './event-rows.ts'
import { codesOf, imported } from './package.ts'

describe('ACLED', () => {
  test('is summed by district and month; no name, place, text or id is kept', () => {
    const { result, files, texts } = imported(
      acledTable(
        acled(),
        acled({ date: '28 May 2021', deaths: '1' }),
        acled({ type: 'Protests', deaths: '0', date: '1 June 2021' }),
      ),
    )
    expect(result).toMatchObject({ kind: 'acled', added: 6, problems: [], rows: { read: 3, added: 2, merged: 1 } })
    expect(rowsOf(files)).toEqual([
      'acled_events 050503 2021-5  2 ',
      'acled_violence 050503 2021-5  2 ',
      'acled_fatalities 050503 2021-5  3 ',
      'acled_events 050503 2021-6  1 ',
      'acled_violence 050503 2021-6  0 ',
      'acled_fatalities 050503 2021-6  0 ',
    ])
    expect(result.dropped).toMatchObject({ actor1: 3, latitude: 3, longitude: 3, location: 3, notes: 3, source: 3 })
    expect(result.coarsened).toEqual({ event_date: 3 })
    expect(Object.values(texts).join()).not.toMatch(/PER\d|Some group|San Francisco|-12\.6|shot|Diario/)
    expect(checkPackage(files).package.ledger.sources.get('acled')?.producer).toBe('ACLED')
  })

  test('an event that is known less exactly gets the larger place, or no month, and a series of its own', () => {
    const { result, files } = imported(
      acledTable(
        acled({ geo: '2' }),
        acled({ geo: '3' }),
        acled({ admin: 'Ayacucho,Huamanga,Ayacucho' }),
        acled({ date: '2021' }),
        acled({ time: '3' }),
      ),
    )
    expect(result.problems).toEqual([])
    expect(rowsOf(files).filter((row) => row.startsWith('acled_events'))).toEqual([
      'acled_events_imprecise 050503 2021-0  1 ',
      'acled_events 050503 2021-5  1 ',
      'acled_events_imprecise AYACUCHO/LA MAR 2021-5  1 ',
      'acled_events_imprecise Ayacucho (department) 2021-5  2 ',
    ])
    expect(result.coarsened).toMatchObject({ admin3: 3, event_date: 4 })
  })

  test('what lies outside the map is set aside and counted; a wrong name is a fault', () => {
    const text = acledTable(
      acled(),
      acled({ country: 'Colombia', admin: 'Cauca,Cauca,Cauca' }),
      acled({ admin: 'Lima,Lima,Lima' }),
    )
    const { result } = imported(text)
    expect(result).toMatchObject({ problems: [], rows: { read: 3, added: 1, outside: 2 } })
    expect(codesOf(imported(acledTable(acled({ admin: 'Ayacuco,La Mar,Ayna' }))))).toEqual(['2:place'])
  })

  test('a repeated event counts once; with other figures it is a fault', () => {
    const { result, files } = imported(
      acledTable(acled({ id: 'A' }), acled({ id: 'A', date: '5 May 2021' }), acled({ id: 'B' })),
    )
    expect(result).toMatchObject({
      rows: { read: 3, added: 1, merged: 1, duplicate: 1 },
      duplicates: [{ line: 3, of: 'line 2' }],
    })
    expect(rowsOf(files)[0]).toContain(' 2 ')
    expect(codesOf(imported(acledTable(acled({ id: 'A' }), acled({ id: 'A', deaths: '9' }))))).toEqual([
      '3:repeated-id',
    ])
  })

  test('the same export a second time brings nothing', () => {
    const text = acledTable(acled(), acled({ geo: '3' }), acled())
    const first = imported(text)
    const second = imported(text, {}, first.files)
    expect(second.result).toMatchObject({
      added: 0,
      problems: [],
      rows: { read: 3, duplicate: 3, added: 0, merged: 0 },
    })
  })

  test('a later export with other counts is an update: shown, refused, or put in place of the old row', () => {
    const month = [acled({ id: 'A' }), acled({ id: 'B' })]
    const june = acled({ id: 'D', date: '3 June 2021' })
    const first = imported(acledTable(...month))
    const later = acledTable(...month, acled({ id: 'C', deaths: '0' }), june)
    const preview = imported(later, {}, first.files)
    expect(preview.result).toMatchObject({
      added: 3,
      problems: [],
      contradictions: [],
      rows: { read: 4, added: 1, updated: 1, merged: 2, refused: 0 },
    })
    expect(preview.result.updates.map(({ series, period, was, now }) => [series, period, was, now])).toEqual([
      ['acled_events', '2021-05', 2, 3],
      ['acled_violence', '2021-05', 2, 3],
    ])
    const refused = imported(later, {}, first.files, undefined, true)
    expect(codesOf(refused)).toEqual(['2:holds-already'])
    expect(refused.result.problems[0]?.what).toContain(
      'an earlier import holds this month: Ayna, La Mar, Ayacucho, 2021-05: acled_events 2 → 3',
    )
    expect(refused.result.problems[0]?.todo).toContain('--replace')
    expect(refused.result).toMatchObject({ added: 0, rows: { updated: 0, refused: 1, added: 1, merged: 2 } })
    expect(refused.texts).toEqual({})
    const { result, files } = imported(later, { replace: true }, first.files, undefined, true)
    expect(result).toMatchObject({ added: 3, problems: [], rows: { updated: 1, added: 1 } })
    expect(rowsOf(files).filter((row) => row.startsWith('acled_events'))).toEqual([
      'acled_events 050503 2021-5  3 ',
      'acled_events 050503 2021-6  1 ',
    ])
    expect(rowsOf(files)).toContain('acled_fatalities 050503 2021-5  4 ')
    expect(checkPackage(files).problems).toEqual([])
    const again = imported(later, {}, files, undefined, true)
    expect(again.result).toMatchObject({ added: 0, updates: [], problems: [], rows: { duplicate: 4 } })
  })

  test('days that are none, a year that is not the one of the date', () => {
    const rows = [
      acled({ date: '31 February 2021' }),
      acled({ date: '3 May 2024' }),
      acled({ year: 'x' }),
      acled({ date: '29 February 2020', year: '2020' }),
    ]
    const { result } = imported(acledTable(...rows))
    expect(result.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
      '2 event_date date',
      '3 year year',
      '4 year year',
    ])
  })

  test('names that no map knows are listed with their numbers', () => {
    const nowhere = acled({ admin: 'Ayacucho,La Mar,Nowhere' }).replace('PER', 'X')
    const { result } = imported(
      acledTable(
        acled(),
        nowhere,
        acled({ admin: 'Ayacucho,La Mar,Nowhere' }),
        acled({ admin: 'Ayacucho,La Mra,Ayna', geo: '2' }),
      ),
    )
    expect(result.problems).toEqual([])
    expect(result.notices.filter(({ code }) => code === 'unknown-name')).toEqual([
      { code: 'unknown-name', field: 'admin3', what: expect.stringMatching(/: Nowhere \(2\)$/) },
      { code: 'unknown-name', field: 'admin2', what: expect.stringMatching(/: La Mra$/) },
    ])
  })

  test('all faults of one row at once', () => {
    const row = acled({ geo: '9', time: '7', type: '', deaths: 'many', date: 'soon', admin: 'Atlantis,,' })
    const { result } = imported(acledTable(row))
    expect(result.problems.map(({ field }) => field).sort()).toEqual([
      ...['admin1', 'event_date', 'event_type', 'fatalities', 'geo_precision', 'time_precision'],
    ])
    expect(result.rows.refused).toBe(1)
  })

  test('wrong codes and figures are named by row and column', () => {
    const rows = [
      acled({ geo: '9' }),
      acled({ time: '' }),
      acled({ deaths: '-1' }),
      acled({ deaths: '' }),
      acled({ type: 'Party' }),
      acled({ date: '31/31/2021' }),
    ]
    const { result } = imported(acledTable(...rows))
    expect(result.problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      ...['2 geo_precision', '3 time_precision', '4 fatalities', '5 fatalities', '6 event_type', '7 event_date'],
    ])
    expect(result.rows.refused).toBe(6)
  })
})

test('no row is lost: every row of any mix of rows ends in exactly one way, and no event twice', () => {
  const event = fc.record({
    id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    date: fc.constantFrom('2021-05-04', '2021-05-05', '2021-06-01', '2021', 'soon'),
    time: fc.constantFrom('1', '2', '3', '7'),
    country: fc.constantFrom('Peru', 'Peru', 'Peru', 'Bolivia'),
    admin: fc.constantFrom(
      'Ayacucho,La Mar,Ayna',
      'Ayacucho,La Mar,Nowhere',
      'Cusco,,',
      'Lima,Lima,Lima',
      'Atlantis,,',
    ),
    geo: fc.constantFrom('1', '2', '3'),
    deaths: fc.constantFrom('0', '1', 'many'),
  })
  const line = fc.oneof(
    { weight: 9, arbitrary: event.map(acled) },
    { weight: 1, arbitrary: fc.constantFrom('a,b', '"broken" quote,x', '') },
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.integer({ min: 1, max: 400 }), (lines, size) => {
      const { result, texts, files } = imported(acledTable(...lines), {}, undefined, size)
      const { read, added, merged, updated, duplicate, outside, refused } = result.rows
      expect(read).toBe(lines.filter((text) => text !== '').length)
      expect(added + merged + updated + duplicate + outside + refused).toBe(read)
      expect(refused > 0).toBe(result.problems.length > 0)
      if (refused > 0) expect([result.added, texts]).toEqual([0, {}])
      else {
        const events = rowsOf(files).filter((row) => row.startsWith('acled_events'))
        expect(events.reduce((sum, row) => sum + Number(row.trim().split(' ').at(-1)), 0)).toBe(added + merged)
      }
    }),
    { numRuns: 25 },
  )
})
