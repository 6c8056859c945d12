// Words for a verdict, wherever one is shown.
import type { Certainty, Verdict } from '../certainty.ts'
import { percent } from '../format.ts'
import type { Words } from '../input.ts'
import { each, words } from '../words.ts'

export const VERDICTS: Readonly<Record<Verdict, Words>> = {
  'very likely': words.very_likely,
  likely: words.likely,
  'not separable': words.not_separable,
  'no change': words.no_change,
}

/** `muy probable, 96 %`: the share is of the simulations that go the way of the median. */
export function sureness({ verdict, share, direction }: Certainty): Words {
  return each(
    (l) =>
      VERDICTS[verdict][l].toLowerCase() + (direction === 0 || verdict === 'no change' ? '' : `, ${percent(share, l)}`),
  )
}
