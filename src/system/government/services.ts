import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Health, schools and water: how much is built, and how much of it is open. */
export const services: SystemStep = {
  id: 'services',
  kind: 'step',
  subsystems: ['S22', 'S16', 'S1'],
  says: 'Coverage grows with spending from a low base in spite of conflict; armed control and cut roads close part of it.',
  claims: {
    C0311: 'violence and distance block care',
    C0313: 'share of undernourished rural children',
    C0318: 'preschool attendance after the decade',
    C0423: 'violence restricts care for communities',
    C0512: 'doctor fifteen kilometres from plot',
    C0317: 'preschool attendance before the decade',
    C0439: 'no sanitation, power, basic infrastructure',
  },
  ignores: 'Quality, and staff who serve several districts.',
  effect: {
    outcome: 'services_access',
    off: 'lowers',
    atLeast: 0.04,
    scenario: 'roads-power-health',
    from: 2026,
    years: [2030, 2032],
  },
  equation: ['open = 1 − a · C − b · (hours / base − 1)', 'dx/dt = (trend + g · (spending + aid) · Q) · (1 − x)'],
  reads: [
    'district.baseHours',
    'district.control',
    'district.governance',
    'district.health',
    'district.roadHours',
    'district.school',
    'district.security',
    'district.water',
    'lever.health_and_schools',
    'sum.persons',
    'valley.aidUsd',
    'valley.exchangeRate',
  ],
  writes: ['district.health', 'district.school', 'district.servicesOpen', 'district.water'],
  parameters: ['aid_service_share', 'control_shuts', 'delay_shuts', 'service_gain', 'service_trend', 'soles_2024'],
  step({ district, valley, lever, p }) {
    let persons = 0
    for (const d of district) persons += d.sum.persons
    const perHead = persons > 0 ? (12 * valley.aidUsd * valley.exchangeRate * p.aid_service_share) / persons : 0
    const { health_and_schools: spent } = lever
    for (const d of district) {
      const delay = d.baseHours > 0 ? max(0, d.roadHours / d.baseHours - 0.8) : 0
      d.servicesOpen = max(
        0.1,
        1 - p.control_shuts * d.control * (1 - 0.5 * d.security) - p.delay_shuts * min(2, delay),
      )
      const money = (spent.pen_per_person / p.soles_2024) * (spent.where[d.index] as number) + perHead
      const pace = (p.service_trend + p.service_gain * money * (0.4 + d.governance)) / 12
      d.health += pace * (0.97 - d.health)
      d.school += 0.8 * pace * (0.98 - d.school)
      d.water += 0.7 * pace * (0.95 - d.water)
    }
  },
}
