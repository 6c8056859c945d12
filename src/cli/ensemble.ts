/** What run, compare, start, predict, validate, screen and verify share: a plan run with progress, Ctrl-C and what is kept. */
import type { ChangedRules } from '../host/changed-rules.ts'
import { type Gathering, gather } from '../host/ensemble.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { Stopped } from '../host/pool.ts'
import { type Selection, selectionFor } from '../lab/cells.ts'
import type { DrawList } from '../lab/draws.ts'
import type { Collector } from '../lab/ensemble.ts'
import type { Plan } from '../lab/member.ts'
import { FIRST, type Resolved } from '../lab/scenario/types.ts'
import { model } from '../system/model.ts'
import { aside } from './answer.ts'
import { figuresOf } from './bands.ts'
import type { Call } from './command.ts'
import { watched } from './watched.ts'

/** Stopped with Ctrl-C, with the words that say what is kept and how to go on. */
export class StoppedAt extends Stopped {
  readonly words: string

  constructor(words: string) {
    super()
    this.words = words
  }
}

/** First and last year that these scenarios are about. */
export function spanOf(scenarios: readonly Resolved[]): { from: number; to: number } {
  return {
    from: Math.min(...scenarios.map(({ card }) => card.span.from)),
    to: Math.max(...scenarios.map(({ card }) => card.span.to)),
  }
}

export function planFor(
  kind: 'run' | 'compare' | 'history',
  scenarios: readonly Resolved[],
  draws: DrawList,
  selection?: Selection,
): Plan {
  const span = spanOf(scenarios)
  const kept = selection ?? selectionFor(kind, model, span)
  const last = Math.max(span.to, kept.years[1])
  return { scenarios, draws, months: (last - FIRST + 1) * 12, selection: kept }
}

export interface Work {
  readonly lab: Laboratory
  readonly plan: Plan
  readonly sample: number
  readonly rules?: ChangedRules | undefined
  /** Keeps finished draws, so that the work can go on after Ctrl-C. */
  readonly folder?: string
  /** How to go on, for the message after Ctrl-C. */
  readonly again?: string
}

/** Runs the plan. Says what happens on stderr; throws StoppedAt after Ctrl-C, InputError for what cannot be run. */
export async function runPlan(call: Call, work: Work): Promise<Collector> {
  const { words, options } = call
  const { lab, plan, sample, rules, folder, again } = work
  let finished = 0
  const total = plan.draws.indices.length
  aside(call, words.preparing)
  try {
    return await watched(call, words.progress, (line, signal) => {
      const gathering: Gathering = {
        lab,
        plan,
        sample,
        rules,
        workers: options.workers,
        signal,
        folder,
        onStart(workers, takenOver) {
          const names = plan.scenarios.map(({ card }) => card.name)
          aside(call, words.running(names, total, sample, workers))
          if (lab.kernels !== 'simd') aside(call, words.otherKernels[lab.kernels])
          if (takenOver > 0) aside(call, words.resumed(takenOver, total))
        },
        onProgress(done) {
          finished = done
          line.step(done, total)
        },
        onBand: (collector) => line.note(words.soFar(collector.count, total, figuresOf(collector, call.language))),
        onLost: (why) => line.note(words.workerLost(why)),
      }
      return gather(gathering)
    })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(again === undefined ? words.stoppedPlain : words.stopped(finished, total, again))
  }
}
