// The calibration of the model: which unknowns matter, what they cannot be, and what they and the shocks of the past were.
import { deviation } from '../../engine/quantiles.ts'
import type { Budget } from './budget.ts'
import { chanceOf } from './chance.ts'
import { latinHypercube } from './designs.ts'
import { drive } from './drive.ts'
import { districtSdOf, type Held, heldLevels, heldOutcome, heldShapes } from './held.ts'
import { historyMatching, type NothingLeft, type WaveReport } from './matching.ts'
import { type Influence, influences, morrisScreening } from './screening.ts'
import { iterativeSmoother } from './smoother.ts'
import type { CalibrationTarget } from './targets.ts'
import {
  type Algorithm,
  type FitTask,
  type Progress,
  type RunOutcome,
  type RunRequest,
  scores,
  type Weighted,
} from './task.ts'
import { type RunTrials, type Trial, trialAt, YARDSTICKS } from './trial.ts'

export const STAGES = ['screening', 'matching', 'smoothing'] as const
export type Stage = (typeof STAGES)[number]

export interface FitSetting {
  readonly targets: readonly CalibrationTarget[]
  /** Parameters and switches that may be fitted, and the shocks that are. */
  readonly unknowns: readonly string[]
  readonly shocks: readonly string[]
  /** Parameters whose prior is flat. */
  readonly flat: readonly string[]
  readonly seed: number
  readonly budget: Budget
  /** What an earlier screening found: it looks at what the model does, not at what happened, so that it holds for any origin. */
  readonly influences?: readonly Influence[]
}

/** Where states are kept between rounds, and who is told of progress. */
export interface FitHost {
  readonly run: RunTrials
  readonly signal: AbortSignal
  /** The state a stage had reached; undefined for a new start. */
  from<State>(stage: Stage, algorithm: Algorithm<State>, task: FitTask): State | undefined
  keep<State>(stage: Stage, algorithm: Algorithm<State>, task: FitTask, state: State): Promise<void>
  onProgress(stage: Stage, progress: Progress): void
}

export interface FitResult {
  readonly influences: readonly Influence[]
  readonly chosen: readonly string[]
  readonly waves: readonly WaveReport[]
  /** Set where the matching left nothing: a structural error, which the fit goes on with. */
  readonly nothingLeft: NothingLeft | null
  readonly districtSd: number
  readonly runs: number
  /** Draws of equal weight in an order in which any first few are fair; `answers` to all targets. */
  readonly members: readonly { readonly trial: Trial; readonly answers: readonly number[] }[]
  /** Spread of each unknown, in standard deviations of its prior; of those that stand for nothing. */
  readonly contraction: Readonly<Record<string, number>>
  readonly yardstick: readonly number[]
}

/** Runs that tell the spread of districts. */
const PILOT = 48

/** The fit, or undefined when it was stopped: what was reached is kept by the host. The same bits, stopped or not. */
export async function fitModel(setting: FitSetting, host: FitHost): Promise<FitResult | undefined> {
  const { targets, unknowns, shocks, flat, seed, budget } = setting
  /** Runs of a stage: number of the draw by the place of the request, so that a member keeps its chance from step to step. */
  const runner =
    (names: readonly string[], held: readonly Held[], drawOf: (request: RunRequest, place: number) => number) =>
    async (requests: readonly RunRequest[]): Promise<RunOutcome[]> => {
      const trials = requests.map((request, place) => trialAt(names, request.u, drawOf(request, place), flat))
      const answers = await host.run(trials)
      return answers.map((answer) => heldOutcome(held, answer))
    }
  const stage = async <State>(
    name: Stage,
    algorithm: Algorithm<State>,
    task: FitTask,
    simulate: ReturnType<typeof runner>,
  ): Promise<State | undefined> => {
    const from = host.from(name, algorithm, task)
    const { state, finished } = await drive(algorithm, task, seed, simulate, {
      ...(from === undefined ? {} : { from }),
      signal: host.signal,
      onProgress: (progress) => host.onProgress(name, progress),
      onState: (state) => host.keep(name, algorithm, task, state),
    })
    return finished ? state : undefined
  }
  const shapes = heldShapes(targets)

  let order = setting.influences
  let asked = 0
  if (order === undefined) {
    const options = { paths: budget.paths }
    const wide = { names: unknowns, targets: shapes }
    const paths = await stage(
      'screening',
      morrisScreening(options),
      wide,
      runner(unknowns, shapes, ({ seed }) => seed),
    )
    if (paths === undefined) return undefined
    order = influences(wide, paths, options)
    asked += paths.runs
  }
  // a rival mechanism is a member's own from start to end: there is no way half between two
  const open = order.map(({ name }) => name).filter((name) => !name.startsWith('switch_'))

  const strongest = budget.matching ? open.slice(0, budget.keep) : []
  const matching = historyMatching(budget.matching)
  const matched =
    budget.matching &&
    (await stage(
      'matching',
      matching,
      { names: strongest, targets: shapes },
      runner(strongest, shapes, (_, place) => place),
    ))
  if (budget.matching && matched === undefined) return undefined
  asked += matched?.asked ?? 0

  const pool = matched?.pool ?? Array.from({ length: PILOT }, () => [])
  const pilot = pool
    .slice(0, targets.some(({ district }) => district) ? PILOT : 0)
    .map((u, k) => trialAt(strongest, u, k, flat))
  const districtSd = districtSdOf(targets, await host.run(pilot))
  if (host.signal.aborted) return undefined

  const chosen = open.slice(0, Math.max(strongest.length, budget.fitted))
  const names = [...chosen, ...shocks, ...YARDSTICKS]
  const held = heldLevels(targets, districtSd)
  const points = startOf(pool, names.length - strongest.length, budget.size, seed)
  const smoother = iterativeSmoother({ size: budget.size, steps: budget.steps, kept: budget.kept, points })
  const task = { names, targets: held }
  const found = await stage(
    'smoothing',
    smoother,
    task,
    runner(names, held, (_, place) => place),
  )
  if (found === undefined) return undefined

  const all = smoother.posterior(task, found)
  const weighted = all.filter(({ weight }) => weight > 0)
  const trials = all.flatMap(({ u, weight }, place) => (weight > 0 ? [trialAt(names, u, place, flat)] : []))
  const answers = await host.run(trials)
  if (answers.length < trials.length) return undefined
  const shuffled = Array.from(chanceOf(seed, 'order of the posterior').order(trials.length, 0))
  const spread = spreads(names, weighted)
  return {
    influences: order,
    chosen,
    waves: matched?.reports ?? [],
    nothingLeft: matched?.nothingLeft ?? null,
    districtSd,
    runs: asked + pilot.length + found.runs + trials.length,
    members: shuffled.flatMap((k) => {
      const [trial, answer] = [trials[k] as Trial, answers[k]]
      return answer ? [{ trial, answers: answer }] : []
    }),
    contraction: Object.fromEntries(Object.entries(spread).filter(([name]) => !YARDSTICKS.includes(name))),
    yardstick: YARDSTICKS.map((name) => spread[name] as number),
  }
}

/** Where members start: what matching left of the strongest in turn, and a Latin hypercube of the priors of the rest. */
function startOf(pool: readonly (readonly number[])[], rest: number, size: number, seed: number): number[][] {
  const chance = chanceOf(seed, 'start of the smoother')
  const places = Array.from(chance.order(pool.length, 0))
  const free = latinHypercube(size, rest, chance.part('rest'))
  return free.map((u, k) => [...(pool[places[k % places.length] as number] as readonly number[]), ...u])
}

/** Standard deviation of each unknown as a standard normal score: 1 is that of the prior. Members weigh the same. */
function spreads(names: readonly string[], members: readonly Weighted[]): Record<string, number> {
  const z = members.map(({ u }) => scores(u))
  return Object.fromEntries(names.map((name, j) => [name, deviation(z.map((one) => one[j] as number))]))
}
