// The leaf market of the lean model: a national price with a long elasticity, a valley price with a discount that closes and a
// short elasticity to the capacity to ship out.
import type { LeanValues } from './parameters.ts'

/** Months from 2000: the air rule of August 2015, the spring of 2020, and when later demand begins. */
const AIR_RULE = 187
const PANDEMIC = 242
const LATER = 228

interface Prices {
  readonly price: number
  readonly borderPrice: number
}

export interface LeafMarket {
  /** Prices of month t given leaf of the valley and of the other zones, and legal leaf, tonnes a month. Months come in order. */
  (t: number, valley: number, others: number, legal: number): Prices
  /** What growers expect at first: the price the market tends to. */
  startOfExpectations(
    rate: number,
    now: { leaf: number; cacao: number; coffee: number },
  ): { leaf: number; cacao: number; coffee: number }
}

export function leafMarket(p: LeanValues): LeafMarket {
  let [national, valley, demand, capacity, first, aim] = [0, 0, 0, 0, 0, 0]
  const discount = (t: number) => p.discount_2000 * Math.exp((-p.discount_closing * t) / 12)
  const lost = (t: number): number => {
    const air =
      t >= AIR_RULE ? p.air_loss * Math.min(1, (t - 186) / 4) * Math.exp(-Math.max(0, t - 190) / p.air_return) : 0
    if (t < PANDEMIC) return air
    const closed = p.pandemic_loss * (t === PANDEMIC ? 0.6 : t <= 245 ? 1 : Math.exp(-(t - 245) / 4))
    return 1 - (1 - air) * (1 - closed)
  }
  const month = (t: number, leaf: number, others: number, legal: number): Prices => {
    const whole = Math.max(leaf + others - legal * 0.9, 500)
    const ours = Math.max(leaf - legal * 0.1, 100)
    if (t === 0) {
      first = whole
      capacity = Math.log(ours)
    }
    demand += (t < LATER ? p.demand_growth : p.demand_growth_later) / 12
    const open = capacity + Math.log(1 - lost(t))
    capacity += p.capacity_adjust * (Math.log(ours) - open)
    const border = Math.log(p.border_price_2000) + (demand - Math.log(whole / first)) / p.demand_elasticity_long
    aim = border - discount(t) + (open - Math.log(ours)) / p.demand_elasticity_short
    if (t === 0) {
      national = border
      valley = aim
    }
    national += p.price_adjust * (border - national)
    valley += p.price_adjust * (aim - valley) + p.price_leak * 0.25 * (national - discount(t) - valley)
    national += p.price_leak * 0.05 * (valley + discount(t) - national)
    return { price: Math.exp(valley), borderPrice: Math.exp(national) }
  }
  return Object.assign(month, {
    startOfExpectations: (rate: number, now: { leaf: number; cacao: number; coffee: number }) => ({
      ...now,
      leaf: aim + Math.log(rate),
    }),
  })
}
