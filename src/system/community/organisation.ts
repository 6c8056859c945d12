import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Community organisation, self-defence, and plots that communities register and watch. */
export const organisation: SystemStep = {
  id: 'organisation',
  kind: 'step',
  subsystems: ['S23'],
  says: 'Committees held the armed group off in the past and fade without support; where organisation, titles and trust are there, a community can hold its members to a registered plot.',
  claims: {
    C0532: 'self-defence groups fought in war',
    C0610: 'unmet justice leads to arms',
    C0418: 'distrust slows adoption of cacao',
    C0605: 'Indigenous people suffered between sides',
    C0127: 'peasant patrols cut insurgent hold',
    C0511: 'communities threaten their own justice',
    C0606: 'Indigenous people abused in war',
  },
  ignores: 'Abuse by committees, and conflicts between settlers and native communities.',
  effect: {
    outcome: 'coca_area',
    off: 'raises',
    atLeast: 0.14,
    scenario: 'community-control',
    from: 2026,
    years: [2030, 2032],
  },
  equation: [
    'O += a · (O_0 + g · support + ½ (T − 0.3) + native − O) − intimidation',
    'limit = registered plot / strength, strength = coverage · O · (titles, trust)',
  ],
  reads: [
    'district.indigenous',
    'district.organisation',
    'district.threatToLeaders',
    'district.titled',
    'district.trust',
    'lever.community_control',
    'lever.self_defence',
  ],
  writes: ['district.organisation', 'district.plotLimitHa'],
  parameters: ['organisation_base', 'organisation_speed', 'self_defence_gain'],
  step({ district, lever, p }) {
    const { community_control: register, self_defence: defence } = lever
    for (const d of district) {
      const support = defence.support * (defence.where[d.index] as number)
      const taking = register.coverage * (register.where[d.index] as number)
      const target =
        p.organisation_base + p.self_defence_gain * support + 0.5 * (d.trust - 0.3) + 0.1 * d.indigenous + 0.1 * taking
      d.organisation += p.organisation_speed * (target - d.organisation) - 0.01 * d.threatToLeaders * d.organisation
      d.organisation = min(0.95, max(0.02, d.organisation))
      const strength = taking * min(1, 0.4 + d.organisation) * min(1, 0.5 + 0.5 * d.titled) * min(1, 0.4 + d.trust)
      d.plotLimitHa = strength > 0.02 ? max(register.plot_limit, 0.1) / strength : 99
    }
  },
  without({ district }) {
    for (const d of district) d.plotLimitHa = 99
  },
}
