// Looks for boxes, one search at a time: while one runs only the newest wish is kept, and a wish rests a moment before it starts.
import type { Failing } from '../../lab/discover/failing.ts'
import { askLong } from './ask.ts'
import type { Found } from './desk.ts'

interface Wish {
  readonly policy: string
  readonly failing: Failing
}

/** A slider that is being moved does not start a search at each step. */
const REST = 500

let busy = false
/** Plain, for whoever asks must not follow the answer. */
let answered = false
let next: Wish | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let found = $state.raw<Found>()
let fault = $state.raw<unknown>()
let waiting = $state(true)

async function run(): Promise<void> {
  if (busy || next === undefined) return
  const wish = next
  next = undefined
  busy = true
  try {
    const answer = await askLong('discover', wish.policy, wish.failing)
    answered = true
    if (next === undefined) found = answer
  } catch (error) {
    fault = error
  }
  busy = false
  if (next === undefined) waiting = false
  else void run()
}

export const looking = {
  get found(): Found | undefined {
    return found
  },
  get fault(): unknown {
    return fault
  },
  /** What is shown is not yet what was asked. */
  get waiting(): boolean {
    return waiting
  },
  ask(wish: Wish): void {
    next = wish
    waiting = true
    fault = undefined
    clearTimeout(timer)
    timer = setTimeout(() => void run(), answered ? REST : 0)
  },
}
