// Ensemble Kalman filter and smoother: a serial square-root filter (Whitaker and Hamill 2002) that takes readings one by one, with reach
// (localisation), inflation towards the spread before (Zhang et al. 2004), and the same update on earlier states for the smoother.
import type { Chance } from './chance.ts'
import { foretold, type Reading, scaledValue } from './readings.ts'

/** A model of a state, stepped one member at a time. */
export interface StateModel {
  /** State of a member at time 0. */
  start(member: number, chance: Chance): Float64Array
  /** State at `time` + 1. Process noise comes from `chance`, which is the member's and the time's own. */
  step(state: Float64Array, time: number, chance: Chance): Float64Array
}

export interface FilterOptions {
  readonly members: number
  /** Share of the spread before an update that is given back: 0 is none. */
  readonly relaxation: number
  /** Times that a reading reaches back: 0 filters only, Infinity smooths all. */
  readonly lag: number
  readonly signal?: AbortSignal
  readonly onTime?: (time: number) => void
}

export const filterDefaults: FilterOptions = { members: 200, relaxation: 0, lag: Number.POSITIVE_INFINITY }

/** A reading before it was taken in: how well the ensemble foretold it. Large |z| and small p name a surprise or a contradiction. */
export interface Innovation {
  readonly time: number
  readonly source: string
  readonly expected: number
  readonly spread: number
  readonly value: number
  /** (value − expected) / √(spread² + sd²), on the reading's scale. */
  readonly z: number
}

/**
 * Takes in the readings of one time, in their order. `ensembles[0]` is the state now, the others earlier states of the same
 * members; all are updated by regression on what the reading was foretold to be. Returns new ensembles.
 */
export function assimilate(
  ensembles: readonly (readonly Float64Array[])[],
  readings: readonly Reading[],
  relaxation = 0,
): { ensembles: Float64Array[][]; innovations: Innovation[] } {
  let now: Float64Array[][] = ensembles.map((members) => members.map((x) => x.slice()))
  const innovations: Innovation[] = []
  for (const reading of readings) {
    const members = now[0] as Float64Array[]
    const n = members.length
    const said = members.map((x) => foretold(reading, x))
    const expected = said.reduce((a, b) => a + b, 0) / n
    const away = said.map((v) => v - expected)
    const spread2 = away.reduce((sum, v) => sum + v * v, 0) / (n - 1)
    const error2 = reading.sd * reading.sd
    const gap = scaledValue(reading) - expected
    innovations.push({
      time: reading.time,
      source: reading.source,
      expected,
      spread: Math.sqrt(spread2),
      value: scaledValue(reading),
      z: gap / Math.sqrt(spread2 + error2),
    })
    // shrinks the members' differences so that their variance is that of the Kalman update
    const damp = 1 / (1 + Math.sqrt(error2 / (spread2 + error2)))
    now = now.map((earlier) => regressed(earlier, away, spread2 + error2, gap, damp, reading.reach))
  }
  const first = now[0]
  if (relaxation > 0 && readings.length > 0 && first)
    now[0] = relaxed(ensembles[0] as readonly Float64Array[], first, relaxation)
  return { ensembles: now, innovations }
}

function regressed(
  members: readonly Float64Array[],
  away: readonly number[],
  variance: number,
  gap: number,
  damp: number,
  reach: ArrayLike<number> | undefined,
): Float64Array[] {
  const n = members.length
  const d = members[0]?.length ?? 0
  const gain = Float64Array.from({ length: d }, (_, j) => {
    let sum = 0
    for (let k = 0; k < n; k++) sum += (members[k]?.[j] as number) * (away[k] as number)
    return (sum / (n - 1) / variance) * (reach?.[j] ?? 1)
  })
  return members.map((x, k) => x.map((v, j) => v + (gain[j] as number) * (gap - damp * (away[k] as number))))
}

function relaxed(before: readonly Float64Array[], after: readonly Float64Array[], share: number): Float64Array[] {
  const n = after.length
  const centre = (members: readonly Float64Array[], j: number) => members.reduce((s, x) => s + (x[j] as number), 0) / n
  const d = after[0]?.length ?? 0
  const centres = Array.from({ length: d }, (_, j) => [centre(before, j), centre(after, j)] as const)
  return after.map((x, k) =>
    x.map((v, j) => {
      const [old, now] = centres[j] as readonly [number, number]
      return now + (1 - share) * (v - now) + share * ((before[k]?.[j] as number) - old)
    }),
  )
}

export interface Filtered {
  /** By time, the members given readings up to then. */
  readonly filtered: readonly (readonly Float64Array[])[]
  /** By time, the members given all readings within the lag. */
  readonly smoothed: readonly (readonly Float64Array[])[]
  readonly innovations: readonly Innovation[]
}

/** Runs the filter over times 0 … times − 1. A time without readings is only stepped over. Throws AbortError when stopped. */
export function ensembleFilter(
  model: StateModel,
  readings: readonly Reading[],
  times: number,
  chance: Chance,
  given: Partial<FilterOptions> = {},
): Filtered {
  const o = { ...filterDefaults, ...given }
  const filtered: Float64Array[][] = []
  let past: Float64Array[][] = []
  const innovations: Innovation[] = []
  for (let t = 0; t < times; t++) {
    o.signal?.throwIfAborted()
    const own = chance.part(`time ${t}`)
    const before = past[t - 1]
    const members = before
      ? before.map((x, k) => model.step(x, t - 1, own.part(`member ${k}`)))
      : Array.from({ length: o.members }, (_, k) => model.start(k, own.part(`member ${k}`)))
    const reached = Math.max(0, t - o.lag)
    const touched = [members, ...past.slice(reached).reverse()]
    const taken = assimilate(
      touched,
      readings.filter(({ time }) => time === t),
      o.relaxation,
    )
    innovations.push(...taken.innovations)
    const [now = [], ...earlier] = taken.ensembles
    past = [...past.slice(0, reached), ...earlier.reverse(), now]
    filtered.push(now)
    o.onTime?.(t)
  }
  return { filtered, smoothed: past, innovations }
}
