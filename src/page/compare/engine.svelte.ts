// The laboratory while the page is open: opened once, asked at every move, its answers shown as they get steadier.
import { firstAnswer } from 'virtual:page-assets'
import type { Compared } from '../../report/compared.ts'
import {
  type Collector,
  type Desk,
  deskOf,
  type Laboratory,
  openLaboratory,
  openPool,
  type Plan,
  type Request,
  Stopped,
} from '../../web/index.ts'
import { load } from '../load.ts'
import { answers, type FirstAnswer, nothingGathered } from './first.ts'
import { restsInSlices, withRests } from './marks.ts'
import { comparedOf, snapshot, summary } from './summary.ts'

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
/** What was asked last, and what `beside` interrupted of it. */
let current = $state.raw<Plan>()
let interrupted: Plan | undefined
let asked = 0
let asides = 0
let shown = 0
let first: FirstAnswer | undefined
/** The plan whose answer is the shipped one. */
let shipped = $state.raw<Plan>()

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
  /** What is shown came with the page; its own simulations are still under way. */
  get shipped(): boolean {
    return answer !== undefined && !answer.final && shipped !== undefined && shipped === current
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
  /** After a fault: what could not be opened is opened, what could not be run is run. */
  async again(): Promise<void> {
    if (phase === 'failed') await this.open()
    else if (phase === 'faulty' && current) await this.ask(current)
  },
  /** Runs a plan in place of the one under way. The newest wins. */
  async ask(plan: Plan): Promise<void> {
    const mine = ++asked
    current = plan
    interrupted = undefined
    done = 0
    total = plan.draws.indices.length
    phase = 'running'
    showShipped(plan)
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
  /**
   * Runs another plan on the same workers for a view of its own, once the laboratory is open; what is asked above stays as it
   * is, and is taken up again afterwards where this interrupted it. Rejects as `Desk.ask`: with Stopped when something newer is
   * asked, or with `cancel`.
   */
  async beside(request: Omit<Request, 'signal'>): Promise<Collector> {
    if (phase === 'running') interrupted = current
    const mine = ++asides
    try {
      return await (desk as Desk).ask(request)
    } finally {
      if (mine === asides && interrupted && phase === 'stopped') void this.ask(interrupted)
    }
  },
  /** What was found so far stays. */
  cancel(): void {
    desk?.cancel()
  },
}

async function start(): Promise<void> {
  phase = 'opening'
  // without it the engine's own first answer is waited for
  const shipped = load<FirstAnswer | null>(firstAnswer).catch(() => null)
  const opened = await openLaboratory()
  // workers prepare themselves meanwhile; whoever asks them waits for that
  desk = deskOf(openPool(opened))
  first = (await shipped) ?? undefined
  lab = opened
  phase = 'waiting'
}

/** What was shipped stands until all simulations have found the same; maps follow what is gathered. */
function showShipped(plan: Plan): void {
  if (!lab || answer || !first || !answers(first, plan)) return
  shipped = plan
  const front = comparedOf(lab, plan, plan.draws.indices.length, first)
  answer = { gathered: nothingGathered(plan), front, full: undefined, complete: false, final: false }
}

async function show(collector: Collector, final: boolean, of: number): Promise<void> {
  if (!lab) return
  const mine = ++shown
  // a later answer, or none wanted any more
  const stale = () => mine !== shown || of < asked - 1
  const gathered = snapshot(collector)
  if (!final && answer && shipped === collector.plan) {
    answer = { ...answer, gathered }
    return
  }
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
