// Packages at one budget: what a package adds to the reference is made larger or smaller until its mean public cost is the budget.
import { sha256Hex } from '../../engine/hash.ts'
import type { Lever } from '../../system/levers.ts'
import type { Resolved, ResolvedLever } from '../scenario/types.ts'

/**
 * How large a programme is: families, kilometres, hectares, people reached, effort. What one family or plot is offered (grant,
 * bonus, price, conditions, rules of conduct) stays: changing it makes another programme, not a larger one.
 */
export const SIZES: Readonly<Record<string, readonly string[]>> = {
  alternative_development: ['places_per_year'],
  crop_market: ['irrigation_per_year', 'price_premium'],
  legal_purchase: ['tonnes_per_year'],
  forced_eradication: ['hectares_per_year'],
  outside_eradication: ['hectares_per_year'],
  air_interdiction: ['effort'],
  ground_interdiction: ['effort', 'inputs'],
  bases_and_patrols: ['troops'],
  school_transfers: ['coverage'],
  roads: ['km_per_year'],
  power: ['homes_per_year'],
  health_and_schools: ['pen_per_person'],
  integrity: ['effort'],
  community_control: ['coverage'],
  dialogue: ['effort'],
  self_defence: ['support'],
  land_titles: ['holdings_per_year'],
}

/** No package is made larger than this. */
export const MOST = 32

/**
 * The package with what it adds to the reference times `scale`, within the limits of each lever. What it takes away, and what it
 * leaves as the reference has it, stays.
 */
export function scaledTo(
  resolved: Resolved,
  reference: Resolved,
  scale: number,
  levers: Readonly<Record<string, Lever>>,
): Resolved {
  if (scale === 1) return resolved
  const scaled = Object.entries(resolved.levers).map(([name, lever]): [string, ResolvedLever] => {
    const fields = Object.entries(lever.fields).map(([field, values]): [string, Float64Array] => {
      const base = reference.levers[name]?.fields[field]
      const limits = levers[name]?.fields[field]
      if (base === undefined || limits === undefined || !SIZES[name]?.includes(field)) return [field, values]
      return [
        field,
        values.map((value, month) => {
          const from = base[month] as number
          return value > from ? Math.min(limits.high, Math.max(limits.low, from + scale * (value - from))) : value
        }),
      ]
    })
    return [name, { ...lever, fields: Object.fromEntries(fields) }]
  })
  const { card } = resolved
  return {
    ...resolved,
    card: { ...card, hash: sha256Hex(card.hash, String(scale)) },
    levers: Object.fromEntries(scaled),
  }
}

/** How a package came to the budget, or why it does not. */
export interface BudgetFit {
  readonly scale: number
  /** Mean public cost at that scale, as the trials say. */
  readonly cost: number
  /** `dear`: dearer than the budget with nothing added; `cheap`: cheaper at the limits of its levers; `fixed`: nothing to scale. */
  readonly verdict: 'met' | 'dear' | 'cheap' | 'fixed'
}

const NEAR = 0.01
const ROUNDS = 8

/**
 * Scale of each package at which its mean public cost is the budget, by secants between the nearest scales tried.
 * @param costsAt mean cost of every package at these scales, one a package; dear, so all packages are tried together
 */
export async function fitBudget(
  packages: number,
  budget: number,
  costsAt: (scales: readonly number[]) => Promise<readonly number[]>,
): Promise<BudgetFit[]> {
  const tried = Array.from({ length: packages }, (): { scale: number; cost: number }[] => [])
  const tryAll = async (scales: readonly number[]) => {
    const costs = await costsAt(scales)
    tried.forEach((list, k) => {
      list.push({ scale: scales[k] as number, cost: costs[k] as number })
    })
  }
  await tryAll(tried.map(() => 0))
  await tryAll(tried.map(() => 1))
  for (let round = 0; round < ROUNDS; round++) {
    const next = tried.map((list) => nextScale(list, budget))
    if (next.every((scale) => scale === undefined)) break
    await tryAll(next.map((scale, k) => scale ?? nearestTo(tried[k] as Trial[], budget).scale))
  }
  return tried.map((list) => fitOf(list, budget))
}

type Trial = { readonly scale: number; readonly cost: number }

const nearestTo = (list: readonly Trial[], budget: number): Trial =>
  list.reduce((best, one) => (Math.abs(one.cost - budget) < Math.abs(best.cost - budget) ? one : best))
const isNear = ({ cost }: Trial, budget: number): boolean => Math.abs(cost - budget) <= NEAR * Math.abs(budget)

/** Undefined when there is nothing more to try. */
function nextScale(list: readonly Trial[], budget: number): number | undefined {
  if (isNear(nearestTo(list, budget), budget)) return undefined
  const sorted = [...list].sort((a, b) => a.scale - b.scale)
  const low = sorted.filter(({ cost }) => cost < budget).at(-1)
  const high = sorted.find(({ cost }) => cost > budget)
  if (low === undefined) return undefined
  if (high !== undefined && high.scale > low.scale) {
    const part = (budget - low.cost) / (high.cost - low.cost)
    // never all the way to an end, where a bent curve would hold a secant
    return low.scale + Math.min(0.95, Math.max(0.05, part)) * (high.scale - low.scale)
  }
  const before = sorted[sorted.indexOf(low) - 1]
  if (low.scale >= MOST || before === undefined) return undefined
  const slope = (low.cost - before.cost) / (low.scale - before.scale)
  if (!(slope > 0)) return low.scale < 2 ? MOST : undefined
  return Math.min(MOST, low.scale + (1.05 * (budget - low.cost)) / slope)
}

function fitOf(list: readonly Trial[], budget: number): BudgetFit {
  const best = nearestTo(list, budget)
  if (isNear(best, budget)) return { ...best, verdict: 'met' }
  const costs = list.map(({ cost }) => cost)
  const span = Math.max(...costs) - Math.min(...costs)
  if (span <= NEAR * NEAR * Math.abs(budget)) return { ...best, verdict: 'fixed' }
  if (Math.min(...costs) > budget) return { ...best, verdict: 'dear' }
  return { ...best, verdict: Math.max(...costs) < budget ? 'cheap' : 'met' }
}
