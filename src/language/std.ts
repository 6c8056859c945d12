/**
 * The library of rules, written in the language of rules: the compiler puts these functions in place of their calls, the
 * oracle runs them. Numbers are written as the f32 nearest to them. Only + − × ÷, comparisons and the primitives occur, so every machine gives the same bits.
 */
import { exponent, floor, mantissa, max, min, pow2 } from './prim.ts'

/** e^a for a clamped to −40 … 40 (Cephes polynomial, relative error 1e-7). */
export const exp = (a: number): number => {
  const x = max(min(a, 40), -40)
  const n = floor(x * 1.4426950216293335 + 0.5)
  const r = x - n * 0.693359375 + n * 2.1219444e-4
  const cubic = ((1.98756915e-4 * r + 1.3981999507e-3) * r + 8.3334519073e-3) * r + 4.1665795894e-2
  const y = (cubic * r + 1.6666665459e-1) * r + 5.0000001201e-1
  return (y * r * r + r + 1) * pow2(n)
}

/** Natural logarithm (Cephes polynomial). Zero, negatives and NaN give −87.3, the log of the smallest normal number. */
export const log = (a: number): number => {
  const b = max(1.17549435e-38, a)
  const m = mantissa(b)
  const high = m > 1.4142135381698608 ? 1 : 0
  const e = exponent(b) + high
  const x = m * (high === 1 ? 0.5 : 1) - 1
  const first = ((7.0376836292e-2 * x - 1.151461031e-1) * x + 1.167699874e-1) * x - 1.2420140846e-1
  const second = ((first * x + 1.4249322787e-1) * x - 1.6668057665e-1) * x + 2.0000714765e-1
  const y = (second * x - 2.4999993993e-1) * x + 3.3333331174e-1
  const z = x * x
  return x + (y * x * z + e * -2.1219444e-4 - 0.5 * z) + e * 0.693359375
}

/** a^b for a > 0; neither has a unit. */
export const pow = (a: number, b: number): number => exp(b * log(a))

/** a, but at least low and at most high. */
export const clamp = (a: number, low: number, high: number): number => max(min(a, high), low)

/** 1 / (1 + e^−a): from 0 to 1, one half at a = 0. */
export const logistic = (a: number): number => 1 / (1 + exp(-a))

/** 0 below the edge, 1 from the edge on. */
export const step = (x: number, edge: number): number => (x >= edge ? 1 : 0)

/**
 * The straight lines through the points (xs[0], ys[0]), (xs[1], ys[1]) …; the first y before them, the last y after them.
 * xs increase. Lists of constants or parameters, for example the yield of a plant by its age.
 */
export const curve = (x: number, xs: readonly number[], ys: readonly number[]): number => {
  let y = ys[0] as number
  for (let k = 1; k < xs.length; k++) {
    const from = xs[k - 1] as number
    const width = (xs[k] as number) - from
    const low = ys[k - 1] as number
    const slope = ((ys[k] as number) - low) / width
    y = x > from ? low + min(x - from, width) * slope : y
  }
  return y
}

/** Chooses an alternative (0, 1, 2 …) with probability proportional to its weight; u is uniform in [0, 1). */
export const pick = (weights: readonly number[], u: number): number => {
  let total = 0
  for (const w of weights) total += w
  const target = u * total
  let below = 0
  let chosen = 0
  for (let k = 0; k < weights.length - 1; k++) {
    below += weights[k] as number
    chosen += target >= below ? 1 : 0
  }
  return chosen
}

/** Multinomial logit: chooses an alternative with probability proportional to e^utility; u is uniform in [0, 1). */
export const logit = (utilities: readonly number[], u: number): number => pick(utilities.map(exp), u)
