/** `vraem predict TARGETS.csv`: quantiles for rows of series, place and year, as a CSV with the same columns. */
import { throwIfAny } from '../../evidence/problem.ts'
import { badgesOfSeries } from '../../host/credentials.ts'
import { readyFor } from '../../host/folder.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { readLimited } from '../../host/sources.ts'
import { writeWhole } from '../../host/write.ts'
import type { Manifest } from '../../lab/manifest.ts'
import { formulaOf } from '../../lab/predict/formula.ts'
import { predictions, selectionForTargets } from '../../lab/predict/predict.ts'
import { type Prediction, readTargets, type TargetFile, writePredictions } from '../../lab/predict/targets.ts'
import { model } from '../../system/model.ts'
import { aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import { manifestOf } from '../finish.ts'
import { absolute, DEFAULT_DRAWS, DEFAULT_SAMPLE } from '../request.ts'

/** Most bytes of a targets file: a hundred thousand rows. */
const LIMIT = 1 << 24
const LAST_YEAR_OF_HISTORY = 2024

export async function predict(call: Call): Promise<number> {
  const { words, options, io, operands } = call
  const name = operands[0] ?? ''
  const out = options.out === undefined ? undefined : absolute(options.out, io.cwd)
  const { file, problems } = readTargets(await readLimited(absolute(name, io.cwd), name, LIMIT), name)
  throwIfAny(problems)
  if (out !== undefined) await readyFor(out)
  const lab = await openLaboratory()
  const { rows, manifest } = await answersOf(call, lab, file)
  const csv = writePredictions(file, rows)
  if (out !== undefined) {
    await writeWhole(out, csv)
    if (manifest) await writeWhole(`${out}.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`)
    aside(call, words.written(out))
  }
  if (options.json === true) {
    const badgeOf = await badgesOfSeries(lab)
    const predictions = rows.map((row) => ({ ...plain(row), badge: badgeOf(row.target.series, row.target.place) }))
    await io.out(`${JSON.stringify({ manifest: manifest ?? null, predictions })}\n`)
  } else if (out === undefined) await io.out(csv)
  const ok = rows.filter((row) => row.status === 'ok').length
  aside(call, words.predicted(ok, rows.length - ok))
  return 0
}

/** One run answers everything: history where no later year is asked for, else history and on as in 2024. */
async function answersOf(
  call: Call,
  lab: Laboratory,
  { targets }: TargetFile,
): Promise<{ rows: Prediction[]; manifest?: Manifest }> {
  const { options, command } = call
  const { pack, frame, facts } = lab
  const selection = selectionForTargets(targets, pack, frame, model.measures)
  if (selection === undefined) return { rows: targets.map((target) => unanswered(target, lab)) }
  const scenario = selection.years[1] > LAST_YEAR_OF_HISTORY ? 'baseline' : 'history'
  const wish = { seed: options.seed, draws: options.draws ?? DEFAULT_DRAWS, prior: options.prior ?? false }
  const draws = drawsFor(lab, wish, command)
  const plan = planFor('run', resolveAll(lab, [scenario], command), draws, selection)
  const sample = options.sample ?? DEFAULT_SAMPLE
  const collector = await runPlan(call, { lab, plan, sample })
  const rows = predictions(targets, collector, { pack, frame, model, facts, parameters: pack.parameters })
  const created = new Date().toISOString()
  return { rows, manifest: manifestOf({ lab, collector, command: 'predict', sample, scope: 'default', created }) }
}

function unanswered(target: Prediction['target'], { pack, frame }: Laboratory): Prediction {
  const formula = formulaOf(target, pack, frame)
  return { target, status: typeof formula === 'string' ? formula : 'not modelled' }
}

function plain({ target, status, quantiles }: Prediction) {
  const { line: _, ...asked } = target
  return { ...asked, ...quantiles, status }
}
