// A rule of policy and the interactions of instruments in words that follow their numbers.
import { expect, test } from 'vitest'
import type { Band, Interactions } from '../../src/lab/interactions/interactions.ts'
import type { RuleCard } from '../../src/lab/results.ts'
import { interactionsHtml } from '../../src/report/interactions/html.ts'
import { aboutInteractions, pairSentences, sharesTable, toldOutcomes } from '../../src/report/interactions/tables.ts'
import { ruleSentence } from '../../src/report/rule.ts'

const card: RuleCard = {
  ...{ outcome: 'leaf_price', unit: 'PEN/kg', side: 'below', threshold: 6.5, months: 12, figure: 'month', delay: 3 },
  ...{ start: '2026-01', lasts: 24, sets: { alternative_development: { places_per_year: 8000, grant: 0.75 } } },
}
const plain = (text: string) => text.replaceAll(/[\u202F\u00A0]/g, ' ')

test('a rule is told with its threshold, its delay, what it sets and for how long', () => {
  expect(plain(ruleSentence(card).en)).toBe(
    'Rule: when leaf price is below S/ 6.5 for 12 months in a row (figures come 3 months later), alternative development: families offered a contract a year 8 000, share of the planting cost paid 0.75; for 24 months each time.',
  )
  const { lasts: _, ...good } = card
  const other = ruleSentence({
    ...good,
    ...{ outcome: 'poverty_rate', unit: '1', side: 'above', threshold: 0.3, months: 1, figure: 'year', delay: 5 },
    ...{ sets: { air_interdiction: { rule: 1 } }, districts: { air_interdiction: ['050503', '120604'] } },
  })
  expect(plain(other.es)).toBe(
    'Regla: cuando pobreza del último año está sobre 30 % (las cifras llegan 5 meses después), interdicción aérea: norma no letal en 2 distritos; de ahí en adelante.',
  )
})

const band = (mean: number, spread: number, above: number): Band => ({
  ...{ mean, p05: mean - spread, p50: mean, p95: mean + spread, above, below: 1 - above },
})
const nothing = { ...band(0, 0, 0), below: 0 }
const said = (pair: Band, order: Band): Interactions => ({
  instruments: [
    { name: 'a', title: { en: 'Roads', es: 'Caminos' }, levers: ['roads'] },
    { name: 'b', title: { en: 'Schools', es: 'Escuelas' }, levers: ['school_transfers'] },
  ],
  ...{ futures: 100, failed: 2, late: 36 },
  outcomes: [
    {
      ...{
        outcome: 'poverty_rate',
        words: { en: 'Poverty', es: 'Pobreza' },
        unit: '1',
        how: 'mean',
        from: 2025,
        to: 2035,
      },
      ...{ better: 'less', reference: 0.4, total: band(-0.05, 0.02, 0) },
      instruments: [
        {
          instrument: 'a',
          adds: band(-0.04, 0.01, 0),
          share: 0.8,
          alone: band(-0.03, 0.01, 0),
          last: band(-0.05, 0.01, 0),
        },
        { instrument: 'b', adds: band(-0.01, 0.03, 0.4), share: 0.2, alone: nothing, last: band(-0.02, 0.01, 0) },
      ],
      pairs: [{ a: 'a', b: 'b', together: pair }],
      orders: [{ first: 'a', other: 'b', difference: order }],
    },
  ],
})

test('pairs and orders are told where they can be, the better order first, and open where they cannot', () => {
  const open = said(band(0.01, 0.1, 0.5), band(0.01, 0.1, 0.6))
  expect(pairSentences(open, toldOutcomes(open)).map(({ en }) => en)).toEqual([
    'No pair can be told to do more, or less, than its parts in: poverty.',
    'Which instrument comes first cannot be told apart in: poverty.',
  ])
  const sure = said(band(-0.02, 0.01, 0), band(0.03, 0.01, 1))
  const [pair, order] = pairSentences(sure, toldOutcomes(sure)).map(({ en }) => plain(en))
  expect(pair).toBe(
    'Poverty: Roads and Schools together add −2.0 points beyond what each adds (−3.0 to −1.0; very likely, 100 %).',
  )
  expect(order).toBe(
    'Poverty: begin with Schools rather than with Roads: −3.0 points (−4.0 to −2.0; very likely, 100 %).',
  )
  const { outcomes, ...rest } = sure
  const three = {
    ...rest,
    outcomes: outcomes.map((one) => ({
      ...one,
      orders: [
        { first: 'a', other: 'b', difference: band(-0.03, 0.01, 0) },
        { first: 'b', other: 'd', difference: band(0.02, 0.01, 1) },
        { first: 'c', other: 'b', difference: band(-0.01, 0.005, 0) },
      ],
    })),
  }
  expect(pairSentences(three, toldOutcomes(three)).map(({ es }) => plain(es))).toContain(
    'Pobreza: empezar con Caminos, d y c y no con Escuelas: de −3,0 a −1,0 en promedio, cada uno muy probable.',
  )
  const table = sharesTable(sure, toldOutcomes(sure)[0] as never)
  expect(table.rows.map((row) => plain(row[3]?.en ?? ''))).toEqual(['80 %', '20 %', ''])
  expect(table.rows[1]?.at(-1)?.es).toMatch(/no se puede separar/)
  expect(
    aboutInteractions(sure, 100)
      .map(({ en }) => en)
      .join(' '),
  ).toMatch(/2 futures made the model fail/)
  const page = interactionsHtml(sure, 100, 'es')
  expect(page).toContain('<html lang="es">')
  expect(page).not.toMatch(/NaN|undefined/)
})
