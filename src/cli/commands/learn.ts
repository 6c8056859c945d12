/** `vraem learn`: takes the figures of new years into the posterior, scores the registered forecast, says what was learnt. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../evidence/problem.ts'
import { newFolder, readyFolder } from '../../host/folder.ts'
import { FORECASTS_FOLDER, forecastsIn } from '../../host/forecasts.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { writeWhole } from '../../host/write.ts'
import { firstDraws } from '../../lab/draws.ts'
import { figuresLearnt, forecastFor, type Learnt, missOf, nextYears, unknownsMoved } from '../../lab/forecast/learnt.ts'
import { yearsAfter } from '../../lab/forecast/questions.ts'
import { nameOf } from '../../lab/forecast/registered.ts'
import { scoreRegistered } from '../../lab/forecast/score.ts'
import { POSTERIOR_FILES, posteriorFiles } from '../../lab/posterior.ts'
import { learntWords } from '../../report/learnt.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { learntTables } from '../forecast-tables.ts'
import { hashOfTargets, lessonOf, takenIn } from '../new-year.ts'
import { absolute } from '../request.ts'
import { forecastWith } from './forecast.ts'

/** What was learnt stands beside the new posterior, for programs and for people. */
const LEARNT_FILES = { data: 'learnt.json', words: 'learnt.md' } as const

export async function learn(call: Call, lab?: Laboratory): Promise<number> {
  const { words, language, options } = call
  const laboratory = lab ?? (await openLaboratory())
  const lesson = await lessonOf(call, laboratory)
  const { posterior, until, fresh, list: targets, held } = lesson
  const folder = await folderFor(call, laboratory)
  const { manifest } = posterior
  const draws = firstDraws(posterior.list, options.draws ?? posterior.list.indices.length)
  for (const { what, todo } of fresh.remarks) aside(call, `${what}: ${todo.replace('nothing: ', '')}`)
  const { notTakenIn } = fresh
  if (notTakenIn.length > 0)
    aside(call, words.ahead.notTakenIn(notTakenIn.slice(0, TOLD), Math.max(0, notTakenIn.length - TOLD)))

  const taken = await takenIn(call, laboratory, lesson, draws)
  const note = {
    en: `${taken.list.indices.length} draws of equal weight: those calibrated on facts to ${manifest.until}, updated with the figures to ${until}.`,
    es: `${taken.list.indices.length} sorteos de igual peso: los calibrados con hechos hasta ${manifest.until}, puestos al día con las cifras hasta ${until}.`,
  }
  const list = { ...taken.list, note }
  const ahead = until - manifest.until + NEXT
  const before = await forecastWith(call, laboratory, draws, manifest.until, ahead)
  const after = await forecastWith(call, laboratory, list, until, NEXT)
  const { forecasts, problems } = await forecastsIn(join(laboratory.root, FORECASTS_FOLDER), FORECASTS_FOLDER)
  for (const { file, what } of problems) aside(call, `${file}: ${what}`)
  const chosen = forecastFor(forecasts, manifest.until, yearsAfter(manifest.until, until - manifest.until))
  const { scores } = scoreRegistered((chosen ?? before).origins[0], laboratory.pack)
  const count = fresh.targets.length
  const learnt: Learnt = {
    from: { until: manifest.until, draws: manifest.draws, created: manifest.created },
    until,
    figures: figuresLearnt(fresh.targets, taken),
    notTakenIn,
    forecast: chosen ? { name: nameOf(chosen), created: chosen.madeBy.created, sha256: chosen.sha256 } : null,
    scores,
    moved: unknownsMoved(taken.moved, laboratory.pack.parameters, model.switches, manifest.flat),
    unit: 'ha',
    next: nextYears(before, after),
    earlier: {
      figures: held.length,
      before: missOf(held, taken.before, count),
      after: missOf(held, taken.after, count),
    },
    draws: list.indices.length,
    runs: taken.runs,
  }
  const files = posteriorFiles(list, {
    command: commandOf(call, until),
    created: new Date().toISOString(),
    version: laboratory.version,
    parameters: laboratory.hashes.parameters,
    model: laboratory.hashes.model,
    targets: hashOfTargets(targets),
    until,
    sample: options.sample ?? manifest.sample,
    runs: manifest.runs + taken.runs,
    from: { draws: manifest.draws, until: manifest.until, created: manifest.created, command: manifest.command },
  })
  const { [POSTERIOR_FILES.manifest]: text = '', ...rest } = files
  const summary = posterior.summary === undefined ? {} : { [POSTERIOR_FILES.summary]: posterior.summary }
  const both = `# ${until}\n\n${learntWords(learnt, 'en')}\n\n${learntWords(learnt, 'es')}\n`
  const beside = { [LEARNT_FILES.data]: `${JSON.stringify(learnt, null, 1)}\n`, [LEARNT_FILES.words]: both }
  // the manifest last: where it stands, everything stands
  for (const [name, content] of Object.entries({ ...rest, ...summary, ...beside, [POSTERIOR_FILES.manifest]: text }))
    await writeWhole(join(folder, name), content)
  await answer(call, { manifest: JSON.parse(text), ...learnt, words: learntWords(learnt, language) }, () =>
    [learntTables(learnt, call), `${learntWords(learnt, language)}\n`].join('\n'),
  )
  aside(call, words.written(folder))
  aside(call, words.ahead.next(options.out ?? folder))
  return 0
}

/** Rows that were not taken in, told by name. */
const TOLD = 6
/** Years after the last new figure that are foretold, before and after. */
const NEXT = 3

/** Where the new posterior goes: never over another one. */
async function folderFor({ options, io, command }: Call, lab: Laboratory): Promise<string> {
  if (options.out === undefined) return newFolder(lab.root, 'learn', new Date())
  const folder = absolute(options.out, io.cwd)
  if (!existsSync(join(folder, POSTERIOR_FILES.manifest))) return readyFolder(folder)
  throw new InputError([
    {
      code: 'posterior-exists',
      file: command,
      field: '--out',
      what: `a posterior stands in ${options.out} already`,
      expected: 'a folder without one',
      todo: 'name another folder; copy the new posterior over the old one when you have looked at it',
    },
  ])
}

/** As the user writes it. */
const commandOf = ({ options }: Call, until: number): string =>
  [
    'vraem learn',
    `--year ${until}`,
    ...(options.posterior === undefined ? [] : [`--posterior ${options.posterior}`]),
    ...(options.draws === undefined ? [] : [`--draws ${options.draws}`]),
    ...(options.sample === undefined ? [] : [`--sample 1/${options.sample}`]),
  ].join(' ')
