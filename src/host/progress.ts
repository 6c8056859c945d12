/** How far long work has come: one line that renews itself on a terminal, a line every few seconds otherwise. */
import { visible } from '../evidence/visible.ts'

export interface Progress {
  readonly done: number
  readonly total: number
  /** Finished pieces of work per second since the start, without those taken over from an earlier run. */
  readonly perSecond: number
  /** Undefined until the rate can be told. */
  readonly secondsLeft: number | undefined
}
export interface ProgressLine {
  /** `done` of `total` pieces are finished. */
  step(done: number, total: number): void
  /** Says again how far it is when it was long silent; call it every second or so. */
  tick(): void
  /** A line of its own, above the renewed one. */
  note(words: string): void
  /** Takes the renewed line away. */
  end(): void
}
export interface ProgressOptions {
  readonly write: (text: string) => void
  /** True: one line that renews itself; false: heartbeat lines. */
  readonly terminal: boolean
  readonly columns: number
  readonly words: (progress: Progress) => string
  /** Milliseconds between two lines; 100 on a terminal, 5000 otherwise. */
  readonly every?: number
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
}

/** Progress of long work, round by round. Say `step(0, total)` (or what is already done) at the start; fewer done starts a round. */
export function progressLine(options: ProgressOptions): ProgressLine {
  const clock = options.clock ?? (() => performance.now())
  const every = options.every ?? (options.terminal ? 100 : 5000)
  let first: { readonly time: number; readonly done: number } | undefined
  let last = { done: 0, total: 0 }
  let told = Number.NEGATIVE_INFINITY
  let shown = ''

  const show = (words: string) => {
    if (!options.terminal) return options.write(`${visible(words)}\n`)
    shown = visible(words).slice(0, Math.max(1, options.columns - 1))
    options.write(`\r\x1b[2K${shown}`)
  }
  const clear = () => {
    if (shown !== '') options.write('\r\x1b[2K')
    shown = ''
  }
  const tell = (now: number, start: { readonly time: number; readonly done: number }) => {
    told = now
    const { done, total } = last
    const perSecond = (done - start.done) / Math.max((now - start.time) / 1000, 1e-9)
    const measured = done > start.done && now > start.time
    const secondsLeft = measured ? (total - done) / perSecond : undefined
    show(options.words({ done, total, perSecond: measured ? perSecond : 0, secondsLeft }))
  }
  return {
    step(done, total) {
      const now = clock()
      // fewer than before: the next round of the same work
      if (first === undefined || done < last.done) first = { time: now, done }
      last = { done, total }
      if (now - told >= every || done === total) tell(now, first)
    },
    tick() {
      const now = clock()
      if (first && last.done < last.total && now - told >= Math.max(every, 1000)) tell(now, first)
    },
    note(words) {
      const renewed = shown
      clear()
      options.write(`${visible(words)}\n`)
      if (renewed !== '') show(renewed)
    },
    end: clear,
  }
}
