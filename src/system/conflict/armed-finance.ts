import { max } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** What the armed group takes, and spends. */
export const armedFinance: SystemStep = {
  id: 'armed-finance',
  kind: 'step',
  subsystems: ['S15'],
  says: 'The group levies product in transit, leaf and other business where it is in control. Statements of its levy differ tenfold, so it is a switch.',
  claims: {
    C0161: 'levy up to tenth output',
    C0173: 'armed guards for larger consignments',
    C0174: 'escort charge for each kilogram',
    C0197: 'levies at every production stage',
    C0198: 'transit levy charged per tonne',
    C0199: 'transit levy yields a million',
    C0214: 'protection takes tenth to fifth',
    C0506: 'more coca could finance violence',
    C0113: 'levies yielded millions each year',
    C0361: 'trade brings armed group millions',
  },
  ignores: 'Where money is kept or spent beyond pay and arms.',
  effect: { outcome: 'armed_strength', off: 'lowers', atLeast: 0.13, years: [2004, 2006] },
  equation: ['levy = t · flow · capture + t_l · leaf value · C + other · C', 'W += levy − pay · F − ¼ W / 12'],
  reads: [
    'district.control',
    'district.leafPrice',
    'sum.leafT',
    'valley.armed',
    'valley.auxiliaries',
    'valley.exchangeRate',
    'valley.funds',
    'valley.levy',
    'valley.shipped',
  ],
  writes: ['valley.funds', 'valley.levy'],
  parameters: ['cost_per_fighter', 'other_extortion', 'revenue_capture_share', 'tax_cocaine_per_kg', 'tax_leaf_share'],
  step({ district, valley, p }) {
    let value = 0
    let held = 0
    let leaf = 0
    for (const d of district) {
      value += d.sum.leafT * 1000 * d.leafPrice * d.control
      held += d.sum.leafT * d.control
      leaf += d.sum.leafT
    }
    const control = leaf > 0 ? held / leaf : 0
    const perKg = p.switch_levy === 1 ? 50 : p.tax_cocaine_per_kg
    const transit = perKg * 1000 * valley.shipped * p.revenue_capture_share
    const fields = (p.tax_leaf_share * value) / valley.exchangeRate
    valley.levy = transit + fields + (p.other_extortion / 12) * (0.6 + control)
    const pay = ((valley.armed + 0.2 * valley.auxiliaries) * p.cost_per_fighter) / 12
    valley.funds = max(valley.funds + valley.levy - pay - valley.funds / 48, 0)
  },
  without({ valley }) {
    valley.levy = 0
  },
}
