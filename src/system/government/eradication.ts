import { max, min } from '../../language/prim.ts'
import { pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Eradication ordered, and the part of it that armed control and protest let through. */
export const eradication: SystemStep = {
  id: 'eradication',
  kind: 'step',
  subsystems: ['S18', 'S16', 'S23'],
  says: 'Orders go where the coca is. Armed control keeps crews away and strikes halt campaigns, so most of an order in this valley has never been carried out.',
  claims: {
    C0254: 'removal by hand, no spraying',
    C0255: 'terrain and risk cap removal',
    C0332: 'armed risk keeps removal low',
    C0341: 'clashes with teams deter removal',
    C0347: 'area recovers after removal surges',
    C0366: 'national removal told of valley',
    C0415: 'armed control confines forced removal',
    C0473: 'terrain and arms endanger removal',
    C0330: 'very little removed before 2022',
  },
  ignores: 'Crew logistics and dates of work.',
  effect: {
    outcome: 'coca_area',
    off: 'raises',
    atLeast: 0.15,
    scenario: 'eradication-30k',
    from: 2026,
    years: [2026, 2027],
  },
  equation: [
    'plan_d = order · A_d / Σ A',
    'done_d = plan_d · completion · (1 − C_d)^a · (blocked ? 0 : 1)',
    'chance = done / A',
  ],
  reads: [
    'district.blockedMonths',
    'district.cocaSeen',
    'district.control',
    'district.uprootPlanHa',
    'lever.forced_eradication',
  ],
  writes: ['district.followUp', 'district.uprootChance', 'district.uprootPlanHa'],
  parameters: ['erad_access_exponent', 'erad_target_completion_open_zone'],
  step({ district, lever, p }) {
    let area = 0
    for (const d of district) area += d.cocaSeen * (lever.forced_eradication.where[d.index] as number)
    const order = lever.forced_eradication.hectares_per_year / 12
    for (const d of district) {
      const here = lever.forced_eradication.where[d.index] as number
      d.uprootPlanHa = area > 0 ? (order * d.cocaSeen * here) / area : 0
      // no crew is sent where nothing is ordered
      const shut = d.uprootPlanHa === 0 || d.blockedMonths > 0
      const open = shut ? 0 : pow(max(1 - d.control, 0.001), p.erad_access_exponent)
      const done = d.uprootPlanHa * p.erad_target_completion_open_zone * open
      d.uprootChance = d.cocaSeen > 0.5 ? min(0.5, done / d.cocaSeen) : 0
      d.followUp = lever.forced_eradication.follow_up * here
    }
  },
  without({ district }) {
    for (const d of district) d.uprootChance = 0
  },
}
