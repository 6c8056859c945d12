import type { SystemStep } from '../mechanism.ts'

/** School transfers as they reach families. */
export const transfers: SystemStep = {
  id: 'transfers',
  kind: 'step',
  subsystems: ['S22'],
  says: 'Cash on condition of attendance reaches poor families where posts and schools are open.',
  claims: {
    C0316: 'cash transfers target school dropout',
    C0324: 'incentives raise completion of school',
  },
  ignores: 'Targeting errors and payment delays.',
  effect: {
    outcome: 'child_labour',
    off: 'raises',
    atLeast: 0.035,
    scenario: 'school-transfers',
    from: 2026,
    years: [2026, 2027],
  },
  equation: ['reach = coverage · services open'],
  reads: ['district.servicesOpen', 'lever.school_transfers'],
  writes: ['district.schoolTransfer', 'district.transferShare'],
  parameters: ['soles_2024'],
  step({ district, lever, p }) {
    const { school_transfers: cash } = lever
    for (const d of district) {
      const here = cash.where[d.index] as number
      d.schoolTransfer = (cash.pen_per_child / p.soles_2024) * here
      d.transferShare = cash.coverage * here * (0.5 + 0.5 * d.servicesOpen)
    }
  },
}
