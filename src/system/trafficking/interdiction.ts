import { max, min, sqrt } from '../../language/prim.ts'
import { exp } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** What is seized on each way out, how enforcement shifts, and what the air rule deters. */
export const interdiction: SystemStep = {
  id: 'interdiction',
  kind: 'step',
  subsystems: ['S19', 'S12'],
  says: 'Enforcement catches a small share and moves to where it caught something; traffickers learn the risk. A lethal air rule deters far more flights than it stops.',
  claims: {
    C0435: 'two tonnes in one seizure',
    C0178: 'law moved flows off air',
    C0446: 'daily drug flights at border',
    C0571: 'arrests and seizures at record',
    C0502: 'liquid product is harder detected',
    C0177: 'air law in force 2015',
    C0420: 'hidden runways around the valley',
    C0425: 'enforcement failed to lower production',
  },
  ignores: 'Single operations, tactics and places.',
  effect: { outcome: 'exported', off: 'raises', atLeast: 0.05, years: [2000, 2001] },
  equation: [
    'z = 1 − exp(−k · effort / √flow)',
    'risk += a · (z − risk)',
    'deterred = D / (1 + exp(−(reach − r_0) / s))',
  ],
  reads: [
    'lever.air_interdiction',
    'lever.ground_interdiction',
    'mode.deterred',
    'mode.effort',
    'mode.flow',
    'mode.losses',
    'mode.risk',
    'mode.seized',
    'mode.trials',
    'valley.aidUsd',
    'valley.shipped',
  ],
  writes: [
    'mode.deterred',
    'mode.effort',
    'mode.losses',
    'mode.risk',
    'mode.seized',
    'mode.trials',
    'valley.exported',
    'valley.seized',
  ],
  parameters: [
    'aid_interdiction',
    'air_deterrence_slope',
    'air_fear',
    'air_reach',
    'interdiction_learning',
    'lethal_air_deterrence_max',
    'lethal_air_threshold',
    'nonlethal_air_deterrence',
    'risk_prior_alpha',
    'risk_prior_beta',
    'seizure_effort_saturation',
    'seizure_share_base',
    'trafficker_learning',
  ],
  step({ mode, valley, lever, p, uniform }) {
    const ground = lever.ground_interdiction.effort * (1 + p.aid_interdiction * min(1, valley.aidUsd / 1e6))
    let seized = 0
    let success = 0
    for (const m of mode) success += m.losses
    for (const m of mode) {
      const air = m.index === 0
      const budget = air ? 0.3 + lever.air_interdiction.effort : ground
      const drawn = success > 0 ? min(2, (4 * m.losses) / success) * budget : budget
      m.effort += p.interdiction_learning * 0.2 * (0.5 * budget + 0.5 * drawn - m.effort)
      const luck = 0.6 + 0.8 * uniform('seizure', m.index)
      const caught =
        1 - exp((-p.seizure_share_base * p.seizure_effort_saturation * m.effort * luck) / sqrt(max(m.flow, 0.25) / 5))
      m.seized = m.flow * min(0.5, caught)
      seized += m.seized
      m.losses += 0.15 * (m.seized - m.losses)
      m.trials += 0.15 * (m.flow - m.trials)
      const rate =
        (m.losses + 0.01 * p.risk_prior_alpha) / (m.trials + 0.01 * p.risk_prior_alpha + 0.1 * p.risk_prior_beta)
      m.risk += p.trafficker_learning * 0.3 * (rate + (air ? p.air_fear * m.deterred : 0) - m.risk)
      if (air) {
        const reach = p.air_reach * lever.air_interdiction.effort
        const lethal =
          p.lethal_air_deterrence_max / (1 + exp(-(reach - p.lethal_air_threshold) / p.air_deterrence_slope))
        const wanted =
          lever.air_interdiction.rule >= 2
            ? lethal
            : lever.air_interdiction.rule >= 1
              ? p.nonlethal_air_deterrence * lever.air_interdiction.effort
              : 0
        m.deterred += 0.35 * (wanted - m.deterred)
      }
    }
    valley.seized = seized
    valley.exported = max(valley.shipped - seized, 0)
  },
  without({ mode, valley }) {
    for (const m of mode) {
      m.seized = 0
      m.risk = 0
      m.deterred = 0
    }
    valley.seized = 0
    valley.exported = valley.shipped
  },
}
