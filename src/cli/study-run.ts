/** Running a study for a command: what was asked is kept beside it, so that it can be stopped and go on; packages at one budget. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError, type Problem } from '../evidence/problem.ts'
import { newFolder, readyFolder } from '../host/folder.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../host/laboratory.ts'
import { namedScenarios } from '../host/named.ts'
import { Stopped } from '../host/pool.ts'
import { readJson } from '../host/sources.ts'
import { runStudy } from '../host/studies.ts'
import { readStudy, STUDY_FILE, writeStudy } from '../host/study-files.ts'
import { writeWhole } from '../host/write.ts'
import { type BudgetFit, fitBudget, scaledTo } from '../lab/decide/budget.ts'
import { notAsWritten } from '../lab/own-file.ts'
import type { Resolved } from '../lab/scenario/types.ts'
import type { StudyResult } from '../lab/study/study.ts'
import { valuesOf } from '../lab/study/table.ts'
import { number } from '../report/format.ts'
import { aside } from './answer.ts'
import type { Call } from './command.ts'
import { StoppedAt } from './ensemble.ts'
import { absolute, DEFAULT_SAMPLE } from './request.ts'
import { watched } from './watched.ts'

/** Futures when nothing else is said: some minutes for a few packages. */
const FUTURES = 200
/** Futures and households of the trials that look for a budget. */
const TRIAL = { futures: 12, sample: 100 }
const REQUEST = 'request.json'

const schema = z.object({
  format: z.literal(1),
  command: z.literal('decide'),
  packages: z.array(z.string()).min(1),
  files: z.record(z.string(), z.string()),
  futures: z.int().min(1),
  sample: z.int().min(1).max(200),
  seed: z.int(),
  budget: z.number().positive().exactOptional(),
  /** By package, the reference left out. */
  fits: z
    .array(z.object({ scale: z.number(), cost: z.number(), verdict: z.enum(['met', 'dear', 'cheap', 'fixed']) }))
    .exactOptional(),
})
export type StudyRequest = z.infer<typeof schema>

export interface RanStudy {
  readonly result: StudyResult
  readonly request: StudyRequest
  readonly folder: string
}

/** Runs the study that the call asks for, or goes on with it, and writes it into its folder. */
export async function ranStudy(call: Call, root: string): Promise<RanStudy> {
  const { options, io, command } = call
  const { names, files } = await namedScenarios(call.operands, io.cwd)
  const asked: StudyRequest =
    options.resume === undefined
      ? {
          ...{ format: 1, command: 'decide', packages: names, files, futures: options.futures ?? FUTURES },
          ...{ sample: options.sample ?? DEFAULT_SAMPLE, seed: options.seed ?? 1 },
          ...(options.budget === undefined ? {} : { budget: options.budget }),
        }
      : await requestIn(call, options.resume)
  const folder =
    options.resume !== undefined
      ? absolute(options.resume, io.cwd)
      : options.out !== undefined
        ? await readyFolder(absolute(options.out, io.cwd))
        : await newFolder(root, 'decide', new Date())
  // what a stopped call left is finished; what is finished is read
  if (options.resume !== undefined && existsSync(join(folder, STUDY_FILE)))
    return { result: await readStudy(folder), request: asked, folder }
  const lab = await openLaboratory(asked.files, root)
  const packages = resolveAll(lab, asked.packages, command)
  const again = `vraem decide --resume ${folder}`
  const fits = asked.budget === undefined ? undefined : (asked.fits ?? (await fitted(call, lab, packages, asked)))
  const request: StudyRequest = fits === undefined ? asked : { ...asked, fits }
  await writeWhole(join(folder, REQUEST), `${JSON.stringify(request, null, 2)}\n`)
  if (fits !== undefined) tellFits(call, request, fits)
  const result = await running(call, lab, scaledAll(lab, packages, fits), request, folder, again)
  await writeStudy(folder, result)
  return { result, request, folder }
}

const scaledAll = (lab: Laboratory, packages: readonly Resolved[], fits?: readonly Pick<BudgetFit, 'scale'>[]) =>
  packages.map((one, k) =>
    k === 0 || fits === undefined
      ? one
      : scaledTo(one, packages[0] as Resolved, fits[k - 1]?.scale ?? 1, lab.vocabulary.levers),
  )

async function running(
  call: Call,
  lab: Laboratory,
  policies: readonly Resolved[],
  { futures, sample, seed }: StudyRequest,
  folder: string | undefined,
  again: string,
): Promise<StudyResult> {
  const { words, options } = call
  let finished = 0
  const names = policies.map(({ card }) => card.name)
  aside(call, words.decision.running(names, futures, sample))
  try {
    return await watched(call, words.decision.step, (line, signal) =>
      runStudy(lab, {
        policies,
        futures,
        sample,
        seed,
        folder,
        signal,
        workers: options.workers,
        onProgress(done, total) {
          finished = done
          line.step(done, total)
        },
        onFailed: ({ future, policy, what }) => line.note(words.decision.failed(future, policy, what)),
        onLost: (why) => line.note(words.workerLost(why)),
      }),
    )
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(words.decision.stopped(finished, futures, again))
  }
}

/** Scales at which the packages cost the budget, by short studies of few futures. */
async function fitted(
  call: Call,
  lab: Laboratory,
  packages: readonly Resolved[],
  { budget = 0, seed }: StudyRequest,
): Promise<BudgetFit[]> {
  const { words, options, language } = call
  aside(call, words.decision.budgeting(millions(budget, language)))
  const costsAt = async (scales: readonly number[]): Promise<number[]> => {
    const policies = scaledAll(
      lab,
      packages,
      scales.map((scale) => ({ scale })),
    )
    const { study } = await watched(call, words.decision.step, (line, signal) =>
      runStudy(lab, {
        ...{ policies, ...TRIAL, seed, signal, workers: options.workers },
        onProgress: (done, total) => line.step(done, total),
      }),
    )
    const cost = study.outcomes.find(({ name }) => name === 'public_cost')
    return scales.map((_, k) => {
      const values = cost === undefined ? [] : [...valuesOf(study, cost, k + 1)].filter(Number.isFinite)
      return values.reduce((sum, value) => sum + value, 0) / values.length
    })
  }
  return fitBudget(packages.length - 1, budget, costsAt)
}

function tellFits(call: Call, { packages }: StudyRequest, fits: readonly BudgetFit[]): void {
  const { decision } = call.words
  aside(call, decision.budgetMeaning)
  fits.forEach(({ verdict, scale, cost }, k) => {
    const name = packages[k + 1] ?? ''
    aside(call, decision.scaled[verdict](name, number(scale, 2, call.language), millions(cost, call.language)))
  })
}

const millions = (soles: number, language: Call['language']): string => number(soles / 1e6, 1, language)

async function requestIn(call: Call, folder: string): Promise<StudyRequest> {
  const problems: Problem[] = [
    ...call.operands,
    ...(['futures', 'sample', 'seed', 'out', 'budget'] as const)
      .filter((name) => call.options[name] !== undefined)
      .map((name) => `--${name}`),
  ].map((word) => ({
    ...{ code: 'resume-fixed', file: call.command, field: word, what: 'it stands in the folder already' },
    expected: '--resume with --thresholds, --weights, --workers, --json or --lang at most',
    todo: 'leave it out',
  }))
  const file = join(absolute(folder, call.io.cwd), REQUEST)
  if (!existsSync(file))
    problems.push({
      ...{ code: 'not-resumable', file: folder, what: 'there is no stopped study here' },
      expected: 'a folder that vraem decide wrote',
      todo: 'check the path',
    })
  if (problems.length > 0) throw new InputError(problems)
  const read = schema.safeParse(await readJson(file))
  if (read.success) return read.data
  const said = { code: 'request', file, expected: 'a request of vraem decide', todo: 'start the command again' }
  throw new InputError(notAsWritten(read.error, said))
}
