/** Sensitivity analyses on the model itself: runs of a design, kept in a folder until all are done, and figures from them. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Parameter, quantile } from '../evidence/parameters.ts'
import { Stopped } from '../lab/bands.ts'
import { chanceOf } from '../lab/calibrate/chance.ts'
import { latinHypercube } from '../lab/calibrate/designs.ts'
import type { DrawList } from '../lab/draws.ts'
import type { Collector } from '../lab/ensemble.ts'
import type { Plan } from '../lab/member.ts'
import { FIRST, type Resolved } from '../lab/scenario/types.ts'
import {
  curvesAnswer,
  designFor,
  morrisAnswer,
  placesOf,
  pointsOf,
  type Runs,
  runsOf,
  sobolOnEmulator,
  sobolOnModel,
} from '../lab/sensitivity/answers.ts'
import { groupingsOf } from '../lab/sensitivity/groups.ts'
import { listOfWanted, picked, type Turned, turnedOf, type Wanted } from '../lab/sensitivity/inputs.ts'
import { morrisTrajectories, ranking } from '../lab/sensitivity/morris.ts'
import type { Made, Method, MorrisAnswer, SensitivityResult } from '../lab/sensitivity/result.ts'
import { model } from '../system/model.ts'
import { gather } from './ensemble.ts'
import type { Laboratory } from './laboratory.ts'

export interface SensitivityAsked {
  readonly lab: Laboratory
  /** The reference, and the package whose difference to it is looked at. */
  readonly scenarios: readonly [Resolved] | readonly [Resolved, Resolved]
  readonly method: Method
  readonly outcomes: readonly string[]
  /** Draws that give everything that is not turned, and the range that is turned over where they are a posterior. */
  readonly base: DrawList
  readonly seed: number
  readonly sample: number
  /** Paths of a screening. */
  readonly trajectories: number
  /** Rows of a Sobol' design or of an emulator's runs; draws behind each point of a curve. */
  readonly count: number
  /** Inputs by name; all for a screening, its strongest `most` for the rest, when absent. */
  readonly names?: readonly string[] | undefined
  readonly most: number
  /** Sobol' indices from runs of the model for all of the design; from an emulator when false. */
  readonly onModel: boolean
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Keeps finished runs. */
  readonly folder?: string | undefined
  readonly onProgress?: ((stage: Stage, done: number, total: number) => void) | undefined
  readonly onLost?: ((why: string) => void) | undefined
}
export type Stage = 'screening' | 'runs' | 'emulators'

/** Levels of the screening's grid. */
const LEVELS = 6

/** The analysis. Throws Stopped when the signal is aborted; the same call goes on from its folder. */
export async function sensitivity(asked: SensitivityAsked): Promise<SensitivityResult> {
  const { lab, method, base, seed, count, onModel } = asked
  const posterior = base.fitted === undefined ? undefined : base
  const { contradictions } = lab.pack.ledger
  const all = turnedOf({ parameters: lab.pack.parameters, switches: model.switches, contradictions, posterior })
  const named = asked.names === undefined ? undefined : picked(all, asked.names)
  if (method === 'morris') {
    const screened = await screening(asked, named ?? all)
    const made = madeOf(asked, named ?? all, named === undefined ? 'all' : 'named', screened.collector)
    return { ...made, method, trajectories: asked.trajectories, answers: screened.answers }
  }
  const turned = named ?? picked(all, strongest((await screening(asked, all)).answers, asked.most))
  const chosen = named === undefined ? 'screened' : 'named'
  const groupings = groupingsOf(turned.inputs, contradictions)
  const { inputs } = turned
  if (method === 'curves') {
    const wanted = inputs.flatMap((input, k) =>
      placesOf(input).flatMap((u) =>
        Array.from({ length: count }, (_, place): Wanted => {
          const turnedOnly = new Float64Array(inputs.length).fill(Number.NaN)
          turnedOnly[k] = u
          return { place: place % base.indices.length, u: turnedOnly }
        }),
      ),
    )
    const collector = await ran(asked, turned, wanted, 'runs')
    const at = valuesOf(turned, lab.pack.parameters, base)
    const answers = runsOf(collector, asked.outcomes).map((runs) => curvesAnswer(runs, inputs, count, at))
    return { ...madeOf(asked, turned, chosen, collector), method, draws: count, answers }
  }
  const points = onModel
    ? pointsOf(designFor(count, inputs, groupings, seed))
    : latinHypercube(count, inputs.length, chanceOf(seed, 'emulator'))
  // rows of a design that belong together share a draw; runs of an emulator take the draws in turn
  const wanted = points.map((u, k): Wanted => ({ place: (k % count) % base.indices.length, u }))
  const collector = await ran(asked, turned, wanted, 'runs')
  const answers = []
  const figures = runsOf(collector, asked.outcomes)
  for (const [k, runs] of figures.entries()) {
    asked.onProgress?.('emulators', k, figures.length)
    await setImmediate()
    if (asked.signal?.aborted) throw new Stopped()
    answers.push(
      onModel
        ? sobolOnModel(runs, count, inputs, groupings, seed)
        : sobolOnEmulator(runs, points, inputs, groupings, seed),
    )
  }
  return { ...madeOf(asked, turned, chosen, collector), method, points: count, answers }
}

async function screening(
  asked: SensitivityAsked,
  turned: Turned,
): Promise<{ answers: MorrisAnswer[]; collector: Collector }> {
  const { inputs } = turned
  const { base, seed, trajectories: paths, lab } = asked
  const trajectories = morrisTrajectories(paths, LEVELS, inputs.length, chanceOf(seed, 'sensitivity'))
  // a path keeps its draw, so that its steps show the inputs alone
  const wanted = trajectories.flatMap(({ points }, path) =>
    points.map((u): Wanted => ({ place: path % base.indices.length, u })),
  )
  const collector = await ran(asked, turned, wanted, 'screening')
  const groupings = groupingsOf(inputs, lab.pack.ledger.contradictions)
  const answers = runsOf(collector, asked.outcomes).map((runs: Runs) =>
    morrisAnswer(runs, trajectories, inputs, groupings),
  )
  return { answers, collector }
}

/** Inputs that matter most for some answer. */
function strongest(answers: readonly MorrisAnswer[], most: number): string[] {
  const names = answers[0]?.rows.map(({ input }) => input) ?? []
  const byAnswer = answers.map(({ rows }) =>
    names.map((name) => {
      const { mu = 0, mu_star: muStar = 0, sigma = 0, error = 0 } = rows.find(({ input }) => input === name) ?? {}
      return { mu, muStar, sigma, error }
    }),
  )
  return ranking(byAnswer)
    .slice(0, most)
    .map(({ input }) => names[input] as string)
}

function ran(asked: SensitivityAsked, turned: Turned, wanted: readonly Wanted[], stage: Stage): Promise<Collector> {
  const { lab, base, sample, workers, signal, onProgress, onLost } = asked
  const folder = asked.folder === undefined ? undefined : join(asked.folder, stage)
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  return gather({
    lab,
    plan: planOf(asked, listOfWanted(wanted, turned, base)),
    sample,
    workers,
    signal,
    folder,
    onProgress: (done, total) => onProgress?.(stage, done, total),
    ...(onLost === undefined ? {} : { onLost }),
  })
}

function planOf({ scenarios, outcomes }: SensitivityAsked, draws: DrawList): Plan {
  const from = Math.min(...scenarios.map(({ card }) => card.span.from))
  const to = Math.max(...scenarios.map(({ card }) => card.span.to))
  const selection = { outcomes, years: [from, to] as const, districts: [], districtYears: [], monthly: [] }
  return { scenarios, draws, months: (to - FIRST + 1) * 12, selection }
}

/** Value of an input at a place of the range turned, in its unit. */
function valuesOf({ inputs, turns }: Turned, parameters: readonly Parameter[], base: DrawList) {
  const known = new Map(parameters.map((one) => [one.name, one]))
  return (input: number, u: number): number => {
    const parameter = known.get(inputs[input]?.name ?? '')
    if (parameter === undefined) return u
    const flat = base.fitted?.flat.includes(parameter.name)
    return quantile(flat ? { ...parameter, distribution: 'uniform' } : parameter, turns[input]?.(u) ?? u)
  }
}

function madeOf(asked: SensitivityAsked, turned: Turned, chosen: Made['chosen'], collector: Collector): Made {
  const { lab, scenarios, base, sample, seed } = asked
  const [reference, other] = scenarios
  return {
    reference: reference.card.name,
    ...(other === undefined ? {} : { package: other.card.name }),
    range: base.fitted === undefined ? 'prior' : 'posterior',
    inputs: turned.inputs,
    chosen,
    runs: collector.count,
    sample,
    seed,
    hashes: lab.hashes,
    version: lab.version,
    created: new Date().toISOString(),
    result: collector.hash(),
  }
}
