import { max, min } from '../../language/prim.ts'
import { pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Alternative development as offered: who gets an offer, when funds come, what is in it. */
export const programme: SystemStep = {
  id: 'programme',
  kind: 'step',
  subsystems: ['S20', 'S24', 'S27'],
  says: 'Offers are limited by places, funds come late and later where local government is weak, and armed threats scare leaders off.',
  claims: {
    C0258: 'number of substitution programmes deployed',
    C0259: 'profit and threats limit uptake',
    C0285: 'few projects have approved money',
    C0353: 'substitution of 2014 mostly unimplemented',
    C0354: 'money and logistics stalled substitution',
    C0469: 'growers expected in legal crops',
    C0355: 'broken promises turn into protest',
  },
  ignores: 'Which agency runs it, and quotas by community.',
  effect: {
    outcome: 'legal_crop_area/cacao',
    off: 'lowers',
    atLeast: 0.04,
    scenario: 'cacao-first',
    from: 2026,
    years: [2030, 2032],
  },
  equation: [
    'offer = places / reviewed farms',
    'funds a month = 1 − (1 − promptness)^(1/6) · (½ + Q)',
    'threat to leaders = C · (1 − security) · multiplier',
  ],
  reads: [
    'district.control',
    'district.farmsSeen',
    'district.governance',
    'district.security',
    'district.servicesOpen',
    'lever.alternative_development',
    'lever.announced_benefits',
    'valley.aidUsd',
  ],
  writes: [
    'district.anticipation',
    'district.assistance',
    'district.bonus',
    'district.conditional',
    'district.fundsChance',
    'district.grantShare',
    'district.offer',
    'district.supportMonths',
    'district.threatToLeaders',
  ],
  parameters: ['ad_leader_attack_multiplier', 'aid_promptness', 'soles_2024'],
  step({ district, valley, lever, p }) {
    const { alternative_development: ad } = lever
    let farms = 0
    for (const d of district) farms += d.farmsSeen * (ad.where[d.index] as number)
    const share = farms > 0 ? min(1, ad.places_per_year / farms) : 0
    const monthly = 1 - pow(max(1 - ad.promptness, 0.001), 1 / 6)
    const aided = 1 + p.aid_promptness * min(1, valley.aidUsd / 1e6)
    for (const d of district) {
      const here = ad.where[d.index] as number
      d.offer = share * here
      d.fundsChance = min(1, monthly * (0.5 + d.governance) * aided * here * d.servicesOpen)
      d.bonus = (ad.bonus / p.soles_2024) * here
      d.supportMonths = max(ad.bonus_months, 24)
      d.grantShare = ad.grant * here
      d.assistance = ad.assistance * here
      d.conditional = ad.conditional * here
      d.threatToLeaders = min(1, d.control * (1 - 0.7 * d.security) * p.ad_leader_attack_multiplier * 0.33)
      d.anticipation = lever.announced_benefits.strength * (lever.announced_benefits.where[d.index] as number)
    }
  },
  without({ district }) {
    for (const d of district) {
      d.offer = 0
      d.fundsChance = 0
    }
  },
}
