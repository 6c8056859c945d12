import type { SystemStep } from '../mechanism.ts'

/** Exchange rate, wages and world crop prices of the month, in soles of 2015. */
export const moneyAndWages: SystemStep = {
  id: 'money-and-wages',
  kind: 'step',
  subsystems: ['S26', 'S8'],
  says: 'The sol, wages and world crop prices come from outside; the valley is too small to move them.',
  claims: {
    C0338: 'poor roads lower legal earnings',
    C0256: 'cacao coffee fruit as substitutes',
  },
  ignores: 'Interest rates and inflation that differs between the valley and Lima.',
  effect: { outcome: 'legal_crop_area/cacao', off: 'lowers', atLeast: 0.08, years: [2004, 2006] },
  equation: ['fx = fx(day) / priceLevel', 'wage index, cacao and coffee prices = world(month)'],
  reads: ['world.cacaoUsd', 'world.coffeeUsd', 'world.exchangeRate', 'world.priceLevel', 'world.wageIndex'],
  writes: ['valley.cacaoWorld', 'valley.coffeeWorld', 'valley.exchangeRate', 'valley.wageIndex'],
  parameters: [],
  step({ valley, world }) {
    valley.exchangeRate = world.exchangeRate / world.priceLevel
    valley.wageIndex = world.wageIndex
    valley.cacaoWorld = world.cacaoUsd
    valley.coffeeWorld = world.coffeeUsd
  },
}
