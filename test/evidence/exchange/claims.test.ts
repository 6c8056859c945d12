import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/evidence/package.ts'
import { codesOf, imported, smallPackage } from './package.ts'

const HEADER = 'source,locator,kind,subject,place,period,value,unit,attributed_to,paraphrase,paraphrase_es'
const claim = (cells: Partial<Record<string, string>> = {}) => {
  const all = {
    ...{ source: 'devida', locator: 'table 3', kind: 'quantity', subject: 'coca_area', place: 'VRAEM', period: '2020' },
    ...{
      value: '28000',
      unit: 'ha',
      attributed_to: 'DEVIDA',
      paraphrase: 'Coca covered 28000 hectares.',
      paraphrase_es: '',
    },
    ...cells,
  }
  return Object.values(all)
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',')
}
const table = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`

describe('claims', () => {
  test('get new ids and join claims.csv; the old text stays as it is', () => {
    const { result, texts, files } = imported(table(claim(), claim({ period: '2021-05-04' })))
    expect(result).toMatchObject({ kind: 'claims', added: 2, problems: [], coarsened: { period: 1 } })
    expect(Object.keys(texts)).toEqual(['evidence/claims.csv'])
    expect(texts['evidence/claims.csv']?.startsWith(smallPackage()['evidence/claims.csv'] ?? 'none')).toBe(true)
    const { claims } = checkPackage(files).package.ledger
    expect(claims.slice(2).map(({ id, period, value }) => [id, period, value])).toEqual([
      ['C0003', '2020', 28000],
      ['C0004', '2021-05', 28000],
    ])
  })

  test('that stand in the ledger, or twice in the file, are duplicates', () => {
    const same = claim({ source: '000', locator: 'Coca (L1.1)', period: '2019', value: '24000' })
    const { result, files, texts } = imported(table(same, claim(), claim({ value: '28000.0' })))
    expect(result).toMatchObject({ added: 1, rows: { read: 3, added: 1, duplicate: 2 } })
    expect(result.duplicates).toEqual([
      { line: 2, of: 'C0001' },
      { line: 4, of: 'line 3' },
    ])
    expect(imported(table(same, claim()), {}, files).texts).toEqual({})
    expect(Object.keys(texts)).toHaveLength(1)
  })

  test('that say another figure than the ledger are shown as a contradiction', () => {
    const { result } = imported(
      table(claim({ period: '2019', value: '40000' }), claim({ period: '2015', value: '9000' })),
    )
    expect(result).toMatchObject({ added: 2, problems: [] })
    expect(result.contradictions).toEqual([
      expect.objectContaining({ subject: 'coca_area', place: 'VRAEM', years: '2019' }),
    ])
    expect(result.contradictions[0]?.sides.flatMap(({ claims }) => claims)).toEqual(
      expect.arrayContaining(['C0001', 'C0003']),
    )
  })

  test('an id may be given, but not taken from another claim', () => {
    const text = `id,${HEADER}\nC0500,${claim()}\nC0001,${claim({ value: '1' })}\nX1,${claim({ value: '2' })}\n`
    const conclusion = imported(text)
    expect(codesOf(conclusion)).toEqual(['3:id', '4:id'])
    expect(conclusion.result.rows).toMatchObject({ read: 3, added: 1, refused: 2 })
  })

  test('faults that only the whole ledger shows are told of the row of the file', () => {
    const text = table(
      claim({ subject: 'coca_areas' }),
      claim({ place: 'Aynaa' }),
      claim({ unit: 'bushels' }),
      claim({ value: '', kind: 'quantity' }),
      claim({ period: '04/05/2013' }),
      claim({ source: 'devidaa', kind: 'rumour' }),
      claim({ paraphrase: Array.from({ length: 30 }, () => 'word').join(' ') }),
      claim({ paraphrase: 'At -12.6345, -73.8321 stands a base.' }),
      claim({ paraphrase: 'Bell \u0007 and turned \u202e text' }),
      claim({ locator: '', paraphrase: 'x'.repeat(1001) }),
    )
    const { result, texts } = imported(text)
    const lines = [...new Set(result.problems.map(({ file, line }) => `${file}:${line}`))]
    expect(lines.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `mine.csv:${i + 2}`).sort())
    const codes = new Set(result.problems.map(({ code }) => code))
    for (const code of [
      'place',
      'ambiguous-date',
      'source',
      'enum',
      'too-fine',
      'control-character',
      'too-long',
      'required',
    ])
      expect(codes).toContain(code)
    expect(result.rows).toMatchObject({ read: 10, added: 0, refused: 10 })
    expect(texts).toEqual({})
  })

  test('all faults of one row at once: what cannot be read hides nothing else', () => {
    const low = `${HEADER.replace('value,', 'low,value,high,')}`
    const bad = 'nosuch,t. 3,quantity,nothing,Atlantis,2022-13,5,1,2,parsec,X,Words.,'
    const worse = 'nosuch,t. 3,rumour,coca_area,VRAEM,2021-02-31,,many,,ha,X,Words.,'
    const { result } = imported(`${low}\n${bad}\n${worse}\n`)
    expect(result.problems.map(({ line, field, code }) => [line, field ?? '', code].join(' ')).sort()).toEqual([
      ...['2  order', '2 period date', '2 place place', '2 source source', '2 subject foreign-key', '2 unit unit'],
      ...['3 kind enum', '3 period date', '3 source source', '3 value number'],
    ])
    expect(result.rows).toMatchObject({ read: 2, added: 0, refused: 2 })
  })

  test('impossible periods are told by row and column', () => {
    const periods = ['2021-02-30', '2021-05/2020-01', '2021-13', '2020/20221', '2021-05-04/2021-02-31']
    const { result } = imported(table(...periods.map((period) => claim({ period }))))
    expect(result.problems.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, 'period', 'date'],
      [3, 'period', 'order'],
      [4, 'period', 'date'],
      [5, 'period', 'period'],
      [6, 'period', 'date'],
    ])
  })

  test('what may lead to a person, a spot or a recipe is told, not refused', () => {
    const text = table(
      claim({ paraphrase: 'A farmer, tel. 999888777, mixes kerosene near km 45.' }),
      claim({ value: '2', paraphrase: 'Write to somebody@example.org; call 999 888 777.' }),
      claim({ value: '999888777', paraphrase: 'The area was 999888 hectares in 2020, 45 km of road.' }),
    )
    const { result } = imported(text)
    expect(result).toMatchObject({ problems: [], added: 3 })
    const told = result.notices.filter(({ field }) => field === 'paraphrase')
    expect(told.map(({ code, what }) => [code, what.split(': ').at(-1)])).toEqual([
      ['phone-number', 'line 2, line 3'],
      ['exact-place', 'line 2'],
      ['chemical', 'line 2'],
      ['email', 'line 3'],
    ])
  })

  test('hostile text is kept as text', () => {
    const nasty = [
      '=HYPERLINK("http://x";"y")',
      '+1',
      '-1+cmd',
      '@SUM(A1)',
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE claims;--",
    ]
    const rows = nasty.map((paraphrase, i) => claim({ paraphrase, value: String(i) }))
    const { result, files } = imported(table(...rows))
    expect(result.problems).toEqual([])
    const { claims } = checkPackage(files).package.ledger
    expect(claims.slice(2).map(({ paraphrase }) => paraphrase.en)).toEqual(nasty)
  })

  test('a file without who says so takes the title of the source; unknown columns are dropped and counted', () => {
    const text = `locator,kind,subject,place,period,value,unit,paraphrase,latitude,witness\np. 3,quantity,coca_area,VRAEM,2020,5,ha,Five hectares.,-12.5,A. Person\n`
    const { result, files, texts } = imported(text, { source: 'devida' })
    expect(result).toMatchObject({ kind: 'claims', added: 1, problems: [], dropped: { latitude: 1, witness: 1 } })
    expect(checkPackage(files).package.ledger.claims.at(-1)?.attributedTo).toBe('Monitoring of DEVIDA')
    expect(Object.values(texts).join()).not.toMatch(/Person|-12\.5/)
  })

  test('a wording in one language stands for both, and that is said', () => {
    const text = `locator,kind,subject,place,period,paraphrase_es\np. 3,qualitative,coca_area,VRAEM,2020,La coca avanza.\n`
    const { result, files } = imported(text, { source: 'devida' })
    expect(result).toMatchObject({ added: 1, problems: [], notices: [{ code: 'untranslated', field: 'paraphrase' }] })
    const paraphrase = { en: 'La coca avanza.', es: 'La coca avanza.' }
    expect(checkPackage(files).package.ledger.claims.at(-1)?.paraphrase).toEqual(paraphrase)
  })

  test('a missing column is named with the column that looks like it', () => {
    const { result } = imported(table(claim()).replace('paraphrase,paraphrase_es', 'parafrase,other'))
    expect(result.problems).toEqual([
      expect.objectContaining({
        code: 'missing-column',
        line: 1,
        field: 'paraphrase',
        todo: 'rename "parafrase" to "paraphrase"',
      }),
    ])
  })
})
