// Waiting that knows sleep: a tab that was put to sleep wakes up with every timer overdue, though nobody was late.

/** How often the clock is looked at, milliseconds. */
const STEP = 500
/** A step that comes so many times later than it should means that the page slept through it. */
const SLEPT = 4

/** Calls `act` once the page has been awake for so long, milliseconds. Returns what calls it off. */
export function afterAwake(wait: number, act: () => void): () => void {
  let left = wait
  let timer: ReturnType<typeof setTimeout>
  const step = () => {
    const due = Math.min(STEP, left)
    const began = performance.now()
    timer = setTimeout(() => {
      if (performance.now() - began < due * SLEPT) left -= due
      if (left <= 0) act()
      else step()
    }, due)
  }
  step()
  return () => clearTimeout(timer)
}
