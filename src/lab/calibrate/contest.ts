// Which algorithm proves better on pseudo-histories: histories made from known unknowns, fitted as if they were the real one.
import { mean } from '../../engine/quantiles.ts'
import { crpsOfEnsemble } from '../score/scores.ts'
import { chanceOf } from './chance.ts'
import { type Calibration, calibrationOf, ranksOf } from './coverage.ts'
import { drive, type Simulate } from './drive.ts'
import type { Algorithm, FitTask } from './task.ts'

export interface PseudoHistory {
  readonly truth: readonly number[]
  readonly task: FitTask
}

/**
 * Histories from `count` draws of the prior: the outcome of one run of each, with observation error added. Draws whose run fails
 * are passed over, so that fewer may come back.
 */
export async function pseudoHistories(
  task: FitTask,
  count: number,
  seed: number,
  simulate: Simulate,
): Promise<PseudoHistory[]> {
  const chance = chanceOf(seed, 'pseudo-history')
  const truths = Array.from({ length: count }, (_, k) => task.names.map((_, j) => chance.uniform(k, j)))
  const outcomes = await simulate(truths.map((u, k) => ({ u, seed: 0x40000000 + k })))
  const error = chance.part('error')
  return truths.flatMap((truth, k) => {
    const outcome = outcomes[k]
    if (!outcome) return []
    const targets = task.targets.map((target, j) => ({
      ...target,
      value: (outcome[j] as number) + target.sd * error.normal(k, j),
    }))
    return [{ truth, task: { ...task, targets } }]
  })
}

export interface Entry {
  readonly name: string
  /** Mean CRPS of the unknowns as quantiles of their priors, by history: 1/6 is a prior that learnt nothing, on average. */
  readonly crps: readonly number[]
  readonly calibration: Calibration
  /** Mean over histories. */
  readonly runs: number
}

export interface Contest {
  readonly entries: readonly Entry[]
  /** The entry with the lowest CRPS, and the share of bootstrap resamples of histories in which it stays so. */
  readonly better: string
  readonly support: number
}

/** Any algorithm, its state hidden. */
// biome-ignore lint/suspicious/noExplicitAny: states are the algorithms' own
export type AnyAlgorithm = Algorithm<any>

/** Fits every history by every algorithm. `onFit` is told after each fit. */
export async function contest(
  algorithms: readonly AnyAlgorithm[],
  histories: readonly PseudoHistory[],
  seed: number,
  simulate: Simulate,
  options: { signal?: AbortSignal; onFit?: (algorithm: string, history: number) => void } = {},
): Promise<Contest> {
  const entries: Entry[] = []
  for (const algorithm of algorithms) {
    const crps: number[] = []
    const ranks: number[][] = []
    let runs = 0
    for (const [k, { truth, task }] of histories.entries()) {
      const { state, finished } = await drive(algorithm, task, seed + k, simulate, {
        ...(options.signal ? { signal: options.signal } : {}),
      })
      // not finished: it was stopped, and this says so
      if (!finished) options.signal?.throwIfAborted()
      const posterior = algorithm.posterior(task, state)
      const weights = posterior.map(({ weight }) => weight)
      const by = truth.map((value, j) =>
        crpsOfEnsemble(
          posterior.map(({ u }) => u[j] as number),
          value,
          weights,
        ),
      )
      crps.push(mean(by))
      ranks.push(ranksOf(posterior, truth))
      runs += algorithm.progress(state).runs
      options.onFit?.(algorithm.name, k)
    }
    entries.push({ name: algorithm.name, crps, calibration: calibrationOf(ranks), runs: runs / histories.length })
  }
  return { entries, ...verdict(entries, histories.length, seed) }
}

function verdict(entries: readonly Entry[], n: number, seed: number): { better: string; support: number } {
  const chance = chanceOf(seed, 'contest bootstrap')
  const winner = (rows: readonly number[]) => {
    const scores = entries.map(({ crps }) => mean(rows.map((k) => crps[k] as number)))
    return scores.indexOf(Math.min(...scores))
  }
  const whole = Array.from({ length: n }, (_, k) => k)
  const best = winner(whole)
  const again = Array.from({ length: 1000 }, (_, r) => winner(whole.map((k) => chance.below(n, r, k))))
  return { better: entries[best]?.name ?? '', support: again.filter((k) => k === best).length / again.length }
}
