// How implausible a point is under the emulators of the waves so far (Craig et al. 1997; Vernon et al. 2010).
import { type Diagnosis, diagnose, type Emulator, emulator, type Shape } from './emulator.ts'
import type { Score } from './survivors.ts'
import type { FitTask } from './task.ts'

/** A point that was run: means over its seeds. */
export interface MatchedRun {
  readonly u: readonly number[]
  readonly wave: number
  readonly outcome: readonly number[]
}

/** The emulators of one wave as plain data; `runs` are places in the list of runs. */
export interface WaveFit {
  readonly wave: number
  readonly runs: readonly number[]
  readonly shapes: readonly Shape[]
  /** Variance of one run about the mean of its point, by target. */
  readonly seedVariance: readonly number[]
}

/** Emulators of a wave, fitted or rebuilt from their shapes, with what their left-out errors say. */
export function emulatorsOf(fit: WaveFit, runs: readonly MatchedRun[]): Emulator[] {
  const own = fit.runs.map((k) => runs[k] as MatchedRun)
  return fit.shapes.map((shape, j) =>
    emulator(
      own.map(({ u }) => u),
      own.map(({ outcome }) => outcome[j] as number),
      shape,
    ),
  )
}

/** Fits the emulators of a wave. */
export function fitWave(
  task: FitTask,
  wave: number,
  chosen: readonly number[],
  runs: readonly MatchedRun[],
  seedVariance: readonly number[] | undefined,
): { fit: WaveFit; emulators: Emulator[]; diagnoses: Diagnosis[] } {
  const own = chosen.map((k) => runs[k] as MatchedRun)
  const values = task.targets.map((_, j) => own.map(({ outcome }) => outcome[j] as number))
  const emulators = values.map((of) =>
    emulator(
      own.map(({ u }) => u),
      of,
    ),
  )
  return {
    fit: {
      wave,
      runs: chosen,
      shapes: emulators.map(({ shape }) => shape),
      // with one seed a point the nugget is all that tells of chance
      seedVariance: seedVariance ?? emulators.map(({ shape, variance }) => shape.nugget * variance),
    },
    emulators,
    diagnoses: emulators.map((of, j) => diagnose(of, values[j] as number[])),
  }
}

/** |expected − target| in standard deviations, by target: emulator, seed, observation and stated discrepancy together. */
export function implausibilities(
  task: FitTask,
  fit: WaveFit,
  emulators: readonly Emulator[],
  u: ArrayLike<number>,
): number[] {
  return task.targets.map(({ value, sd }, j) => {
    const of = emulators[j] as Emulator
    return Math.abs(of.expect(u) - value) / Math.sqrt(of.doubt(u) + (fit.seedVariance[j] as number) + sd * sd)
  })
}

/**
 * The score of points under one wave: the `nth` largest implausibility over the cutoff (2: the second largest, which forgives one
 * bad emulator; 1: the largest). Variances are worked out only where they may decide.
 */
export function waveScore(
  task: FitTask,
  fit: WaveFit,
  emulators: readonly Emulator[],
  nth: number,
  cutoff: number,
): Score {
  return (u, limit) => {
    const worst: number[] = []
    for (let j = 0; j < task.targets.length; j++) {
      const of = emulators[j] as Emulator
      const { value, sd } = task.targets[j] as FitTask['targets'][number]
      const known = (fit.seedVariance[j] as number) + sd * sd
      const gap = Math.abs(of.expect(u) - value) / cutoff
      // no emulator doubt at all: the largest it can be
      const most = gap / Math.sqrt(known)
      if (worst.length === nth && most <= (worst.at(-1) as number)) continue
      worst.push(gap / Math.sqrt(known + of.doubt(u)))
      worst.sort((a, b) => b - a)
      if (worst.length > nth) worst.pop()
      if (worst.length === nth && (worst.at(-1) as number) > limit) return Number.POSITIVE_INFINITY
    }
    return worst.length === nth ? (worst.at(-1) as number) : 0
  }
}

/** The worst over waves, the latest first: it is the tightest. */
export const worstOf =
  (scores: readonly Score[]): Score =>
  (u, limit) => {
    let worst = 0
    for (let k = scores.length - 1; k >= 0; k--) {
      worst = Math.max(worst, (scores[k] as Score)(u, limit))
      if (worst > limit) return Number.POSITIVE_INFINITY
    }
    return worst
  }
