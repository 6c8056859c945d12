import { max, min } from '../../language/prim.ts'
import { log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Coca in the other zones, each with its own eradication, replanting and room. */
export const otherZones: SystemStep = {
  id: 'other-zones',
  kind: 'step',
  subsystems: ['S25', 'S18', 'S26'],
  says: 'Pressure in one place moves coca to another: other zones grow with the price, lose to eradication where crews can work, replant, and take in growers pushed out of the valley.',
  claims: {
    C0557: 'pressure moved production into valley',
    C0336: 'removal displaces planting, demand inelastic',
    C0442: 'military pressure moves growers elsewhere',
    C0443: 'activity moves into Indigenous lands',
    C0444: 'commander calls displacement not avoidable',
    C0445: 'threat grows at far frontier',
    C0133: 'other zones grow faster now',
    C0107: 'valley overtook Huallaga as producer',
    C0250: 'national removal reached in 2019',
    C0328: 'national removal reached in 2013',
  },
  ignores: 'Districts inside the zones, and coca in neighbouring countries.',
  effect: {
    outcome: 'coca_area_outside',
    off: 'lowers',
    atLeast: 0.1,
    scenario: 'no-levers',
    from: 2026,
    years: [2028, 2030],
  },
  equation: [
    'dA/dt = g · A · ln(p / c) · (1 − A / K) − removed + replanted + moved in',
    'removed = order · reach · A / Σ(reach · A), at most three tenths of the reachable area a month',
  ],
  reads: [
    'lever.legal_purchase',
    'lever.outside_eradication',
    'sum.uprootedHa',
    'valley.balloonIn',
    'valley.leafOutput',
    'world.zoneShock',
    'zone.areaHa',
    'zone.capacityHa',
    'zone.leafPrice',
    'zone.leafYield',
    'zone.reach',
    'zone.response',
    'zone.uprootedHa',
  ],
  writes: [
    'valley.balloonIn',
    'valley.nationalLeaf',
    'valley.nationalLeafAtStart',
    'valley.uprootedElsewhere',
    'zone.areaHa',
    'zone.capacityHa',
    'zone.eradicatedHa',
    'zone.uprootedHa',
  ],
  parameters: [
    'displace_share',
    'legal_leaf_demand_national',
    'outside_growth',
    'outside_growth_noise',
    'outside_opening',
    'outside_price_break_even',
    'outside_replant_share',
  ],
  step({ zone, district, valley, lever, world, p, month }) {
    let reachable = 0
    let room = 0
    for (const z of zone) {
      reachable += z.areaHa * z.reach
      room += z.capacityHa
    }
    const order = lever.outside_eradication.hectares_per_year / 12
    const back = -log(1 - min(p.outside_replant_share, 0.98)) / 12
    let here = 0
    for (const d of district) here += d.sum.uprootedHa
    const sign = p.switch_spillover === 0 ? 1 : -0.4
    valley.balloonIn = p.displace_share * here * sign
    let removed = 0
    let leaf = 0
    for (const z of zone) {
      const taken = min(0.3 * z.areaHa * z.reach, reachable > 0 ? (order * z.areaHa * z.reach) / reachable : 0)
      const again = z.uprootedHa * back
      const pull = log(max(z.leafPrice, 0.05) / p.outside_price_break_even)
      const growth = (p.outside_growth / 12) * z.areaHa * z.response * pull * max(0, 1 - z.areaHa / z.capacityHa)
      const luck = (p.outside_growth_noise / 3.46) * z.areaHa * (world.zoneShock[z.index] as number)
      const moved = valley.balloonIn * (z.capacityHa / max(1, room))
      z.eradicatedHa = taken
      z.uprootedHa += taken - again - 0.015 * z.uprootedHa
      z.areaHa = max(z.areaHa + growth + luck - taken + again + moved, 5)
      z.capacityHa *= 1 + p.outside_opening / 12
      removed += taken
      leaf += (z.areaHa * z.leafYield) / 12
    }
    valley.uprootedElsewhere = removed
    const legal = (lever.legal_purchase.tonnes_per_year + p.legal_leaf_demand_national) / 12
    const illicit = max(leaf + valley.leafOutput - legal, 100)
    valley.nationalLeaf = illicit
    if (month === 0) valley.nationalLeafAtStart = illicit
  },
}
