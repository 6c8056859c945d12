import { max, min } from '../../language/prim.ts'
import { exp, log, pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'
import { negativeBinomial, powerLaw } from './count.ts'

/** Attacks and the people they kill. */
export const violence: SystemStep = {
  id: 'violence',
  kind: 'step',
  subsystems: ['S16', 'S14', 'S17'],
  says: 'Attacks come with armed strength, contested control and illicit rent; an offensive provokes them at first, until the group has got used to the new pace of operations. They are rare, lumpy, and now and then very deadly.',
  claims: {
    C0190: 'violence to intimidate before elections',
    C0215: 'punishing informers spreads lasting fear',
    C0228: 'raids set off deadlier retaliation',
    C0239: 'terrorist incidents in one year',
    C0240: 'deaths from incidents in 2023',
    C0384: 'civilians killed in 2021 massacre',
    C0386: 'attacks followed patrols after massacre',
    C0393: 'security casualties in each year',
    C0468: 'eradication provokes violence at first',
    C0227: 'at least five attacks yearly',
  },
  ignores: 'Targets, tactics and places. Forecast for the valley and the year only.',
  effect: { outcome: 'deaths', off: 'lowers', atLeast: 0.5, years: [2004, 2006] },
  equation: [
    'λ = λ_0 · F/400 · hump(C) · (1 + b · operations / O) / (1 + b) · (rent / rent_0)^φ · cohesion · aid',
    'dO/dt = (operations − O) / memory',
    'attacks ~ NegBin(λ, k), deaths of one ~ power law on 1 … 20',
  ],
  reads: [
    'district.control',
    'district.leafPrice',
    'district.operations',
    'district.security',
    'district.zone',
    'sum.leafT',
    'sum.persons',
    'valley.aidUsd',
    'valley.armed',
    'valley.intelligence',
    'valley.leadership',
    'valley.operationsKnown',
    'valley.troops',
  ],
  writes: [
    'district.attacks',
    'valley.attacksAll',
    'valley.deathsCivilians',
    'valley.deathsForces',
    'valley.deathsMilitants',
    'valley.operationsKnown',
  ],
  parameters: [
    'aid_violence_effect',
    'attack_base_rate',
    'attack_dispersion_k',
    'attack_rent_elasticity',
    'attrition_per_operation',
    'civilian_share',
    'contested_usual',
    'deadly_share',
    'decapitation_attack_effect',
    'homicide_rent_elasticity',
    'leaf_rent_usual',
    'militants_killed',
    'operations_least',
    'provocation',
    'provocation_memory',
    'severity_exponent',
    'violence_control_peak',
  ],
  step({ district, valley, p, uniform }) {
    let contested = 0
    let operations = 0
    let rent = 0
    let persons = 0
    let security = 0
    for (const d of district) {
      const gap = (d.control - p.violence_control_peak) / 0.35
      const weight = d.sum.persons * d.zone
      contested += weight * exp(-0.5 * gap * gap)
      security += weight * d.security
      persons += weight
      operations += d.operations
      rent += d.sum.leafT * 1000 * d.leafPrice
    }
    const hump = persons > 0 ? contested / persons / p.contested_usual : 1
    const rents = pow(max(rent, 1) / p.leaf_rent_usual, p.attack_rent_elasticity)
    const secure = persons > 0 ? security / persons : 0
    const aidEach = persons > 0 ? min(50, (12 * valley.aidUsd) / persons) : 0
    const aid = exp(
      p.switch_aid_effect === 0
        ? 0.004 * p.aid_violence_effect * aidEach * (secure > 0.4 ? 1 : 0)
        : 0.006 * aidEach * (1 - secure),
    )
    const cohesion = p.decapitation_attack_effect + (1 - p.decapitation_attack_effect) * valley.leadership
    const surge = min(3, operations / max(valley.operationsKnown, p.operations_least))
    valley.operationsKnown += (operations - valley.operationsKnown) / p.provocation_memory
    const mean =
      p.attack_base_rate *
      (valley.armed / 400) *
      min(2.5, hump) *
      ((1 + p.provocation * surge) / (1 + p.provocation)) *
      rents *
      cohesion *
      aid
    const count = negativeBinomial(mean, p.attack_dispersion_k, uniform('attack'))
    let forces = 0
    let civilians = 0
    let militants = 0
    for (let i = 0; i < count; i++) {
      const deadly = uniform('victims', 0, i) < p.deadly_share ? 1 : 0
      const dead = deadly * powerLaw(p.severity_exponent, 20, uniform('severity', 0, i))
      const toCivilians = p.civilian_share * (1.2 - 0.4 * valley.intelligence)
      civilians += dead * toCivilians
      forces += dead * (1 - toCivilians)
      militants += deadly * p.militants_killed
    }
    // clashes that operations bring about
    militants += operations * p.attrition_per_operation * valley.intelligence * 0.05
    const homicide = exp(p.homicide_rent_elasticity * log(max(rent, 1) / p.leaf_rent_usual))
    valley.attacksAll = count
    valley.deathsForces = min(forces, valley.troops)
    valley.deathsCivilians = civilians * homicide
    valley.deathsMilitants = min(militants, valley.armed)
    for (const d of district) d.attacks = persons > 0 ? (count * d.sum.persons * d.zone) / persons : 0
  },
  without({ valley, district }) {
    valley.attacksAll = 0
    valley.deathsForces = 0
    valley.deathsCivilians = 0
    valley.deathsMilitants = 0
    for (const d of district) d.attacks = 0
  },
}
