/** `vraem hindcast`: forecasts of years that have passed, made with what was known before them, kept to be scored. */
import { join } from 'node:path'
import { throwIfAny } from '../../evidence/problem.ts'
import { fitTo } from '../../host/fits.ts'
import { readyFolder } from '../../host/folder.ts'
import { foretell, laboratoryAt } from '../../host/foretell.ts'
import {
  closedSets,
  HINDCASTS_FOLDER,
  hindcastOf,
  hindcastsIn,
  STACKING_FILE,
  setsNamed,
  writeHindcast,
} from '../../host/hindcasts.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { LOOKS_FILE, looksIn } from '../../host/looks.ts'
import { Stopped } from '../../host/pool.ts'
import type { ProgressLine } from '../../host/progress.ts'
import { writeWhole } from '../../host/write.ts'
import { type Budget, QUICK, WHOLE } from '../../lab/calibrate/budget.ts'
import { CUT } from '../../lab/calibrate/information.ts'
import type { Influence } from '../../lab/calibrate/screening.ts'
import { influencesIn } from '../../lab/calibrate/summary.ts'
import type { DrawList } from '../../lab/draws.ts'
import { HINDCAST_FORMAT, type Hindcast, type OriginForecasts } from '../../lab/hindcast/format.ts'
import { cocaDistricts } from '../../lab/hindcast/rows.ts'
import { type HindcastSet, type Origin, SETS, setOf } from '../../lab/hindcast/sets.ts'
import { stackingText, stackWeights } from '../../lab/hindcast/stacking.ts'
import { POSTERIOR_FILES, POSTERIOR_FOLDER, readPosterior } from '../../lab/posterior.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { DEFAULT_SEED } from '../draws.ts'
import { StoppedAt } from '../ensemble.ts'
import { absolute } from '../request.ts'
import { watched } from '../watched.ts'

/** One set under way. */
interface Work {
  readonly call: Call
  readonly lab: Laboratory
  readonly folder: string
  readonly set: HindcastSet
  readonly budget: Budget
  readonly seed: number
}

export async function hindcast(call: Call): Promise<number> {
  const { options, io, words, operands } = call
  const named = setsNamed(operands, call.command)
  const lab = await openLaboratory()
  const looked = (await looksIn(join(lab.root, LOOKS_FILE))).length > 0
  const places = cocaDistricts(lab.frame)
  const sets = (named.length > 0 ? named : SETS).map((name) => setOf(name, places))
  const closed = sets.filter(({ afterLook }) => afterLook && !looked)
  if (named.length > 0) throwIfAny(closedSets(closed, call.command))
  const where = options.resume ?? options.out
  const folder = await readyFolder(where === undefined ? join(lab.root, HINDCASTS_FOLDER) : absolute(where, io.cwd))
  const budget = options.quick ? QUICK : WHOLE
  const seed = options.seed ?? DEFAULT_SEED
  for (const { name } of closed) aside(call, words.skill.later(name))
  const made: Hindcast[] = []
  for (const set of sets.filter((one) => !closed.includes(one)))
    made.push(
      await madeOf({ call, lab, folder, set, seed, budget: { ...budget, sample: options.sample ?? budget.sample } }),
    )
  const { hindcasts } = await hindcastsIn(lab, folder)
  const weights = stackWeights(lab.pack, hindcasts)
  if (weights !== undefined) {
    const file = join(folder, STACKING_FILE)
    await writeWhole(file, stackingText(weights))
    aside(call, words.skill.weights(file))
  }
  const summary = made.map(({ set, madeBy, origins }) => ({
    set,
    runs: madeBy.runs,
    origins: origins.map(({ origin, forecasts }) => ({ origin, forecasts: forecasts.length })),
  }))
  await answer(call, { folder, sets: summary }, () =>
    summary.map(({ set, origins }) => `${words.skill.made(set, origins.length, folder)}\n`).join(''),
  )
  return 0
}

/** As the user writes it. */
const commandOf = ({ call, set, seed, budget }: Work): string =>
  [
    `vraem hindcast ${set.name}`,
    ...(call.options.quick ? ['--quick'] : []),
    ...(call.options.sample === undefined ? [] : [`--sample 1/${budget.sample}`]),
    `--seed ${seed}`,
  ].join(' ')

/** Makes the origins of a set that are not there yet. Throws StoppedAt. */
async function madeOf(work: Work): Promise<Hindcast> {
  const { call, lab, folder, set, budget, seed } = work
  const { words } = call
  const command = commandOf(work)
  const before = call.options.resume === undefined ? undefined : (await hindcastOf(set.name, lab, folder)).hindcast
  const kept = before?.madeBy.command === command ? before : undefined
  if (kept) aside(call, words.skill.kept(set.name, kept.origins.length, set.origins.length))
  let made: Hindcast = {
    format: HINDCAST_FORMAT,
    set: set.name,
    title: set.title,
    madeBy: {
      command,
      created: kept?.madeBy.created ?? new Date().toISOString(),
      version: lab.version,
      model: lab.hashes.model,
      parameters: lab.hashes.parameters,
      sample: budget.sample,
      seed,
      runs: kept?.madeBy.runs ?? 0,
    },
    origins: kept?.origins ?? [],
  }
  try {
    return await watched(call, words.trials, async (line, signal) => {
      for (const origin of set.origins) {
        if (made.origins.some((one) => one.origin === origin.origin)) continue
        const { forecasts, runs } = await originOf(work, origin, signal, line)
        const origins = [...made.origins, forecasts].sort((a, b) => a.origin - b.origin)
        made = { ...made, origins, madeBy: { ...made.madeBy, runs: made.madeBy.runs + runs } }
        await writeHindcast(folder, made)
      }
      return made
    })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(words.skill.stopped(made.origins.length, set.origins.length, `${command} --resume ${folder}`))
  }
}

/** Fits, unless the posterior that is shipped is that fit, and foretells. Throws Stopped. */
async function originOf(
  work: Work,
  origin: Origin,
  signal: AbortSignal,
  line: ProgressLine,
): Promise<{ forecasts: OriginForecasts; runs: number }> {
  const { call, lab, set, budget, seed } = work
  const { words, options } = call
  const then = laboratoryAt(lab, set, origin)
  const watched = {
    workers: options.workers,
    signal,
    onRun: (done: number, total: number) => line.step(done, total),
    onLost: (why: string) => line.note(words.workerLost(why)),
  }
  const shipped = set.name === 'holdout' ? posteriorTo(lab, CUT) : undefined
  line.note(words.skill.fitting(set.title[call.language], origin.origin, shipped !== undefined))
  const fit = shipped
    ? undefined
    : await fitTo({ ...watched, lab: then, knowledge: origin.information, budget, seed, influences: screenedIn(lab) })
  const draws = shipped ?? fit?.draws
  if (draws === undefined) throw new Stopped()
  const forecasts = await foretell({ ...watched, lab, set, origin, draws, sample: budget.sample })
  const count = forecasts.forecasts[0]?.values.length ?? 0
  return { forecasts, runs: (fit?.result.runs ?? 0) + count * (forecasts.told ? 2 : 1) }
}

/** The shipped posterior, where it was fitted to facts up to this year. Throws InputError where it cannot be used. */
function posteriorTo(lab: Laboratory, until: number): DrawList | undefined {
  const { list, manifest, problems } = readPosterior(lab.sources.posterior, POSTERIOR_FOLDER, lab.hashes)
  if (manifest !== undefined && manifest.until !== until) return undefined
  throwIfAny(problems)
  return list
}

/** What the screening of the shipped posterior found: it looks at what the model does, so it holds for every origin. */
function screenedIn({ sources, hashes }: Laboratory): Influence[] | undefined {
  const { list } = readPosterior(sources.posterior, POSTERIOR_FOLDER, hashes)
  return list === undefined ? undefined : influencesIn(sources.posterior[POSTERIOR_FILES.summary])
}
