import { describe, expect, test } from 'vitest'
import { rowsOf, UCDP, ucdp } from './event-rows.ts'
import { codesOf, imported } from './package.ts'

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

  test('an event that ends before it starts, or lies in another year, is a fault', () => {
    const { result } = imported(
      [
        UCDP,
        ucdp({ date: '2009-04-09', end: '2009-03-09' }),
        ucdp({ date: '2010-04-09' }),
        ucdp({ date: '2009-02-30' }),
        '',
      ].join('\n'),
    )
    expect(result.problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      ...['2 date_end', '3 year', '4 date_start', '4 date_end'],
    ])
  })

  test('figures out of order are a fault', () => {
    expect(codesOf(imported(`${UCDP}\n${ucdp({ best: '5,4,3' })}\n`))).toEqual(['2:order'])
  })
})
