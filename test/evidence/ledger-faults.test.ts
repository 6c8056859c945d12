import { describe, expect, test } from 'vitest'
import { checkPackage, loadPackage } from '../../src/evidence/package.ts'
import { formatProblem } from '../../src/evidence/problem.ts'
import { expectOne, planted } from './planted.ts'
import { ROWS, smallPackage, type TableName } from './small.ts'

describe('a fault in what hangs on claims is found in its line and column', () => {
  const valley = () => loadPackage(smallPackage()).ledger.observations[0]?.id ?? ''

  test.each<[string, TableName, readonly (string | number)[], number | undefined, string, number, string | undefined]>([
    [
      'unit of a subject that is none',
      'evidence/subjects.csv',
      ['leaf_area', 'coca', 'Leaf area', 'Área de hoja', 'parsec', '', ''],
      undefined,
      'unit',
      4,
      'unit',
    ],
    [
      'link of no claim',
      'evidence/links.csv',
      ['C9999', 'parameter', 'coca_start', 'a b c d e'],
      undefined,
      'dangling',
      3,
      'claim',
    ],
    [
      'link to no parameter',
      'evidence/links.csv',
      ['C0002', 'parameter', 'coca_strat', 'a b c d e'],
      undefined,
      'dangling',
      3,
      'target',
    ],
    [
      'link to no row',
      'evidence/links.csv',
      ['C0002', 'observation', 'Oaaaaaaaa', 'a b c d e'],
      undefined,
      'dangling',
      3,
      'target',
    ],
    [
      'link in four words',
      'evidence/links.csv',
      ['C0002', 'parameter', 'coca_start', 'a b c d'],
      undefined,
      'five-words',
      3,
      'supports',
    ],
    [
      'link in six words',
      'evidence/links.csv',
      ['C0002', 'parameter', 'coca_start', 'a b c d e f'],
      undefined,
      'five-words',
      3,
      'supports',
    ],
    [
      'repeated link',
      'evidence/links.csv',
      ['C0001', 'parameter', 'coca_start', 'a b c d e'],
      undefined,
      'duplicate-key',
      3,
      'claim+kind+target',
    ],
    [
      'side without claims',
      'evidence/sides.csv',
      ['K1', 'b', 'x', 'x', '', '', '', '', '', ''],
      1,
      'empty-side',
      3,
      'claims',
    ],
    [
      'side with an unknown claim',
      'evidence/sides.csv',
      ['K1', 'b', 'x', 'x', 'C0002 C9999', '', '', '', '', ''],
      1,
      'dangling',
      3,
      'claims',
    ],
    [
      'side with an unknown row',
      'evidence/sides.csv',
      ['K1', 'b', 'x', 'x', 'Oaaaaaaaa', '', '', '', '', ''],
      1,
      'dangling',
      3,
      'claims',
    ],
    [
      'side of no contradiction',
      'evidence/sides.csv',
      ['K9', 'a', 'x', 'x', 'C0002', '', '', '', '', ''],
      undefined,
      'foreign-key',
      4,
      'contradiction',
    ],
    [
      'side for no parameter',
      'evidence/sides.csv',
      ['K1', 'c', 'x', 'x', 'C0002', 'parameter', 'coca', 1, 2, ''],
      undefined,
      'dangling',
      4,
      'target',
    ],
    [
      'side without range',
      'evidence/sides.csv',
      ['K1', 'c', 'x', 'x', 'C0002', 'parameter', 'coca_start', 1, '', ''],
      undefined,
      'order',
      4,
      'target',
    ],
    [
      'side without option',
      'evidence/sides.csv',
      ['K1', 'c', 'x', 'x', 'C0002', 'switch', 'frontier', '', '', ''],
      undefined,
      'required',
      4,
      'target',
    ],
    [
      'sentence without claim or reason',
      'evidence/sentences.csv',
      ['001', 'L3.1', '0123456789', 'event', '', ''],
      undefined,
      'uncovered',
      7,
      undefined,
    ],
    [
      'sentence with an unknown claim',
      'evidence/sentences.csv',
      ['001', 'L3.1', '0123456789', 'event', 'C9999', ''],
      undefined,
      'dangling',
      7,
      'claims',
    ],
    [
      'sentence with a claim of another document',
      'evidence/sentences.csv',
      ['001', 'L3.1', '0123456789', 'event', 'C0001', ''],
      undefined,
      'source',
      7,
      'claims',
    ],
    [
      'sentence that repeats none',
      'evidence/sentences.csv',
      ['001', 'L3.1', '0123456789', 'event', '', 'repeats:L8.1'],
      undefined,
      'dangling',
      7,
      'reason',
    ],
    [
      'sentence with a reason that is none',
      'evidence/sentences.csv',
      ['001', 'L3.1', '0123456789', '', '', 'boring'],
      undefined,
      'pattern',
      7,
      'reason',
    ],
    [
      'subject without label',
      'evidence/subjects.csv',
      ['coca_fear', 'coca', '', 'x', '', '', ''],
      undefined,
      'required',
      4,
      'en',
    ],
    [
      'subject of no topic',
      'evidence/subjects.csv',
      ['coca_fear', 'cocoa', 'x', 'x', '', '', ''],
      undefined,
      'foreign-key',
      4,
      'topic',
    ],
  ])('%s', (_, table, row, at, code, line, field) => {
    expectOne(planted(table, row, at), code, table, line, field)
  })

  test('a series that does not exist, and one that has two subjects', () => {
    const subject = (series: string) => ['coca_fear', 'coca', 'x', 'x', '', series, '']
    const problem = expectOne(
      planted('evidence/subjects.csv', subject('coca_area_sruvey')),
      'dangling',
      'evidence/subjects.csv',
      4,
      'series',
    )
    expect(problem.todo).toContain('coca_area_survey')
    expectOne(
      planted('evidence/subjects.csv', subject('coca_area_survey')),
      'duplicate-series',
      'evidence/subjects.csv',
      4,
      'series',
    )
  })

  test('a contradiction with one side, and with none', () => {
    const one = checkPackage(smallPackage({ 'evidence/sides.csv': ROWS['evidence/sides.csv'].slice(0, 1) })).problems
    expectOne(one, 'one-sided', 'evidence/contradictions.csv', 2)
    const none = checkPackage(smallPackage({ 'evidence/sides.csv': [] })).problems
    expectOne(none, 'one-sided', 'evidence/contradictions.csv', 2)
  })

  test('origins in a circle', () => {
    const source = (id: string, origin: string) => [id, `T ${id}`, 'p', '', '', 'press', '', '', origin, '']
    const rows = [...ROWS['evidence/sources.csv'], source('p', 'q'), source('q', 'p')]
    const { problems } = checkPackage(smallPackage({ 'evidence/sources.csv': rows }))
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['circle', 5],
      ['circle', 6],
    ])
  })

  test('a row whose source is not listed, once the descriptor asks for it', () => {
    const files = smallPackage({}, (resource) => {
      const reference = { resource: 'evidence-sources', fields: 'title' }
      if (resource.kind === 'observations') resource.schema.foreignKeys = [{ fields: 'source_title', reference }]
    })
    const problem = expectOne(checkPackage(files).problems, 'foreign-key', 'series/coca_area.csv', 3, 'source_title')
    expect(problem.what).toContain('Unlisted')
  })

  test('an observation may stand wherever a claim may', () => {
    const id = valley()
    expect(planted('evidence/links.csv', [id, 'parameter', 'coca_start', 'area at the very start'])).toEqual([])
    expect(planted('evidence/links.csv', ['C0002', 'observation', id, 'area of the same year'])).toEqual([])
    expect(planted('evidence/sides.csv', ['K1', 'c', 'x', 'x', `C0002 ${id}`, '', '', '', '', ''])).toEqual([])
  })
})

describe('grounds of parameters, once the descriptor asks for them', () => {
  const grounded = (changes: Parameters<typeof smallPackage>[0] = {}) =>
    checkPackage(
      smallPackage(changes, (resource) => {
        if (resource.name === 'parameters') resource.grounded = true
      }),
    ).problems
  const parameter = (source: string, url: string) => [
    ...ROWS['parameters.csv'],
    ['coca_new', 'coca', '1', 0, 0.5, 1, 'uniform', source, url, 'low', ''],
  ]
  const linked = (id: string) => [...ROWS['evidence/links.csv'], [id, 'parameter', 'coca_new', 'a b c d e']]

  test('are sound here', () => {
    expect(grounded().map(formatProblem)).toEqual([])
  })

  test('a source without claim', () => {
    expectOne(grounded({ 'parameters.csv': parameter('A book', '') }), 'grounds', 'parameters.csv', 4, 'coca_new')
    expect(checkPackage(smallPackage({ 'parameters.csv': parameter('A book', '') })).problems).toEqual([])
  })

  test('a claim without source', () => {
    const changes = { 'parameters.csv': parameter('judgement', ''), 'evidence/links.csv': linked('C0001') }
    expectOne(grounded(changes), 'grounds', 'parameters.csv', 4, 'coca_new')
  })

  test.each([
    ['evidence/sources.csv#000', 'C0001', true],
    ['evidence/sources.csv#001', 'C0001', false],
    ['https://www.example.org/page/?from=here', 'C0001', true],
    ['https://example.org/page/12', 'C0001', true],
    ['https://example.org/other', 'C0001', false],
    ['https://example.org/page12', 'C0001', false],
  ])('a claim made from %s: %s is %s', (url, id, fits) => {
    const problems = grounded({ 'parameters.csv': parameter('A page', url), 'evidence/links.csv': linked(id) })
    if (fits) expect(problems.map(formatProblem)).toEqual([])
    else expectOne(problems, 'grounds', 'parameters.csv', 4, 'coca_new')
  })
})
