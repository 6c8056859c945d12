import { max, min, quantity } from '../../language/prim.ts'
import { log, logistic } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const replantingText: SystemMechanism = {
  id: 'replanting',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/replanting.ts',
  rule: 'replanting',
  without: 'noReplanting',
  subsystems: ['S18', 'S7'],
  says: 'Cleared plots are planted again within months unless somebody keeps them clear or coca no longer pays.',
  claims: {
    C0334: 'farmers replant after forced removal',
    C0335: 'months from planting to harvest',
    C0347: 'area recovers after removal surges',
  },
  ignores: 'Seed-bed supply and moves of the plot within the farm.',
  effect: {
    outcome: 'coca_area',
    off: 'lowers',
    atLeast: 0.15,
    scenario: 'eradication-30k',
    from: 2026,
    years: [2027, 2029],
  },
}

/** Cleared coca planted again, or given up. */
export const replanting = rule(({ h, d, p, o }) => {
  const monthly = (-1 * log(1 - p.replant_share)) / 24
  const worth = 2 * logistic(p.logit_income_weight * (log(d.cocaReturn / d.foodReturn) - p.usual_return_gap))
  if (h.uprooted > 0) {
    // other crops may stand on the cleared plot by now
    const crops = h.cocaYoung + h.cocaBearing + h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food
    const again = min(h.uprooted * min(monthly * worth * (1 - d.followUp), 1), max(h.land - crops, 0))
    const givenUp = (h.uprooted - again) * min(p.uprooted_given_up * quantity(1, 'month'), 1)
    h.uprooted = h.uprooted - again - givenUp
    h.cocaYoung += again
    const w = h.weight * h.here
    o.replantedHa += (w * again) / quantity(1, 'month')
    o.givenUpHa += w * givenUp
  }
})

/** Without it cleared plots stay clear. */
export const noReplanting = rule(() => {})
