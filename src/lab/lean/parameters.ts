// Unknowns of the lean model with flat ranges: judgement, wide on purpose, taken over from the prototype. Whoever drew them knew what
// came after 2018, so they are out of sample but not blind; `pandemic_loss` and `demand_growth_later` no earlier fact can tell.

export interface LeanParameter {
  readonly unit: string
  readonly low: number
  readonly high: number
  /** Flat in the logarithm. */
  readonly log?: true
  readonly about: string
}

// biome-ignore format: one line a parameter
export const leanParameters = {
  return_weight: { unit: '1', low: 0.3, high: 6, about: 'weight of the ln ratio of returns in choices' },
  expectation_gain: { unit: '1/month', low: 0.02, high: 0.3, log: true, about: 'speed at which expected prices follow' },
  planting_cost: { unit: '1', low: -1.5, high: 7, about: 'what speaks against planting, in utility' },
  leaving_cost: { unit: '1', low: -1, high: 7, about: 'what speaks against giving coca up' },
  legal_cost: { unit: '1', low: -1, high: 7, about: 'what speaks against planting cacao or coffee' },
  most_change: { unit: '1/yr', low: 0.05, high: 0.25, about: 'land that may change its use in a year' },
  norm_weight: { unit: '1', low: 0, high: 3, about: 'weight of the share of neighbours with coca' },
  state_presence: { unit: '1', low: 0, high: 3, about: 'brake in the north of the valley' },
  threat_weight: { unit: '1', low: 0, high: 3, about: 'brake by perceived risk of eradication' },
  demand_elasticity_long: { unit: '1', low: 0.4, high: 5, log: true, about: 'national, long run' },
  demand_elasticity_short: { unit: '1', low: 0.3, high: 1.2, log: true, about: 'capacity of the valley, short run' },
  demand_growth: { unit: '1/yr', low: -0.01, high: 0.09, about: 'to 2018' },
  demand_growth_later: { unit: '1/yr', low: -0.02, high: 0.06, about: 'from 2019' },
  border_price_2000: { unit: 'USD/kg', low: 0.8, high: 4.5, log: true, about: 'leaf outside the valley at the start' },
  discount_2000: { unit: '1', low: 0.2, high: 1.4, about: 'ln discount of the valley at the start' },
  discount_closing: { unit: '1/yr', low: 0.02, high: 0.4, log: true, about: 'speed at which the discount closes' },
  price_adjust: { unit: '1/month', low: 0.15, high: 0.6, about: 'speed of prices' },
  capacity_adjust: { unit: '1/month', low: 0.01, high: 0.15, log: true, about: 'speed of export capacity' },
  air_loss: { unit: '1', low: 0.1, high: 0.8, about: 'capacity lost to the air rule of 2015' },
  air_return: { unit: 'month', low: 6, high: 60, log: true, about: 'its decay' },
  pandemic_loss: { unit: '1', low: 0.3, high: 0.8, about: 'capacity lost in the spring of 2020' },
  price_leak: { unit: '1/month', low: 0.02, high: 0.4, log: true, about: 'trade of leaf between valley and outside' },
  labour_days: { unit: 'day/ha/yr', low: 200, high: 420, about: 'coca' },
  inputs: { unit: 'PEN/ha/yr', low: 2500, high: 9000, about: 'coca, soles of 2015' },
  establishment: { unit: 'PEN/ha', low: 4000, high: 15000, about: 'coca, soles of 2015' },
  kilos_a_day: { unit: 'kg/day', low: 7, high: 15, about: 'picked' },
  picker_share: { unit: '1', low: 0.45, high: 0.75, about: 'of the value of what is picked' },
  reservation_wage: { unit: 'PEN/day', low: 28, high: 45, about: 'at the wage level of 2018' },
  harvest_slope: { unit: '1', low: 0.15, high: 0.5, about: 'spread of costs of picking, ln' },
  hired_share: { unit: '1', low: 0.25, high: 0.65, about: 'of labour in coca' },
  yield_before: { unit: 't/ha/yr', low: 2, high: 3.4, about: 'before intensification' },
  yield_after: { unit: 't/ha/yr', low: 3.3, high: 3.9, about: 'after it' },
  farm_land: { unit: 'ha', low: 1.2, high: 3.5, about: 'mean of a household' },
  cacao_yield: { unit: 't/ha/yr', low: 0.45, high: 0.9, about: 'bearing' },
  rust_response: { unit: '1', low: 1, high: 2.5, about: 'local over national loss of coffee yield' },
  outside_growth: { unit: '1/yr', low: 0.02, high: 1.5, log: true, about: 'of other zones at a price e times its threshold' },
  outside_threshold: { unit: 'USD/kg', low: 0.5, high: 3, log: true, about: 'price at which other zones stand still' },
  outside_limit: { unit: 'kha', low: 40, high: 160, log: true, about: 'of other zones' },
  replanted: { unit: '1', low: 0.05, high: 0.9, about: 'share of eradicated area outside' },
  outside_yield_2004: { unit: 't/ha/yr', low: 1.5, high: 2.3, about: 'other zones' },
  outside_yield_2014: { unit: 't/ha/yr', low: 1.1, high: 1.7, about: 'other zones' },
  gross_to_net: { unit: '1', low: 0, high: 0.12, about: 'ln step of surveys up to 2010' },
  agency_step: { unit: '1', low: -0.02, high: 0.12, about: 'ln step of surveys from 2018' },
} as const satisfies Readonly<Record<string, LeanParameter>>

export type LeanName = keyof typeof leanParameters
export type LeanValues = Readonly<Record<LeanName, number>>

/** Names in the order of a vector of quantiles. */
export const LEAN_NAMES = Object.keys(leanParameters) as LeanName[]

/** Values from quantiles of the flat priors, in the order of LEAN_NAMES. */
export function leanValues(u: ArrayLike<number>): LeanValues {
  const values = LEAN_NAMES.map((name, k): [LeanName, number] => {
    const { low, high, log }: LeanParameter = leanParameters[name]
    const q = u[k] as number
    return [name, log ? Math.exp(Math.log(low) + q * Math.log(high / low)) : low + q * (high - low)]
  })
  return Object.fromEntries(values) as Record<LeanName, number>
}
