// What is fitted, and the shape that all algorithms share: they ask for runs and are told the outcomes, so that a host may run
// them on workers, stop between two rounds and go on another day.

import { normalCdf } from '../../engine/distributions.ts'
import { inverseNormal } from '../../engine/draws.ts'

/** One number that the model should make. */
export interface FitTarget {
  readonly id: string
  readonly value: number
  /** Standard deviation of observation and stated discrepancy together, in the unit of `value`. */
  readonly sd: number
}

/** Unknowns, each on (0, 1): the quantile of its prior; and what they are to explain. */
export interface FitTask {
  readonly names: readonly string[]
  readonly targets: readonly FitTarget[]
}

/** A run that is wanted. */
export interface RunRequest {
  /** Quantiles of the priors, in the order of the task's names; inside (0, 1). */
  readonly u: readonly number[]
  /** Tells repetitions of a point apart; the model's own chance is keyed by it. */
  readonly seed: number
}

/** What one run made of each target, in their order; null for a run that failed or made no number. */
export type RunOutcome = readonly number[] | null

export interface Weighted {
  readonly u: readonly number[]
  /** All weights add up to one. */
  readonly weight: number
}

export interface Progress {
  /** Share of the work that is behind, as far as can be known. */
  readonly done: number
  readonly runs: number
  readonly words: string
}

/** `State` is plain data: it survives JSON. All functions are pure. */
export interface Algorithm<State> {
  readonly name: string
  start(task: FitTask, seed: number): State
  /** The runs wanted next; empty when finished. The same state always asks for the same runs. */
  ask(task: FitTask, state: State): RunRequest[]
  /** The state after the runs asked for; outcomes in the order asked. */
  tell(task: FitTask, state: State, outcomes: readonly RunOutcome[]): State
  posterior(task: FitTask, state: State): Weighted[]
  progress(state: State): Progress
}

/** Quantiles of the prior to standard normal scores and back. */
export const scores = (u: ArrayLike<number>): Float64Array =>
  Float64Array.from(u, (v) => inverseNormal(Math.min(1 - 1e-9, Math.max(1e-9, v))))
export const quantilesOf = (z: ArrayLike<number>): number[] =>
  Array.from(z, (v) => Math.min(1 - 1e-9, Math.max(1e-9, normalCdf(v))))

/** The outcome, or null when it holds anything but finite numbers. Throws RangeError for a wrong count. */
export function usable(outcome: RunOutcome, task: FitTask): readonly number[] | null {
  if (outcome === null) return null
  if (outcome.length !== task.targets.length)
    throw new RangeError(`a run answered ${outcome.length} targets of ${task.targets.length}`)
  return outcome.every((v) => Number.isFinite(v)) ? outcome : null
}

/** (outcome − target) / sd, by target. */
export const misfits = (task: FitTask, outcome: readonly number[]): number[] =>
  task.targets.map(({ value, sd }, k) => ((outcome[k] as number) - value) / sd)
