import { max, quantity } from '../../language/prim.ts'
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
  says: 'The family works its coca first, then its legal crops; what it lacks it hires, what it has left it offers for wages. Hiring caps the coca of a family.',
  claims: {
    C0157: 'coca pay two threefold legal',
    C0158: 'illicit work employs tens thousands',
    C0547: 'seasonal workers on one farm',
    C0156: 'travelling pickers hired for harvest',
  },
  ignores: 'Who in the family does which work, exchange labour between neighbours, and work in processing.',
  effect: { outcome: 'household_income', off: 'lowers', atLeast: 0.3, years: [2000, 2001] },
}

/** Wages earned less wages paid. */
export const labour = rule(({ h, d, p, o }) => {
  const family = h.adults * p.family_days
  const afterCoca = max(family - h.cocaDays, 0)
  const cocaHands = max(h.cocaDays - family, 0)
  const spare = max(afterCoca - h.legalDays, 0)
  const legalHands = max(h.legalDays - afterCoca, 0)
  const offered = h.farm === 1 ? spare * p.member_wage_work_share : family
  const onFarms = offered * d.farmPay
  const inTown = offered * d.townWork * d.farmWage * h.townPay
  const paidOnCoca = cocaHands * d.labourMet * d.cocaWage
  const paidOnLegal = legalHands * d.legalLabourMet * d.farmWage
  h.cocaMoney = h.cocaMoney - paidOnCoca
  h.legalMoney = h.legalMoney - paidOnLegal
  h.wageMoney = onFarms + inTown
  const w = h.weight * h.here
  o.cocaDaysAll += w * cocaHands
  o.legalDaysAll += w * legalHands
  o.spareDaysAll += w * offered
  o.hiredPen += w * (paidOnCoca + paidOnLegal)
  o.hiredCocaPen += w * paidOnCoca
  o.farmWagePen += w * onFarms
  o.wageIncomePen += w * (onFarms + inTown)
})

/** Without it labour is free and nobody works for wages. */
export const freeLabour = rule(({ h, d }) => {
  h.wageMoney = h.cocaDays * quantity(0, 'PEN/day') + h.legalDays * d.farmWage * 0
})
