/** `vraem sensitivity [REFERENCE [PACKAGE]]`: what moves the answers, by unknown, by subsystem and by contradiction. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../engine/index.ts'
import { readyFolder } from '../../host/folder.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { namedScenarios } from '../../host/named.ts'
import { Stopped } from '../../host/pool.ts'
import { findRoot } from '../../host/root.ts'
import { sensitivity as analysed, type SensitivityAsked } from '../../host/sensitivity.ts'
import { writeWhole } from '../../host/write.ts'
import { unknownsOf } from '../../lab/calibrate/trial.ts'
import { answerable } from '../../lab/cells.ts'
import { type DrawList, hashOfDraws } from '../../lab/draws.ts'
import type { Resolved } from '../../lab/scenario/types.ts'
import type { SensitivityResult } from '../../lab/sensitivity/result.ts'
import { HEADLINES } from '../../report/compared.ts'
import { sensitivityHtml } from '../../report/sensitivity/html.ts'
import { sensitivitySentences } from '../../report/sensitivity/sentences.ts'
import { aboutWords, sensitivityTables, type Titles } from '../../report/sensitivity/table.ts'
import { wrap } from '../../report/text.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { StoppedAt } from '../ensemble.ts'
import { listed, unknownNames } from '../listed.ts'
import { absolute, UNFINISHED } from '../request.ts'
import { shortened } from '../shortened.ts'
import { textTable } from '../table.ts'
import { watched } from '../watched.ts'

/** Reference and package when none is named. */
const SHIPPED = ['baseline', 'balanced'] as const
/** Some thousand runs: small populations, so that they end within minutes. */
const SAMPLE = 200
const PATHS = 6
/** Runs of an emulator, rows of a design on the model, draws at a point of a curve. */
const COUNT = { morris: 0, sobol: 160, curves: 8 } as const
/** Unknowns that are kept from a screening. */
const MOST = 12

export async function sensitivity(call: Call): Promise<number> {
  const { words, options, io, language, command } = call
  const { names, files } = await namedScenarios(call.operands.length > 0 ? call.operands : SHIPPED, io.cwd)
  const lab = await openLaboratory(files)
  const method = options.method ?? 'morris'
  const wish = { seed: options.seed, draws: drawsAsked(call), prior: options.prior ?? false }
  const base = drawsFor(lab, wish, command)
  const sample = options.sample ?? SAMPLE
  const asked: Omit<SensitivityAsked, 'folder'> = {
    lab,
    scenarios: resolveAll(lab, names, command) as unknown as readonly [Resolved, Resolved],
    method,
    outcomes: outcomesOf(call),
    base,
    seed: base.seed,
    sample,
    trajectories: options.trajectories ?? PATHS,
    count: options.draws ?? COUNT[method],
    names: inputsOf(call, lab),
    most: MOST,
    onModel: options.on === 'model',
    workers: options.workers,
  }
  const folder = await folderOf(call, asked)
  const unfinished = join(folder, UNFINISHED)
  aside(call, words.open.turning(names, method, words.open.ranges[base.kind], sample))
  let stage: keyof typeof words.open.stages = 'screening'
  const result = await watched(
    call,
    (progress) => words.open.step(words.open.stages[stage], progress),
    (line, signal) =>
      analysed({
        ...asked,
        folder: unfinished,
        signal,
        onProgress: (now, done, total) => {
          stage = now
          line.step(done, total)
        },
        onLost: (why) => line.note(words.workerLost(why)),
      }),
  ).catch((error) => {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(words.open.stopped(unfinished))
  })
  const titles: Titles = Object.fromEntries(lab.pack.ledger.contradictions.map(({ id, title }) => [id, title]))
  await writeWhole(
    join(folder, 'sensitivity.json'),
    `${JSON.stringify(shortened({ ...result, titles: titlesOf(result, titles) }))}\n`,
  )
  await writeWhole(join(folder, 'sensitivity.html'), sensitivityHtml(result, titles, language))
  await rm(unfinished, { recursive: true, force: true })
  await answer(call, result, () => shown(call, result, titles))
  aside(call, words.written(folder))
  return 0
}

/** More base draws than this change little. */
const MOST_DRAWS = 128

/** Draws that give what is not turned: one a path, or a point of a curve. */
function drawsAsked({ options }: Call): number {
  const paths = options.trajectories ?? PATHS
  return Math.min(MOST_DRAWS, Math.max(paths, options.draws ?? COUNT[options.method ?? 'morris']))
}

function shown(call: Call, result: SensitivityResult, titles: Titles): string {
  const { language, io, options } = call
  const width = Math.min(io.columns, 100)
  const paragraphs = (texts: readonly { en: string; es: string }[]) =>
    texts.map((one) => wrap(one[language], width).join('\n')).join('\n')
  const tables = sensitivityTables(result, options.by ?? 'input', titles).map(({ title, head, rows, notes }) => {
    const table = textTable(
      head.map((one) => one[language]),
      rows.map((row) => row.map((cell) => cell[language])),
    )
    return `${title[language]}\n${table}${notes.length > 0 ? `${paragraphs(notes)}\n` : ''}`
  })
  const said = sensitivitySentences(result)
  return [...tables, `${paragraphs([...said, ...aboutWords(result)])}\n`].join('\n')
}

/** A folder of its own for what was asked, so that the same command finds what an earlier one had finished. */
async function folderOf(call: Call, asked: Omit<SensitivityAsked, 'folder'>): Promise<string> {
  const { options, io } = call
  if (options.out !== undefined) return readyFolder(absolute(options.out, io.cwd))
  const { lab, scenarios, base, method, outcomes, sample, trajectories, count, names, onModel } = asked
  const cards = scenarios.map(({ card }) => card.hash)
  const what = [
    lab.hashes,
    cards,
    hashOfDraws(base as DrawList),
    method,
    outcomes,
    sample,
    trajectories,
    count,
    names,
    onModel,
  ]
  return readyFolder(join(findRoot(), 'out', `sensitivity-${sha256Hex(JSON.stringify(what)).slice(0, 12)}`))
}

/** The outcomes asked for, or the headline ones. Throws InputError for names that are none. */
function outcomesOf({ options, command }: Call): readonly string[] {
  const known = answerable(model)
  const names = listed(options.outcome) ?? ['displaced', ...HEADLINES].filter((name) => known.includes(name))
  unknownNames(names, known, { file: command, field: '--outcome', what: 'an outcome' })
  return [...new Set(names)]
}

function inputsOf({ options, command }: Call, lab: Laboratory): readonly string[] | undefined {
  const names = listed(options.inputs)
  if (names !== undefined)
    unknownNames(names, unknownsOf(lab.pack.parameters, model.switches), {
      file: command,
      field: '--inputs',
      what: 'a parameter or switch that may vary',
    })
  return names && [...new Set(names)]
}

/** Titles of the contradictions that the file speaks of. */
const titlesOf = ({ inputs }: SensitivityResult, titles: Titles): Titles => {
  const named = new Set(inputs.flatMap(({ contradictions }) => contradictions))
  return Object.fromEntries(Object.entries(titles).filter(([id]) => named.has(id)))
}
