// The calibration of the model: which unknowns matter, what they cannot be, and what they and the shocks of the past were.
import { deviation } from '../../engine/quantiles.ts'
import { same } from '../member.ts'
import type { Budget } from './budget.ts'
import { chanceOf } from './chance.ts'
import { drive } from './drive.ts'
import { districtSdOf, type Held, heldLevels, heldOutcome, heldShapes } from './held.ts'
import { ensembleInversion } from './inversion.ts'
import { historyMatching, type NothingLeft, type WaveReport } from './matching.ts'
import { type Influence, influences, morrisScreening } from './screening.ts'
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

export const STAGES = ['screening', 'matching', 'inversion'] as const
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
  readonly held: readonly Held[]
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
  let latest: { trials: readonly Trial[]; answers: readonly RunOutcome[] } = { trials: [], answers: [] }
  /** Runs of a stage: number of the draw by the place of the request, so that a member keeps its chance from step to step. */
  const runner =
    (names: readonly string[], held: readonly Held[], drawOf: (request: RunRequest, place: number) => number) =>
    async (requests: readonly RunRequest[]): Promise<RunOutcome[]> => {
      const trials = requests.map((request, place) => trialAt(names, request.u, drawOf(request, place), flat))
      const answers = await host.run(trials)
      latest = { trials, answers }
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

  const options = { paths: budget.paths }
  const wide = { names: unknowns, targets: shapes }
  const paths = await stage(
    'screening',
    morrisScreening(options),
    wide,
    runner(unknowns, shapes, ({ seed }) => seed),
  )
  if (paths === undefined) return undefined
  const order = influences(wide, paths, options)
  const strongest = order.slice(0, budget.keep).map(({ name }) => name)

  const narrow = { names: strongest, targets: shapes }
  const matching = historyMatching(budget.matching)
  const matched = await stage(
    'matching',
    matching,
    narrow,
    runner(strongest, shapes, (_, place) => place),
  )
  if (matched === undefined) return undefined

  const pilot = matched.pool
    .slice(0, targets.some(({ district }) => district) ? PILOT : 0)
    .map((u, k) => trialAt(strongest, u, k, flat))
  const districtSd = districtSdOf(targets, await host.run(pilot))
  if (host.signal.aborted) return undefined

  const chosen = order.slice(0, Math.max(budget.keep, budget.fitted)).map(({ name }) => name)
  const names = [...chosen, ...shocks, ...YARDSTICKS]
  const held = heldLevels(targets, districtSd)
  const chance = chanceOf(seed, 'inversion shocks')
  const rest = names.slice(strongest.length)
  const places = Array.from(chance.order(matched.pool.length, 0))
  const points = Array.from({ length: budget.size }, (_, k) => [
    ...(matched.pool[places[k % places.length] as number] as readonly number[]),
    ...rest.map((_, j) => chance.part('start').uniform(k, j)),
  ])
  // one group: pieces of what is left are too small for as many members as there are unknowns
  const inversion = ensembleInversion({ size: budget.size, steps: budget.steps, groups: [{ points, share: 1 }] })
  const task = { names, targets: held }
  const found = await stage(
    'inversion',
    inversion,
    task,
    runner(names, held, (_, place) => place),
  )
  if (found === undefined) return undefined

  const weighted = inversion.posterior(task, found)
  const trials = weighted.map(({ u }, place) => trialAt(names, u, place, flat))
  // the last round of the inversion ran these, unless it was finished another day
  const answers = same(latest.trials, trials) ? latest.answers : await host.run(trials)
  if (answers.length < trials.length) return undefined
  const shuffled = Array.from(chanceOf(seed, 'order of the posterior').order(trials.length, 0))
  const spread = spreads(names, weighted)
  return {
    influences: order,
    chosen,
    waves: matched.reports,
    nothingLeft: matched.nothingLeft,
    districtSd,
    held,
    runs: paths.runs + matched.asked + pilot.length + found.runs + trials.length,
    members: shuffled.flatMap((k) => {
      const [trial, answer] = [trials[k] as Trial, answers[k]]
      return answer ? [{ trial, answers: answer }] : []
    }),
    contraction: Object.fromEntries(Object.entries(spread).filter(([name]) => !YARDSTICKS.includes(name))),
    yardstick: YARDSTICKS.map((name) => spread[name] as number),
  }
}

/** Standard deviation of each unknown as a standard normal score: 1 is that of the prior. Members weigh the same. */
function spreads(names: readonly string[], members: readonly Weighted[]): Record<string, number> {
  const z = members.map(({ u }) => scores(u))
  return Object.fromEntries(names.map((name, j) => [name, deviation(z.map((one) => one[j] as number))]))
}
