import { max, quantity } from '../../language/prim.ts'
import { log } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const prospectsText: SystemMechanism = {
  id: 'prospects',
  kind: 'rule',
  when: 'review',
  again: 'reviewNow',
  file: 'src/system/farm/prospects.ts',
  rule: 'prospects',
  without: 'noProspects',
  subsystems: ['S9'],
  says: 'Growers compare crops by what a family day brings. The more coca a family has beyond its own hands, the less the next hectare leaves after wages.',
  claims: {
    C0537: 'coca wage twice legal wage',
    C0157: 'coca pay two threefold legal',
    C0583: 'coca earns ten times more',
    C0296: 'coca yields more, sells surely',
    C0534: 'frequent harvests attracted most farmers',
  },
  ignores: 'Status, habit and pressure by buyers; those enter the choice, not the sum.',
  effect: { outcome: 'coca_area', off: 'lowers', atLeast: 0.05, years: [2004, 2006] },
}

/** What a family day on coca is worth to this household against its other uses, in ln units. */
export const prospects = rule(({ h, d, p }) => {
  const familyDays = max(h.adults * p.family_days, quantity(1, 'day/month'))
  const needed = (h.cocaYoung + h.cocaBearing + p.plot_step) * (p.coca_labour_days / quantity(12, 'month/yr'))
  const hired = max(needed - familyDays, 0) / needed
  const own = max(d.cocaReturn * h.soil - hired * (d.cocaWage - d.farmWage * 0.2), d.farmWage * 0.1)
  const other =
    p.weight_cacao * d.cacaoReturn +
    p.weight_coffee * d.coffeeReturn +
    (1 - p.weight_cacao - p.weight_coffee) * d.foodReturn
  h.cocaWorth = log(own / other) - p.usual_return_gap
})

/** Without it coca is always worth what it usually is. */
export const noProspects = rule(({ h }) => {
  h.cocaWorth = 0
})
