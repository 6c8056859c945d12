/** Whether the fit finds what is known: histories made by the model itself are fitted as if they were the real one. */
import { setImmediate } from 'node:timers/promises'
import { abcSmc } from '../lab/calibrate/abc.ts'
import type { Budget } from '../lab/calibrate/budget.ts'
import { type AnyAlgorithm, type Contest, contest, pseudoHistories } from '../lab/calibrate/contest.ts'
import { heldLevels, heldOutcome } from '../lab/calibrate/held.ts'
import { CONTAMINATED, CUT } from '../lab/calibrate/information.ts'
import { ensembleInversion } from '../lab/calibrate/inversion.ts'
import { iterativeSmoother } from '../lab/calibrate/smoother.ts'
import type { RunRequest } from '../lab/calibrate/task.ts'
import { shocksUntil, trialAt } from '../lab/calibrate/trial.ts'
import { leanDrivers } from '../lab/lean/drivers.ts'
import { leanTask } from '../lab/lean/task.ts'
import { targetsFor } from './fits.ts'
import type { Laboratory } from './laboratory.ts'
import { openTrials } from './trials.ts'

export interface RecoveryWish {
  readonly lab: Laboratory
  /** Unknowns that are fitted, the strongest first, and how far apart districts lie: what the calibration found. */
  readonly unknowns: readonly string[]
  readonly districtSd: number
  readonly histories: number
  readonly budget: Pick<Budget, 'sample' | 'size' | 'steps' | 'shocks'>
  /** The smoother alone. */
  readonly quick?: boolean
  readonly seed: number
  readonly workers?: number | undefined
  readonly signal: AbortSignal
  readonly onRun?: (done: number, total: number) => void
  readonly onFit?: (algorithm: string, history: number) => void
}

export interface Recovery extends Contest {
  readonly names: readonly string[]
  readonly histories: number
  readonly targets: number
}

/**
 * Ten histories or so, each from a draw of the priors and with errors of observation as stated, fitted by the smoother and by ensemble
 * Kalman inversion with equally many runs. Each history has its own chance, which no member shares. Throws Stopped by way of the signal.
 */
export async function recover(wish: RecoveryWish): Promise<Recovery> {
  const { lab, budget, seed, signal, workers } = wish
  const { targets, pack } = targetsFor(lab, { until: CUT })
  const held = heldLevels(targets, wish.districtSd)
  const names = [...wish.unknowns, ...shocksUntil(CUT, budget.shocks)]
  const trials = await openTrials({
    ...{ lab, targets, pack, seed, sample: budget.sample, workers, signal },
    ...(wish.onRun ? { onRun: wish.onRun } : {}),
  })
  try {
    const simulate = async (requests: readonly RunRequest[]) => {
      const answers = await trials.run(requests.map(({ u, seed }) => trialAt(names, u, seed, CONTAMINATED)))
      signal.throwIfAborted()
      return answers.map((answer) => heldOutcome(held, answer))
    }
    const { size, steps } = budget
    const smoother: AnyAlgorithm = iterativeSmoother({ size, steps })
    const algorithms = wish.quick ? [smoother] : [smoother, ensembleInversion({ size, steps })]
    const histories = await pseudoHistories({ names, targets: held }, wish.histories, seed, simulate)
    const found = await contest(algorithms, histories, seed, simulate, {
      signal,
      ...(wish.onFit ? { onFit: wish.onFit } : {}),
    })
    return { ...found, names, histories: histories.length, targets: held.length }
  } finally {
    await trials.close()
  }
}

/** Members and rounds by which all three come to about as many runs. */
const LEAN = { size: 300, steps: 9, abc: { size: 700, rounds: 7 } } as const

/** The same contest on the lean model, where ABC can afford its runs. */
export async function recoverLean({
  lab,
  histories,
  seed,
  signal,
  onFit,
}: Pick<RecoveryWish, 'lab' | 'histories' | 'seed' | 'signal' | 'onFit'>): Promise<Recovery> {
  const { targets, pack } = targetsFor(lab, { until: CUT })
  const { task, simulate } = leanTask(targets, leanDrivers(pack))
  const { size, steps, abc } = LEAN
  const algorithms = [iterativeSmoother({ size, steps }), ensembleInversion({ size, steps }), abcSmc(abc)]
  const made = await pseudoHistories(task, histories, seed, simulate)
  // rounds end at once: without a turn of the loop no Ctrl-C would be heard
  const inTurns = async (requests: readonly RunRequest[]) => {
    await setImmediate()
    return simulate(requests)
  }
  const found = await contest(algorithms, made, seed, inTurns, { signal, ...(onFit ? { onFit } : {}) })
  return { ...found, names: task.names, histories: made.length, targets: task.targets.length }
}
