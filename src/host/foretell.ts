/** One origin of a hindcast: the ensemble runs on from what was known, and what it says of the later years is kept. */
import { known } from '../lab/calibrate/information.ts'
import { type DrawList, firstDraws, hashOfDraws } from '../lab/draws.ts'
import type { Collector } from '../lab/ensemble.ts'
import { armsOf, type Foretelling, forecastsOf } from '../lab/hindcast/forecasts.ts'
import type { OriginForecasts } from '../lab/hindcast/format.ts'
import { factsAt, factsTold, parametersAt, policyAt } from '../lab/hindcast/known-world.ts'
import { deathRows, rowsOf, withOneArea } from '../lab/hindcast/rows.ts'
import type { HindcastSet, Origin } from '../lab/hindcast/sets.ts'
import { selectionForTargets } from '../lab/predict/predict.ts'
import { FIRST, type Resolved } from '../lab/scenario/types.ts'
import { model } from '../system/model.ts'
import { gather } from './ensemble.ts'
import { type Laboratory, resolveAll } from './laboratory.ts'

/** More draws say no more of a forecast. */
const MOST_DRAWS = 200

export interface ForetellWish {
  readonly lab: Laboratory
  readonly set: HindcastSet
  readonly origin: Origin
  readonly draws: DrawList
  readonly sample: number
  readonly workers?: number | undefined
  readonly signal: AbortSignal
  readonly onRun?: (done: number, total: number) => void
  readonly onLost?: (why: string) => void
}

/**
 * The laboratory as it was at the origin: nothing later is in its facts, and the pandemic is not foreseen. Of years held out in
 * between, and of districts, all that happened around them is known.
 */
export const laboratoryAt = (lab: Laboratory, { kind }: HindcastSet, { origin }: Origin): Laboratory =>
  kind === 'ahead'
    ? {
        ...lab,
        facts: factsAt(lab.facts, origin),
        pack: { ...lab.pack, parameters: parametersAt(lab.pack.parameters, origin) },
      }
    : lab

/** Runs the draws and keeps what they say. Throws Stopped, InputError. */
export async function foretell(wish: ForetellWish): Promise<OriginForecasts> {
  const { lab, set, origin } = wish
  const draws = firstDraws(wish.draws, MOST_DRAWS)
  const history = resolveAll(lab, ['history'], 'vraem hindcast')
  const then = laboratoryAt(lab, set, origin)
  const ahead = set.kind === 'ahead'
  const policy = ahead ? history.map((scenario) => policyAt(scenario, origin.origin)) : history
  const what: Foretelling = {
    rows: rowsOf(set, origin, lab.pack, lab.frame),
    learnt: set.kind === 'space' ? [] : deathRows(origin),
  }
  const own = await answered(wish, then, policy, draws, what)
  const told = ahead
    ? await answered(wish, { ...lab, facts: factsTold(lab.facts, origin.origin) }, history, draws, what)
    : undefined
  return {
    origin: origin.origin,
    information: {
      until: origin.information.until,
      ...(origin.information.without ? { without: [...origin.information.without] } : {}),
      ...(origin.information.withoutDistricts ? { withoutDistricts: [...origin.information.withoutDistricts] } : {}),
    },
    draws: hashOfDraws(draws),
    arms: armsOf(own.collector, { model, parameters: then.pack.parameters }),
    forecasts: own.forecasts,
    ...(told ? { told: told.forecasts.filter(({ place }) => !/^\d/.test(place)) } : {}),
  }
}

async function answered(
  wish: ForetellWish,
  lab: Laboratory,
  scenarios: Resolved[],
  draws: DrawList,
  what: Foretelling,
): Promise<{ collector: Collector; forecasts: OriginForecasts['forecasts'] }> {
  const { frame, facts } = lab
  const pack = withOneArea(known(lab.pack, wish.origin.information))
  const { parameters } = lab.pack
  const selection = selectionForTargets([...what.rows, ...what.learnt], pack, frame, model.measures)
  if (selection === undefined) throw new RangeError('no row can be answered')
  const months = (selection.years[1] - FIRST + 1) * 12
  const collector = await gather({
    lab,
    plan: { scenarios, draws, months, selection },
    sample: wish.sample,
    workers: wish.workers,
    signal: wish.signal,
    ...(wish.onRun ? { onProgress: wish.onRun } : {}),
    ...(wish.onLost ? { onLost: wish.onLost } : {}),
  })
  const forecasts = forecastsOf(what, collector, { pack, frame, model, facts, parameters })
  return { collector, forecasts }
}
