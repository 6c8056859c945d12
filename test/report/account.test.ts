import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { accountOf } from '../../src/host/account.ts'
import { openLaboratory } from '../../src/host/laboratory.ts'
import type { Account } from '../../src/report/account/account.ts'
import { cardText } from '../../src/report/account/card.ts'
import { CARD } from '../../src/report/account/card-words.ts'
import { changesIn, decisionsIn, testsIn } from '../../src/report/account/project.ts'
import { readRecovered, readStructure, readSummary } from '../../src/report/account/read.ts'
import { SKILL } from '../../src/report/account/skill-words.ts'
import { INVARIANTS, traceText } from '../../src/report/account/trace.ts'
import { TRACE } from '../../src/report/account/trace-words.ts'

vi.setConfig({ testTimeout: 120_000 })

const root = join(import.meta.dirname, '../..')
const lab = await openLaboratory()
const shipped = await accountOf(lab)
const bare: Account = { ...(await accountOf({ ...lab, sources: { ...lab.sources, posterior: {} } })), looks: [] }
const languages = ['en', 'es'] as const
const holes = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort() as string[]

describe('the words of card and notebook', () => {
  it.each(Object.entries({ ...SKILL, ...CARD, ...TRACE }))(
    '%s has the same holes in both languages',
    (_, { en, es }) => {
      expect(holes(en)).toEqual(holes(es))
    },
  )
})

describe.each([
  ['the shipped data', shipped],
  ['no posterior and no look', bare],
])('from %s', (_, account) => {
  it.each(languages)('card and notebook fill every hole (%s)', (language) => {
    for (const text of [cardText(account, language), traceText(account, language)]) {
      expect(text).toContain(account.hashes.model.slice(0, 12))
      expect(text.match(/\{\w+\}|undefined|NaN|\[object/g) ?? []).toEqual([])
      for (const row of text.split('\n').filter((line) => line.startsWith('| ---')))
        expect(text).toContain(`\n${row}\n| `)
    }
  })
})

describe('what is not there', () => {
  it('is said with the command that makes it', () => {
    const nothing: Account = { ...bare, draws: { kind: 'prior' }, card: { ...bare.card, sets: [], rows: [] } }
    const { recovered: _recovered, structure: _structure, validated: _validated, ...less } = nothing
    const [card, trace] = [cardText(less, 'en'), traceText(less, 'en')]
    for (const command of [
      'vraem calibrate',
      'vraem hindcast',
      'vraem validate --look',
      'vraem recover',
      'npm run validated',
    ])
      expect(card).toContain(command)
    for (const command of ['vraem calibrate', 'vraem structure --out docs']) expect(trace).toContain(command)
  })
})

describe('what is there', () => {
  const recovered = readRecovered(
    JSON.stringify({
      histories: 10,
      created: '2026-11-22T10:00:00.000Z',
      model: 'another model',
      entries: [
        { name: 'smoother', crps: [0.2, 0.4], calibration: { coverage: { share: 0.9, low: 0.8, high: 0.96 } } },
      ],
    }),
  )
  const look = {
    ...{
      look: 1,
      date: '2026-11-22T11:00:00Z',
      commit: 'abcdef0123456789',
      posterior: '',
      set: 'holdout',
      series: 'coca_area',
    },
    ...{ place: 'VRAEM', from: 2019, to: 2024, n: 6, log_score: null, cover90: 0.5, half_width90: 0.2 },
  }
  const looks = [
    {
      ...look,
      rule: 'model',
      crps: 0.123,
      best: 'last value',
      crpss: -0.2,
      support: 0.1,
      badge: 'no better than naive',
    },
    { ...look, rule: 'last value', crps: 0.101, best: '', crpss: null, support: null, badge: 'naive' },
    { ...look, rule: 'drift long', crps: 0.199, best: '', crpss: null, support: null, badge: 'naive' },
  ]
  const structure = readStructure(
    'swap,verdict,kind,name,place,base,swapped,how\na,neither,none,,,,,\nb,both,pattern,1a,,1,0,lost\n',
  )
  const account: Account = { ...bare, looks, ...(recovered && { recovered }), ...(structure && { structure }) }

  it('stands in the card: the first look beside its best rule, coverage and its age', () => {
    const card = cardText(account, 'en')
    expect(card).toContain('| 0.123 |')
    expect(card).toContain('| 0.101 |')
    expect(card).not.toContain('0.199')
    expect(card).toContain('no better than a simple rule')
    expect(card).toContain('| smoother | 90')
    expect(card).toContain('run with another version of the model (`another mode`)')
  })

  it('stands in the notebook: every rule, every swap', () => {
    const trace = traceText(account, 'en')
    expect(trace).toContain('0.199')
    expect(trace).toContain('| `b` | 1 | 0 | 0 | both |')
    expect(trace).toContain('| `a` | 0 | 0 | 0 | neither |')
  })

  it('is left out where another program wrote it', () => {
    expect(readSummary('{}')).toBeUndefined()
    expect(readSummary('no JSON')).toBeUndefined()
    expect(readRecovered('{"histories": 1}')).toBeUndefined()
    expect(readStructure('a,b\n1,2\n')).toBeUndefined()
  })
})

describe('what the project says of itself', () => {
  it('decisions: number, title, date and the first sentence of the question; the template is none', () => {
    const text = '# 005 A title\n\n2026-11-22\n\n## Question\nWhat of `a[d]! b`? More.\n\n## Choice\nThis.\n'
    expect(decisionsIn({ 'docs/decisions/005-a.md': text, 'docs/decisions/000-t.md': '# 000 Title\n' })).toEqual([
      {
        number: '005',
        title: 'A title',
        date: '2026-11-22',
        question: 'What of `a[d]! b`?',
        path: 'docs/decisions/005-a.md',
      },
    ])
    expect(shipped.decisions.length).toBeGreaterThan(30)
    expect(shipped.decisions.filter(({ title, question }) => title === '' || question === '')).toEqual([])
  })

  it('changes by version, tests by folder', () => {
    expect(changesIn('# Changes\n\n## 0.1.0\n\n- One\n  line.\n- Two.\n')).toEqual([
      { heading: '0.1.0', lines: ['One line.', 'Two.'] },
    ])
    expect(testsIn({ 'test/a/b.test.ts': "test('x', () => {})\n  it.each([1])('y', () => {})\n" })).toEqual([
      { folder: 'test/a', files: 1, declared: 2 },
    ])
  })

  it('the tests that hold what must always hold are there', () => {
    expect(INVARIANTS.filter(([, path]) => !existsSync(join(root, path)))).toEqual([])
  })

  it.each(['model-card.md', 'ficha-del-modelo.md', 'trace.md'])('docs/%s says what it was made from', (name) => {
    const text = readFileSync(join(root, 'docs', name), 'utf8')
    expect(text).toMatch(
      /\d+\.\d+\.\d+, model[o]? `[0-9a-f]{12}`, dat(?:a|os) `[0-9a-f]{12}`, par[aá]met(?:ers|ros) `[0-9a-f]{12}`/,
    )
  })
})
