import { max, quantity } from '../../language/prim.ts'
import { clamp, log, logistic } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const welfareText: SystemMechanism = {
  id: 'welfare',
  kind: 'rule',
  when: 'review',
  file: 'src/system/people/welfare.ts',
  rule: 'welfare',
  without: 'noWelfare',
  subsystems: ['S9', 'S22'],
  says: 'Poverty follows income per person; children work more where leaf pays and hands are short, less where school transfers reach; nutrition follows income, care and water.',
  claims: {
    C0513: 'children work in coca harvest',
    C0313: 'share of undernourished rural children',
    C0315: 'illicit economy raises school dropout',
    C0441: 'coca does not end poverty',
    C0162: 'children work in the harvest',
    C0316: 'cash transfers target school dropout',
    C0317: 'preschool attendance before the decade',
  },
  ignores:
    'Wages of children, quality of schooling, and differences between girls and boys, on which the sources are silent.',
  effect: { outcome: 'poverty_rate', off: 'lowers', atLeast: 0.5, years: [2000, 2001] },
}

/** How the household's people fare, counted in the month of its review. */
export const welfare = rule(({ h, d, p, o }) => {
  const persons = max(h.adults + h.children, quantity(0.5, 'person'))
  const each = h.income / persons
  const poor = each < p.poverty_line ? 1 : 0
  const extreme = each < p.extreme_poverty_line ? 1 : 0
  const coca = h.cocaYoung + h.cocaBearing > quantity(0.05, 'ha') ? 1 : 0
  const dearer = log(max(d.leafExpected, quantity(0.5, 'PEN/kg')) / quantity(6, 'PEN/kg')) / 0.693
  const reached = d.transferShare * poor * (d.schoolTransfer > 0 ? 1 : 0)
  const work = clamp(
    p.child_work_base *
      (h.farm === 1 ? 1 : 0.35) *
      (1 + p.child_labour_price_response * dearer * coca) *
      (1 + 0.3 * poor) *
      (1 - p.transfer_child_work * reached) *
      (1.2 - 0.4 * d.school * d.servicesOpen),
    0,
    0.9,
  )
  const attends = clamp(
    d.school * (0.7 + 0.3 * d.servicesOpen) * (1 - p.school_lost_to_work * work) +
      p.transfer_schooling * reached -
      0.04 * p.dropout_price_response * dearer * coca,
    0.1,
    0.995,
  )
  const thin = logistic(
    p.undernutrition_base -
      p.undernutrition_income * log(max(each, quantity(20, 'PEN/person/month')) / p.poverty_line) -
      1.5 * (d.health * d.servicesOpen - 0.5) -
      0.8 * (d.water - 0.4),
  )
  const w = h.weight * h.here
  o.reviewedPersons += w * persons
  o.reviewedChildren += w * h.children
  o.poorPersons += w * persons * poor
  o.extremePersons += w * persons * extreme
  o.workingChildren += w * h.children * work
  o.schoolChildren += w * h.children * attends
  o.undernourished += w * h.children * thin
})

/** Without it nobody is counted as poor. */
export const noWelfare = rule(({ h, o }) => {
  o.reviewedPersons += h.weight * h.here * (h.adults + h.children)
  o.reviewedChildren += h.weight * h.here * h.children
})
