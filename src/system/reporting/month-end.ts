import type { SystemStep } from '../mechanism.ts'

/** Keeps what next month's decisions may see of this month. */
export const monthEnd: SystemStep = {
  id: 'month-end',
  kind: 'step',
  bookkeeping: true,
  subsystems: [],
  says: 'Decisions rest on last month, not on the month under way.',
  claims: 'judgement',
  ignores: 'Delays in statistics.',
  effect: { outcome: 'coca_area', off: 'raises', atLeast: 0 },
  equation: ['seen = sum at the end of the month'],
  reads: ['sum.cocaHa', 'sum.farms', 'sum.uprootedHa'],
  writes: ['district.cocaSeen', 'district.farmsSeen', 'district.removedSeen'],
  parameters: [],
  step({ district }) {
    for (const d of district) {
      d.cocaSeen = d.sum.cocaHa
      d.removedSeen = d.sum.uprootedHa
      d.farmsSeen = d.sum.farms
    }
  },
}
