import { max } from '../../language/prim.ts'
import { exp, log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** What growers expect of prices, and what a family day would bring on each crop. */
export const expectations: SystemStep = {
  id: 'expectations',
  kind: 'step',
  subsystems: ['S9', 'S7', 'S8'],
  says: 'Expected prices follow paid prices with delay. Returns are compared by family day after inputs, hired hands and the cost of planting; sure income counts more than unsure income.',
  claims: {
    C0296: 'coca yields more, sells surely',
    C0537: 'coca wage twice legal wage',
    C0583: 'coca earns ten times more',
    C0099: 'dollar coca replaced legal crops',
    C0302: 'profit gap limits cacao projects',
  },
  ignores: 'Differences in what single growers expect.',
  effect: { outcome: 'legal_crop_area/cacao', off: 'lowers', atLeast: 0.12, from: 2012, years: [2015, 2017] },
  equation: [
    'ln pe += a · (ln p − ln pe)',
    'R = (yield · pe − inputs − planting · annuity) / days · (1 − ½ ρ · CV²)',
    'per hectare: the same over the days of coca',
  ],
  reads: [
    'district.assistance',
    'district.cacaoExpected',
    'district.cacaoPrice',
    'district.cacaoYield',
    'district.coffeeExpected',
    'district.coffeePrice',
    'district.coffeeYield',
    'district.enrolled',
    'district.farmWage',
    'district.foodPrice',
    'district.foodYield',
    'district.leafExpected',
    'district.leafPrice',
    'district.leafYield',
    'sum.cocaFarms',
    'sum.farms',
    'sum.supportedFamilies',
    'sum.waitingFamilies',
    'valley.mood',
  ],
  writes: [
    'district.cacaoExpected',
    'district.cacaoReturn',
    'district.cocaReturn',
    'district.coffeeExpected',
    'district.coffeeReturn',
    'district.enrolled',
    'district.foodReturn',
    'district.leafExpected',
    'district.mood',
    'district.prevalence',
  ],
  parameters: [
    'bearing_share',
    'cacao_establishment_cost',
    'cacao_input_cost',
    'cacao_labour_days',
    'cacao_yield_gain_assistance',
    'coca_establishment_cost',
    'coca_input_cost',
    'coca_labour_days',
    'coffee_establishment_cost',
    'coffee_input_cost',
    'coffee_labour_days',
    'food_labour_days',
    'price_cv_coca',
    'price_cv_legal',
    'price_expectation_gain',
    'relative_risk_aversion',
    'subjective_discount',
  ],
  step({ district, valley, p }) {
    const annuity = p.subjective_discount / (1 - exp(-8 * p.subjective_discount))
    const riskCoca = 1 - 0.5 * p.relative_risk_aversion * p.price_cv_coca * p.price_cv_coca
    const riskLegal = 1 - 0.5 * p.relative_risk_aversion * p.price_cv_legal * p.price_cv_legal
    const days = p.switch_returns === 1 ? p.coca_labour_days : 0
    for (const d of district) {
      const was = log(d.leafExpected)
      d.leafExpected = exp(was + p.price_expectation_gain * (log(d.leafPrice) - was))
      const least = 0.15 * d.farmWage
      const coca =
        12000 * p.bearing_share * d.leafYield * d.leafExpected -
        p.coca_input_cost -
        p.coca_establishment_cost * annuity * 0.4
      d.cocaReturn = max((coca * riskCoca) / p.coca_labour_days, least)
      d.cacaoExpected += (d.cacaoPrice - d.cacaoExpected) * p.price_expectation_gain
      d.coffeeExpected += (d.coffeePrice - d.coffeeExpected) * p.price_expectation_gain
      const skill = 1 + p.cacao_yield_gain_assistance * d.assistance * d.enrolled
      const cacao =
        12000 * d.cacaoYield * skill * d.cacaoExpected -
        p.cacao_input_cost -
        p.cacao_establishment_cost * annuity * 0.25
      const coffee =
        12000 * d.coffeeYield * d.coffeeExpected - p.coffee_input_cost - p.coffee_establishment_cost * annuity * 0.25
      const food = 12000 * d.foodYield * d.foodPrice
      d.cacaoReturn = max((cacao * riskLegal) / (days > 0 ? days : p.cacao_labour_days), least)
      d.coffeeReturn = max((coffee * riskLegal) / (days > 0 ? days : p.coffee_labour_days), least)
      d.foodReturn = max(food / (days > 0 ? days : p.food_labour_days), least)
      d.prevalence = d.sum.farms > 0 ? d.sum.cocaFarms / d.sum.farms : 0
      d.enrolled = d.sum.farms > 0 ? (d.sum.supportedFamilies + d.sum.waitingFamilies) / d.sum.farms : 0
      d.mood = valley.mood
    }
  },
}
