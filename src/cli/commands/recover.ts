/** `vraem recover`: fits histories whose truth is known, and says how often the truth lay in the bands. */
import { join } from 'node:path'
import { InputError } from '../../evidence/problem.ts'
import { readyFolder } from '../../host/folder.ts'
import { interruptible } from '../../host/interrupt.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { type Recovery, recoverLean, recover as recovery } from '../../host/recovery.ts'
import { writeWhole } from '../../host/write.ts'
import type { FitSummary } from '../../lab/calibrate/summary.ts'
import { number } from '../../report/format.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { DEFAULT_SEED } from '../draws.ts'
import { namedPosterior } from '../posterior.ts'
import { absolute } from '../request.ts'
import { textTable } from '../table.ts'
import { watched } from '../watched.ts'

const HISTORIES = 10
const BUDGET = { sample: 20, size: 100, steps: 4, shocks: ['mood', 'border', 'price'] }
/** Unknowns whose own coverage is told. */
const TOLD = 12

export async function recover(call: Call): Promise<number> {
  const { words, options } = call
  const lab = await openLaboratory()
  if (options.lean) return told(call, lab, await lean(call, lab))
  const text = (await namedPosterior(call, lab))?.summary
  if (text === undefined)
    throw new InputError([
      {
        code: 'no-posterior',
        file: call.command,
        what: 'there is no posterior to say which unknowns are fitted',
        expected: 'data/posterior, or a folder named with --posterior',
        todo: 'run vraem calibrate first',
      },
    ])
  const summary = JSON.parse(text) as FitSummary
  const budget = { ...BUDGET, sample: options.sample ?? BUDGET.sample }
  const histories = options.draws ?? HISTORIES
  aside(call, words.recovering(histories, budget.size, budget.steps + 1))
  const found = await watched(call, words.trials, (line, signal) =>
    recovery({
      ...{
        lab,
        histories,
        budget,
        signal,
        quick: options.quick === true,
        workers: options.workers,
        seed: options.seed ?? DEFAULT_SEED,
      },
      unknowns: summary.marginals.map(({ name }) => name),
      districtSd: summary.districtSd,
      onRun: (done, total) => line.step(done, total),
      onFit: (algorithm, history) => line.note(words.recovered(algorithm, history + 1)),
    }),
  )
  return told(call, lab, found)
}

/** On the lean model, where ABC can afford its runs. */
function lean({ options, words, io }: Call, lab: Laboratory): Promise<Recovery> {
  return interruptible((signal) =>
    recoverLean({
      ...{ lab, signal, histories: options.draws ?? HISTORIES, seed: options.seed ?? DEFAULT_SEED },
      onFit: (algorithm, history) => io.err(`${words.recovered(algorithm, history + 1)}\n`),
    }),
  )
}

async function told(call: Call, lab: Laboratory, found: Recovery): Promise<number> {
  const { words, options, io } = call
  const json = { ...found, created: new Date().toISOString(), model: options.lean ? 'lean' : lab.hashes.model }
  if (options.out !== undefined) {
    const folder = await readyFolder(absolute(options.out, io.cwd))
    const name = options.lean ? 'recovery-lean.json' : 'recovery.json'
    await writeWhole(join(folder, name), `${JSON.stringify(json, null, 1)}\n`)
    aside(call, words.written(join(folder, name)))
  }
  await answer(call, json, () => table(call, found))
  return 0
}

function table({ words, language }: Call, { entries, names, better, support }: Recovery): string {
  const percent = (share: number) => `${number(100 * share, 0, language)}%`
  const rows = entries.map(({ name, crps, calibration, runs }) => [
    name,
    number(crps.reduce((a, b) => a + b, 0) / crps.length, 4, language),
    `${percent(calibration.coverage.share)} (${percent(calibration.coverage.low)}–${percent(calibration.coverage.high)})`,
    number(runs, 0, language),
  ])
  const first = entries[0]?.calibration.byUnknown.slice(0, TOLD) ?? []
  const own = first.map(({ hits, of }, j) => [names[j] ?? '', `${hits}/${of}`])
  return [
    textTable(words.recoveryHead, rows),
    textTable(words.recoveryUnknownsHead, own),
    entries.length > 1 ? `${words.recoveryBetter(better, Math.round(100 * support))}\n` : '',
  ].join('\n')
}
