import { extremes, type Figure } from './figure.ts'
import { grouped } from './grouped.ts'
import type { Source } from './source.ts'

/** One independent statement: an origin, a period, a figure, and all who pass it on. */
export interface Voice {
  /** Source behind the statement. */
  readonly origin: string
  readonly period: string
  readonly low: number
  readonly high: number
  /** First whoever says it first: the origin itself where it is there, else the oldest source. The others repeat it. */
  readonly claims: readonly string[]
}

/** Figures of one origin and period this near are one figure, rounded differently. */
const SAME = 0.005

/** Statements with the same origin, period and figure as one voice each, by period and size. */
export function voicesOf(figures: readonly Figure[], sources: ReadonlyMap<string, Source>): Voice[] {
  const groups = grouped(figures.map((figure) => [keyOf(figure), figure] as const))
  return [...groups.values()]
    .flatMap((group) => chains(group.toSorted((a, b) => a.low - b.low || a.high - b.high)))
    .map((chain) => voice(chain, sources))
    .sort((a, b) => order(a.period, b.period) || a.low - b.low || order(a.claims[0] ?? '', b.claims[0] ?? ''))
}

function keyOf({ claim, open }: Figure): string {
  const period = claim.when ? `${claim.when.from}-${claim.when.to}` : 'undated'
  return [originOf(claim), claim.placeId ?? claim.place, period, open ?? ''].join('\n')
}

const originOf = ({ origin, source, attributedTo }: Figure['claim']): string => origin || source || attributedTo

/** Neighbours in size that say the same. */
function chains(sorted: readonly Figure[]): Figure[][] {
  const found: Figure[][] = []
  for (const figure of sorted) {
    const chain = found.at(-1)
    const last = chain?.at(-1)
    if (chain && last && near(last.low, figure.low) && near(last.high, figure.high)) chain.push(figure)
    else found.push([figure])
  }
  return found
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))

function voice(chain: readonly Figure[], sources: ReadonlyMap<string, Source>): Voice {
  const rank = ({ claim }: Figure) =>
    (claim.source === originOf(claim) ? '0' : '1') + (sources.get(claim.source)?.date || '9999')
  const claims = chain.toSorted((a, b) => order(rank(a), rank(b)) || order(a.claim.id, b.claim.id))
  const first = claims[0] as Figure
  return {
    origin: originOf(first.claim),
    period: first.claim.period,
    ...extremes(chain),
    claims: claims.map(({ claim }) => claim.id),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
