import { max, min } from '../../language/prim.ts'
import { pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Pickers, wages, and who goes short of hands. */
export const labourMarket: SystemStep = {
  id: 'labour-market',
  kind: 'step',
  subsystems: ['S9', 'S6'],
  says: 'Coca pays pickers a share of the leaf, so its wage moves with the price and draws workers from the highlands; when hands are short, legal crops go without first.',
  claims: {
    C0157: 'coca pay two threefold legal',
    C0547: 'seasonal workers on one farm',
    C0537: 'coca wage twice legal wage',
    C0156: 'travelling pickers hired for harvest',
  },
  ignores: 'Work in towns other than as a reserve, and differences in skill.',
  effect: { outcome: 'coca_income_share', off: 'raises', atLeast: 0.01, years: [2000, 2001] },
  equation: [
    'w_coca = max(w, share · price · kg a day)',
    'supply = offered + pool · (w_coca / w)^ε · (1 − closure)',
    'met = min(1, supply / demand), coca first',
    'met on legal crops = 1 − s · (1 − (1 − share of days that pick) · min(1, rest / demand))',
    'due += paid to hands of the valley − received,  pay a day offered = ½ · due / offered',
  ],
  reads: [
    'district.labourMet',
    'district.leafPrice',
    'district.legalLabourMet',
    'district.townWork',
    'district.zone',
    'sum.cocaDaysAll',
    'sum.farmWagePen',
    'sum.hiredCocaPen',
    'sum.hiredPen',
    'sum.legalDaysAll',
    'sum.spareDaysAll',
    'valley.wageIndex',
    'valley.wagesDue',
    'valley.wagesDueHigh',
    'world.outletShut',
  ],
  writes: [
    'district.cocaWage',
    'district.farmPay',
    'district.farmWage',
    'district.labourMet',
    'district.legalLabourMet',
    'district.townWork',
    'valley.wagesAway',
    'valley.wagesDue',
    'valley.wagesDueHigh',
    'valley.wagesLocal',
  ],
  parameters: [
    'coca_kg_dried_per_picker_day',
    'highland_work',
    'legal_shortage',
    'local_pickers',
    'picker_pool',
    'picker_share_of_leaf_value',
    'reservation_wage',
    'seasonal_labour_elasticity',
    'soles_2018',
    'town_work',
  ],
  step({ district, valley, world, p }) {
    let coca = 0
    let legal = 0
    let offered = 0
    let price = 0
    let weight = 0
    let paidOnCoca = 0
    let paidOnLegal = 0
    let received = 0
    for (const d of district) {
      const there = d.zone
      paidOnCoca += d.sum.hiredCocaPen * there
      paidOnLegal += (d.sum.hiredPen - d.sum.hiredCocaPen) * there
      received += d.sum.farmWagePen * there
      coca += d.sum.cocaDaysAll * there
      legal += d.sum.legalDaysAll * there
      offered += d.sum.spareDaysAll * there
      price += d.leafPrice * d.sum.cocaDaysAll * there
      weight += d.sum.cocaDaysAll * there
    }
    const wage = (p.reservation_wage / p.soles_2018) * valley.wageIndex
    const mean = weight > 0 ? price / weight : 0
    const picker = max(wage, p.picker_share_of_leaf_value * mean * p.coca_kg_dried_per_picker_day)
    const pool = p.picker_pool * pow(picker / wage, p.seasonal_labour_elasticity) * (1 - world.outletShut)
    const supply = offered * p.local_pickers + pool
    const met = min(1, supply / max(coca, 1))
    const rest = max(supply - coca, 0) + offered * (1 - p.local_pickers)
    // what farms pay reaches the families of the valley whose days they hired, within a month or two
    const localOnCoca = (offered * p.local_pickers) / max(supply, 1)
    const localOnLegal = min(1, (offered * (1 - p.local_pickers)) / max(legal, 1))
    const local = paidOnCoca * localOnCoca + paidOnLegal * localOnLegal
    const days = min(coca, supply) * localOnCoca + min(legal, rest) * localOnLegal
    // hands that pick leaf are missing elsewhere, however many there are in the year's mean
    const picking = (min(coca, supply) * localOnCoca) / max(offered, 1)
    const legalMet = 1 - p.legal_shortage * (1 - (1 - picking) * min(1, rest / max(legal, 1)))
    valley.wagesDue = max(valley.wagesDue + local - received, 0)
    const farmPay = offered > 1 ? (0.5 * valley.wagesDue) / offered : 0
    const townWork = min(p.town_work, max(1 - days / max(offered, 1), 0))
    // the highlands: no pickers from outside, no town of its own
    let offeredHigh = 0
    let paidHigh = 0
    let receivedHigh = 0
    for (const d of district) {
      const there = 1 - d.zone
      offeredHigh += d.sum.spareDaysAll * there
      paidHigh += d.sum.hiredPen * there
      receivedHigh += d.sum.farmWagePen * there
    }
    valley.wagesDueHigh = max(valley.wagesDueHigh + paidHigh - receivedHigh, 0)
    const farmPayHigh = offeredHigh > 1 ? (0.5 * valley.wagesDueHigh) / offeredHigh : 0
    const townWorkHigh = min(p.town_work + p.highland_work, 1)
    valley.wagesLocal = local + paidHigh
    valley.wagesAway = paidOnCoca + paidOnLegal - local
    for (const d of district) {
      d.farmWage = wage
      d.cocaWage = max(wage, p.picker_share_of_leaf_value * d.leafPrice * p.coca_kg_dried_per_picker_day)
      d.labourMet += 0.5 * ((d.zone === 1 ? met : 1) - d.labourMet)
      d.legalLabourMet += 0.5 * ((d.zone === 1 ? legalMet : 1) - d.legalLabourMet)
      d.townWork += 0.5 * ((d.zone === 1 ? townWork : townWorkHigh) - d.townWork)
      d.farmPay = d.zone === 1 ? farmPay : farmPayHigh
    }
  },
}
