import { abs, max } from '../../language/prim.ts'
import { log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Events that make families think again before their yearly review. */
export const secondThoughts: SystemStep = {
  id: 'second-thoughts',
  kind: 'step',
  subsystems: ['S9', 'S18'],
  says: 'When the leaf price breaks away from what was expected, or crews clear much of the coca of a district within a month, all its families make their one change of the year at once, instead of in the month in which it is due.',
  claims: {
    C0334: 'farmers replant after forced removal',
    C0578: 'eradication always mobilises the growers',
    C0974: 'leaf price fell sixty percent',
  },
  ignores:
    'Families that hear of it later or not at all, new programme offers, since places are limited and not attention, and violence. Births, ageing of stands and moves wait for the yearly review.',
  effect: { outcome: 'coca_area', off: 'raises', atLeast: 0.01, from: 2019, years: [2020, 2021] },
  equation: [
    'again = calm = 0 and (|ln(p / pe)| > ln(1 + a) or removed / (removed + A) > b)',
    'calm = 12 after again, one less each month',
    'choice = keep where calm > 0 and no call: the change of the year has been made',
  ],
  reads: [
    'district.calmMonths',
    'district.cocaSeen',
    'district.leafExpected',
    'district.leafPrice',
    'district.removedSeen',
  ],
  writes: ['district.calmMonths', 'district.reviewNow'],
  parameters: ['review_price_shock', 'review_removal_share'],
  step({ district, p }) {
    const far = log(1 + p.review_price_shock)
    for (const d of district) {
      d.calmMonths = max(d.calmMonths - 1, 0)
      const surprise = abs(log(d.leafPrice / d.leafExpected))
      const cleared = d.removedSeen / max(d.removedSeen + d.cocaSeen, 1)
      const again = d.calmMonths === 0 && (surprise > far || cleared > p.review_removal_share)
      d.reviewNow = again ? 1 : 0
      if (again) d.calmMonths = 12
    }
  },
  without({ district }) {
    for (const d of district) {
      d.reviewNow = 0
      d.calmMonths = 0
    }
  },
}
