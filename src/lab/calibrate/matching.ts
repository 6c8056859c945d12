// History matching in waves: rules out what cannot make the targets, and keeps all pieces of what is left.
import { chanceOf } from './chance.ts'
import { spaceFilling, spread } from './designs.ts'
import type { Diagnosis } from './emulator.ts'
import {
  emulatorsOf,
  fitWave,
  implausibilities,
  type MatchedRun,
  type WaveFit,
  waveScore,
  worstOf,
} from './implausibility.ts'
import { pieces, type Score, survivorsOf } from './survivors.ts'
import { type Algorithm, type FitTask, type RunOutcome, type RunRequest, usable } from './task.ts'

export interface MatchingOptions {
  /** Points a wave, and seeds at each. */
  readonly points: number
  readonly seeds: number
  readonly waves: number
  /** Implausible above this many standard deviations. */
  readonly cutoff: number
  /** Ends when a wave leaves more than this share of the volume. */
  readonly enough: number
  /** Points kept of the space that is left. */
  readonly pool: number
  /** Runs an emulator rests on at most; the latest count first. */
  readonly mostRuns: number
}

export const matchingDefaults: MatchingOptions = {
  points: 200,
  seeds: 3,
  waves: 4,
  cutoff: 3,
  enough: 0.9,
  pool: 600,
  mostRuns: 240,
}

export interface WaveReport {
  readonly wave: number
  readonly points: number
  readonly failed: number
  /** Volume left, of that before the wave and of the whole prior. */
  readonly share: number
  readonly volume: number
  /** Separate pieces of what is left. */
  readonly pieces: number
  /** Which implausibility had to stay under the cutoff: the largest (1) or the second largest (2). */
  readonly rule: 1 | 2
  /** Of each target's emulator. */
  readonly emulators: readonly Diagnosis[]
  readonly seedSd: readonly number[]
}

/** Nothing is left: the structure cannot make the targets together. */
export interface NothingLeft {
  readonly wave: number
  readonly rule: 1 | 2
  /** The least implausible point, and which targets speak against it (above the cutoff), the worst first. */
  readonly closest: readonly number[]
  readonly against: readonly { readonly target: string; readonly implausibility: number }[]
}

export interface MatchingState {
  readonly seed: number
  readonly wave: number
  readonly asked: number
  readonly runs: readonly MatchedRun[]
  readonly fits: readonly WaveFit[]
  /** Even over what is left, and the piece of each point. */
  readonly pool: readonly (readonly number[])[]
  readonly piece: readonly number[]
  readonly reports: readonly WaveReport[]
  readonly finished: boolean
  /** A structural error. The pool is then the one before it. */
  readonly nothingLeft: NothingLeft | null
}

/** The score of points over all waves so far. */
export function scoreOf(task: FitTask, state: MatchingState, cutoff = matchingDefaults.cutoff): Score {
  return worstOf(
    state.fits.map((fit, k) => waveScore(task, fit, emulatorsOf(fit, state.runs), state.reports[k]?.rule ?? 2, cutoff)),
  )
}

/** Pieces of what is left with their points and shares: where an inversion may start its groups. */
export function groupsOf(state: MatchingState): { points: (readonly number[])[]; share: number }[] {
  const count = Math.max(-1, ...state.piece) + 1
  return Array.from({ length: count }, (_, g) => {
    const points = state.pool.filter((_, k) => state.piece[k] === g)
    return { points, share: points.length / state.pool.length }
  })
}

/** The points of a wave: the first fill the prior, later ones lie far apart in what is left, every piece with its part. */
function designOf(task: FitTask, state: MatchingState, o: MatchingOptions): (readonly number[])[] {
  if (state.wave === 0)
    return spaceFilling(o.points, task.names.length, chanceOf(state.seed, 'matching design')).map((u) => Array.from(u))
  const groups = groupsOf(state)
  return groups.flatMap(({ points, share }) => {
    const quota = Math.max(1, Math.round(o.points * (0.5 * share + 0.5 / groups.length)))
    const own = points.map((x) => Float64Array.from(x))
    return spread(own, quota).map((k) => points[k] as readonly number[])
  })
}

export function historyMatching(given: Partial<MatchingOptions> = {}): Algorithm<MatchingState> {
  const o = { ...matchingDefaults, ...given }
  return {
    name: 'history-matching',
    start: (_task, seed) => ({
      seed,
      wave: 0,
      asked: 0,
      runs: [],
      fits: [],
      pool: [],
      piece: [],
      reports: [],
      finished: false,
      nothingLeft: null,
    }),
    ask: (task, state): RunRequest[] =>
      state.finished
        ? []
        : designOf(task, state, o).flatMap((u) => Array.from({ length: o.seeds }, (_, s) => ({ u, seed: s }))),
    tell: (task, state, outcomes) => told(task, state, outcomes, o),
    posterior: (_task, state) => state.pool.map((u) => ({ u, weight: 1 / state.pool.length })),
    progress: (state) => ({
      done: state.finished ? 1 : state.wave / o.waves,
      runs: state.asked,
      words: state.nothingLeft
        ? `wave ${state.wave}: nothing is left, ${state.nothingLeft.against.map(({ target }) => target).join(', ')} speak against the closest point`
        : `wave ${state.wave}: ${((state.reports.at(-1)?.volume ?? 1) * 100).toPrecision(2)} % of the prior left in ${state.reports.at(-1)?.pieces ?? 1} piece(s)`,
    }),
  }
}

function told(task: FitTask, state: MatchingState, outcomes: readonly RunOutcome[], o: MatchingOptions): MatchingState {
  const design = designOf(task, state, o)
  const { fresh, seedVariance } = averaged(task, design, outcomes, o.seeds, state.wave)
  const runs = [...state.runs, ...fresh]
  const before = scoreOf(task, state, o.cutoff)
  // earlier runs still tell of the space that is left, and a little around it
  const useful = runs.flatMap(({ u, wave }, k) => (wave === state.wave || before(u, 2) <= 1.5 ? [k] : []))
  const chosen = useful.slice(Math.max(0, useful.length - o.mostRuns))
  const { fit, emulators, diagnoses } = fitWave(task, state.wave, chosen, runs, seedVariance)
  const chance = chanceOf(state.seed, `matching wave ${state.wave}`)
  const start =
    state.pool.length > 0
      ? state.pool.map((x) => Float64Array.from(x))
      : spaceFilling(o.pool, task.names.length, chance.part('pool'))
  const last = state.wave + 1 >= o.waves
  const left = (rule: 1 | 2) => {
    const score = worstOf([before, waveScore(task, fit, emulators, Math.min(rule, task.targets.length), o.cutoff)])
    return { score, rule, ...survivorsOf(start, score, chance.part(`rule ${rule}`)) }
  }
  let found = left(2)
  const forgiving = found
  const settled = last || found.share > o.enough
  if (settled && found.points.length > 0) found = left(1)
  const next = {
    ...state,
    wave: state.wave + 1,
    asked: state.asked + outcomes.length,
    runs,
    fits: [...state.fits, fit],
  }
  const closest = found.closest
  const nothingLeft = closest
    ? {
        wave: state.wave,
        rule: found.rule,
        closest: closest.u,
        against: implausibilities(task, fit, emulators, closest.u)
          .map((implausibility, j) => ({ target: task.targets[j]?.id ?? '', implausibility }))
          .filter(({ implausibility }) => implausibility > o.cutoff)
          .sort((a, b) => b.implausibility - a.implausibility),
      }
    : null
  const kept = found.points.length > 0 ? found : forgiving
  const pool = kept.points.length > 0 ? kept.points : start
  const piece = kept.points.length > 0 ? Array.from(pieces(kept.points, kept.score)) : [...state.piece]
  const volume = (state.reports.at(-1)?.volume ?? 1) * found.share
  const report: WaveReport = {
    wave: state.wave,
    points: design.length,
    failed: design.length - fresh.length,
    share: found.share,
    volume,
    pieces: Math.max(-1, ...piece) + 1,
    rule: kept.rule,
    emulators: diagnoses,
    seedSd: fit.seedVariance.map(Math.sqrt),
  }
  return {
    ...next,
    pool: pool.map((x) => Array.from(x)),
    piece: piece.length === pool.length ? piece : pool.map(() => 0),
    reports: [...state.reports, report],
    finished: settled || nothingLeft !== null,
    nothingLeft,
  }
}

/** Means over the seeds of a point; a point with a failed run is left out. Variance about them, pooled over points. */
function averaged(
  task: FitTask,
  design: readonly (readonly number[])[],
  outcomes: readonly RunOutcome[],
  seeds: number,
  wave: number,
): { fresh: MatchedRun[]; seedVariance: number[] | undefined } {
  const pooled = task.targets.map(() => 0)
  const fresh = design.flatMap((u, k): MatchedRun[] => {
    const own = outcomes.slice(k * seeds, (k + 1) * seeds).map((outcome) => usable(outcome, task))
    if (!own.every((outcome) => outcome !== null)) return []
    const outcome = task.targets.map((_, j) => own.reduce((sum, one) => sum + (one[j] as number), 0) / seeds)
    own.forEach((one) => {
      one.forEach((v, j) => {
        pooled[j] = (pooled[j] as number) + (v - (outcome[j] as number)) ** 2
      })
    })
    return [{ u, wave, outcome }]
  })
  const seedVariance = seeds > 1 ? pooled.map((sum) => sum / Math.max(1, fresh.length * (seeds - 1))) : undefined
  return { fresh, seedVariance }
}
