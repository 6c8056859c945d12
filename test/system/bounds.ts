// What every value of the state may be: a share from 0 to 1, anything signed, or a stock that is never negative.
import type { World } from '../../src/engine/index.ts'
import type { SystemMoment } from '../../src/system/mechanism.ts'
import { state } from '../../src/system/state.ts'

/** Utilities, logarithms, net incomes and net flows. */
const signed = new Set([
  'household.frugal',
  'household.income',
  'household.cocaIncome',
  'sums.cocaIncomePen',
  'sums.legalIncomePen',
  'sums.growerIncomePen',
  'sums.bornPersons',
  'district.lure',
  'district.mood',
  'district.leaveUtility',
  'mode.pull',
  'valley.borderShock',
  'valley.mood',
  'valley.balloonIn',
])

const shares = new Set(
  Object.entries({
    household: ['farm', 'here', 'fear', 'unpicked'],
    district: [
      ...[
        'suitable',
        'rugged',
        'riverAccess',
        'zone',
        'warm',
        'cool',
        'indigenous',
        'poorAtStart',
        'roadGain',
        'soilIndex',
      ],
      ...['openLand', 'titled', 'intensity', 'labourMet', 'legalLabourMet', 'townWork', 'prevalence', 'threat'],
      ...['uprootChance', 'followUp', 'offer', 'fundsChance', 'enrolled', 'grantShare', 'assistance', 'conditional'],
      ...[
        'anticipation',
        'transferShare',
        'power',
        'health',
        'school',
        'water',
        'irrigation',
        'servicesOpen',
        'governance',
      ],
      ...['trust', 'organisation', 'grievance', 'protest', 'control', 'stronghold', 'security', 'threatToLeaders'],
      ...['flightChance', 'settleChance', 'wet', 'weather'],
    ],
    mode: ['share', 'risk', 'deterred'],
    valley: ['markdown', 'leadership', 'intelligence', 'outletOpen'],
    zone: ['reach'],
  }).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
)

/** Rounding of f32 and of long sums. */
const SLACK = 1e-5

/** Names a value of the state that is not finite, negative without being signed, or a share outside 0 to 1. */
export function outOfBounds(world: World<SystemMoment>): string | undefined {
  const { cells, household, layout } = world
  for (const [name, values] of Object.entries(household)) {
    const found = first(`household.${name}`, values, 1, 0)
    if (found) return found
  }
  for (const table of ['district', 'zone', 'mode', 'valley', 'sums'] as const) {
    const { columns } = layout.tables[table]
    for (let k = 0; k < columns.length; k++) {
      const found = first(`${table}.${columns[k]}`, cells[table], columns.length, k)
      if (found) return found
    }
  }
  return undefined
}

function first(name: string, values: ArrayLike<number>, step: number, from: number): string | undefined {
  const low = signed.has(name) ? Number.NEGATIVE_INFINITY : -SLACK
  const high = shares.has(name) ? 1 + SLACK : Number.POSITIVE_INFINITY
  for (let k = from; k < values.length; k += step) {
    const value = values[k] as number
    if (!(Number.isFinite(value) && value >= low && value <= high)) return `${name} is ${value}`
  }
  return undefined
}

/** Names in the two lists that the state does not have. */
export const unknownNames = (): string[] =>
  [...signed, ...shares].filter((name) => {
    const [table = '', column = ''] = name.split('.')
    return !(column in ((state as unknown as Record<string, object>)[table] ?? {}))
  })
