/** A fit to what is known: of the calibration, and of each origin of a hindcast. The one place where the model is fitted. */
import { throwIfAny } from '../evidence/problem.ts'
import type { Budget } from '../lab/calibrate/budget.ts'
import { type FitHost, type FitResult, fitModel } from '../lab/calibrate/fit.ts'
import { CONTAMINATED, CUT, type Knowledge } from '../lab/calibrate/information.ts'
import type { Influence } from '../lab/calibrate/screening.ts'
import { type TargetList, targetsOf } from '../lab/calibrate/targets.ts'
import { listOf, shocksUntil, unknownsOf } from '../lab/calibrate/trial.ts'
import { answerable } from '../lab/cells.ts'
import type { DrawList } from '../lab/draws.ts'
import { cocaDistricts } from '../lab/hindcast/rows.ts'
import { readPatterns } from '../lab/patterns/read.ts'
import { model } from '../system/model.ts'
import type { Laboratory } from './laboratory.ts'
import { openTrials } from './trials.ts'

export interface FitWish {
  readonly lab: Laboratory
  readonly knowledge: Knowledge
  readonly budget: Budget
  readonly seed: number
  readonly workers?: number | undefined
  readonly signal: AbortSignal
  /** What an earlier screening found, in its order: there is none then. */
  readonly influences?: readonly Influence[] | undefined
  /** Where states are kept, and who is told; nothing is kept unless said. */
  readonly keeper?: Partial<Pick<FitHost, 'from' | 'keep' | 'onProgress'>>
  readonly onRun?: (done: number, total: number) => void
  readonly onLost?: (why: string) => void
}

export interface Fit {
  readonly list: TargetList
  readonly result: FitResult
  /** Of equal weight, in an order in which any first few are fair. */
  readonly draws: DrawList
}

/** What a fit under this knowledge is held to. Throws InputError. */
export function targetsFor({ pack, frame, sources }: Laboratory, knowledge: Knowledge): TargetList {
  const { patterns, problems } = readPatterns(sources.checks, answerable(model))
  const list = targetsOf(pack, patterns, knowledge, cocaDistricts(frame))
  throwIfAny([...problems, ...list.problems])
  return list
}

/** Undefined where it was stopped. Throws InputError. */
export async function fitTo(wish: FitWish): Promise<Fit | undefined> {
  const { lab, knowledge, budget, seed, signal, workers, keeper = {} } = wish
  const list = targetsFor(lab, knowledge)
  const { targets, pack } = list
  const trials = await openTrials({
    ...{ lab, targets, pack, seed, sample: budget.sample, workers, signal },
    ...(wish.onRun ? { onRun: wish.onRun } : {}),
    ...(wish.onLost ? { onLost: wish.onLost } : {}),
  })
  try {
    const setting = {
      targets,
      unknowns: unknownsOf(lab.pack.parameters, model.switches),
      shocks: shocksUntil(knowledge.until, budget.shocks),
      flat: knowledge.until <= CUT ? CONTAMINATED : [],
      seed,
      budget,
      ...(wish.influences ? { influences: wish.influences } : {}),
    }
    const nothing = { from: () => undefined, keep: () => Promise.resolve(), onProgress: () => {} }
    const result = await fitModel(setting, { ...nothing, ...keeper, run: trials.run, signal })
    if (result === undefined) return undefined
    const members = result.members.map(({ trial }) => trial)
    return { list, result, draws: listOf(members, seed) }
  } finally {
    await trials.close()
  }
}
