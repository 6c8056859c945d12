/** `vraem calibrate`: what the unknowns and the shocks of the past may have been; writes the posterior that others use. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../engine/hash.ts'
import { type Fit, fitTo, targetsFor } from '../../host/fits.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { writeWhole } from '../../host/write.ts'
import { CONTAMINATED, CUT } from '../../lab/calibrate/information.ts'
import type { Influence } from '../../lab/calibrate/screening.ts'
import { influencesIn, summaryOf } from '../../lab/calibrate/summary.ts'
import type { TargetList } from '../../lab/calibrate/targets.ts'
import { hashOfFiles } from '../../lab/manifest.ts'
import { noteOf, POSTERIOR_FILES, posteriorFiles } from '../../lab/posterior.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import { type Calibration, calibrationOf, commandOf, keeperOf } from '../calibration.ts'
import { calibrationTables } from '../calibration-tables.ts'
import type { Call } from '../command.ts'
import { StoppedAt } from '../ensemble.ts'
import { namedPosterior } from '../posterior.ts'
import { UNFINISHED } from '../request.ts'
import { watched } from '../watched.ts'

export async function calibrate(call: Call): Promise<number> {
  const { words } = call
  const lab = await openLaboratory()
  const calibration = await calibrationOf(call, lab)
  const { folder, request } = calibration
  const list = targetsFor(lab, { until: request.until })
  for (const { what, todo } of list.remarks) aside(call, `${what}: ${todo.replace('nothing: ', '')}`)
  const { posterior } = request
  const screened =
    posterior === undefined
      ? undefined
      : await namedPosterior({ ...call, options: { ...call.options, posterior } }, lab)
  const influences = influencesIn(screened?.summary)
  const fit = await run(call, lab, calibration, list, influences)
  if (fit === undefined) throw new StoppedAt(words.calibrationStopped(`vraem calibrate --resume ${folder}`))

  const { result } = fit
  const flat = request.until <= CUT ? CONTAMINATED : []
  const summary = summaryOf(result, list.targets, lab.pack.parameters, model.switches, flat)
  const draws = { ...fit.draws, note: noteOf(result.members.length, request.until) }
  const files = posteriorFiles(draws, {
    command: commandOf(request),
    created: new Date().toISOString(),
    version: lab.version,
    parameters: lab.hashes.parameters,
    model: lab.hashes.model,
    targets: hashOfTargets(list),
    until: request.until,
    sample: calibration.budget.sample,
    runs: result.runs,
  })
  const { [POSTERIOR_FILES.manifest]: manifest = '', ...rest } = files
  for (const [name, text] of Object.entries(rest)) await writeWhole(join(folder, name), text)
  await writeWhole(join(folder, POSTERIOR_FILES.summary), `${JSON.stringify(summary, null, 1)}\n`)
  // the manifest last: where it stands, everything stands
  await writeWhole(join(folder, POSTERIOR_FILES.manifest), manifest)
  await rm(join(folder, UNFINISHED), { recursive: true, force: true })
  await answer(call, { manifest: JSON.parse(manifest), ...summary }, () => calibrationTables(call, summary))
  aside(call, words.written(folder))
  return 0
}

const hashOfTargets = ({ targets }: TargetList): string =>
  sha256Hex(JSON.stringify(targets.map(({ id, value, sd }) => [id, value, sd])))

/** Undefined when it was stopped. */
async function run(
  call: Call,
  lab: Laboratory,
  calibration: Calibration,
  list: TargetList,
  influences: readonly Influence[] | undefined,
): Promise<Fit | undefined> {
  const { words, options } = call
  const { request, budget } = calibration
  const madeFor = hashOfFiles({ ...lab.hashes, budget: JSON.stringify(budget) })
  aside(call, words.calibrating(list.targets.length, request.until, budget.sample))
  return watched(call, words.trials, (line, signal) =>
    fitTo({
      ...{
        lab,
        knowledge: { until: request.until },
        budget,
        seed: request.seed,
        workers: options.workers,
        signal,
        influences,
      },
      onRun: (done, total) => line.step(done, total),
      onLost: (why) => line.note(words.workerLost(why)),
      keeper: {
        ...keeperOf(calibration, madeFor),
        onProgress: (stage: keyof typeof words.stages, { done, runs }: { done: number; runs: number }) =>
          line.note(words.stageDone(words.stages[stage], done, runs)),
      },
    }),
  )
}
