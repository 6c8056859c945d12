// Approximate Bayesian computation by sequential Monte Carlo, with the adaptive populations of Lenormand, Jabot and Deffuant
// (2013), a kernel from the nearest particles (Filippi et al. 2013) and local-linear regression at the end (Beaumont 2002).
import { quantile } from '../../engine/quantiles.ts'
import { adjusted } from './adjust.ts'
import { chanceOf, lnNormal } from './chance.ts'
import { spaceFilling, squared } from './designs.ts'
import { dot, firmCholesky, lnDeterminant, type Matrix, matrix, rowOf } from './linear.ts'
import { type Algorithm, type FitTask, misfits, quantilesOf, type RunRequest, scores, usable } from './task.ts'

export interface AbcOptions {
  /** Particles of a population before it is cut down. */
  readonly size: number
  /** Share kept of each population: the quantile that sets the next tolerance. */
  readonly keep: number
  /** Ends when fewer than this share of new runs beats the tolerance. */
  readonly leastAcceptance: number
  readonly rounds: number
  /** Where the prior is not nought: the space that history matching left. */
  readonly within?: (u: readonly number[]) => boolean
  /** Points spread evenly over that space, to start from. */
  readonly pool?: readonly (readonly number[])[]
}

interface Particle {
  readonly z: readonly number[]
  /** Misfits of the run with observation error added, in standard deviations. */
  readonly misfit: readonly number[]
  readonly distance: number
  readonly weight: number
}

export interface AbcState {
  readonly seed: number
  readonly round: number
  readonly runs: number
  readonly tolerance: number | null
  readonly particles: readonly Particle[]
  /** Share of new runs that beat the tolerance, by round. */
  readonly acceptance: readonly number[]
}

export const abcDefaults: AbcOptions = { size: 1000, keep: 0.4, leastAcceptance: 0.05, rounds: 12 }

interface Kernel {
  readonly z: readonly number[]
  readonly factor: Matrix
  readonly lnScale: number
}

/** A cloud of kernels around the particles, each with the spread of its nearest neighbours. */
function kernelsOf(particles: readonly Particle[]): Kernel[] {
  const d = particles[0]?.z.length ?? 0
  const near = Math.min(particles.length, Math.max(4 * d, Math.ceil(particles.length / 4)))
  return particles.map(({ z }) => {
    const by = particles.map((other) => squared(z, other.z))
    const edge = Float64Array.from(by).sort()[near - 1] as number
    const around = matrix(d, d)
    let total = 0
    particles.forEach((other, k) => {
      if ((by[k] as number) > edge) return
      total += other.weight
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++)
          around.data[i * d + j] =
            (around.data[i * d + j] as number) +
            other.weight * ((other.z[i] as number) - (z[i] as number)) * ((other.z[j] as number) - (z[j] as number))
    })
    const factor = firmCholesky({ ...around, data: around.data.map((v) => v / total) })
    return { z, factor, lnScale: -0.5 * lnDeterminant(factor) }
  })
}

/** ln of a kernel's density at x, but for the constant; worked out in place, for it is the inner loop. */
function lnKernel({ z, factor, lnScale }: Kernel, x: readonly number[], scratch: Float64Array): number {
  const d = x.length
  let squares = 0
  for (let i = 0; i < d; i++) {
    let sum = (x[i] as number) - (z[i] as number)
    for (let k = 0; k < i; k++) sum -= (factor.data[i * d + k] as number) * (scratch[k] as number)
    sum /= factor.data[i * d + i] as number
    scratch[i] = sum
    squares += sum * sum
  }
  return lnScale - 0.5 * squares
}

const lnPrior = (z: readonly number[]): number => z.reduce((sum, v) => sum + lnNormal(v), 0)

/** The proposals of a round, the same whenever they are worked out. */
function proposals(state: AbcState, options: AbcOptions): number[][] {
  const chance = chanceOf(state.seed, `abc round ${state.round}`)
  const kernels = kernelsOf(state.particles)
  let total = 0
  const ladder = state.particles.map(({ weight }) => {
    total += weight
    return total
  })
  const wanted = options.size - state.particles.length
  const found: number[][] = []
  for (let k = 0; found.length < wanted && k < 200 * wanted; k++) {
    const place = chance.uniform(k, 0) * total
    const { z, factor } = kernels[ladder.findIndex((top) => top >= place)] ?? (kernels[0] as Kernel)
    const noise = z.map((_, j) => chance.normal(k, j + 1))
    const moved = z.map((v, j) => v + dot(rowOf(factor, j).subarray(0, j + 1), noise))
    if (!options.within || options.within(quantilesOf(moved))) found.push(moved)
  }
  return found
}

function startingPoints(task: FitTask, state: AbcState, options: AbcOptions): readonly (readonly number[])[] {
  const chance = chanceOf(state.seed, 'abc start')
  if (options.pool && options.pool.length > 0) {
    const pool = options.pool
    return Array.from({ length: options.size }, (_, k) =>
      k < pool.length ? (pool[k] as number[]) : (pool[chance.below(pool.length, k)] as number[]),
    )
  }
  const points = spaceFilling(options.size, task.names.length, chance).map((u) => Array.from(u))
  return options.within ? points.filter(options.within) : points
}

/** ABC-SMC. Each run counts once; observation error is added to it by chance, so that the fit is to model and error together. */
export function abcSmc(given: Partial<AbcOptions> = {}): Algorithm<AbcState> {
  const options = { ...abcDefaults, ...given }
  const finished = (state: AbcState) =>
    state.round >= options.rounds || (state.round > 1 && (state.acceptance.at(-1) ?? 1) < options.leastAcceptance)
  const ask = (task: FitTask, state: AbcState): RunRequest[] => {
    if (finished(state)) return []
    const points = state.round === 0 ? startingPoints(task, state, options) : proposals(state, options).map(quantilesOf)
    return points.map((u, k) => ({ u, seed: state.runs + k }))
  }
  return {
    name: 'abc-smc',
    start: (_task, seed) => ({ seed, round: 0, runs: 0, tolerance: null, particles: [], acceptance: [] }),
    ask,
    tell: (task, state, outcomes) => {
      const points =
        state.round === 0
          ? startingPoints(task, state, options).map((u) => Array.from(scores(u)))
          : proposals(state, options)
      const error = chanceOf(state.seed, `abc error ${state.round}`)
      const kernels = state.round === 0 ? [] : kernelsOf(state.particles)
      const total = state.particles.reduce((sum, { weight }) => sum + weight, 0)
      const fresh = points.flatMap((z, k): Particle[] => {
        const outcome = usable(outcomes[k] ?? null, task)
        if (outcome === null) return []
        const misfit = misfits(task, outcome).map((m, j) => m + error.normal(k, j))
        return [{ z, misfit, distance: Math.sqrt(dot(misfit, misfit)), weight: weightOf(z, kernels, state, total) }]
      })
      const all = [...state.particles, ...fresh].sort((a, b) => a.distance - b.distance)
      if (all.length < 2) throw new RangeError('almost every run failed: there is nothing to fit')
      const tolerance = quantile(
        all.map(({ distance }) => distance),
        options.keep,
      )
      const kept = all.filter(({ distance }) => distance <= tolerance)
      const better = fresh.filter(({ distance }) => distance < (state.tolerance ?? Number.POSITIVE_INFINITY)).length
      return {
        ...state,
        round: state.round + 1,
        runs: state.runs + points.length,
        tolerance: Math.min(tolerance, state.tolerance ?? tolerance),
        particles: kept.length >= 2 ? kept : all.slice(0, 2),
        acceptance: [...state.acceptance, better / Math.max(1, points.length)],
      }
    },
    posterior: (_task, state) => adjusted(state.particles, state.tolerance ?? 1),
    progress: (state) => ({
      done: finished(state) ? 1 : state.round / options.rounds,
      runs: state.runs,
      words: `population ${state.round}, tolerance ${(state.tolerance ?? 0).toFixed(2)}, accepted ${(100 * (state.acceptance.at(-1) ?? 1)).toFixed(0)} %`,
    }),
  }
}

function weightOf(z: readonly number[], kernels: readonly Kernel[], state: AbcState, total: number): number {
  if (kernels.length === 0) return 1
  const scratch = new Float64Array(z.length)
  const terms = kernels.map(
    (kernel, k) => Math.log((state.particles[k] as Particle).weight / total) + lnKernel(kernel, z, scratch),
  )
  const top = Math.max(...terms)
  const d = z.length
  // the constant of the normal kernels, so that weights of all rounds are on one scale
  const lnMix = top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0)) - 0.9189385332046727 * d
  return Math.exp(lnPrior(z) - lnMix)
}
