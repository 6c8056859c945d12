import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/evidence/package.ts'
import { codesOf, imported } from './package.ts'

const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,notes,fatalities'
interface Event {
  id?: string
  date?: string
  time?: string
  type?: string
  country?: string
  admin?: string
  geo?: string
  deaths?: string
}
let count = 0
const acled = (event: Event = {}) => {
  count += 1
  const { id = `PER${count}`, date = '04 May 2021', time = '1', type = 'Battles', country = 'Peru' } = event
  const { admin = 'Ayacucho,La Mar,Ayna', geo = '1', deaths = '2' } = event
  return `${id},${date},2021,${time},Political violence,${type},Armed clash,Some group,,${country},${admin},San Francisco,-12.6,-73.8,${geo},El Diario,"On 4 May, a named man was shot",${deaths}`
}
const acledTable = (...rows: string[]) => `${[ACLED, ...rows].join('\n')}\n`

const UCDP =
  'id,relid,year,type_of_violence,side_a,side_b,source_article,where_prec,where_description,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low'
const ucdp = (
  event: {
    where?: string
    what?: string
    date?: string
    end?: string
    prec?: string
    best?: string
    adm?: string
  } = {},
) => {
  count += 1
  const { where = '1', what = 'Ayna district', date = '2009-04-09', end = date, prec = '1', best = '14,16,13' } = event
  const { adm = 'Ayacucho department,La Mar province' } = event
  const time = ' 00:00:00.000'
  return `${count},x,2009,1,Government,Group,"An article, long",${where},${what},${adm},-12.6,-73.8,Peru,${prec},${date}${time},${end}${time},1,2,3,0,${best}`
}
const rowsOf = (files: Record<string, string>) =>
  checkPackage(files)
    .package.observations.filter(({ file }) => file.includes('imports'))
    .map(({ series, placeId, year, month, value, low, high }) =>
      [series, placeId, [year, month ?? 0].join('-'), low ?? '', value, high ?? ''].join(' '),
    )

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

describe('UCDP GED', () => {
  test('a province is never taken for a district', () => {
    const { result, files } = imported(
      [
        UCDP,
        ucdp(),
        ucdp({ what: 'Near a river' }),
        ucdp({ what: 'Huanta province', adm: 'Ayacucho department,La Mar province' }),
        ucdp({ where: '2' }),
        ucdp({ where: '4' }),
        ucdp({ where: '6', adm: ',' }),
        '',
      ].join('\n'),
    )
    expect(result.problems).toEqual([])
    expect(rowsOf(files).filter((row) => row.startsWith('ucdp_deaths_best'))).toEqual([
      'ucdp_deaths_best 050503 2009-4 13 14 16',
      'ucdp_deaths_best_imprecise AYACUCHO/LA MAR 2009-4 39 42 48',
      'ucdp_deaths_best_imprecise Ayacucho (department) 2009-4 13 14 16',
      'ucdp_deaths_best_imprecise Peru 2009-4 13 14 16',
    ])
    expect(result.rows).toMatchObject({ read: 6, added: 4, merged: 2 })
    expect(result.dropped).toMatchObject({ side_a: 6, source_article: 6, latitude: 6 })
  })

  test('a date that is not known to one month gets none', () => {
    const { files } = imported(
      [
        UCDP,
        ucdp({ prec: '5' }),
        ucdp({ prec: '4', end: '2009-05-08' }),
        ucdp({ prec: '4', end: '2009-04-30' }),
        '',
      ].join('\n'),
    )
    expect(rowsOf(files).filter((row) => row.startsWith('ucdp_events'))).toEqual([
      'ucdp_events_imprecise 050503 2009-0  2 ',
      'ucdp_events 050503 2009-4  1 ',
    ])
  })

  test('figures out of order are a fault', () => {
    expect(codesOf(imported(`${UCDP}\n${ucdp({ best: '5,4,3' })}\n`))).toEqual(['2:order'])
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
      const { read, added, merged, duplicate, outside, refused } = result.rows
      expect(read).toBe(lines.filter((text) => text !== '').length)
      expect(added + merged + duplicate + outside + refused).toBe(read)
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
