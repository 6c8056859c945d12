// What instruments add, pair by pair and in which order: tables and sentences made from the numbers.
import type { Band, Interactions, OrderEffect, OutcomeInteractions } from '../../lab/interactions/interactions.ts'
import { type Certainty, certaintyOf, FEW } from '../certainty.ts'
import { inner, listed } from '../decision/named.ts'
import type { WordTable } from '../decision/tables.ts'
import { baseOf, level, type Manner, mannerOf, percent, signed, size } from '../format.ts'
import type { Words } from '../input.ts'
import { sureness } from '../section/verdict.ts'
import { each, plainWords } from '../words.ts'
import { type InteractionKey, tell } from './words.ts'

/** Outcomes that are told when nothing else is asked, people first; all others are in the file. */
const TOLD = ['deaths', 'household_income', 'poverty_rate', 'child_labour', 'forest_loss', 'coca_area', 'public_cost']

export const toldOutcomes = ({ outcomes }: Interactions, asked: readonly string[] = TOLD): OutcomeInteractions[] =>
  asked.flatMap((name) => outcomes.find(({ outcome }) => outcome === name) ?? [])

const certainty = (band: Band, of: OutcomeInteractions, draws: number): Certainty => {
  const scale = of.unit === '1' ? 1 : Math.abs(of.reference)
  return certaintyOf({ ...band, level: 0 }, scale, draws)
}
const range = ({ p05, p95 }: Band, manner: Manner): Words =>
  each((l) => `${signed(manner, p05, l)} ${l === 'es' ? 'a' : 'to'} ${signed(manner, p95, l)}`)

/** One table an outcome: what each instrument adds, its share of the whole, and what it does alone and as the last. */
export function sharesTable(result: Interactions, of: OutcomeInteractions): WordTable {
  const manner = mannerOf(baseOf(of.outcome), of.unit)
  const title = (name: string) => result.instruments.find((one) => one.name === name)?.title ?? plainWords(name)
  const row = (name: Words, band: Band, others: readonly Words[]): Words[] => [
    name,
    each((l) => signed(manner, band.mean, l)),
    range(band, manner),
    ...others,
    sureness(certainty(band, of, result.futures)),
  ]
  const value = (band: Band) => each((l) => signed(manner, band.mean, l))
  return {
    title: tell('block', {
      outcome: of.words,
      unit: manner.unit,
      reference: each((l) => level(manner, of.reference, l)),
      how: tell(`how_${of.how}` satisfies InteractionKey, { from: of.from, to: of.to }),
    }),
    head: (['instrument', 'adds', 'band', 'share', 'alone', 'last', 'sure'] as const).map((key) => tell(`head_${key}`)),
    rows: [
      ...of.instruments.map(({ instrument, adds, share, alone, last }) =>
        row(title(instrument), adds, [
          share === undefined ? plainWords('') : each((l) => percent(share, l)),
          value(alone),
          value(last),
        ]),
      ),
      row(tell('all'), of.total, [plainWords(''), plainWords(''), plainWords('')]),
    ],
  }
}

/** What pairs do beyond their parts, and which to begin with, where it can be told; then where it cannot. */
export function pairSentences(result: Interactions, outcomes: readonly OutcomeInteractions[]): Words[] {
  const title = (name: string) => result.instruments.find((one) => one.name === name)?.title ?? plainWords(name)
  const told = outcomes.map((of) => {
    const manner = mannerOf(baseOf(of.outcome), of.unit)
    const sure = (band: Band) => certainty(band, of, result.futures)
    const clear = (band: Band) => sure(band).verdict === 'very likely'
    const facts = (a: string, b: string, band: Band) => ({
      ...{ outcome: of.words, a: title(a), b: title(b) },
      size: each((l) => (band.mean > 0 ? '+' : '−') + size(manner, band.mean, l)),
      range: range(band, manner),
      sure: sureness(sure(band)),
    })
    const pairs = of.pairs.filter(({ together }) => clear(together))
    const orders = of.orders.filter(({ difference }) => clear(difference))
    const open = of.orders.length - orders.length
    return {
      words: of.words,
      pairs: pairs.map(({ a, b, together }) => tell('more_than_sum', facts(a, b, together))),
      orders: [
        ...byOther(orders.map((order) => forPeople(order, of))).map(([one, ...more]) => {
          if (more.length === 0) return tell('first_than', facts(one.first, one.other, one.difference))
          const sizes = [one, ...more].map(({ difference }) => difference.mean).sort((a, b) => a - b)
          return tell('firsts_than', {
            ...{
              outcome: of.words,
              list: listed([one, ...more].map(({ first }) => title(first))),
              b: title(one.other),
            },
            low: each((l) => signed(manner, sizes[0] as number, l)),
            high: each((l) => signed(manner, sizes.at(-1) as number, l)),
          })
        }),
        ...(orders.length > 0 && open > 0
          ? [tell('orders_some', { outcome: of.words, n: open, all: of.orders.length })]
          : []),
      ],
    }
  })
  const without = (key: 'pairs' | 'orders') =>
    told.filter((one) => one[key].length === 0).map(({ words }) => inner(words))
  const openIn = (key: 'pairs' | 'orders', said: 'pairs_open' | 'orders_open') =>
    without(key).length > 0 ? [tell(said, { list: listed(without(key)) })] : []
  return [
    ...told.flatMap(({ pairs }) => pairs),
    ...openIn('pairs', 'pairs_open'),
    ...told.flatMap(({ orders }) => orders),
    ...openIn('orders', 'orders_open'),
  ]
}

/** Orders that part with one instrument together. */
function byOther(orders: readonly OrderEffect[]): [OrderEffect, ...OrderEffect[]][] {
  const groups = new Map<string, [OrderEffect, ...OrderEffect[]]>()
  for (const order of orders) {
    const group = groups.get(order.other)
    if (group) group.push(order)
    else groups.set(order.other, [order])
  }
  return [...groups.values()]
}

/** The order that is better for people comes first, where it is known which one is. */
function forPeople(order: OrderEffect, { better }: OutcomeInteractions): OrderEffect {
  const { mean, p05, p50, p95, above, below } = order.difference
  if (better === 'open' || (better === 'less') === mean < 0) return order
  const difference = { mean: -mean, p05: -p95, p50: -p50, p95: -p05, above: below, below: above }
  return { first: order.other, other: order.first, difference }
}

/** How to read all this, and what it rests on. */
export const aboutInteractions = (result: Interactions, sample: number): Words[] => [
  tell('what_adds', { n: result.instruments.length }),
  tell('what_first', { months: result.late }),
  tell('futures', { futures: result.futures, sample }),
  ...(result.failed > 0 ? [tell('failed', { n: result.failed })] : []),
  ...(result.futures < FEW ? [tell('few')] : []),
]
