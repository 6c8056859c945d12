// Ensemble Kalman inversion with tempering: the step is chosen from the misfits (Iglesias and Yang 2021), observations are
// perturbed, sampling noise in the regression is damped, and groups that start apart stay apart.
import { chanceOf } from './chance.ts'
import { spaceFilling } from './designs.ts'
import { applied, dot, firmCholesky, matrix, moments, solved } from './linear.ts'
import { type Algorithm, type FitTask, misfits, quantilesOf, scores, usable, type Weighted } from './task.ts'

export interface InversionOptions {
  readonly size: number
  readonly steps: number
  /** Factor on the spread after each step: 1 is none. */
  readonly inflation: number
  /**
   * Damps regression slopes that a sample of this size can't tell from nought. For ensembles hardly larger than the unknowns; with
   * several members for each unknown it only keeps the fit too wide.
   */
  readonly taper: boolean
  /** Groups to start from, each with its share of the prior; members are spread over them and never mix. */
  readonly groups?: readonly { readonly points: readonly (readonly number[])[]; readonly share: number }[]
}

export const inversionDefaults: InversionOptions = { size: 300, steps: 12, inflation: 1, taper: false }

interface Group {
  readonly z: readonly (readonly number[])[]
  /** How far the data are taken in: from 0 to 1. */
  readonly taken: number
  /** ln of the prior's share plus ln of the evidence so far. */
  readonly lnWeight: number
}

export interface InversionState {
  readonly seed: number
  readonly step: number
  readonly runs: number
  readonly groups: readonly Group[]
  /** After the last step the members are run once more; their misfits. */
  readonly last: readonly (readonly number[] | null)[] | null
}

function startGroups(task: FitTask, seed: number, options: InversionOptions): Group[] {
  const chance = chanceOf(seed, 'inversion start')
  const { groups } = options
  if (groups === undefined || groups.length === 0) {
    const z = spaceFilling(options.size, task.names.length, chance).map((u) => Array.from(scores(u)))
    return [{ z, taken: 0, lnWeight: 0 }]
  }
  const each = Math.max(2, Math.floor(options.size / groups.length))
  return groups.map(({ points, share }, g) => ({
    z: Array.from({ length: each }, (_, k) =>
      Array.from(scores((k < points.length ? points[k] : points[chance.below(points.length, k, g)]) as number[])),
    ),
    taken: 0,
    lnWeight: Math.log(share),
  }))
}

/** How much of the data to take in next (Iglesias and Yang 2021, data misfit controller). */
function stepLength(half: readonly number[], targets: number, taken: number): number {
  const mean = half.reduce((a, b) => a + b, 0) / half.length
  const variance = half.reduce((sum, v) => sum + (v - mean) ** 2, 0) / half.length
  const wanted = Math.max(targets / (2 * mean), Math.sqrt(targets / (2 * variance)))
  return Math.min(1 - taken, Number.isFinite(wanted) ? wanted : 1)
}

function updated(
  group: Group,
  outcomes: readonly (readonly number[] | null)[],
  seed: string,
  own: number,
  o: InversionOptions,
): Group {
  const chance = chanceOf(own, seed)
  const members = group.z.flatMap((z, k) => (outcomes[k] ? [{ z, r: outcomes[k] as readonly number[], k }] : []))
  if (members.length < 3) throw new RangeError('almost every run failed: there is nothing to fit')
  const n = members.length
  const m = members[0]?.r.length ?? 0
  const d = members[0]?.z.length ?? 0
  const half = members.map(({ r }) => dot(r, r) / 2)
  const length = o.steps <= 1 ? 1 - group.taken : stepLength(half, m, group.taken)
  // in units of each target's standard deviation the error covariance is the identity
  const outputs = moments(members.map(({ r }) => r))
  const points = moments(members.map(({ z }) => z))
  const factor = firmCholesky(
    matrix(m, m, (i, j) => (outputs.covariance.data[i * m + j] as number) + (i === j ? 1 / length : 0)),
  )
  const cross = matrix(d, m, (i, j) => {
    let sum = 0
    for (const { z, r } of members)
      sum += ((z[i] as number) - (points.mean[i] as number)) * ((r[j] as number) - (outputs.mean[j] as number))
    const slope = sum / n
    if (!o.taper) return slope
    const spread = (points.covariance.data[i * d + i] as number) * (outputs.covariance.data[j * m + j] as number)
    const r2 = spread > 0 ? (slope * slope) / spread : 0
    // positive-part shrinkage: a correlation that chance alone would make counts for nothing
    return r2 > 0 ? slope * Math.max(0, 1 - (1 - r2) / ((n - 2) * r2)) : 0
  })
  const least = Math.min(...half)
  const evidence = -length * least + Math.log(half.reduce((sum, v) => sum + Math.exp(-length * (v - least)), 0) / n)
  const moved = members.map(({ z, r, k }) => {
    const pull = solved(
      factor,
      r.map((v, j) => -v + chance.normal(k, j) / Math.sqrt(length)),
    )
    const by = applied(cross, pull)
    return z.map((v, j) => v + (by[j] as number))
  })
  const centre = moments(moved).mean
  return {
    z: moved.map((z) => z.map((v, j) => (centre[j] as number) + o.inflation * (v - (centre[j] as number)))),
    taken: group.taken + length > 1 - 1e-9 ? 1 : group.taken + length,
    lnWeight: group.lnWeight + evidence,
  }
}

/** Ensemble Kalman inversion; exact for a linear model with normal errors and a large ensemble. */
export function ensembleInversion(given: Partial<InversionOptions> = {}): Algorithm<InversionState> {
  const options = { ...inversionDefaults, ...given }
  const open = (state: InversionState) => state.groups.some(({ taken }) => taken < 1)
  return {
    name: 'ensemble-kalman-inversion',
    start: (task, seed) => ({ seed, step: 0, runs: 0, groups: startGroups(task, seed, options), last: null }),
    ask: (_task, state) =>
      state.last ? [] : state.groups.flatMap(({ z }) => z).map((z, k) => ({ u: quantilesOf(z), seed: state.runs + k })),
    tell: (task, state, outcomes) => {
      const found = outcomes.map((outcome) => {
        const good = usable(outcome, task)
        return good && misfits(task, good)
      })
      const runs = state.runs + outcomes.length
      if (!open(state)) return { ...state, runs, last: found }
      let from = 0
      const groups = state.groups.map((group, g) => {
        const own = found.slice(from, from + group.z.length)
        from += group.z.length
        // the last step allowed takes in all that is left
        const limit = state.step + 1 >= options.steps ? { ...options, steps: 1 } : options
        return group.taken >= 1 ? group : updated(group, own, `step ${state.step} group ${g}`, state.seed, limit)
      })
      return { ...state, step: state.step + 1, runs, groups }
    },
    posterior: (_task, state): Weighted[] => {
      const top = Math.max(...state.groups.map(({ lnWeight }) => lnWeight))
      const weights = state.groups.map(({ lnWeight }) => Math.exp(lnWeight - top))
      const total = weights.reduce((a, b) => a + b, 0)
      return state.groups.flatMap(({ z }, g) =>
        z.map((one) => ({ u: quantilesOf(one), weight: (weights[g] as number) / total / z.length })),
      )
    },
    progress: (state) => {
      const taken = Math.min(...state.groups.map((group) => group.taken))
      return {
        done: state.last ? 1 : 0.95 * taken,
        runs: state.runs,
        words: `step ${state.step}, ${(100 * taken).toFixed(0)} % of the data taken in`,
      }
    },
  }
}
