import type { SystemStep } from '../mechanism.ts'

/** Foreign aid that reaches the valley. */
export const aid: SystemStep = {
  id: 'aid',
  kind: 'step',
  subsystems: ['S27'],
  says: 'Aid from abroad pays for aircraft, services and programmes; it comes and goes with policy abroad.',
  claims: ['C0365', 'C0371', 'C0379', 'C0363', 'C0377'],
  ignores: 'Conditions, delays between pledge and spending, and in-kind help.',
  effect: { outcome: 'services_access', off: 'lowers', atLeast: 0.01, years: [2004, 2006] },
  equation: ['aid = world(month)'],
  reads: ['world.aidUsd'],
  writes: ['valley.aidUsd'],
  parameters: [],
  step({ valley, world }) {
    valley.aidUsd = world.aidUsd
  },
  without({ valley }) {
    valley.aidUsd = 0
  },
}
