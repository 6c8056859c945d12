/** The common course of run, compare and start: ask, run, write; or hand out what an earlier call has finished. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprintOf, MEMBERS_FILE } from '../host/ensemble.ts'
import { readyFolder } from '../host/folder.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../host/laboratory.ts'
import { requireSameRun } from '../host/members.ts'
import { RESULT_FILE, writeResult } from '../host/output.ts'
import { findRoot } from '../host/root.ts'
import { readJson } from '../host/sources.ts'
import type { Words } from '../lab/results.ts'
import type { Call } from './command.ts'
import { drawsFor } from './draws.ts'
import { planFor, runPlan } from './ensemble.ts'
import { type Result, resultOf } from './finish.ts'
import { folderFor, keepRequest, MANIFEST_FILE, type Request, requestOf, UNFINISHED } from './request.ts'

export interface Done {
  readonly lab: Laboratory
  readonly result: Result
  readonly folder: string
  /** How the draws were made. */
  readonly draws: Words
}

/** Runs the scenarios that `operands` name (or goes on with --resume) and writes the result into its folder. */
export async function ensembleCommand(
  call: Call,
  command: Request['command'],
  operands: readonly string[],
): Promise<Done> {
  const root = findRoot()
  const request = await requestOf(call, command, operands)
  const lab = await openLaboratory(request.files, root)
  const scenarios = resolveAll(lab, request.scenarios, call.command)
  const draws = drawsFor(lab, request, call.command)
  const plan = planFor(command === 'run' ? 'run' : 'compare', scenarios, draws)
  const folder = await folderFor(call, command, root)
  const unfinished = join(folder, UNFINISHED)
  if (call.options.resume !== undefined && !existsSync(unfinished) && existsSync(join(folder, MANIFEST_FILE))) {
    return { lab, result: (await readJson(join(folder, RESULT_FILE))) as Result, folder, draws: draws.note }
  }
  await requireSameRun(join(unfinished, MEMBERS_FILE), fingerprintOf({ lab, plan, sample: request.sample }))
  await keepRequest(await readyFolder(unfinished), request)
  const again = `vraem ${command} --resume ${folder}`
  const collector = await runPlan(call, { lab, plan, sample: request.sample, folder: unfinished, again })
  const finished = resultOf({
    lab,
    collector,
    command: command === 'run' ? 'run' : 'compare',
    sample: request.sample,
    scope: request.scope,
    created: new Date().toISOString(),
  })
  await keepRequest(folder, request)
  await writeResult(folder, finished.result, finished.tables)
  await rm(unfinished, { recursive: true, force: true })
  return { lab, result: finished.result, folder, draws: draws.note }
}
