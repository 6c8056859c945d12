import { max, quantity } from '../../../src/language/prim.ts'
import { logit } from '../../../src/language/std.ts'
import { rule } from './state.ts'

/** What the land brings. */
export const harvest = rule(({ h, d, o, draw }) => {
  h.income = h.land * h.soil * d.price * d.rain * (0.5 + draw('weather'))
  o.output += h.income * h.weight
})

/** What is left is kept. */
export const save = rule(({ h, p, o }) => {
  h.cash = max(h.cash + (h.income - p.need * h.members) * p.kept, 0)
  o.cashAll += h.cash * h.weight
  o.households += h.weight
})

/** Nothing is kept. */
export const spend = rule(({ h, o }) => {
  h.cash = 0
  o.households += h.weight
})

/** Which way the land goes. */
export const choose = rule(({ h, d, p, draw }) => {
  h.choice = logit([0, p.like * d.price + 0.1 * d.mood, -0.5], draw('choice'))
})

/** Nobody changes anything. */
export const keep = rule(({ h }) => {
  h.choice = 0
})

/** Land taken up or given up. */
export const settle = rule(({ h, p, o }) => {
  h.land = max(h.land + (h.choice === 1 ? p.grow : 0) - (h.choice === 2 ? p.grow : 0), quantity(0.1, 'ha'))
  h.reviews += 1
  o.reviewed += h.weight
})
