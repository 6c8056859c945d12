import type { SystemStep } from '../mechanism.ts'

/** Foreign aid that reaches the valley. */
export const aid: SystemStep = {
  id: 'aid',
  kind: 'step',
  subsystems: ['S27'],
  says: 'Aid from abroad pays for aircraft, services and programmes; it comes and goes with policy abroad.',
  claims: {
    C0365: 'foreign assistance in one year',
    C0371: 'European advisory contract in euros',
    C0379: 'donors favour cutting the supply',
    C0363: 'foreign support supplies aviation, training',
    C0377: 'organisations promote ways beside coca',
    C0369: 'counternarcotics package of late 2024',
  },
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
