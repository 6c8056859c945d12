// Trial runs: points of the unit cube as draws of the model, whose remaining chance is keyed by a number as ever.
import { inverseNormal } from '../../engine/draws.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import { SHAKEN, shockName } from '../../system/shocks.ts'
import type { DrawList, Given } from '../draws.ts'
import { type Choice, FIRST } from '../scenario/types.ts'
import type { RunOutcome } from './task.ts'

/** One run that is wanted: draw `draw` of the priors with some unknowns given. */
export interface Trial {
  readonly draw: number
  readonly given: Given
}

/** Answers to all targets, run by run, in the order asked; fewer where it was stopped. */
export type RunTrials = (trials: readonly Trial[]) => Promise<readonly RunOutcome[]>

/** Unknowns that stand for nothing: how much narrower an algorithm makes these, it makes anything. */
export const YARDSTICKS: readonly string[] = Array.from({ length: 6 }, (_, k) => `yardstick ${k + 1}`)

const SHAKEN_ALL = SHAKEN.filter((what) => what !== 'zone')
const isShock = (name: string): boolean => SHAKEN.some((what) => name.startsWith(`${what} `))

/** Parameters and switches that data may speak to: those not known already, with more than one value. */
export function unknownsOf(
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
): readonly string[] {
  const open = parameters.filter(({ low, high, confidence }) => high > low && confidence !== 'high')
  const drawn = Object.entries(switches).filter(([, choice]) => !choice.asked)
  return [...open.map(({ name }) => name), ...drawn.map(([name]) => `switch_${name}`)]
}

/** Shocks of the valley's planting and prices in each year that is known. */
export const shocksUntil = (until: number, of: readonly string[] = SHAKEN_ALL): readonly string[] =>
  SHAKEN_ALL.filter((what) => of.includes(what)).flatMap((what) =>
    Array.from({ length: until - FIRST + 1 }, (_, k) => shockName(what, FIRST + k)),
  )

/** A row is written with so few digits that it reads well, and is run as it is written. */
const written = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
const DIGITS = 5

/** The draw at a point of the cube; `names` as in the task: parameters, switches, shocks, yardsticks. */
export function trialAt(names: readonly string[], u: readonly number[], draw: number, flat: readonly string[]): Trial {
  const values: Record<string, number> = {}
  const shocks: Record<string, number> = {}
  names.forEach((name, k) => {
    const at = u[k] as number
    if (isShock(name)) shocks[name] = written(inverseNormal(at), DIGITS)
    else if (!YARDSTICKS.includes(name)) values[name] = Math.min(1 - 1e-5, Math.max(1e-5, written(at, DIGITS)))
  })
  return { draw, given: { u: values, shocks, flat } }
}

/** Trials as a list of draws of equal weight. */
export function listOf(trials: readonly Trial[], seed: number): DrawList {
  const [first] = trials
  const unknowns = Object.keys(first?.given.u ?? {})
  const shocks = Object.keys(first?.given.shocks ?? {})
  return {
    kind: 'posterior',
    seed,
    indices: trials.map(({ draw }) => draw),
    note: { en: 'Trial runs of a calibration.', es: 'Corridas de prueba de una calibración.' },
    fitted: {
      unknowns,
      shocks,
      flat: first?.given.flat ?? [],
      rows: trials.map(({ given }) => [
        ...unknowns.map((name) => given.u[name] as number),
        ...shocks.map((name) => given.shocks[name] as number),
      ]),
      weights: trials.map(() => 1 / trials.length),
    },
  }
}
