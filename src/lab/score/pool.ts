// Stacking: a linear pool of forecasts whose weights are learnt on what earlier origins forecast.
import { type Sample, sampleOf } from '../../engine/distributions.ts'
import { logDensity, type Predictive } from './predictive.ts'
import { atomsOf } from './scores.ts'

/** One thing that was forecast, and what came, on the scale of the series. A member that could not forecast it stands as undefined. */
export interface Case {
  readonly forecasts: readonly (Predictive | undefined)[]
  readonly y: number
}

export interface Learning {
  /** `log score` by expectation–maximisation, `crps` by exponentiated gradient; both find the one best pool on the simplex. */
  readonly by: 'log score' | 'crps'
  /** So many cases are taken to speak for equal weights: few cases then move the weights little. 0 unless said. */
  readonly caution?: number
  readonly rounds?: number
}

const ROUNDS = 3000
/** Weights that move less than this in a round have arrived. */
const STILL = 1e-7

/**
 * Weights of the members, which sum to 1; equal without cases. In a case that some members did not forecast the others keep their
 * proportions, so that a member which came late is judged by its own cases only. The same cases give the same bits.
 */
export function learnWeights(cases: readonly Case[], { by, caution = 0, rounds = ROUNDS }: Learning): number[] {
  const members = cases[0]?.forecasts.length ?? 0
  const equal = 1 / Math.max(1, members)
  const usable = cases.filter(({ forecasts }) => forecasts.some((forecast) => forecast !== undefined))
  const found = by === 'log score' ? byLogScore(usable, members, rounds) : byCrps(usable, members, rounds)
  return found.map((weight) => (weight * usable.length + equal * caution) / (usable.length + caution || 1))
}

function byLogScore(cases: readonly Case[], members: number, rounds: number): number[] {
  // densities of a case relative to its best member: only ratios matter
  const densities = cases.map(({ forecasts, y }) => {
    const logs = forecasts.map((forecast) => forecast && logDensity(forecast, y))
    const top = Math.max(...logs.map((log) => log ?? -Infinity))
    return logs.map((log) => (log === undefined ? undefined : log === top ? 1 : Math.exp(log - top)))
  })
  let weights = new Array<number>(members).fill(1 / members)
  for (let round = 0; round < rounds; round++) {
    const next = new Array<number>(members).fill(0)
    for (const row of densities) {
      let [sum, present] = [0, 0]
      row.forEach((density, k) => {
        sum += (density ?? 0) * (weights[k] as number)
        present += density === undefined ? 0 : (weights[k] as number)
      })
      // a member that is absent gets what it would have been picked before one that is present
      row.forEach((density, k) => {
        next[k] = (next[k] as number) + (weights[k] as number) * (density === undefined ? 1 / present : density / sum)
      })
    }
    const moved = move(weights, next)
    weights = moved.weights
    if (moved.by < STILL) break
  }
  return weights
}

/** The CRPS of a pool is Σ w·E|X − y| − ½ Σ Σ w·w'·E|X − X'|: convex in the weights. */
interface Distances {
  readonly present: readonly number[]
  readonly miss: readonly number[]
  readonly apart: readonly (readonly number[])[]
}

const standing = new WeakMap<Predictive, Sample>()

function sampleFor(forecast: Predictive): Sample {
  const before = standing.get(forecast)
  if (before) return before
  const { values, weights } = atomsOf(forecast)
  const sample = sampleOf(values, weights)
  standing.set(forecast, sample)
  return sample
}

const measured = new WeakMap<Case, Distances>()

function distancesOf(one: Case): Distances {
  const before = measured.get(one)
  if (before) return before
  const { forecasts, y } = one
  const present = forecasts.flatMap((forecast, k) => (forecast === undefined ? [] : [k]))
  const samples = present.map((k) => sampleFor(forecasts[k] as Predictive))
  const outcome = sampleOf([y])
  const distances = {
    present,
    miss: samples.map((sample) => meanDistance(sample, outcome)),
    apart: samples.map((sample) => samples.map((other) => meanDistance(sample, other))),
  }
  measured.set(one, distances)
  return distances
}

function byCrps(cases: readonly Case[], members: number, rounds: number): number[] {
  const all = cases.map(distancesOf)
  const size = all.reduce((sum, { miss }) => sum + Math.max(...miss), 0) || 1
  let weights = new Array<number>(members).fill(1 / members)
  for (let round = 0; round < rounds; round++) {
    const slope = slopesAt(weights, all)
    const least = Math.min(...slope)
    const raised = weights.map((weight, i) => weight * Math.exp((least - (slope[i] as number)) / size))
    const moved = move(weights, raised)
    weights = moved.weights
    if (moved.by < STILL) break
  }
  return weights
}

/** No member's weight gets smaller while weights are learnt: in a case without the best ones the others must keep proportions. */
const SMALLEST = 1e-9

function move(from: readonly number[], to: readonly number[]): { weights: number[]; by: number } {
  const sum = to.reduce((a, b) => a + b, 0)
  const kept = to.map((weight) => Math.max(weight / sum, SMALLEST))
  const total = kept.reduce((a, b) => a + b, 0)
  const weights = kept.map((weight) => weight / total)
  return { weights, by: Math.max(...weights.map((weight, k) => Math.abs(weight - (from[k] as number)))) }
}

/** What the summed CRPS gains with a little more of each member. */
function slopesAt(weights: readonly number[], cases: readonly Distances[]): number[] {
  const slopes = weights.map(() => 0)
  for (const { present, miss, apart } of cases) {
    const share = present.reduce((sum, k) => sum + (weights[k] as number), 0)
    const inside = present.map((k) => (weights[k] as number) / share)
    const own = miss.map((m, i) => m - (apart[i] ?? []).reduce((sum, d, j) => sum + d * (inside[j] as number), 0))
    const middle = own.reduce((sum, value, i) => sum + value * (inside[i] as number), 0)
    present.forEach((k, i) => {
      slopes[k] = (slopes[k] as number) + ((own[i] as number) - middle) / share
    })
  }
  return slopes
}

/** Mean |x − x'| of two samples: the area of F (1 − G) + G (1 − F). */
export function meanDistance(a: Sample, b: Sample): number {
  let [i, j, f, g, total] = [0, 0, 0, 0, 0]
  let from = Math.min(a.values[0] as number, b.values[0] as number)
  while (i < a.values.length || j < b.values.length) {
    const x = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity)
    total += (x - from) * (f * (1 - g) + g * (1 - f))
    from = x
    for (; a.values[i] === x; i++) f += a.weights[i] as number
    for (; b.values[j] === x; j++) g += b.weights[j] as number
  }
  return total
}

/** The pool of forecasts with these weights; members of weight 0 are left out. */
export function pooled(forecasts: readonly Predictive[], weights: readonly number[]): Predictive {
  const kept = forecasts.map((part, k) => ({ part, weight: weights[k] ?? 0 })).filter(({ weight }) => weight > 0)
  return { kind: 'pool', parts: kept.map(({ part }) => part), weights: kept.map(({ weight }) => weight) }
}
