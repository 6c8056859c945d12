import { max, min, quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const labourText: SystemMechanism = {
  id: 'labour',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/labour.ts',
  rule: 'labour',
  without: 'freeLabour',
  subsystems: ['S9'],
  says: 'Leaf is picked in a few rounds a year that will not wait, so even a family with hands to spare hires pickers in those weeks, for pay and meals. It works its coca first, then its legal crops; what it lacks it hires, what it has left in the rest of the year it offers for wages.',
  claims: {
    C0923: 'every coca grower hires pickers',
    C0926: 'pickers get leaf and meals',
    C0925: 'members work on other farms',
    C0535: 'up to four harvests yearly',
    C0157: 'coca pay two threefold legal',
    C0158: 'illicit work employs tens thousands',
    C0547: 'seasonal workers on one farm',
    C0156: 'travelling pickers hired for harvest',
  },
  ignores:
    'Who in the family does which work, exchange labour between neighbours, and work in processing. Rounds of different farms are spread over the year.',
  effect: { outcome: 'household_income', off: 'lowers', atLeast: 0.3, years: [2000, 2001] },
}

/** Wages earned less wages paid. */
export const labour = rule(({ h, d, p, o }) => {
  const family = h.adults * p.family_days
  // of the year's picking the family does what it can in the weeks of the rounds
  const rounds = min((p.coca_harvests_per_year * p.harvest_window) / quantity(12, 'month/yr'), 1)
  const picking = (h.leaf * quantity(1000, 'kg/t')) / p.coca_kg_dried_per_picker_day
  const cocaHands = max(max(picking - family * rounds, h.cocaDays - family), 0)
  const afterCoca = family - (h.cocaDays - cocaHands)
  const spare = max(afterCoca - h.legalDays, 0)
  const legalHands = max(h.legalDays - afterCoca, 0)
  const offered = h.farm === 1 ? spare * p.member_wage_work_share : family
  const onFarms = offered * d.farmPay
  const inTown = offered * d.townWork * d.farmWage * h.townPay
  const paidOnCoca = cocaHands * d.labourMet * d.cocaWage
  const paidOnLegal = legalHands * d.legalLabourMet * d.farmWage
  const meals = cocaHands * d.labourMet * p.picker_meals
  h.cocaMoney = h.cocaMoney - paidOnCoca - meals
  h.legalMoney = h.legalMoney - paidOnLegal
  h.wageMoney = onFarms + inTown
  const w = h.weight * h.here
  o.cocaDaysAll += w * cocaHands
  o.legalDaysAll += w * legalHands
  o.spareDaysAll += w * offered
  o.hiredPen += w * (paidOnCoca + paidOnLegal)
  o.hiredCocaPen += w * paidOnCoca
  o.inputsPen += w * meals
  o.farmWagePen += w * onFarms
  o.wageIncomePen += w * (onFarms + inTown)
})

/** Without it labour is free and nobody works for wages. */
export const freeLabour = rule(({ h, d }) => {
  h.wageMoney = h.cocaDays * quantity(0, 'PEN/day') + h.legalDays * d.farmWage * 0
})
