import { max, min } from '../../language/prim.ts'
import { exp, log, logistic } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** What pulls people out and settlers in. */
export const migrationPull: SystemStep = {
  id: 'migration-pull',
  kind: 'step',
  subsystems: ['S6', 'S5'],
  says: 'Young people leave for better pay and services; settlers come to vacant land when a day on coca beats a day outside.',
  claims: {
    C0093: 'state schemes settled migrant families',
    C0095: 'colonisation sped settlement and crops',
    C0290: 'young people leave for cities',
    C0292: 'conflict displacement slows population growth',
    C0156: 'travelling pickers hired for harvest',
  },
  ignores: 'Networks of relatives, study, and seasonal work, which the labour market has.',
  effect: { outcome: 'out_migration', off: 'lowers', atLeast: 0.3, years: [2001, 2003] },
  equation: [
    'w_out = w · (1 + gap) − road',
    'V_leave = ln(base) + services + violence',
    'settle = s · logistic(b · ln(R_coca / w_out)) · open land',
  ],
  reads: [
    'district.cocaReturn',
    'district.fearOfViolence',
    'district.health',
    'district.openLand',
    'district.outsideWage',
    'district.power',
    'district.roadHours',
    'district.school',
    'district.servicesOpen',
    'district.trust',
    'district.water',
    'valley.wageIndex',
  ],
  writes: ['district.leaveUtility', 'district.outsideWage', 'district.settleChance'],
  parameters: [
    'leave_services',
    'out_migration_base',
    'outside_wage_gap',
    'reservation_wage',
    'settler_rate',
    'soles_2018',
  ],
  step({ district, valley, p }) {
    const usual = log(p.out_migration_base)
    const base = (p.reservation_wage / p.soles_2018) * valley.wageIndex
    for (const d of district) {
      d.outsideWage = base * (1 + p.outside_wage_gap) * exp(-0.01 * min(d.roadHours, 30))
      const served = (d.health + d.school + d.water + d.power) / 4
      d.leaveUtility =
        usual + p.leave_services * (0.5 - served * d.servicesOpen) + 2 * d.fearOfViolence - 0.4 * (d.trust - 0.3)
      const draw = logistic(2 * log(max(d.cocaReturn, 0.1) / d.outsideWage))
      d.settleChance = min(0.6, p.settler_rate * draw * d.openLand * (1 - 0.5 * d.fearOfViolence))
    }
  },
  without({ district }) {
    for (const d of district) {
      d.leaveUtility = -30
      d.settleChance = 0
    }
  },
}
