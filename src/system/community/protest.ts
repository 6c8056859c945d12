import { max, min } from '../../language/prim.ts'
import { logistic } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Grievance, strikes, and campaigns that strikes halt. */
export const protest: SystemStep = {
  id: 'protest',
  kind: 'step',
  subsystems: ['S23', 'S18'],
  says: 'Eradication orders, hardship and broken promises make growers strike where organisations are strong; a strike nearly always halts a campaign for months.',
  claims: {
    C0349: 'growers blocked roads over eradication',
    C0351: 'growers struck without limit once',
    C0356: 'organisations objected to announced eradication',
    C0578: 'eradication always mobilises the growers',
    C0362: 'leniency bought cooperation against insurgents',
    C0352: 'failed programmes feed growers anger',
  },
  ignores: 'Leaders and negotiations. Strikes in one district do not count for another.',
  effect: {
    outcome: 'coca_area',
    off: 'lowers',
    atLeast: 0.15,
    scenario: 'eradication-30k',
    from: 2026,
    years: [2028, 2030],
  },
  equation: [
    'G = hardship · (1 − T) + broken + coca at stake',
    'P(strike) = logistic((G − threshold) / s) · organisation / 12',
    'halt with probability p for 1 … 24 months',
  ],
  reads: [
    'district.blockedMonths',
    'district.brokenPromises',
    'district.cocaSeen',
    'district.grievance',
    'district.leafExpected',
    'district.leafPrice',
    'district.organisation',
    'district.prevalence',
    'district.protest',
    'district.trust',
    'district.uprootPlanHa',
    'lever.dialogue',
    'sum.persons',
    'sum.shortfallPen',
  ],
  writes: ['district.blockedMonths', 'district.grievance', 'district.protest', 'district.strikes'],
  parameters: ['protest_stops_eradication', 'protest_threshold', 'strike_rate', 'subsistence_basket'],
  step({ district, lever, p, uniform }) {
    for (const d of district) {
      const persons = max(d.sum.persons, 1)
      const hardship = min(1, d.sum.shortfallPen / (persons * p.subsistence_basket * 0.6))
      const stake = min(1, (12 * d.uprootPlanHa) / max(d.cocaSeen, 50)) * d.prevalence
      const talks = lever.dialogue.effort * (lever.dialogue.where[d.index] as number)
      const fallen = max(0, 1 - d.leafPrice / max(d.leafExpected, 0.1)) * d.prevalence
      const now = (hardship * 0.5 + 1.5 * stake + 0.4 * fallen) * (1 - d.trust) + d.brokenPromises * 0.5
      d.grievance += (min(1, now * (1 - 0.4 * talks)) - d.grievance) / 6
      const drive = logistic((d.grievance - 2 * p.protest_threshold) / 0.05)
      const strike = uniform('protest', d.index) < (p.strike_rate * drive * (0.3 + d.organisation)) / 12 ? 1 : 0
      d.strikes = strike
      d.protest = strike === 1 ? min(0.6, 0.2 + d.grievance) : d.protest * 0.5
      const halts =
        strike === 1 && stake > 0 && uniform('halt', d.index) < p.protest_stops_eradication * (1 - 0.4 * talks) ? 1 : 0
      d.blockedMonths = halts === 1 ? 1 + 23 * uniform('halt', d.index, 1) : max(0, d.blockedMonths - 1)
    }
  },
  without({ district }) {
    for (const d of district) {
      d.strikes = 0
      d.protest = 0
      d.blockedMonths = 0
    }
  },
}
