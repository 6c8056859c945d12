import { max, min } from '../../language/prim.ts'
import { clamp, log, logistic, pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Land on which coca can be planted, and how much of it is left. Three rival stories, one switch. */
export const frontier: SystemStep = {
  id: 'frontier',
  kind: 'step',
  subsystems: ['S5', 'S1', 'S7'],
  says: 'Planting slows as land within reach fills up. Whether and why new land opens is not known: never limiting, opened by settlers while coca pays, or opened once at an unknown date.',
  claims: {
    C0092: 'state land grants opened frontier',
    C0093: 'state schemes settled migrant families',
    C0095: 'colonisation sped settlement and crops',
    C0410: 'planting moves to remoter forest',
    C0323: 'armed presence weakens property rights',
  },
  ignores: 'Land disputes and the difference between slopes and flats.',
  effect: { outcome: 'coca_area', off: 'raises', atLeast: 0.03, from: 2012, years: [2016, 2018] },
  equation: [
    'G = 1 − (A / K)^θ',
    'return-led: dK/dt = k · K · max(0, lagged worth) + roads + control',
    'dated step: K = K_0 · (1 + s · logistic((t − t_s) / 6))',
    'none: G = 1',
  ],
  reads: [
    'district.capacityHa',
    'district.cocaReturn',
    'district.control',
    'district.foodReturn',
    'district.lure',
    'district.roadBuilt',
    'district.security',
    'district.suitable',
    'sum.cocaHa',
  ],
  writes: ['district.capacityHa', 'district.lure', 'district.openLand'],
  parameters: [
    'frontier_opening',
    'frontier_road',
    'frontier_sharpness',
    'frontier_step',
    'frontier_step_month',
    'usual_return_gap',
  ],
  step({ district, p, month }) {
    const opened = p.switch_frontier === 2 ? 1 + p.frontier_step * logistic((month - p.frontier_step_month) / 6) : 1
    for (const d of district) {
      const worth = clamp(log(max(d.cocaReturn, 0.1) / max(d.foodReturn, 0.1)) - p.usual_return_gap, -1, 1.5)
      d.lure += (worth - d.lure) / 24
      if (p.switch_frontier === 1)
        d.capacityHa *=
          1 +
          (p.frontier_opening * max(0, d.lure) * (0.7 + 0.6 * d.control * (1 - d.security))) / 12 +
          p.frontier_road * d.roadBuilt
      const full = d.sum.cocaHa / max(d.capacityHa * opened, 1)
      d.openLand =
        p.switch_frontier === 0
          ? d.suitable
          : d.suitable * max(0, 1 - pow(min(max(full, 0.001), 1), p.frontier_sharpness))
    }
  },
  without({ district }) {
    for (const d of district) d.openLand = d.suitable
  },
}
