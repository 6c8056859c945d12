import { exp } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** What gets reported: survey area, price reports, press counts. The truth and the figure are different things. */
export const survey: SystemStep = {
  id: 'survey',
  kind: 'step',
  subsystems: ['S28'],
  says: 'Official area is an image survey with errors and changes of method about 2011 and 2018; leaves go unseen when unpicked fields grow over; attacks are under-reported.',
  claims: {
    C0609: 'capital press accused of exaggeration',
    C0507: 'Peru told as leading producer',
    C0142: 'official monitoring reports rising area',
  },
  ignores: 'Who publishes the figure and why; rival counts are kept in the ledger.',
  effect: { outcome: 'coca_area_reported', off: 'lowers', atLeast: 0.5, years: [2000, 2001] },
  equation: ['reported = area · exp(break(t) + sd · N(0, 1)), one error a year', 'reported attacks = attacks · u'],
  reads: [
    'district.leafPrice',
    'district.zone',
    'sum.cocaHa',
    'sum.leafT',
    'valley.attacksAll',
    'valley.deathsCivilians',
    'valley.deathsForces',
    'valley.deathsMilitants',
  ],
  writes: ['valley.reportedAreaHa', 'valley.reportedAttacks', 'valley.reportedDeaths', 'valley.reportedLeafPrice'],
  parameters: ['area_break_2011', 'area_break_2018', 'area_obs_sd', 'price_obs_sd', 'violence_underreport'],
  step({ district, valley, p, year, monthOfYear, normal }) {
    let area = 0
    let price = 0
    let leaf = 0
    for (const d of district) {
      area += d.sum.cocaHa * d.zone
      price += d.leafPrice * d.sum.leafT * d.zone
      leaf += d.sum.leafT * d.zone
    }
    const gross = year <= 2010 ? p.area_break_2011 : 0
    const newer = year >= 2018 ? p.area_break_2018 : 0
    valley.reportedAreaHa = area * exp(gross + newer + p.area_obs_sd * normal('survey', year))
    valley.reportedLeafPrice =
      (leaf > 0 ? price / leaf : 0) * exp(p.price_obs_sd * normal('survey', year, 1 + monthOfYear))
    valley.reportedAttacks = valley.attacksAll * p.violence_underreport
    valley.reportedDeaths =
      (valley.deathsForces + valley.deathsCivilians + valley.deathsMilitants) * (0.5 + 0.5 * p.violence_underreport)
  },
}
