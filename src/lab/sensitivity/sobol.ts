// Variance-based indices: first order after Saltelli et al. (2010), total after Jansen (1999), with bootstrap intervals.
import { mean, quantiles } from '../../engine/quantiles.ts'
import type { Chance } from '../calibrate/chance.ts'
import { latinHypercube, sobolSequence } from '../calibrate/designs.ts'
import { SOBOL_DIMENSIONS } from '../calibrate/direction-numbers.ts'

/** n rows of A and of B, and for each group of inputs the rows of A with that group from B: n (groups + 2) runs. */
export interface SaltelliDesign {
  readonly a: readonly Float64Array[]
  readonly b: readonly Float64Array[]
  readonly mixed: readonly (readonly Float64Array[])[]
}

/** Each input by itself. */
export const saltelliDesign = (n: number, d: number, chance: Chance): SaltelliDesign =>
  groupedDesign(
    n,
    d,
    Array.from({ length: d }, (_, input) => [input]),
    chance,
  )

/**
 * Whole groups of inputs, which may overlap. From one Sobol' design in 2 d dimensions where it is tabled (d ≤ 30), else from two
 * Latin hypercubes.
 */
export function groupedDesign(
  n: number,
  d: number,
  groups: readonly (readonly number[])[],
  chance: Chance,
): SaltelliDesign {
  const both =
    2 * d <= SOBOL_DIMENSIONS
      ? sobolSequence(n, 2 * d, chance)
      : latinHypercube(n, d, chance.part('a')).map((x, k, _a, b = latinHypercube(n, d, chance.part('b'))) =>
          Float64Array.from([...x, ...(b[k] as Float64Array)]),
        )
  const a = both.map((x) => x.slice(0, d))
  const b = both.map((x) => x.slice(d))
  const mixed = groups.map((group) =>
    a.map((x, k) => {
      const y = x.slice()
      for (const input of group) y[input] = (b[k] as Float64Array)[input] as number
      return y
    }),
  )
  return { a, b, mixed }
}

/** Runs of a design for one output, in the design's order. */
export interface SaltelliValues {
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  readonly mixed: readonly ArrayLike<number>[]
}

export interface Index {
  readonly value: number
  /** 5 and 95 % of the bootstrap. */
  readonly low: number
  readonly high: number
}

export interface SobolIndices {
  /** Share of variance removed, on average, by knowing this input alone. */
  readonly first: Index
  /** Share left, on average, when all others are known. */
  readonly total: Index
}

/** Indices of each input. An output that does not vary has indices of 0. */
export function sobolIndices(values: SaltelliValues, chance: Chance, resamples = 200): SobolIndices[] {
  const n = values.a.length
  const whole = Int32Array.from({ length: n }, (_, k) => k)
  const drawn = Array.from({ length: resamples }, (_, r) =>
    Int32Array.from({ length: n }, (_, k) => chance.below(n, r, k)),
  )
  return values.mixed.map((_, input) => {
    const at = estimate(values, input, whole)
    const again = drawn.map((rows) => estimate(values, input, rows))
    const index = (which: 'first' | 'total'): Index => {
      const [low = 0, high = 0] = quantiles(
        again.map((one) => one[which]),
        [0.05, 0.95],
      )
      return { value: at[which], low, high }
    }
    return { first: index('first'), total: index('total') }
  })
}

function estimate(values: SaltelliValues, input: number, rows: Int32Array): { first: number; total: number } {
  const of = values.mixed[input] as ArrayLike<number>
  const at = (list: ArrayLike<number>) => Array.from(rows, (k) => list[k] as number)
  const [a, b, ab] = [at(values.a), at(values.b), at(of)]
  const all = [...a, ...b]
  const centre = mean(all)
  const variance = mean(all.map((v) => (v - centre) ** 2))
  if (variance <= 0) return { first: 0, total: 0 }
  // centred on the mean: the estimator's error falls when outputs lie far from zero
  const first = mean(a.map((v, k) => ((b[k] as number) - centre) * ((ab[k] as number) - v)))
  const total = mean(a.map((v, k) => (v - (ab[k] as number)) ** 2)) / 2
  return { first: first / variance, total: total / variance }
}
