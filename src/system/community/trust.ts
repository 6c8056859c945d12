import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Trust in the state. */
export const trust: SystemStep = {
  id: 'trust',
  kind: 'step',
  subsystems: ['S23', 'S24', 'S17'],
  says: 'Services and kept promises build trust slowly; eradication without alternatives, broken promises and abuse cost it quickly.',
  claims: {
    C0306: 'neglect and coercion breed distrust',
    C0354: 'money and logistics stalled substitution',
    C0362: 'leniency bought cooperation against insurgents',
    C0418: 'distrust slows adoption of cacao',
    C0352: 'failed programmes feed growers anger',
    C0355: 'broken promises turn into protest',
    C0577: 'neighbours wanted police to leave',
  },
  ignores: 'Differences between neighbours, and trust in single institutions.',
  effect: { outcome: 'trust', off: 'lowers', atLeast: 0.06, scenario: 'balanced', from: 2026, years: [2029, 2031] },
  equation: [
    'T += a · (T_0 + g_s · services + g_q · Q + g_d · dialogue − T) − e · removed share · (1 − offered) − b · broken − c · abuse',
  ],
  reads: [
    'district.brokenPromises',
    'district.cocaSeen',
    'district.enrolled',
    'district.governance',
    'district.health',
    'district.offer',
    'district.operations',
    'district.school',
    'district.servicesOpen',
    'district.trust',
    'district.water',
    'lever.bases_and_patrols',
    'lever.dialogue',
    'sum.brokenContracts',
    'sum.farms',
    'sum.persons',
    'sum.uprootedHa',
  ],
  writes: ['district.brokenPromises', 'district.trust'],
  parameters: [
    'abuse_rate',
    'dialogue_trust',
    'trust_base',
    'trust_decay',
    'trust_drop_broken_promise',
    'trust_drop_eradication',
    'trust_gain_service',
  ],
  step({ district, lever, p }) {
    const conduct = lever.bases_and_patrols.conduct
    for (const d of district) {
      const talks = lever.dialogue.effort * (lever.dialogue.where[d.index] as number)
      const served = (d.health + d.school + d.water) / 3
      const target =
        p.trust_base +
        p.trust_gain_service * 10 * (served * d.servicesOpen - 0.4) * 0.5 +
        0.2 * (d.governance - 0.4) +
        p.dialogue_trust * talks
      const removed = d.cocaSeen > 1 ? d.sum.uprootedHa / d.cocaSeen : 0
      const harsh = p.trust_drop_eradication * 10 * removed * (1 - min(1, d.offer + d.enrolled))
      const lapsed = d.sum.farms > 1 ? d.sum.brokenContracts / d.sum.farms : 0
      d.brokenPromises += lapsed * (1 - 0.6 * talks) - d.brokenPromises / 36
      const broken = p.trust_drop_broken_promise * lapsed * 6
      const people = d.sum.persons > 1 ? 10000 / d.sum.persons : 0
      const abuse = p.abuse_rate * (1 - 0.8 * conduct) * d.operations * people * 0.1
      d.trust = min(0.95, max(0.02, d.trust + p.trust_decay * (target - d.trust) - harsh - broken - abuse))
    }
  },
}
