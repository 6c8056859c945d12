import { max } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Farm-gate prices of legal crops: the world price less margin and the road. */
export const legalPrices: SystemStep = {
  id: 'legal-prices',
  kind: 'step',
  subsystems: ['S8', 'S21'],
  says: 'What reaches the farm is the producer price less a margin and the cost of the road; bad roads and blockades eat the price of legal crops first.',
  claims: {
    C0338: 'poor roads lower legal earnings',
    C0268: 'roads make legal trade easier',
    C0064: 'heavy rain floods and slides',
    C0256: 'cacao coffee fruit as substitutes',
  },
  ignores: 'Quality and certification beyond the buyer lever; perishability.',
  effect: { outcome: 'legal_crop_area/cacao', off: 'raises', atLeast: 0.25, years: [2004, 2006] },
  equation: ['p = P · fx · (1 − margin) · (1 + premium) − haul · hours'],
  reads: [
    'district.roadHours',
    'lever.crop_market',
    'valley.cacaoWorld',
    'valley.coffeeWorld',
    'valley.exchangeRate',
    'valley.wageIndex',
  ],
  writes: ['district.cacaoPrice', 'district.coffeePrice', 'district.foodPrice'],
  parameters: ['food_price', 'legal_margin', 'transport_cost'],
  step({ district, valley, lever, p }) {
    for (const d of district) {
      const premium = 1 + lever.crop_market.price_premium * (lever.crop_market.where[d.index] as number)
      const haul = (p.transport_cost * d.roadHours) / 1000
      const soles = valley.exchangeRate / 1000
      d.cacaoPrice = max(valley.cacaoWorld * soles * (1 - p.legal_margin) * premium - haul, 0.5)
      d.coffeePrice = max(valley.coffeeWorld * soles * (1 - p.legal_margin) * premium - haul, 0.5)
      d.foodPrice = max(p.food_price * valley.wageIndex - 0.3 * haul, 0.2)
    }
  },
  without({ district, valley, p }) {
    // nothing is lost between the farm and the market
    for (const d of district) {
      d.cacaoPrice = (valley.cacaoWorld * valley.exchangeRate) / 1000
      d.coffeePrice = (valley.coffeeWorld * valley.exchangeRate) / 1000
      d.foodPrice = p.food_price * valley.wageIndex
    }
  },
}
