import { expect, test } from 'vitest'
import { contested } from '../../src/lab/contested/contested.ts'
import { columnQuestions, contradictionQuestions } from '../../src/lab/contested/questions.ts'
import type { Contested } from '../../src/lab/contested/result.ts'
import type { Input } from '../../src/lab/sensitivity/inputs.ts'
import type { MorrisAnswer, SensitivityResult } from '../../src/lab/sensitivity/result.ts'
import { contestedSentences, doubtfulSentences } from '../../src/report/contested/sentences.ts'
import { firstTable, sidesTable } from '../../src/report/contested/tables.ts'
import { words as contestedWords } from '../../src/report/contested/words.ts'
import { sensitivityHtml } from '../../src/report/sensitivity/html.ts'
import { sensitivitySentences } from '../../src/report/sensitivity/sentences.ts'
import { sensitivityTables } from '../../src/report/sensitivity/table.ts'
import { words as sensitivityWords } from '../../src/report/sensitivity/words.ts'
import { sidesOn, toyStudy } from '../lab/contested/toy.ts'

const K1 = sidesOn('K1', [
  { kind: 'parameter', target: 'x', high: -0.2 },
  { kind: 'parameter', target: 'x', low: 0.2 },
])
const K2 = sidesOn('K2', [undefined, undefined])
const K3 = sidesOn('K3', [{ kind: 'parameter', target: 'x', low: 0 }])

/** What x is worth in soles: by `gain` for one standard deviation. */
function answerFor(gain: number): Contested {
  const study = toyStudy(400, 200, ({ x, noise }) => [3000, 3000 + gain * x + noise])
  const { questions, unanswered } = contradictionQuestions([K1, K2, K3], new Set(['x']))
  return contested(study, questions, { unanswered, shuffles: 49 })
}

test('what is worth finding out is said from the numbers: they change, and so do the sentences', () => {
  const much = contestedSentences(answerFor(200))
  const little = contestedSentences(answerFor(0))
  expect(much[0]?.en).toMatch(/^Find this out first: K[13] Question K[13]\?/)
  expect(much[0]?.en).toMatch(/worth S\/.\d+ in household income/)
  expect(much[0]?.en).toContain('one finding would settle them together')
  expect(much[0]?.es).toMatch(/^Averígüese esto primero: K[13] ¿Pregunta/)
  expect(little[0]?.en).toContain('No contradiction, settled by itself, would change which of these 2 packages')
  expect(much.some(({ en }) => en.includes('not zero, unknown. For example K2'))).toBe(true)
  const other = contestedSentences(answerFor(400))
  expect(other[0]?.en).not.toBe(much[0]?.en)
  expect(firstTable(answerFor(200), 'contradictions').rows[0]?.[2]?.en).not.toBe(
    firstTable(answerFor(400), 'contradictions').rows[0]?.[2]?.en,
  )
  const row = answerFor(200).groups.find(({ group }) => group === 'K1')
  expect(row && sidesTable(answerFor(200), row).head.map(({ en }) => en)).toEqual(['package', 'side a', 'side b'])
})

test('a small study says that it is small, not that nothing matters', () => {
  const study = toyStudy(40, 40, ({ noise }) => [0, noise])
  const { questions } = contradictionQuestions([K1], new Set(['x']))
  expect(contestedSentences(contested(study, questions, { shuffles: 19 }))[0]?.en).toContain('more futures are needed')
})

test('what comes from outside is told apart from what can be found out', () => {
  const study = toyStudy(600, 200, ({ luck }) => [100, 100 + 40 * (luck - 1)])
  const said = doubtfulSentences(contested(study, columnQuestions(study, []), { shuffles: 49 }))
  expect(said.map(({ en }) => en).join(' ')).toMatch(/Beyond anyone to find out beforehand, but it matters: luck/)
})

const input = (name: string, contradictions: string[] = []): Input => ({
  ...{ name, kind: 'parameter', subsystem: 'land', unit: '1', low: 0, high: 1, contradictions },
})
function screened(first: number, clear = true): SensitivityResult {
  const answer: MorrisAnswer = {
    ...{ outcome: 'poverty_rate', what: 'difference', unit: '1', how: 'mean', from: 2025, to: 2035, spread: 0.02 },
    rows: [
      { input: 'trust_base', mu: -first, mu_star: first, sigma: 0.01, error: 0.001, clear },
      { input: 'land_price', mu: 0.01, mu_star: 0.01, sigma: 0.01, error: 0.001, clear: false },
    ],
    groups: [
      { by: 'subsystem', group: 'land', share: 1, names: ['trust_base'] },
      { by: 'contested', group: 'K52', share: 0.9, names: ['trust_base'] },
    ],
  }
  return {
    ...{ method: 'morris', trajectories: 4, reference: 'baseline', package: 'balanced', range: 'posterior' },
    ...{ inputs: [input('trust_base', ['K52']), input('land_price')], chosen: 'all', runs: 12, sample: 200, seed: 1 },
    ...{ hashes: { data: '', parameters: '', model: '' }, version: '0', created: '', result: '', answers: [answer] },
  } as SensitivityResult
}

test('a screening is said from its numbers, in both languages', () => {
  const [said] = sensitivitySentences(screened(0.05))
  expect(said?.en).toMatch(/moved by usual trust in the state \(5\.0.points\)/)
  expect(said?.en).toContain('Sources disagree about 1 of its 1 strongest unknowns (K52)')
  expect(said?.es).toMatch(/lo mueve confianza habitual en el Estado \(5,0.puntos\)/)
  expect(sensitivitySentences(screened(0.08))[0]?.en).not.toBe(said?.en)
  expect(sensitivitySentences(screened(0.05, false))[0]?.en).toContain('nothing that was turned moves this outcome')
  const [table] = sensitivityTables(screened(0.05), 'contested', { K52: { en: 'Trust?', es: '¿Confianza?' } })
  expect(table?.rows[0]?.map(({ es }) => es)).toEqual([
    'K52 ¿Confianza?',
    expect.stringMatching(/^90.%$/),
    'confianza habitual en el Estado',
  ])
  const html = sensitivityHtml(screened(0.05), {}, 'es')
  expect(html).toContain('<html lang="es">')
  expect(html.match(/<rect/g)).toHaveLength(2)
})

test('every text stands in both languages', () => {
  for (const { en, es } of [...Object.values(contestedWords), ...Object.values(sensitivityWords)]) {
    expect(en.length * es.length).toBeGreaterThan(0)
    expect(en).not.toBe(es)
    expect([...en.matchAll(/\{\w+\}/g)].map(String).sort()).toEqual([...es.matchAll(/\{\w+\}/g)].map(String).sort())
  }
})
