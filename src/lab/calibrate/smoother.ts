// Iterative ensemble smoother (randomised maximum likelihood; Chen and Oliver 2013, Levenberg–Marquardt form): every member looks for
// the point nearest to where it started in the prior whose answers meet the targets as disturbed for it. One slope is estimated from
// all members; each takes its own steps and keeps only those that are better for it. Exact for a linear model with normal errors.
import { chanceOf } from './chance.ts'
import { spaceFilling } from './designs.ts'
import { dot, less, type Matrix } from './linear.ts'
import { adviser, corrected, type Standing, slopesOf } from './slopes.ts'
import { type Algorithm, misfits, quantilesOf, scores, usable, type Weighted } from './task.ts'

export interface SmootherOptions {
  readonly size: number
  /** Rounds of runs after the first. */
  readonly steps: number
  /** Damping at the start; a member that gets better divides its own by `ease`, one that gets worse multiplies. */
  readonly damping: number
  readonly ease: number
  /** How many are kept in the end: those whose run is nearest; the others found no way from where they started. All unless said. */
  readonly kept?: number
  /** Where members start, on the unit cube: a fair sample of the prior, or of what was not ruled out. */
  readonly points?: readonly (readonly number[])[]
}

export const smootherDefaults: SmootherOptions = { size: 400, steps: 8, damping: 4, ease: 4 }

interface Member {
  readonly z: readonly number[]
  /** Misfits at z, in standard deviations of the targets; null when that run failed. */
  readonly r: readonly number[] | null
  readonly damping: number
}

export interface SmootherState {
  readonly seed: number
  readonly step: number
  readonly runs: number
  readonly start: readonly (readonly number[])[]
  readonly members: readonly Member[]
  /** What is run now. */
  readonly tried: readonly (readonly number[])[]
  /** Targets × unknowns, row by row; empty before the first answers. */
  readonly slopes: readonly number[]
  /** Mean of the squared misfits per target, by round. */
  readonly misfit: readonly number[]
}

const STEEPEST = 256

/** What a member minimises: its way from the start, and its misfits to the disturbed targets. */
function cost(z: readonly number[], start: readonly number[], r: readonly number[], noise: readonly number[]): number {
  let sum = 0
  for (let j = 0; j < z.length; j++) sum += ((z[j] as number) - (start[j] as number)) ** 2
  for (let j = 0; j < r.length; j++) sum += ((r[j] as number) - (noise[j] as number)) ** 2
  return sum
}

export function iterativeSmoother(given: Partial<SmootherOptions> = {}): Algorithm<SmootherState> {
  const options = { ...smootherDefaults, ...given }
  const noiseOf = (state: SmootherState, m: number) => {
    const chance = chanceOf(state.seed, 'smoother noise')
    return (k: number) => Array.from({ length: m }, (_, j) => chance.normal(k, j))
  }
  return {
    name: 'iterative-ensemble-smoother',
    start: (task, seed) => {
      const chance = chanceOf(seed, 'smoother start')
      const u = options.points ?? spaceFilling(options.size, task.names.length, chance)
      const start = Array.from({ length: options.size }, (_, k) => Array.from(scores(u[k % u.length] as number[])))
      const members = start.map((z): Member => ({ z, r: null, damping: options.damping }))
      return { seed, step: 0, runs: 0, start, members, tried: start, slopes: [], misfit: [] }
    },
    ask: (_task, state) =>
      state.step > options.steps ? [] : state.tried.map((z, k) => ({ u: quantilesOf(z), seed: k })),
    tell: (task, state, outcomes) => {
      const [m, d] = [task.targets.length, task.names.length]
      const noise = noiseOf(state, m)
      const moves: Standing[] = []
      const members = state.members.map((member, k): Member => {
        const outcome = usable(outcomes[k] ?? null, task)
        const z = state.tried[k] as readonly number[]
        const start = state.start[k] as readonly number[]
        const worse = { ...member, damping: Math.min(STEEPEST, Math.max(member.damping, 0.25) * options.ease) }
        if (!outcome) return worse
        const r = misfits(task, outcome)
        if (!member.r) return { ...member, z, r }
        moves.push({ z: less(z, member.z), r: less(r, member.r) })
        const better = cost(z, start, r, noise(k)) <= cost(member.z, start, member.r, noise(k))
        return better ? { z, r, damping: member.damping / options.ease } : worse
      })
      const good = members.flatMap(({ z, r }) => (r ? [{ z, r }] : []))
      if (good.length < 3) throw new RangeError('almost every run failed: there is nothing to fit')
      const misfit = good.reduce((sum, { r }) => sum + dot(r, r), 0) / good.length / m
      const old: Matrix = { rows: m, columns: d, data: Float64Array.from(state.slopes) }
      const slopes = state.step === 0 ? slopesOf(good) : corrected(old, moves)
      const advise = adviser(slopes)
      const tried = members.map(({ z, r, damping }, k) => {
        if (!r) return good[k % good.length]?.z ?? z
        const step = advise(less(z, state.start[k] as readonly number[]), less(r, noise(k)), damping)
        return z.map((v, j) => v + (step[j] as number))
      })
      return {
        ...state,
        step: state.step + 1,
        runs: state.runs + outcomes.length,
        members,
        tried,
        slopes: Array.from(slopes.data),
        misfit: [...state.misfit, misfit],
      }
    },
    posterior: (task, state): Weighted[] => {
      const noise = noiseOf(state, task.targets.length)
      const costs = state.members.map(({ z, r }, k) =>
        r ? cost(z, state.start[k] as readonly number[], r, noise(k)) : Number.POSITIVE_INFINITY,
      )
      const count = Math.min(options.kept ?? costs.length, costs.filter(Number.isFinite).length)
      const order = costs.map((_, k) => k).sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b)
      const kept = new Set(order.slice(0, count))
      return state.members.map(({ z }, k) => ({ u: quantilesOf(z), weight: kept.has(k) ? 1 / count : 0 }))
    },
    progress: (state) => ({
      done: state.step / (options.steps + 1),
      runs: state.runs,
      words: `round ${state.step} of ${options.steps + 1}, squared misfit per target ${(state.misfit.at(-1) ?? Number.NaN).toFixed(2)}`,
    }),
  }
}
