/** `vraem forecast`: registers a forecast of the years to come; `list` and `show NAME` tell of those that were registered. */
import { join } from 'node:path'
import { InputError } from '../../evidence/problem.ts'
import { FORECASTS_FOLDER, forecastNamed, forecastsIn, register } from '../../host/forecasts.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { known } from '../../lab/calibrate/information.ts'
import { type DrawList, firstDraws } from '../../lab/draws.ts'
import { forecastFrom } from '../../lab/forecast/made.ts'
import { AHEAD, countedYears, originOf, questions, selectionFor, yearsAfter } from '../../lab/forecast/questions.ts'
import { nameOf, type Registered } from '../../lab/forecast/registered.ts'
import { scoreRegistered } from '../../lab/forecast/score.ts'
import { withOneArea } from '../../lab/hindcast/rows.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import { forecastTable, listTable, scoresTable } from '../forecast-tables.ts'
import { namedPosterior } from '../posterior.ts'
import { absolute, DEFAULT_DRAWS, DEFAULT_SAMPLE } from '../request.ts'

/** More draws say no more of a forecast. */
const MOST_DRAWS = 200

export async function forecast(call: Call, lab?: Laboratory): Promise<number> {
  const [word, name, ...rest] = call.operands
  if (word === undefined) return make(call, lab ?? (await openLaboratory()))
  if (word === 'list' && name === undefined) return list(call, lab ?? (await openLaboratory()))
  if (word === 'show' && name !== undefined && rest.length === 0)
    return show(call, name, lab ?? (await openLaboratory()))
  throw new InputError([
    {
      code: 'unexpected-operand',
      file: call.command,
      what: word === 'show' ? 'the name of a forecast is missing' : `"${call.operands.join(' ')}" has no meaning here`,
      expected: 'nothing, list, or show NAME',
      todo: 'look at vraem forecast list',
    },
  ])
}

/** Where forecasts are kept, and how messages name it. */
const folderOf = ({ options, io }: Call, lab: Laboratory): { folder: string; shown: string } =>
  options.out === undefined
    ? { folder: join(lab.root, FORECASTS_FOLDER), shown: FORECASTS_FOLDER }
    : { folder: absolute(options.out, io.cwd), shown: options.out }

async function make(call: Call, lab: Laboratory): Promise<number> {
  const { words, language } = call
  const draws = await drawsOf(call, lab)
  const made = await forecastWith(call, lab, draws)
  const paths = await register(folderOf(call, lab).folder, made)
  await answer(call, made, () => forecastTable(made, call))
  aside(call, words.ahead.registeredAs(nameOf(made), made.sha256))
  if (draws.kind !== 'posterior') aside(call, draws.note[language])
  for (const path of paths) aside(call, words.written(path))
  return 0
}

async function drawsOf(call: Call, lab: Laboratory): Promise<DrawList> {
  const { options, command } = call
  const wish = { seed: options.seed, draws: options.draws ?? DEFAULT_DRAWS, prior: options.prior ?? false }
  const plain = options.prior || (options.seed !== undefined && options.posterior === undefined)
  const posterior = plain ? undefined : await namedPosterior(call, lab)
  if (posterior === undefined) return drawsFor(lab, wish, command)
  const { list } = posterior
  const most = Math.min(MOST_DRAWS, list.indices.length)
  if (options.draws === undefined || options.draws <= list.indices.length)
    return firstDraws(list, options.draws ?? most)
  throw new InputError([
    {
      code: 'too-many-draws',
      file: command,
      field: '--draws',
      what: `${options.draws} are more than the posterior has`,
      expected: `at most ${list.indices.length}`,
      todo: 'ask for fewer',
    },
  ])
}

/** What the draws say of the years after `origin`, the last that is known unless said; later facts are not looked at. */
export async function forecastWith(
  call: Call,
  lab: Laboratory,
  draws: DrawList,
  origin = originOf(lab.pack),
  ahead = AHEAD,
): Promise<Registered> {
  const { frame, facts, hashes, version } = lab
  const { words, options, command, language } = call
  const years = yearsAfter(origin, ahead)
  const pack = withOneArea(known(lab.pack, { until: origin }))
  const context = { pack, frame, model, facts, parameters: pack.parameters }
  const selection = selectionFor([...questions(years), ...countedYears(origin)], context)
  const sample = options.sample ?? DEFAULT_SAMPLE
  aside(call, words.ahead.forecasting(`${years[0]}–${years.at(-1)}`, draws.indices.length, draws.note[language]))
  const plan = planFor('run', resolveAll(lab, ['baseline'], command), draws, selection)
  const collector = await runPlan(call, { lab, plan, sample })
  const { data, parameters, model: ofModel } = hashes
  const created = new Date().toISOString()
  const madeBy = { command: commandOf(call), created, version, model: ofModel, parameters, data, sample }
  return forecastFrom(collector, context, { origin, years, madeBy })
}

/** As the user writes it. */
const commandOf = ({ options }: Call): string =>
  [
    'vraem forecast',
    ...(options.posterior === undefined ? [] : [`--posterior ${options.posterior}`]),
    ...(options.prior ? ['--prior'] : []),
    ...(options.draws === undefined ? [] : [`--draws ${options.draws}`]),
    ...(options.seed === undefined ? [] : [`--seed ${options.seed}`]),
    ...(options.sample === undefined ? [] : [`--sample 1/${options.sample}`]),
  ].join(' ')

async function list(call: Call, lab: Laboratory): Promise<number> {
  const { folder, shown } = folderOf(call, lab)
  const { forecasts, problems } = await forecastsIn(folder, shown)
  const scored = forecasts.map((one) => ({ forecast: one, ...scoreRegistered(one.origins[0], lab.pack) }))
  const rows = scored.map(({ forecast: { origins, outcomes: _, ...head }, scores, waiting }) => ({
    name: nameOf(head),
    ...head,
    origin: origins[0].origin,
    scored: scores.filter(({ rule }) => rule === 'model').length,
    waiting,
  }))
  await answer(call, { forecasts: rows, problems }, () =>
    forecasts.length === 0 ? `${call.words.ahead.noForecasts}\n` : listTable(scored, call),
  )
  if (problems.length > 0) throw new InputError(problems)
  return 0
}

async function show(call: Call, name: string, lab: Laboratory): Promise<number> {
  const { folder, shown } = folderOf(call, lab)
  const { forecasts, problems } = await forecastsIn(folder, shown)
  if (problems.length > 0 && forecasts.length === 0) throw new InputError(problems)
  const one = forecastNamed(name, forecasts, call.command)
  const { scores, skipped, waiting } = scoreRegistered(one.origins[0], lab.pack)
  await answer(call, { forecast: one, scores, skipped, waiting }, () =>
    [forecastTable(one, call), scoresTable(scores, call)].join('\n'),
  )
  for (const { series, place, why } of skipped.filter(({ rule }) => rule === 'model'))
    aside(call, `${series} ${place}: ${why}`)
  return 0
}
