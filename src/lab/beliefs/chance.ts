// Whether an answer moved by more than so few draws move it by chance.
import { overYears, waysOf } from '../compare.ts'
import type { Collector } from '../ensemble.ts'
import { answerLines } from '../marks.ts'

/** Ranks on each side of the middle, in roots of the number of draws: two such ranges that do not meet are apart at about 95 %. */
const REACH = 0.7
/** Standard errors between two shares. */
const APART = 2

/** The median of `a` lies apart from that of `b`, or the share above nought does, by more than chance between independent draws. */
export function apart(a: Float64Array, b: Float64Array): boolean {
  const [one, other] = [middleOf(a), middleOf(b)]
  if (one.low > other.high || other.low > one.high) return true
  const [p, q] = [shareAbove(a), shareAbove(b)]
  const both = (p * a.length + q * b.length) / (a.length + b.length)
  return Math.abs(p - q) > APART * Math.sqrt(both * (1 - both) * (1 / a.length + 1 / b.length)) + 1e-12
}

function middleOf(values: Float64Array): { low: number; high: number } {
  const sorted = values.slice().sort()
  const last = sorted.length - 1
  const wide = REACH * Math.sqrt(sorted.length)
  const at = (rank: number) => sorted[Math.max(0, Math.min(last, rank))] as number
  return { low: at(Math.floor(last / 2 - wide)), high: at(Math.ceil(last / 2 + wide)) }
}

const shareAbove = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) / values.length

/** The same draws before and after: more of them went one way than chance between two ways explains. */
export function apartInPairs(before: Float64Array, after: Float64Array): boolean {
  const ways = before.map((value, k) => Math.sign((after[k] as number) - value))
  const moved = ways.reduce((sum, way) => sum + Math.abs(way), 0)
  return Math.abs(ways.reduce((sum, way) => sum + way, 0)) > APART * Math.sqrt(moved)
}

/** What moved beyond chance: `difference <scenario> <outcome>`, and `level <scenario> <outcome>` for the reference. */
export function movedBeyondChance(before: Collector, after: Collector, outcomes: readonly string[]): Set<string> {
  const { span } = before.plan.scenarios[0]?.card ?? { span: { from: 2025, to: 2035 } }
  const [first, last] = before.plan.selection.years
  const moved = new Set<string>()
  const draws = ({ plan, count }: Collector) => plan.draws.indices.slice(0, count).join()
  const test = draws(before) === draws(after) ? apartInPairs : apart
  for (const line of answerLines(before, 'default')) {
    if (line.place !== 'VRAEM' || !outcomes.includes(line.outcome)) continue
    const how = waysOf(line)[0] ?? 'mean'
    const over = (of: Collector, s: number) =>
      overYears(of, s, line, Math.max(span.from, first), Math.min(span.to, last), how)
    const [was, is] = [over(before, 0), over(after, 0)]
    before.plan.scenarios.forEach(({ card }, s) => {
      const less = (values: Float64Array, base: Float64Array) => values.map((value, k) => value - (base[k] as number))
      const far = s === 0 ? test(was, is) : test(less(over(before, s), was), less(over(after, s), is))
      if (far) moved.add(`${s === 0 ? 'level' : 'difference'} ${card.name} ${line.outcome}`)
    })
  }
  return moved
}
