/** How far long work has come: one line that renews itself on a terminal, a line every few seconds otherwise. */

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

/** Progress of one piece of long work. Say `step(0, total)` (or what is already done) at the start. */
export function progressLine(options: ProgressOptions): ProgressLine {
  const clock = options.clock ?? (() => performance.now())
  const every = options.every ?? (options.terminal ? 100 : 5000)
  let first: { readonly time: number; readonly done: number } | undefined
  let told = Number.NEGATIVE_INFINITY
  let shown = ''

  const show = (words: string) => {
    if (!options.terminal) return options.write(`${words}\n`)
    shown = words.slice(0, Math.max(1, options.columns - 1))
    options.write(`\r\x1b[2K${shown}`)
  }
  const clear = () => {
    if (shown !== '') options.write('\r\x1b[2K')
    shown = ''
  }
  return {
    step(done, total) {
      const now = clock()
      first ??= { time: now, done }
      const due = now - told >= every || done === total
      if (!due) return
      told = now
      const perSecond = (done - first.done) / Math.max((now - first.time) / 1000, 1e-9)
      const measured = done > first.done && now > first.time
      const secondsLeft = measured ? (total - done) / perSecond : undefined
      show(options.words({ done, total, perSecond: measured ? perSecond : 0, secondsLeft }))
    },
    note(words) {
      const renewed = shown
      clear()
      options.write(`${words}\n`)
      if (renewed !== '') show(renewed)
    },
    end: clear,
  }
}
