/** The common course of run, compare and start: ask, run, write; or hand out what an earlier call has finished. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ChangedRules, compileRules } from '../host/changed-rules.ts'
import { credentialsOf } from '../host/credentials.ts'
import { fingerprintOf, MEMBERS_FILE } from '../host/ensemble.ts'
import { readyFolder } from '../host/folder.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../host/laboratory.ts'
import { requireSameRun } from '../host/members.ts'
import { RESULT_FILE, writeResult } from '../host/output.ts'
import { findRoot } from '../host/root.ts'
import { readJson } from '../host/sources.ts'
import { besides } from '../lab/changed.ts'
import type { Words } from '../lab/results.ts'
import { aside } from './answer.ts'
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
  const rules = rulesFor(call, lab, request)
  const resolved = resolveAll(lab, request.scenarios, call.command)
  const scenarios = rules === undefined ? resolved : besides(resolved, rules.manifest)
  const draws = drawsFor(lab, request, call.command)
  const plan = planFor(command === 'run' ? 'run' : 'compare', scenarios, draws)
  const folder = await folderFor(call, command, root)
  const unfinished = join(folder, UNFINISHED)
  if (call.options.resume !== undefined && !existsSync(unfinished) && existsSync(join(folder, MANIFEST_FILE))) {
    return { lab, result: (await readJson(join(folder, RESULT_FILE))) as Result, folder, draws: draws.note }
  }
  requireSameRun(join(unfinished, MEMBERS_FILE), fingerprintOf({ lab, plan, sample: request.sample }))
  const kept = withChanged(request, rules)
  await keepRequest(await readyFolder(unfinished), kept)
  const again = `vraem ${command} --resume ${folder}`
  const collector = await runPlan(call, { lab, plan, sample: request.sample, rules, folder: unfinished, again })
  const finished = resultOf({
    lab,
    collector,
    command: command === 'run' ? 'run' : 'compare',
    sample: request.sample,
    scope: request.scope,
    rules: rules?.manifest,
    created: new Date().toISOString(),
    credentials: await credentialsOf(lab, draws),
  })
  await keepRequest(folder, kept)
  await writeResult(folder, finished.result, finished.tables)
  await rm(unfinished, { recursive: true, force: true })
  return { lab, result: finished.result, folder, draws: draws.note }
}

/** The changed rules of a request, compiled; says how long that took. Throws InputError with every problem of theirs. */
export function rulesFor(call: Call, lab: Laboratory, { rules }: Pick<Request, 'rules'>): ChangedRules | undefined {
  if (rules === undefined) return undefined
  const changed = compileRules(lab, rules, (path) => shownAs(rules.folder, path))
  aside(call, call.words.rulesCompiled(Object.keys(changed.files), changed.took))
  return changed
}

/** A file of the folder as the user wrote it: short paths where the file stands under one. */
function shownAs(folder: string, path: string): string {
  const short = [path, path.replace(/^src\//, ''), path.replace(/^src\/system\//, '')]
  return short.map((name) => join(folder, name)).find(existsSync) ?? join(folder, path)
}

/** What is kept of changed rules: the files that differ from the model's. */
const withChanged = (request: Request, rules: ChangedRules | undefined): Request =>
  request.rules === undefined || rules === undefined
    ? request
    : { ...request, rules: { ...request.rules, files: { ...rules.files } } }
