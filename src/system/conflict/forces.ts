import { min } from '../../language/prim.ts'
import { log, pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Soldiers and police: how many, how they spread over districts as a share, what they secure and learn. */
export const forces: SystemStep = {
  id: 'forces',
  kind: 'step',
  subsystems: ['S17'],
  says: 'Few of those stationed go on missions; security saturates with numbers, and usable intelligence comes from people who trust the state and are not afraid.',
  claims: {
    C0117: 'troop numbers at emergency start',
    C0229: 'lasting presence since early 2000s',
    C0231: 'ten new bases in 2012',
    C0232: 'bases allow more continuous operations',
    C0244: 'terrain exposes patrols to ambush',
    C0426: 'forward base without road access',
    C0462: 'police and ministry share command',
    C0474: 'operations rest on good intelligence',
    C0524: 'little state presence before 2006',
  },
  ignores: 'Units, bases and movements. Shares by district are inner quantities and are not shown.',
  effect: { outcome: 'armed_control', off: 'raises', atLeast: 0.09, years: [2004, 2006] },
  equation: [
    'S += (ordered − S) / 12',
    'security = q · s / (s + half), s per thousand people',
    'I = (½ + effort) · trust^i · (1 − ½ C)',
  ],
  reads: [
    'district.control',
    'district.forces',
    'district.trust',
    'district.zone',
    'lever.bases_and_patrols',
    'sum.persons',
    'valley.troops',
  ],
  writes: ['district.forces', 'district.operations', 'district.security', 'valley.intelligence', 'valley.troops'],
  parameters: ['intelligence_from_trust', 'operations_per_soldier', 'state_presence_half'],
  step({ district, valley, lever, p, uniform }) {
    const { bases_and_patrols: force } = lever
    valley.troops += (force.troops - valley.troops) / 12
    let weight = 0
    let trust = 0
    let control = 0
    let persons = 0
    for (const d of district) {
      weight += (force.where[d.index] as number) * d.sum.persons * (0.3 + d.zone + 2 * d.control)
      trust += d.trust * d.sum.persons * (0.1 + d.zone)
      control += d.control * d.sum.persons * (0.1 + d.zone)
      persons += d.sum.persons * (0.1 + d.zone)
    }
    const faith = persons > 0 ? trust / persons : 0
    const fear = persons > 0 ? control / persons : 0
    valley.intelligence = min(
      1,
      (0.5 + force.intelligence) * pow(faith / 0.3 + 0.01, p.intelligence_from_trust) * 0.5 * (1 - 0.5 * fear),
    )
    const quality = 0.5 + 0.3 * force.conduct + 0.4 * (force.operational / 0.15 - 1) * 0.3
    for (const d of district) {
      const share =
        weight > 0 ? ((force.where[d.index] as number) * d.sum.persons * (0.3 + d.zone + 2 * d.control)) / weight : 0
      d.forces = valley.troops * share
      const dense = d.sum.persons > 1 ? (1000 * d.forces) / d.sum.persons : 0
      d.security = min(0.95, (quality * dense * (force.operational / 0.15)) / (dense + p.state_presence_half))
      const mean = d.forces * force.operational * p.operations_per_soldier
      // one keyed uniform, exponential approximation of a count: keeps policies paired
      d.operations = mean * -log(1 - uniform('operation', d.index) * 0.9999)
    }
  },
}
