import { quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const cocaStandText: SystemMechanism = {
  id: 'coca-stand',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/coca-stand.ts',
  rule: 'cocaStand',
  without: 'nothingMatures',
  subsystems: ['S7'],
  says: 'Young coca comes into bearing within about a year, far sooner than cacao or coffee.',
  claims: {
    C0335: 'months from planting to harvest',
    C0155: 'plots of one two hectares',
  },
  ignores: 'Varieties, and the difference between a first light harvest and a full one.',
  effect: { outcome: 'leaf_output', off: 'lowers', atLeast: 0.2, years: [2004, 2006] },
}

/** Young coca comes into bearing. */
export const cocaStand = rule(({ h, p }) => {
  const matured = h.cocaYoung * (quantity(1, 'month') / p.coca_months_to_first_harvest)
  h.cocaYoung -= matured
  h.cocaBearing += matured
})

/** Without it young coca stays young. */
export const nothingMatures = rule(() => {})
