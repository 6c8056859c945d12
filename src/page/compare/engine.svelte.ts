// The laboratory while the page is open: opened once, asked at every move, its answers shown as they get steadier.
import type { Compared } from '../../report/compared.ts'
import {
  type Collector,
  type Desk,
  deskOf,
  type Laboratory,
  openLaboratory,
  openPool,
  type Plan,
  Stopped,
} from '../../web/index.ts'
import { restsInSlices, withRests } from './marks.ts'
import { snapshot, summary } from './summary.ts'

export type Phase = 'closed' | 'opening' | 'failed' | 'waiting' | 'running' | 'done' | 'stopped' | 'faulty'

interface Answer {
  readonly gathered: Collector
  /** Outcomes of the first screen. */
  readonly front: Compared
  /** All outcomes; of this or of an earlier answer. */
  readonly full: Compared | undefined
  /** Of the same simulations as `front`. */
  readonly complete: boolean
  /** No more simulations will come. */
  readonly final: boolean
}

let phase = $state<Phase>('closed')
let fault = $state.raw<unknown>()
let lab = $state.raw<Laboratory>()
let done = $state(0)
let total = $state(0)
let answer = $state.raw<Answer>()
let desk: Desk | undefined
let opening: Promise<void> | undefined
let asked = 0
let shown = 0

export const engine = {
  get phase() {
    return phase
  },
  get fault() {
    return fault
  },
  get lab() {
    return lab
  },
  get done() {
    return done
  },
  get total() {
    return total
  },
  get answer() {
    return answer
  },
  /** Fetches and prepares; a second call while it goes on does nothing. */
  open(): Promise<void> {
    opening ??= start().catch((error: unknown) => {
      opening = undefined
      fault = error
      phase = 'failed'
    })
    return opening
  },
  /** Runs a plan in place of the one under way. The newest wins. */
  async ask(plan: Plan): Promise<void> {
    const mine = ++asked
    done = 0
    total = plan.draws.indices.length
    phase = 'running'
    try {
      const collector = await (desk as Desk).ask({
        plan,
        onProgress: (count) => {
          if (mine === asked) done = count
        },
        onBand: (band) => void show(band, false, mine),
      })
      if (mine !== asked) return
      await show(collector, true, mine)
      if (mine === asked) phase = 'done'
    } catch (error) {
      if (mine !== asked) return
      if (error instanceof Stopped) phase = 'stopped'
      else {
        fault = error
        phase = 'faulty'
      }
    }
  },
  /** What was found so far stays. */
  cancel(): void {
    desk?.cancel()
  },
}

async function start(): Promise<void> {
  phase = 'opening'
  const opened = await openLaboratory()
  const pool = openPool(opened)
  await pool.ready
  desk = deskOf(pool)
  lab = opened
  phase = 'waiting'
}

async function show(collector: Collector, final: boolean, of: number): Promise<void> {
  if (!lab) return
  const mine = ++shown
  // a later answer, or none wanted any more
  const stale = () => mine !== shown || of < asked - 1
  const gathered = snapshot(collector)
  const front = await summary(lab, gathered, false, stale)
  if (!front) return
  const before = answer?.full
  answer = { gathered, front, full: before, complete: false, final }
  // while more is coming only the first screen follows; the rest once it stands still
  if (!final && before !== undefined) return
  const full = await summary(lab, gathered, true, stale)
  if (!full) return
  answer = { gathered, front, full, complete: true, final }
  if (!final) return
  const rests = await restsInSlices(lab, gathered, stale)
  if (rests) answer = { gathered, front: withRests(front, rests), full: withRests(full, rests), complete: true, final }
}
