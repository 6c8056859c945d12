import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** What a hectare of cacao, coffee and food gives this month. */
export const cropYields: SystemStep = {
  id: 'crop-yields',
  kind: 'step',
  subsystems: ['S8', 'S2', 'S3'],
  says: 'Disease takes part of the cacao, more in wet years; rust took much of the coffee in 2013 and 2014; irrigation steadies food and trees.',
  claims: {
    C0419: 'better cacao yields in places',
    C0269: 'irrigation package of 49 works',
    C0256: 'cacao coffee fruit as substitutes',
    C0064: 'heavy rain floods and slides',
  },
  ignores: 'Harvest months: yields are spread over the year except for rain.',
  effect: { outcome: 'household_income', off: 'raises', atLeast: 0.008, years: [2004, 2006] },
  equation: [
    'cacao = y · (1 − disease · wet excess) · weather · soil / 12',
    'coffee = y · (1 − rust · dip) · weather · soil / 12',
    'food = y · weather · soil · (1 + gain · irrigated) / 12',
  ],
  reads: ['district.irrigation', 'district.rain', 'district.soilIndex', 'district.weather', 'world.coffeeYield'],
  writes: ['district.cacaoYield', 'district.coffeeYield', 'district.foodYield'],
  parameters: [
    'cacao_disease_loss',
    'cacao_yield_vraem',
    'coffee_rust_loss_2013_14',
    'coffee_yield',
    'food_yield',
    'irrigation_gain',
  ],
  step({ district, world, p }) {
    const dip = min(1, max(0, 1 - world.coffeeYield) / 0.25)
    for (const d of district) {
      const water = 1 + p.irrigation_gain * d.irrigation
      const ground = d.weather * d.soilIndex
      d.cacaoYield =
        (p.cacao_yield_vraem / 12000) * (1 - p.cacao_disease_loss * min(1, max(0, d.rain - 1) * 2)) * ground
      d.coffeeYield = (p.coffee_yield / 12000) * (1 - p.coffee_rust_loss_2013_14 * dip) * ground
      d.foodYield = (p.food_yield / 12) * ground * water
    }
  },
  without({ district, p }) {
    // neither disease nor weather nor tired soil
    for (const d of district) {
      d.cacaoYield = p.cacao_yield_vraem / 12000
      d.coffeeYield = p.coffee_yield / 12000
      d.foodYield = p.food_yield / 12
    }
  },
}
