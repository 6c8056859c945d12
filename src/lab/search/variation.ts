// New points from known ones. Every number is keyed, so that a search gives the same points on any machine.
import type { Chance } from '../calibrate/chance.ts'

/** Simulated binary crossover (Deb and Agrawal 1995): children as far apart as their parents, mostly. */
const SPREAD = 15
/** Polynomial mutation: small steps mostly. */
const STEP = 20

/** A child of two points of the unit cube. */
export function child(mother: Float64Array, father: Float64Array, chance: Chance): Float64Array {
  const crossed = mother.map((a, j) => {
    const b = father[j] as number
    if (chance.uniform(j, 0) < 0.5) return a
    const u = chance.uniform(j, 1)
    const beta = u < 0.5 ? (2 * u) ** (1 / (SPREAD + 1)) : (1 / (2 * (1 - u))) ** (1 / (SPREAD + 1))
    const side = chance.uniform(j, 2) < 0.5 ? 1 : -1
    return inside(0.5 * (a + b) + 0.5 * side * beta * (a - b))
  })
  return mutated(crossed, 1 / mother.length, chance)
}

/** Some of the numbers moved a little. */
export function mutated(point: Float64Array, rate: number, chance: Chance): Float64Array {
  return point.map((x, j) => {
    if (chance.uniform(j, 3) >= rate) return x
    const u = chance.uniform(j, 4)
    const delta = u < 0.5 ? (2 * u) ** (1 / (STEP + 1)) - 1 : 1 - (2 * (1 - u)) ** (1 / (STEP + 1))
    return inside(x + delta)
  })
}

/** Some of the numbers drawn anew. */
export const redrawn = (point: Float64Array, rate: number, chance: Chance): Float64Array =>
  point.map((x, j) => (chance.uniform(j, 5) < rate ? chance.uniform(j, 6) : x))

/** On the grid: `levels[j]` values from 0 to 1. */
export const onGrid = (point: Float64Array, levels: readonly number[]): Float64Array =>
  point.map((x, j) => {
    const steps = (levels[j] as number) - 1
    return steps <= 0 ? 0 : Math.round(x * steps) / steps
  })

const inside = (x: number): number => Math.min(1, Math.max(0, x))
