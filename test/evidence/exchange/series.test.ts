import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/evidence/package.ts'
import { codesOf, imported, smallPackage } from './package.ts'

const HEADER = 'series,place,year,month,value,low,high,unit,source_title,url,confidence,note'

describe('a series', () => {
  test('the small package of these tests is sound', () => {
    expect(checkPackage(smallPackage()).problems).toEqual([])
  })

  test('is added as a described table, with its source', () => {
    const text =
      `${HEADER}\ncoca_area_new,Ayna,2020,,12.5,,,ha,A new survey,https://example.org/s,high,told by a neighbour\n`.replace(
        'Ayna',
        '"Ayna, La Mar, Ayacucho"',
      )
    const { result, texts, files } = imported(text)
    expect(result).toMatchObject({ kind: 'series', added: 1, problems: [], rows: { read: 1, added: 1, refused: 0 } })
    expect(result.dropped).toEqual({ note: 1 })
    expect(Object.keys(texts)).toEqual(['imports/mine.csv', 'evidence/sources.csv', 'datapackage.json'])
    const { problems, package: pack } = checkPackage(files)
    expect(problems).toEqual([])
    expect(pack.observations.at(-1)).toMatchObject({
      series: 'coca_area_new',
      placeId: '050503',
      value: 12.5,
      note: '',
    })
    expect(pack.ledger.sources.get('a-new-survey')).toMatchObject({
      title: 'A new survey',
      url: 'https://example.org/s',
    })
    expect(Object.values(texts).join()).not.toContain('neighbour')
  })

  test('brings nothing the second time', () => {
    const text = `${HEADER}\ncoca_area_new,VRAEM,2020,3,12.5,10,15,ha,A new survey,,high,\ncoca_area_new,VRAEM,2020,3,12.50,10,15,ha,A new survey,,high,\n`
    const first = imported(text)
    expect(first.result).toMatchObject({ added: 1, duplicates: [{ line: 3, of: 'line 2' }] })
    const second = imported(text, {}, first.files)
    expect(second.result).toMatchObject({ added: 0, problems: [], rows: { read: 2, added: 0, duplicate: 2 } })
    expect(second.result.duplicates[0]?.of).toMatch(/^O[a-z2-7]{8}$/)
    expect(second.texts).toEqual({})
  })

  test('years in columns, Spanish, semicolons, thousands with points', () => {
    const text =
      '\uFEFFZona cocalera;2019;2020*;2021 (ha);Variación %\r\nVRAEM;26.027;28.234,5;31.141;12,1\r\nSan Gabán;1.200,5;n.d.;;\r\n'
    const { result, files } = imported(text, { series: 'coca_area_office', unit: 'ha', source: 'devida' })
    expect(result.problems).toEqual([])
    expect(result).toMatchObject({
      kind: 'series',
      added: 4,
      rows: { read: 2, added: 2 },
      dropped: { 'Variación %': 1 },
    })
    expect(result.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['separator', 'decimal-comma']))
    const rows = checkPackage(files).package.observations.filter(({ series }) => series === 'coca_area_office')
    expect(rows.map(({ year, value }) => [year, value])).toEqual([
      [2019, 26027],
      [2020, 28234.5],
      [2021, 31141],
      [2019, 1200.5],
    ])
    expect(rows[0]).toMatchObject({ source: 'Monitoring of DEVIDA', unit: 'ha', placeId: 'VRAEM' })
  })

  test('every figure of a table with years in columns is accounted for, repeats by line and column', () => {
    const options = { series: 'wide', unit: 'ha', source: 'devida' }
    const first = imported('zona,2019,2020\nVRAEM,1,2\n', options)
    expect(first.result.figures).toEqual({ read: 2, added: 2, duplicate: 0, refused: 0, empty: 0 })
    const { result } = imported(
      'zona,2019,2020,2021\nVRAEM,1,,5\nSan Gabán,7,8,n.d.\nVRAEM,,2,5\n',
      options,
      first.files,
    )
    expect(result.problems).toEqual([])
    expect(result.figures).toEqual({ read: 9, added: 3, duplicate: 3, refused: 0, empty: 3 })
    expect(result.rows).toMatchObject({ read: 3, added: 2, duplicate: 1 })
    const id = expect.stringMatching(/^O[a-z2-7]{8}$/)
    expect(result.duplicates).toEqual([
      { line: 2, field: '2019', of: id },
      { line: 4, field: '2020', of: id },
      { line: 4, field: '2021', of: 'line 2' },
    ])
    const faulty = imported('zona,2019,2020\nVRAEM,1,x\nAtlantis,3,\n', options).result
    expect(faulty.figures).toEqual({ read: 4, added: 0, duplicate: 0, refused: 3, empty: 1 })
  })

  test('years in columns need a series and a unit', () => {
    const conclusion = imported('zona,2019,2020\nVRAEM,1,2\n', { source: 'devida' })
    expect(conclusion.result.problems.map(({ field, todo }) => [field, todo])).toEqual([
      ['series', 'repeat with --series'],
      ['unit', 'repeat with --unit'],
    ])
    expect(conclusion.texts).toEqual({})
  })

  test('an ambiguous number is refused with what to write, and read once the mark is said', () => {
    const text = 'zona;2019;2020\nVRAEM;35.709;1,250\n'
    const options = { series: 's', unit: 'ha', source: 'devida' }
    const refused = imported(text, options)
    expect(codesOf(refused)).toEqual(['2:ambiguous-number', '2:ambiguous-number'])
    expect(refused.result.problems[0]).toMatchObject({ field: '2019', what: '"35.709" can be 35709 or 35.709' })
    expect(refused.result.problems[0]?.todo).toContain('35709 or 35.7090')
    const read = (decimal: ',' | '.') =>
      checkPackage(imported(text, { ...options, decimal }).files)
        .package.observations.slice(-2)
        .map(({ value }) => value)
    expect(read(',')).toEqual([35709, 1.25])
    expect(read('.')).toEqual([35.709, 1250])
  })

  test('numbers in two styles are refused one by one', () => {
    const text = `${HEADER}\n${['1.5', '"2,5"', '7', '"1,234"'].map((value, i) => `s,VRAEM,${2000 + i},,${value},,,ha,T,,high,`).join('\n')}\n`
    expect(codesOf(imported(text))).toEqual(['2:mixed-numbers', '3:mixed-numbers', '5:ambiguous-number'])
  })

  test('all faults of all rows at once, by row and column', () => {
    const rows = [
      's,Aynaa,2020,,1,,,ha,T,,high,',
      's,VRAEM,20,13,1,,,ha,T,,sure,',
      's,VRAEM,2020,,abc,,,ha,,,high,',
      's,VRAEM,2020,,5,7,9,ha,T,,high,',
      's,VRAEM,2020,,,,,ha,T,,high,',
      's,VRAEM,2020,1,1,,,,T,notalink,high,',
      's,VRAEM,2020',
    ]
    const { result, texts } = imported(`${HEADER}\n${rows.join('\n')}\n`)
    const found = result.problems.map(({ line, field, code }) => [line, field, code])
    expect(found).toEqual([
      [2, 'place', 'place'],
      [3, 'confidence', 'enum'],
      [3, 'year', 'year'],
      [3, 'month', 'month'],
      [4, 'source_title', 'source'],
      [4, 'value', 'number'],
      [5, undefined, 'order'],
      [6, 'value', 'no-figure'],
      [7, 'unit', 'required'],
      [7, 'url', 'pattern'],
      [8, undefined, 'ragged'],
    ])
    expect(result).toMatchObject({ added: 0, rows: { read: 7, added: 0, refused: 7 } })
    expect(texts).toEqual({})
  })

  test('a date column is kept to the month, whatever its form', () => {
    const dates = [
      '2013-05-04',
      '04/05/2013',
      '5 May 2013',
      'mayo 2013',
      '21/06/2013',
      '4 de setiembre de 2013',
      '2013',
    ]
    const text = `series,place,date,value,unit,source_title\n${dates.map((date, i) => `s,VRAEM,${date},${i},ha,T`).join('\n')}\n`
    const { result, files } = imported(text)
    expect(result.problems).toEqual([])
    expect(result.coarsened).toEqual({ date: 5 })
    expect(result.notices).toContainEqual(expect.objectContaining({ code: 'date-order', field: 'date' }))
    const months = checkPackage(files)
      .package.observations.slice(-7)
      .map(({ month }) => month)
    expect(months).toEqual([5, 5, 5, 5, 6, 9, undefined])
  })

  test('day or month first is asked when no row shows it', () => {
    const text = (dates: string[]) =>
      `series,place,date,value,unit,source_title\n${dates.map((date, i) => `s,VRAEM,${date},${i},ha,T`).join('\n')}\n`
    expect(codesOf(imported(text(['04/05/2013', '05/05/2013'])))).toEqual(['2:ambiguous-date'])
    expect(codesOf(imported(text(['04/05/2013', '13/05/2013', '05/13/2013'])))).toEqual(['2:ambiguous-date'])
    const { files } = imported(text(['04/05/2013']), { dates: 'month-first' })
    expect(checkPackage(files).package.observations.at(-1)).toMatchObject({ year: 2013, month: 4 })
    const wrong = ['04/05/13', '2013-13-01', 'soon', '31/02/2013', '2013-02-29', '31 de junio de 2013']
    expect(codesOf(imported(text(wrong)))).toEqual([2, 3, 4, 5, 6, 7].map((line) => `${line}:date`))
    expect(codesOf(imported(text(['2012-02-29'])))).toEqual([])
  })

  test('a series joins a subject', () => {
    const text = `${HEADER}\nbrand_new,VRAEM,2020,,1,,,attacks,T,,high,\n`
    const { result, files } = imported(text, { subject: 'attacks' })
    expect(result.problems).toEqual([])
    const { ledger } = checkPackage(files).package
    expect(ledger.subjects.get('attacks')?.series).toEqual(['brand_new'])
    expect(ledger.observations.at(-1)?.subject).toBe('attacks')
    expect(imported(text, { subject: 'atacks', source: 'devidaa' }).result.problems.map(({ todo }) => todo)).toEqual([
      'write devida if that is meant',
      'write attacks if that is meant',
    ])
  })
})
