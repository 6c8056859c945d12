import { exp, log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** World demand, national supply and shocks set the price at the border. */
export const borderPrice: SystemStep = {
  id: 'border-price',
  kind: 'step',
  subsystems: ['S26'],
  says: 'Demand abroad grows on its own; the border price follows demand over national supply with a long-run elasticity, and is shaken by events elsewhere.',
  claims: {
    C0336: 'removal displaces planting, demand inelastic',
    C0405: 'world demand lifts valley output',
    C0452: 'number of cocaine users worldwide',
    C0453: 'South American use doubled once',
    C0027: 'world demand sustains high output',
  },
  ignores: 'Prices further along the chain: what happens in the valley does not move them.',
  effect: {
    outcome: 'leaf_price',
    off: 'lowers',
    atLeast: 0.1,
    scenario: 'eradication-30k',
    from: 2026,
    years: [2028, 2030],
  },
  equation: [
    'ln D += g',
    'e += sd · N(0, 1) / √12 − e · reversion',
    'ln P_b = ln P_0 + (ln D − ln(X / X_0)) / η_L + e + lift',
  ],
  reads: [
    'valley.borderShock',
    'valley.demandIndex',
    'valley.nationalLeaf',
    'valley.nationalLeafAtStart',
    'world.borderLift',
    'world.borderShock',
    'world.demandGrowth',
  ],
  writes: ['valley.borderPrice', 'valley.borderShock', 'valley.demandIndex'],
  parameters: ['border_price_start', 'border_reversion', 'leaf_demand_elasticity_long', 'netback_shock_sd'],
  step({ valley, world, p }) {
    valley.demandIndex *= exp(world.demandGrowth)
    valley.borderShock += (p.netback_shock_sd * world.borderShock) / 3.4641 - p.border_reversion * valley.borderShock
    const tightness = log(valley.demandIndex) - log(valley.nationalLeaf / valley.nationalLeafAtStart)
    valley.borderPrice =
      p.border_price_start * exp(tightness / p.leaf_demand_elasticity_long + valley.borderShock + world.borderLift)
  },
  without({ valley, p }) {
    valley.borderPrice = p.border_price_start
  },
}
