import { describe, expect, test } from 'vitest'
import { checkPackage, loadPackage } from '../../src/evidence/package.ts'
import { formatProblem, InputError, type Problem } from '../../src/evidence/problem.ts'
import { without } from './files.ts'

/** The shipped package without its largest tables and the ledger: quick to check again and again. */
const files = without([
  'events/environment.csv',
  'events/social.csv',
  'more/climate_monthly.csv',
  'series/coca_area_subregional.csv',
  'evidence/',
])

/** Problems of the shipped package after one file was changed. */
function planted(path: string, change: (text: string) => string): Problem[] {
  const text = files[path]
  if (text === undefined) throw new Error(`no ${path}`)
  const changed = change(text)
  expect(changed).not.toBe(text)
  return checkPackage({ ...files, [path]: changed }).problems
}

/** Changes line `n` (from 1) of a text. */
const onLine = (n: number, change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, index) => (index === n - 1 ? change(line) : line))
    .join('\n')

/** A change that exactly one problem, with this code, file and line, must answer. */
function expectOne(problems: Problem[], code: string, file: string, line: number | undefined, field?: string): Problem {
  expect(problems.map(formatProblem)).toHaveLength(1)
  const [problem] = problems as [Problem]
  expect({ code: problem.code, file: problem.file, line: problem.line }).toEqual({ code, file, line })
  if (field !== undefined) expect(problem.field).toBe(field)
  return problem
}

const leaf = 'series/leaf_yield.csv'
const inData = (path: string) => `data/${path}`
const header = 'series,place,year,month,value,low,high,unit,source_title,source_year,url,confidence,note'
const row = (parts: Partial<Record<string, string>>) => {
  const base: Record<string, string> = {
    series: 'leaf_yield_sundried',
    place: 'Peru',
    year: '2014',
    month: '',
    value: '2.3',
    low: '',
    high: '',
    unit: 't/ha/yr',
    source_title: 'a source',
    source_year: '2015',
    url: 'https://example.org/a',
    confidence: 'high',
    note: '',
  }
  return header
    .split(',')
    .map((name) => parts[name] ?? base[name])
    .join(',')
}
const oneRow = (parts: Partial<Record<string, string>>) =>
  checkPackage({ ...files, [leaf]: `${header}\n${row({})}\n${row({ value: '9', ...parts })}\n` }).problems

describe('a planted fault is found in its file and line', () => {
  test('the planting itself is sound', () => {
    expect(oneRow({})).toEqual([])
  })

  test('missing column, with the likely misspelling', () => {
    const problems = planted(leaf, (text) => text.replace('confidence', 'confidance'))
    const missing = problems.find((problem) => problem.code === 'missing-column')
    expect(missing).toMatchObject({ file: inData(leaf), line: 1, field: 'confidence' })
    expect(missing?.todo).toContain('confidance')
    expect(problems.find((problem) => problem.code === 'extra-column')).toMatchObject({ field: 'confidance', line: 1 })
  })

  test('repeated key', () => {
    const first = (files['parameters.csv'] ?? '').split('\n')[1] ?? ''
    const last = (files['parameters.csv'] ?? '').split('\n').length
    expectOne(
      planted('parameters.csv', (text) => `${text}${first}\n`),
      'duplicate-key',
      'data/parameters.csv',
      last,
    )
  })

  test('repeated row', () => {
    expectOne(oneRow({ value: '2.3' }), 'duplicate-row', inData(leaf), 3)
  })

  test('text in a number', () => {
    const problem = expectOne(oneRow({ value: 'two' }), 'type', inData(leaf), 3, 'value')
    expect(problem.what).toContain('two')
  })

  test.each(['"3,5"', '"24,000"', '"1.234,5"'])('comma in a number: %s', (value) => {
    expectOne(oneRow({ value }), 'decimal-comma', inData(leaf), 3, 'value')
  })

  test.each(['0x10', '1e', '--1', '1 000', 'NaN', 'Infinity', '.5'])('what merely resembles a number: %s', (value) => {
    expectOne(oneRow({ value }), 'type', inData(leaf), 3, 'value')
  })

  test('unknown place, with a suggestion', () => {
    const problem = expectOne(oneRow({ place: 'VRAEN' }), 'place', inData(leaf), 3, 'place')
    expect(problem.todo).toContain('VRAEM')
  })

  test.each([
    ['month', '13'],
    ['month', '0'],
    ['year', '1492'],
  ])('out of range: %s %s', (field, value) => {
    expectOne(oneRow({ [field]: value }), 'range', inData(leaf), 3, field)
  })

  test('a word that is not in the list', () => {
    expectOne(oneRow({ confidence: 'hihg' }), 'enum', inData(leaf), 3, 'confidence')
  })

  test('a required cell left empty', () => {
    expectOne(oneRow({ source_title: '' }), 'required', inData(leaf), 3, 'source_title')
  })

  test('a link that is none', () => {
    expectOne(oneRow({ url: 'see above' }), 'pattern', inData(leaf), 3, 'url')
  })

  test.each(['"open', 'in"side', '"closed" late'])('broken quote: %s', (source_title) => {
    const problem = expectOne(oneRow({ source_title }), 'quote', inData(leaf), 3)
    expect(problem.todo).toContain('quotation mark')
  })

  test('two broken quotes are both found, and the rows between them still read', () => {
    const text = `${header}\n${row({ note: '"open' })}\n${row({ year: 'x' })}\n${row({ note: 'in"side' })}\n`
    const problems = checkPackage({ ...files, [leaf]: text }).problems
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['quote', 2],
      ['type', 3],
      ['quote', 4],
    ])
  })

  test('ragged row', () => {
    expectOne(
      planted(
        leaf,
        onLine(4, (line) => `${line},more`),
      ),
      'ragged',
      inData(leaf),
      4,
    )
  })

  test('byte order mark', () => {
    expectOne(
      planted(leaf, (text) => `\uFEFF${text}`),
      'bom',
      inData(leaf),
      1,
    )
  })

  test('wrong encoding', () => {
    const latin1 = new TextDecoder().decode(new Uint8Array([0x4a, 0x75, 0x6e, 0xed, 0x6e]))
    expectOne(oneRow({ note: latin1 }), 'encoding', inData(leaf), 3)
  })

  test('NUL character', () => {
    expectOne(oneRow({ note: 'a\0b' }), 'nul', inData(leaf), 3)
  })

  test('empty file', () => {
    expectOne(
      planted(leaf, () => ' \n'),
      'empty',
      inData(leaf),
      undefined,
    )
  })

  test('missing file, undescribed file', () => {
    const { [leaf]: _, ...rest } = files
    expectOne(checkPackage(rest).problems, 'missing-file', inData(leaf), undefined)
    expectOne(
      checkPackage({ ...files, 'series/own.csv': 'a\n1\n' }).problems,
      'undescribed-file',
      'data/series/own.csv',
      undefined,
    )
  })

  test('two units for one series', () => {
    const problem = expectOne(oneRow({ unit: 'kg/ha/yr' }), 'unit', inData(leaf), 3, 'unit')
    expect(problem.what).toContain('t/ha/yr')
  })

  test('a unit beyond those declared for a series', () => {
    const path = 'series/leaf_price.csv'
    const extra = row({ series: 'leaf_price_farmgate_arroba', place: 'VRAEM', unit: 'EUR/arroba', year: '2011' })
    const text = files[path] ?? ''
    expect(text.split('\n')[0]).toBe(header)
    expectOne(
      checkPackage({ ...files, [path]: `${text}${extra}\n` }).problems,
      'unit',
      inData(path),
      text.split('\n').length,
    )
  })

  test('low above high', () => {
    expectOne(oneRow({ value: '', low: '3', high: '2' }), 'order', inData(leaf), 3)
    expectOne(oneRow({ value: '-1', low: '', high: '-2' }), 'order', inData(leaf), 3)
    expect(oneRow({ value: '-1', low: '-3', high: '-0.5' })).toEqual([])
  })

  test('a row without a figure', () => {
    expectOne(oneRow({ value: '' }), 'no-figure', inData(leaf), 3)
  })

  test('a neighbour that does not exist', () => {
    const path = 'geo/adjacency.csv'
    expectOne(
      planted(
        path,
        onLine(2, (line) => line.replace(/^\d{6}/, '999999')),
      ),
      'foreign-key',
      inData(path),
      2,
      'ubigeo_a',
    )
  })

  const parameter = (change: string) => planted('parameters.csv', (text) => `${text}${change}\n`)
  const parameterLine = (files['parameters.csv'] ?? '').split('\n').length

  test('low above central', () => {
    const problems = parameter('new_one,social,fraction,0.6,0.5,1,triangular,judgement,,judgement,')
    expectOne(problems, 'order', 'data/parameters.csv', parameterLine)
  })

  test('a lognormal prior that reaches zero', () => {
    const problems = parameter('new_one,social,fraction,0,0.5,1,lognormal,judgement,,judgement,')
    expectOne(problems, 'prior', 'data/parameters.csv', parameterLine)
  })

  test('a column for days, even if it is described', () => {
    const descriptor = JSON.parse(files['datapackage.json'] ?? '')
    const resource = descriptor.resources.find((r: { path: string }) => r.path === leaf)
    resource.schema.fields.push({ name: 'day', type: 'integer', description: 'day of the month' })
    const text = `${header},day\n${row({})},4\n`
    const problems = checkPackage({ ...files, [leaf]: text, 'datapackage.json': JSON.stringify(descriptor) }).problems
    expectOne(problems, 'too-fine', inData(leaf), 1, 'day')
  })

  test('a broken description', () => {
    expect(planted('datapackage.json', (text) => text.slice(0, -20))[0]).toMatchObject({ code: 'descriptor' })
    const problems = planted('datapackage.json', (text) =>
      text.replace('"primaryKey": "ubigeo"', '"primaryKey": "ubigoe"'),
    )
    expect(problems[0]).toMatchObject({ code: 'descriptor', file: 'data/datapackage.json' })
  })
})

test('all problems of several files come at once, in order, each on one line', () => {
  const broken = {
    ...files,
    [leaf]: `${header}\n${row({ value: 'x', month: '14', place: 'Nowhere at all' })}\n`,
    'geo/rivers.csv': '',
  }
  let caught: unknown
  try {
    loadPackage(broken)
  } catch (error) {
    caught = error
  }
  expect(caught).toBeInstanceOf(InputError)
  const { problems, message } = caught as InputError
  expect(problems.map(({ code }) => code)).toEqual(['empty', 'range', 'type', 'place'])
  expect(message.split('\n')).toHaveLength(4)
  for (const line of message.split('\n')) expect(line).toMatch(/^data\/\S+?(:\d+)?: .+ — expected .+; do .+$/)
})
