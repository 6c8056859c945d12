import { max, min, quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const purseText: SystemMechanism = {
  id: 'purse',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/purse.ts',
  rule: 'purse',
  without: 'emptyPurse',
  subsystems: ['S9', 'S20', 'S22'],
  says: 'Income goes first to a subsistence basket, then partly to more consumption, the rest to savings that pay for planting. What is saved beyond a buffer is slowly spent. Transfers and bonuses enter here.',
  claims: {
    C0301: 'coca relieves hardship only briefly',
    C0441: 'coca does not end poverty',
    C0100: 'small plots support a family',
    C0540: 'coca brings cash each quarter',
    C0316: 'cash transfers target school dropout',
  },
  ignores: 'Loans from buyers, remittances, and gifts.',
  effect: { outcome: 'coca_area', off: 'lowers', atLeast: 0.1, years: [2004, 2006] },
}

/** Income of the month, consumption and savings. */
export const purse = rule(({ h, d, p, o }) => {
  const persons = h.adults + h.children
  const needy = h.income < persons * p.poverty_line ? 1 : 0
  const bonus = h.contract === 2 ? d.bonus : 0
  h.aidMoney = h.children * d.schoolTransfer * d.transferShare * needy + bonus
  const income = h.cocaMoney + h.legalMoney + h.wageMoney + h.aidMoney
  const basket = persons * p.subsistence_basket
  const wealth = max(h.cash - basket * p.liquidity_buffer_months, 0)
  const wanted = basket + max(income - basket, 0) * p.consumption_share + wealth * p.wealth_spent
  const available = income + h.cash / quantity(1, 'month')
  const unpaid = max(-1 * available, 0)
  const consumed = min(wanted, max(available, 0))
  h.cash = max(available - consumed, 0) * quantity(1, 'month')
  h.income += (income - h.income) * (1 / 12)
  h.cocaIncome += (h.cocaMoney - h.cocaIncome) * (1 / 12)
  const w = h.weight * h.here
  o.cocaIncomePen += w * h.cocaMoney
  o.growerIncomePen += w * (h.cocaYoung + h.cocaBearing > quantity(0.05, 'ha') ? income : 0)
  o.legalIncomePen += w * h.legalMoney
  o.transferIncomePen += w * h.aidMoney
  o.bonusPen += w * bonus
  o.consumedPen += w * consumed
  o.unpaidPen += w * unpaid
  o.shortfallPen += w * (wanted - consumed)
})

/** Without it no income is remembered and nothing is saved. */
export const emptyPurse = rule(({ h }) => {
  h.aidMoney = (h.cocaMoney + h.legalMoney + h.wageMoney) * 0
  h.cash = 0
})
