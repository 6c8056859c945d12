import { max, min } from '../../language/prim.ts'
import { exp } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** How likely growers think forced eradication is. Fed by dated announcements, orders and what they see. */
export const threat: SystemStep = {
  id: 'threat',
  kind: 'step',
  subsystems: ['S18', 'S9'],
  says: 'Announced campaigns frighten growers before any crew arrives, and a cancelled one releases them. In this valley almost all fear came from announcements.',
  claims: {
    C0579: 'yearly removal aim of government',
    C0341: 'clashes with teams deter removal',
    C0460: 'removal goal announced for 2014',
    C0578: 'eradication always mobilises the growers',
  },
  ignores: 'Who hears what first. The dated list was made before any fit.',
  effect: { outcome: 'coca_area', off: 'raises', atLeast: 0.015, from: 2012, years: [2013, 2015] },
  equation: [
    'A ← (A · 2^(−1/h) + raised) · (1 − cancelled)',
    'θ_d = min(1, A · zone + a · ordered / area + b · removed / area)',
  ],
  reads: [
    'district.cocaSeen',
    'district.removedSeen',
    'district.threat',
    'district.zone',
    'lever.forced_eradication',
    'valley.announcement',
    'world.cancelled',
    'world.raised',
  ],
  writes: ['district.threat', 'valley.announcement'],
  parameters: ['order_threat', 'risk_memory_halflife'],
  step({ district, valley, lever, world, p }) {
    const kept = exp(-0.6931 / p.risk_memory_halflife)
    valley.announcement = (valley.announcement * kept + world.raised) * (1 - world.cancelled)
    let area = 0
    for (const d of district) area += d.cocaSeen * (lever.forced_eradication.where[d.index] as number)
    const order = min(1, lever.forced_eradication.hectares_per_year / max(area, 100))
    for (const d of district) {
      const seen = d.cocaSeen > 1 ? min(1, (12 * d.removedSeen) / d.cocaSeen) : 0
      const ordered = order * (lever.forced_eradication.where[d.index] as number)
      const now = min(1, valley.announcement * d.zone + p.order_threat * ordered + seen)
      d.threat += (now - d.threat) / 3
    }
  },
  without({ district }) {
    for (const d of district) d.threat = 0
  },
}
