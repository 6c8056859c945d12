// What the brief says is still to be found out follows the numbers of the shipped answers, and only of the packages compared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ContestedRow } from '../../src/lab/contested/result.ts'
import { type Answers, openSaid, withOpen } from '../../src/report/brief/open.ts'
import { root } from '../house/tree.ts'

type Shipped = { readonly [K in keyof Answers]-?: NonNullable<Answers[K]> }
const read = (name: string) => JSON.parse(readFileSync(join(root, 'data/studies/shipped', `${name}.json`), 'utf8'))
const shipped: Shipped = { contested: read('contested'), interactions: read('interactions'), search: read('search') }
const cacao = ['baseline', 'cacao-first']
const said = (answers: Answers, names: readonly string[], most = 9) =>
  openSaid(answers, names, most).map(({ es }) => es)

/** The shipped answers with one row of K15 for forest loss changed. */
function withRow(make: (row: ContestedRow) => Partial<ContestedRow>): Answers {
  const { contested } = shipped
  const groups = contested.groups.map((row) =>
    row.group === 'K15' && row.outcome === 'forest_loss' ? { ...row, ...make(row) } : row,
  )
  return { contested: { ...contested, groups } }
}
const turned = (better: string, worse: string): Answers =>
  withRow((row) => ({
    turned: [{ better, worse, on: 'b', not_on: 'a' }],
    sides: row.sides.map((side) => ({
      ...side,
      packages: side.packages.map((one) => ({
        ...one,
        level: one.name === better ? (side.side === 'b' ? 7000 : 7450) : 7300,
      })),
    })),
  }))

describe('what is still to be found out', () => {
  test('the question that turns the order of the packages compared comes first, with both sides', () => {
    const [first] = said(turned('cacao-first', 'baseline'), cacao)
    expect(first).toMatch(/^Averígüese esto primero: K15 /)
    expect(first).toMatch(/es mejor «Primero el cacao» que «Como en 2024» por 300\D.*al revés por 150\D/)
    expect(said(turned('baseline', 'cacao-first'), cacao)[0]).toContain(
      'es mejor «Como en 2024» que «Primero el cacao»',
    )
  })

  test('a pair that is not compared turns nothing', () => {
    const [first] = said(turned('balanced', 'school-transfers'), cacao)
    expect(first).toMatch(/^Ninguna contradicción, resuelta por sí sola, invierte /)
    expect(first).toContain(`(${shipped.contested?.futures} futuros)`)
  })

  test('what moves most is told with its size, of a package compared', () => {
    const moves = (answers: Answers) => said(answers, cacao).find((one) => one.startsWith('Lo que más mueve'))
    const still = withRow(() => ({ turned: [], effect: 0 }))
    const strong = withRow(() => ({ turned: [], effect: 6500, effect_package: 'cacao-first' }))
    expect(moves(strong)).toMatch(/«K15 .*hasta 6\D500\D+ha.*con «Primero el cacao»/)
    expect(moves(still)).not.toContain('K15')
    expect(moves(withRow(() => ({ turned: [], effect: 6500, effect_package: 'balanced' })))).not.toContain('K15')
  })

  test('pairs only where both were compared; the search only from its own reference', () => {
    const { interactions, search } = shipped
    expect(said({ interactions }, cacao)).toEqual([])
    const both = [...cacao, 'school-transfers']
    const [pair] = said({ interactions }, both)
    expect(pair).toMatch(/Primero el cacao y Transferencias a la escuela juntos aportan/)
    const outcomes = interactions.outcomes.map((of) => ({
      ...of,
      pairs: of.pairs.map((one) => ({ ...one, together: { ...one.together, above: 0.5, below: 0.5 } })),
    }))
    expect(said({ interactions: { ...interactions, outcomes } }, both)[0]).toMatch(/^De ningún par se puede decir/)
    const lost = { ...search, assessment: { ...search.assessment, gains: [], trades: [] } }
    expect(said({ search: lost }, cacao)[0]).toContain('No se halló nada mejor')
    expect(said({ search }, cacao)[0]).not.toContain('No se halló nada mejor')
    expect(said({ search }, ['balanced', 'cacao-first'])).toEqual([])
  })

  test('no more than there is room for, and nothing of one package', () => {
    expect(said(shipped, cacao, 2)).toHaveLength(2)
    expect(said(shipped, ['baseline'])).toEqual([])
    const section = { id: 'decision', title: { es: 'Qué aguanta', en: 'What holds' }, body: '<p>x</p>' }
    expect(withOpen(section, [])).toBe(section)
    expect(withOpen(section, openSaid(shipped, cacao, 4))).toMatchObject({
      title: { es: 'Qué aguanta y qué falta saber' },
    })
    for (const { es, en } of openSaid(shipped, [...cacao, 'eradication-30k', 'balanced'], 9)) {
      expect(`${es}${en}`).not.toMatch(/undefined|NaN|\{\w+\}/)
      if (process.env.SHOW) console.log(`${es}\n${en}`)
    }
    if (process.env.SHOW) for (const { es } of openSaid(shipped, cacao, 9)) console.log(es)
  })
})
