import { max, min } from '../../language/prim.ts'
import { exp, log } from '../../language/std.ts'
import type { SystemMoment, SystemStep } from '../mechanism.ts'

type Mode = SystemMoment['mode'][number]

/** How the flow divides over air, land, river and foot, and what the outlets can take. */
export const modes: SystemStep = {
  id: 'modes',
  kind: 'step',
  subsystems: ['S12'],
  says: 'The flow goes the cheapest way once risk is counted; capacity follows the flow within months, so a closed way cuts the total for a while and the others take over.',
  claims: {
    C0176: 'air led exports before 2015',
    C0178: 'law moved flows off air',
    C0179: 'total outflow stayed the same',
    C0163: 'several transport modes used together',
    C0177: 'air law in force 2015',
    C0181: 'civilian traffic hides illicit loads',
    C0432: 'sea containers as main outlet',
  },
  ignores: 'Routes, places and persons: four aggregate modes without geography.',
  effect: { outcome: 'mode_share/air', off: 'raises', atLeast: 0.4, from: 2015, years: [2016, 2017] },
  equation: [
    'cost = c + risk · P_b · premium',
    'share = open · exp(pull − cost / s) / Σ',
    'K += g · (wanted − K),  pull follows use',
    'E = Σ K · open',
  ],
  reads: [
    'mode.capacity',
    'mode.cost',
    'mode.deterred',
    'mode.flow',
    'mode.pull',
    'mode.risk',
    'mode.share',
    'valley.borderPrice',
    'valley.outletCapacity',
    'valley.product',
    'valley.productStock',
    'world.outletShut',
  ],
  writes: [
    'mode.capacity',
    'mode.cost',
    'mode.flow',
    'mode.pull',
    'mode.share',
    'valley.haulUsd',
    'valley.outletCapacity',
    'valley.outletOpen',
    'valley.productStock',
    'valley.shipped',
  ],
  parameters: [
    'border_price_start',
    'mode_capacity_growth',
    'mode_choice_scale',
    'mode_cost_air',
    'mode_cost_foot',
    'mode_cost_land',
    'mode_cost_river',
    'mode_habit',
    'outlet_learning',
    'outlet_slack',
    'risk_premium_multiplier',
    'risk_premium_threshold',
  ],
  step({ mode, valley, world, p }) {
    const own = [p.mode_cost_air, p.mode_cost_land, p.mode_cost_river, p.mode_cost_foot]
    const wayOf = (m: Mode): number => (1 - m.deterred) * (1 - world.outletShut)
    const burden = (m: Mode): number => (m.cost / p.mode_choice_scale) * (p.border_price_start / valley.borderPrice)
    let total = 0
    for (const m of mode) {
      const premium = m.risk > p.risk_premium_threshold ? p.risk_premium_multiplier : 1
      m.cost = (own[m.index] as number) + m.risk * valley.borderPrice * 0.5 * premium
      m.share = wayOf(m) * exp(m.pull - burden(m))
      total += m.share
    }
    const ready = valley.product + valley.productStock
    let shipped = 0
    let haul = 0
    let capacity = 0
    let open = 0
    for (const m of mode) {
      m.share = total > 0 ? m.share / total : 0.25
      const way = wayOf(m)
      const wanted = ready * m.share
      m.flow = min(wanted, m.capacity * way * p.outlet_slack)
      shipped += m.flow
      haul += m.flow * m.cost
      capacity += m.capacity
      open += m.capacity * way
      m.capacity += p.mode_capacity_growth * (wanted - m.capacity)
      m.capacity = max(m.capacity, 0.01)
    }
    const used = min(shipped, ready)
    for (const m of mode) m.flow = shipped > 0 ? (m.flow * used) / shipped : 0
    valley.shipped = used
    valley.productStock = max(ready - used, 0)
    valley.outletOpen = capacity > 0 ? open / capacity : 1
    valley.outletCapacity += p.outlet_learning * (valley.product - valley.outletCapacity)
    valley.haulUsd = used > 0 ? haul / shipped : valley.haulUsd
    for (const m of mode) {
      m.share = used > 0 ? m.flow / used : m.share
      const known = log(m.share + 0.005) + burden(m)
      m.pull += p.mode_habit * (known - m.pull)
    }
  },
  without({ mode, valley }) {
    // the ways of the first year for ever
    const ready = valley.product + valley.productStock
    for (const m of mode) m.flow = ready * m.share
    valley.shipped = ready
    valley.productStock = 0
  },
}
