// Part of the state, declared once: name, unit, meaning. Money is in soles of 2015 (PEN) or dollars of the day (USD).
import { type Levers, levers } from '../levers.ts'

/** One column a lever: what it costs the public purse. */
const costs = Object.fromEntries(
  Object.entries(levers).map(([name, { en }]) => [`cost_${name}`, { unit: 'PEN/month', about: `public cost: ${en}` }]),
) as { readonly [L in keyof Levers as `cost_${L}`]: { readonly unit: 'PEN/month'; readonly about: string } }

/** The valley and the world around it, one value each. */
export const valley = {
  ...costs,
  // leaf and product balance
  leafOutput: { unit: 't/month', about: 'leaf harvested in the valley' },
  leafLegal: { unit: 't/month', about: 'leaf sold to the legal buyer and to traditional use' },
  leafLost: { unit: 't/month', about: 'leaf spoiled or seized' },
  leafProcessed: { unit: 't/month', about: 'leaf turned into product' },
  leafStock: { unit: 't', about: 'leaf in store' },
  processingCapacity: { unit: 't/month', about: 'leaf that aggregate processing can take' },
  leafPerKg: { unit: 'kg/kg', about: 'leaf per kilo of product' },
  product: { unit: 't/month', about: 'potential product of the valley' },
  productStock: { unit: 't', about: 'product in store' },
  shipped: { unit: 't/month', about: 'product sent out' },
  exported: { unit: 't/month', about: 'product that got out' },
  seized: { unit: 't/month', about: 'product seized in and around the valley' },
  nationalLeaf: { unit: 't/month', about: 'illicit leaf of all zones' },
  nationalLeafAtStart: { unit: 't/month', about: 'the same at the start' },
  // prices
  borderPrice: { unit: 'USD/kg', about: 'product price at the border' },
  borderShock: { unit: '1', about: 'ln deviation of the border price from demand and supply' },
  demandIndex: { unit: '1', about: 'world demand reaching Peru, 1 at the start' },
  leafOutsideUsd: { unit: 'USD/kg', about: 'leaf price in the other zones' },
  leafUsd: { unit: 'USD/kg', about: 'leaf price in the valley before district differences' },
  outletCapacity: { unit: 't/month', about: 'product that the outlets are used to take' },
  outletOpen: { unit: '1', about: 'share of the outlets open: air rule, pandemic' },
  haulUsd: { unit: 'USD/kg', about: 'mean cost of moving a kilo out, risk and levy included' },
  haulAtStart: { unit: 'USD/kg', about: 'the same at the start' },
  markdown: { unit: '1', about: 'share of the leaf price kept by coercive or concentrated buyers' },
  clans: { unit: '1', about: 'trafficking organisations, effective number' },
  // money of the day
  exchangeRate: { unit: 'PEN/USD', about: 'soles of 2015 for a dollar of the day' },
  wageIndex: { unit: '1', about: 'real wage, 1 in 2018' },
  cacaoWorld: { unit: 'USD/t', about: 'world price of cocoa' },
  coffeeWorld: { unit: 'USD/t', about: 'producer price of coffee in Peru' },
  // wages of hands hired by farms
  wagesAway: { unit: 'PEN/month', about: 'wages to pickers from outside the valley' },
  wagesLocal: { unit: 'PEN/month', about: 'wages to hands from the valley' },
  wagesDue: { unit: 'PEN', about: 'part of them that families have yet to receive, coca zone' },
  wagesDueHigh: { unit: 'PEN', about: 'the same in the other districts' },
  // planting mood and threat
  mood: { unit: '1', about: 'slow common drift of planting that no mechanism explains, utility' },
  announcement: { unit: '1', about: 'dated announcements of eradication, decaying' },
  uprootedElsewhere: { unit: 'ha/month', about: 'coca removed in the other zones' },
  balloonIn: { unit: 'ha/month', about: 'coca that moves to other zones because of pressure here' },
  // armed group
  armed: { unit: 'person', about: 'armed members' },
  auxiliaries: { unit: 'person', about: 'unarmed members and supporters' },
  funds: { unit: 'USD', about: 'funds of the armed group' },
  levy: { unit: 'USD/month', about: 'income of the armed group' },
  leadership: { unit: '1', about: 'cohesion of the command, 1 intact' },
  // forces and violence
  troops: { unit: 'person', about: 'soldiers and police in the valley' },
  intelligence: { unit: '1', about: 'usable intelligence, 0 to 1' },
  operationsKnown: { unit: '1/month', about: 'operations that the armed group is used to' },
  attacksAll: { unit: '1/month', about: 'attacks' },
  deathsForces: { unit: 'person/month', about: 'soldiers and police killed' },
  deathsCivilians: { unit: 'person/month', about: 'civilians killed' },
  deathsMilitants: { unit: 'person/month', about: 'militants killed' },
  // aid and budget
  aidUsd: { unit: 'USD/month', about: 'foreign aid spent in the valley' },
  // what gets reported
  reportedAreaHa: { unit: 'ha', about: 'coca as the official survey of the year would report it' },
  reportedAttacks: { unit: '1/month', about: 'attacks as they get reported' },
  reportedDeaths: { unit: 'person/month', about: 'deaths as they get reported' },
  reportedLeafPrice: { unit: 'PEN/kg', about: 'leaf price as the price survey reports it' },
} as const
