import { max, min } from '../../language/prim.ts'
import { exp, log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Farm-gate price of leaf: what the border pays less the way there, times congestion of the outlets. */
export const leafPrice: SystemStep = {
  id: 'leaf-price',
  kind: 'step',
  subsystems: ['S10', 'S12', 'S26'],
  says: 'Leaf is worth what product brings at the border less haul, risk and levies. When the outlets take less than the valley makes, the price falls hard and fast; the old discount of the valley against other zones has closed over the years.',
  claims: {
    C0536: 'leaf price in dollars paid',
    C0545: 'illegal buyers pay three times',
    C0436: 'price per kilogram in valley',
    C0563: 'price per kilogram at origin',
    C0337: 'weak incentives stall voluntary substitution',
    C0201: 'clans force growers prices down',
  },
  ignores: 'Quality, advances by buyers, and prices by day.',
  effect: { outcome: 'leaf_price', off: 'raises', atLeast: 0.25, from: 2015, years: [2016, 2016] },
  equation: [
    'ln p_out* = ln p_0 + ln(P_b / P_0)',
    'ln p* = ln p_out* − δ · exp(−r t) + ln(net of haul) + (ln E − ln X) / η_S',
    'ln p += κ · (ln p* − ln p) + noise',
    'p_d = p · (1 − markdown) − haul · hours, not under the legal price',
  ],
  reads: [
    'district.control',
    'district.roadHours',
    'lever.legal_purchase',
    'valley.borderPrice',
    'valley.exchangeRate',
    'valley.haulAtStart',
    'valley.haulUsd',
    'valley.leafOutput',
    'valley.leafOutsideUsd',
    'valley.leafUsd',
    'valley.markdown',
    'valley.outletCapacity',
    'valley.outletOpen',
    'valley.product',
    'valley.wageIndex',
    'world.priceShock',
  ],
  writes: ['district.leafPrice', 'valley.leafOutsideUsd', 'valley.leafUsd', 'zone.leafPrice'],
  parameters: [
    'border_price_start',
    'cross_zone_price_pass',
    'leaf_demand_elasticity',
    'leaf_price_outside_2000',
    'legal_price_floor',
    'price_adjust_speed',
    'price_noise_sd',
    'soles_2024',
    'transport_cost',
    'valley_discount',
    'valley_discount_closing',
  ],
  step({ district, zone, valley, lever, world, p, month }) {
    const outside = log(p.leaf_price_outside_2000 * (valley.borderPrice / p.border_price_start))
    const discount = p.valley_discount * exp((-p.valley_discount_closing * month) / 12)
    const net =
      max(valley.borderPrice - valley.haulUsd, 0.05 * valley.borderPrice) /
      max(valley.borderPrice - valley.haulAtStart, 1)
    const supply = max(valley.product, 0.05)
    const congestion =
      min(1.5, max(-4, log(max(valley.outletCapacity * valley.outletOpen, 0.01) / supply))) / p.leaf_demand_elasticity
    const target = outside - discount + log(net) + congestion
    const noise = p.price_noise_sd * world.priceShock
    valley.leafOutsideUsd = exp(
      log(valley.leafOutsideUsd) + p.price_adjust_speed * (outside - log(valley.leafOutsideUsd)),
    )
    const pass = p.cross_zone_price_pass * 0.25 * (log(valley.leafOutsideUsd) - discount - log(valley.leafUsd))
    valley.leafUsd = exp(log(valley.leafUsd) + p.price_adjust_speed * (target - log(valley.leafUsd)) + pass + noise)
    const soles = valley.leafUsd * valley.exchangeRate
    const legal = lever.legal_purchase.price / p.soles_2024
    const floor = p.legal_price_floor * valley.wageIndex
    const share = min(1, lever.legal_purchase.tonnes_per_year / 12 / max(valley.leafOutput, 1))
    for (const d of district) {
      const kept = p.switch_leaf_price === 1 ? min(0.6, valley.markdown * 2.5) : valley.markdown
      const gate = max(soles * (1 - kept * (0.5 + d.control)) - (p.transport_cost * d.roadHours) / 2000, floor)
      d.leafPrice = gate + share * max(legal - gate, 0)
    }
    for (const z of zone) z.leafPrice = valley.leafOutsideUsd
  },
}
