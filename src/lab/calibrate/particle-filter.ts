// Particle filter: members are weighted by how well they foretold the readings and resampled, systematically, when few carry the
// weight (Gordon et al. 1993); the smoother follows each survivor's ancestors.
import type { Chance } from './chance.ts'
import type { StateModel } from './ensemble-filter.ts'
import { lnLikelihoodOf, type Reading } from './readings.ts'

export interface ParticleOptions {
  readonly members: number
  /** Resamples when the effective number falls below this share of the members. */
  readonly resampleBelow: number
  readonly signal?: AbortSignal
  readonly onTime?: (time: number) => void
}

export const particleDefaults: ParticleOptions = { members: 2000, resampleBelow: 0.5 }

export interface Cloud {
  readonly members: readonly Float64Array[]
  /** Add up to one. */
  readonly weights: Float64Array
}

export interface ParticleResult {
  readonly filtered: readonly Cloud[]
  /** By time, the ancestors of the last cloud's members, with its weights. Few differ far back: see `lineages`. */
  readonly smoothed: readonly Cloud[]
  /** By time, how many different ancestors are left. */
  readonly lineages: readonly number[]
  /** By time, before resampling. */
  readonly effective: readonly number[]
  readonly lnLikelihood: number
}

/** Effective number of members with these weights. */
export const effectiveNumber = (weights: ArrayLike<number>): number => {
  let sum = 0
  for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) ** 2
  return 1 / sum
}

/** Places of n members drawn with their weights, by one uniform number: each is taken n · weight times, rounded up or down. */
export function systematic(weights: ArrayLike<number>, uniform: number, n = weights.length): Int32Array {
  const places = new Int32Array(n)
  let total = weights[0] as number
  let at = 0
  for (let k = 0; k < n; k++) {
    const wanted = (k + uniform) / n
    while (total < wanted && at < weights.length - 1) total += weights[++at] as number
    places[k] = at
  }
  return places
}

/** Runs the filter over times 0 … times − 1. Throws RangeError where no member can have made a reading; AbortError when stopped. */
export function particleFilter(
  model: StateModel,
  readings: readonly Reading[],
  times: number,
  chance: Chance,
  given: Partial<ParticleOptions> = {},
): ParticleResult {
  const o = { ...particleDefaults, ...given }
  const n = o.members
  let weights = new Float64Array(n).fill(1 / n)
  let members: Float64Array[] = []
  const states: Float64Array[][] = []
  const parents: Int32Array[] = []
  const filtered: Cloud[] = []
  const effective: number[] = []
  let lnLikelihood = 0
  for (let t = 0; t < times; t++) {
    o.signal?.throwIfAborted()
    const own = chance.part(`time ${t}`)
    let from: Int32Array = Int32Array.from({ length: n }, (_, k) => k)
    if (t > 0 && effectiveNumber(weights) < o.resampleBelow * n) {
      from = systematic(weights, own.uniform(0))
      weights = new Float64Array(n).fill(1 / n)
    }
    parents.push(from)
    members =
      t === 0
        ? Array.from(from, (k) => model.start(k, own.part(`member ${k}`)))
        : Array.from(from, (k, place) => model.step(members[k] as Float64Array, t - 1, own.part(`member ${place}`)))
    const here = readings.filter(({ time }) => time === t)
    if (here.length > 0) {
      const ln = members.map(
        (x, k) => Math.log(weights[k] as number) + here.reduce((sum, reading) => sum + lnLikelihoodOf(reading, x), 0),
      )
      const top = Math.max(...ln)
      if (!Number.isFinite(top)) throw new RangeError(`at time ${t} no member can have made the readings`)
      const raw = ln.map((v) => Math.exp(v - top))
      const total = raw.reduce((a, b) => a + b, 0)
      lnLikelihood += top + Math.log(total)
      weights = Float64Array.from(raw, (v) => v / total)
    }
    states.push(members)
    effective.push(effectiveNumber(weights))
    filtered.push({ members, weights })
    o.onTime?.(t)
  }
  return { filtered, effective, lnLikelihood, ...ancestors(states, parents, weights) }
}

function ancestors(
  states: readonly Float64Array[][],
  parents: readonly Int32Array[],
  weights: Float64Array,
): Pick<ParticleResult, 'smoothed' | 'lineages'> {
  const smoothed: Cloud[] = []
  const lineages: number[] = []
  let at: Int32Array = Int32Array.from(weights, (_, k) => k)
  for (let t = states.length - 1; t >= 0; t--) {
    smoothed.unshift({ members: Array.from(at, (k) => states[t]?.[k] as Float64Array), weights })
    lineages.unshift(new Set(at).size)
    const up = parents[t] as Int32Array
    at = at.map((k) => up[k] as number)
  }
  return { smoothed, lineages }
}

/** Weighted mean and standard deviation of an element. */
export function spreadOf({ members, weights }: Cloud, j: number): { mean: number; sd: number } {
  const mean = members.reduce((sum, x, k) => sum + (weights[k] as number) * (x[j] as number), 0)
  const variance = members.reduce((sum, x, k) => sum + (weights[k] as number) * ((x[j] as number) - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(variance) }
}
