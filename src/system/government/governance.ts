import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Quality of local government. */
export const governance: SystemStep = {
  id: 'governance',
  kind: 'step',
  subsystems: ['S24'],
  says: 'Illicit money wears down local government, slowly; audits and paid staff build it up; programmes and services work as well as it does. Allegations stay in the ledger, none is a state here.',
  claims: {
    C0508: 'local power accused of collusion',
    C0591: 'mayors allegedly tied to trafficking',
    C0592: 'legislators allegedly tied to trafficking',
    C0510: 'coca appears in local campaigns',
    C0039: 'many districts, no single authority',
    C0590: 'politicians fill an appointed post',
  },
  ignores: 'Persons, parties, elections and the split of tasks among four departments.',
  effect: { outcome: 'trust', off: 'raises', atLeast: 0.007, years: [2004, 2006] },
  equation: ['dQ/dt = a · (Q_0 + gain · integrity − capture · coca money share − Q) − scandal'],
  reads: ['district.governance', 'lever.integrity', 'sum.cocaIncomePen', 'sum.legalIncomePen', 'sum.wageIncomePen'],
  writes: ['district.governance'],
  parameters: ['governance_base', 'governance_capture', 'governance_speed', 'integrity_gain', 'scandal_rate'],
  step({ district, lever, p, uniform }) {
    for (const d of district) {
      const all = max(d.sum.cocaIncomePen, 0) + max(d.sum.legalIncomePen, 0) + d.sum.wageIncomePen + 1
      const illicit = max(d.sum.cocaIncomePen, 0) / all
      const effort = lever.integrity.effort * (lever.integrity.where[d.index] as number)
      const target = p.governance_base + p.integrity_gain * effort - p.governance_capture * illicit
      const scandal = uniform('scandal', d.index) < p.scandal_rate / 12 ? 0.05 : 0
      d.governance += p.governance_speed * (target - d.governance) - scandal * d.governance
      d.governance = min(0.95, max(0.05, d.governance))
    }
  },
}
