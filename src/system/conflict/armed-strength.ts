import { max, min, sqrt } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Members of the armed group and the cohesion of its command. */
export const armedStrength: SystemStep = {
  id: 'armed-strength',
  kind: 'step',
  subsystems: ['S14'],
  says: 'The group is small and lasts: money lets it grow only so far, good wages elsewhere and trust in the state drain it. While its command is broken, members drift away; those who stay build it up again.',
  claims: {
    C0187: 'active fighters in low hundreds',
    C0194: 'trafficking ties keep group alive',
    C0204: 'number of core armed fighters',
    C0205: 'number of armed group auxiliaries',
    C0212: 'group survives loss of leaders',
    C0235: 'membership of the armed group',
    C0380: 'alliances paid weapons and recruits',
    C0381: 'armed members in early 2020s',
    C0211: 'commander killed by operation 2013',
    C0236: 'armed members among the group',
    C0433: 'one leader of three remains',
  },
  ignores:
    'Names and ranks, factions, and forced recruitment of children, which the sources report and the model does not quantify.',
  effect: { outcome: 'armed_strength', off: 'lowers', atLeast: 0.15, years: [2004, 2006] },
  equation: [
    'dF/dt = r · F · w(W) · (1 − T) · √(w / w_coca) − (a + b · (1 − cohesion)) · F − losses',
    'w(W) = W / (W + half)',
    'cohesion recovers within two years after a loss of leaders',
  ],
  reads: [
    'district.cocaWage',
    'district.farmWage',
    'district.operations',
    'district.trust',
    'district.zone',
    'sum.persons',
    'valley.armed',
    'valley.auxiliaries',
    'valley.funds',
    'valley.intelligence',
    'valley.leadership',
    'world.leadersLost',
  ],
  writes: ['valley.armed', 'valley.auxiliaries', 'valley.leadership'],
  parameters: [
    'attrition_base',
    'attrition_per_operation',
    'auxiliaries_per_fighter',
    'desertion_leaderless',
    'fighters_most',
    'funds_half',
    'leader_loss_rate',
    'leader_recovery_months',
    'recruit_base',
  ],
  step({ district, valley, world, p, uniform }) {
    let trust = 0
    let persons = 0
    let pay = 0
    let operations = 0
    for (const d of district) {
      trust += d.trust * d.sum.persons * d.zone
      persons += d.sum.persons * d.zone
      pay += (d.farmWage / d.cocaWage) * d.sum.persons * d.zone
      operations += d.operations
    }
    const faith = persons > 0 ? trust / persons : 0.3
    const alternative = persons > 0 ? pay / persons : 1
    const means = valley.funds / (valley.funds + p.funds_half)
    const room = max(0, 1 - valley.armed / p.fighters_most)
    const enlist =
      p.recruit_base * valley.armed * means * (1.3 - faith) * (1 / sqrt(max(alternative, 0.3) / 0.8)) * room * 2.4
    const losses = operations * p.attrition_per_operation * (valley.intelligence / 0.3)
    const leave = (p.attrition_base + p.desertion_leaderless * (1 - valley.leadership)) * valley.armed
    // a remnant of fifteen holds out; a group that is not there does not come back
    valley.armed = max(valley.armed + enlist - leave - losses, min(valley.armed, 15))
    valley.auxiliaries += (p.auxiliaries_per_fighter * valley.armed - valley.auxiliaries) / 24
    const struck = uniform('leadership') < p.leader_loss_rate * valley.intelligence * min(2, operations / 30) ? 1 : 0
    valley.leadership += (1 - valley.leadership) / p.leader_recovery_months
    valley.leadership *= (struck === 1 ? 0.5 : 1) * (1 - 0.8 * world.leadersLost)
  },
}
