// When an answer that is still growing is shown to somebody who waits for it.
import { isBand } from '../lab/bands.ts'

/** A first look after so long, milliseconds, … */
const SOON = 400
/** … if at least so many draws are there; … */
const FEW = 6
/** … or so many, at once, when the next question waits already. */
const HASTY = 4

/**
 * Asked after each draw of `total`, with the number there: whether to show it. A fast machine shows 16 draws, 32, 64 …; a slower
 * one shows what it has within half a second, then the same. Not asked for the last: that is the result.
 */
export function bandsInTime(total: number, hurried: () => boolean = () => false): (count: number) => boolean {
  const began = performance.now()
  let shown = false
  return (count) => {
    if (count >= total) return false
    const first = !shown && (hurried() ? count >= HASTY : count >= FEW && performance.now() - began >= SOON)
    const now = first || isBand(count)
    shown ||= now
    return now
  }
}
