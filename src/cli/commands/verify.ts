/** `vraem verify MANIFEST`: runs it again on whatever workers there are and compares, bit for bit. */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InputError, type Problem, throwIfAny } from '../../evidence/problem.ts'
import { openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { RESULT_FILE, resultFiles } from '../../host/output.ts'
import { readJson } from '../../host/sources.ts'
import { besides } from '../../lab/changed.ts'
import { checkManifest, type Manifest } from '../../lab/manifest.ts'
import type { Marks } from '../../lab/marks.ts'
import { compareManifests } from '../../lab/verify.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import { rulesFor } from '../ensemble-command.ts'
import { type Finished, manifestOf, resultOf } from '../finish.ts'
import { absolute, MANIFEST_FILE, REQUEST_FILE, requestIn } from '../request.ts'

const CHECK_FAILED = 1

export async function verify(call: Call): Promise<number> {
  const { words, io, command } = call
  const given = absolute(call.operands[0] ?? '', io.cwd)
  const file = existsSync(given) && statSync(given).isDirectory() ? join(given, MANIFEST_FILE) : given
  const saved = await manifestIn(file)
  const request = await requestIn(dirname(file))
  const lab = await openLaboratory(request?.files ?? {})
  if (saved.rules !== undefined && request?.rules === undefined) throw new InputError([rulesMissing(file)])
  const rules = request === undefined ? undefined : rulesFor(call, lab, request)
  const resolved = resolveAll(
    lab,
    saved.scenarios.map(({ name }) => name),
    command,
  )
  const scenarios = rules === undefined ? resolved : besides(resolved, rules.manifest)
  const draws = drawsFor(
    lab,
    {
      seed: saved.seed,
      draws: saved.draws.count,
      prior: saved.draws.kind === 'prior',
      screened: saved.draws.kind === 'screened',
    },
    command,
  )
  const collector = await runPlan(call, {
    lab,
    plan: { ...planFor('run', scenarios, draws), ...planned(saved) },
    sample: saved.sample,
    rules,
  })
  const finished: Finished = { ...saved, lab, collector, rules: rules?.manifest }
  const { differences } = compareManifests(saved, manifestOf(finished))
  const files =
    differences.length > 0
      ? []
      : await changedFiles(dirname(file), {
          ...finished,
          lab: { ...lab, version: saved.version, kernels: saved.kernels },
        })
  const same = differences.length + files.length === 0
  await answer(call, { same, differences, files }, () =>
    same
      ? `${words.same(saved.result)}\n`
      : [
          ...differences.map((d) => words.differs(d.field, d.saved, d.again)),
          ...files.map((name) => words.fileDiffers(name)),
          words.notSame(differences.length + files.length),
          '',
        ].join('\n'),
  )
  return same ? 0 : CHECK_FAILED
}

const rulesMissing = (file: string): Problem => ({
  code: 'rules-missing',
  file,
  field: 'rules',
  what: 'the run compared changed rules, whose text is not here',
  expected: `the folder of the run, with ${REQUEST_FILE} beside the manifest`,
  todo: 'verify the whole folder, or run the command again with --model',
})

async function manifestIn(file: string): Promise<Manifest> {
  const { manifest, problems } = checkManifest(await readJson(file), file)
  if (manifest !== undefined) return manifest
  throwIfAny(problems satisfies readonly Problem[])
  throw new Error(`no manifest in ${file}`)
}

/** What the manifest says of months and of what was kept, in the shape of a plan. */
function planned({ months, selection }: Manifest) {
  return { months, selection }
}

/** Marks of a result as it was written: they say how the model stood then. */
async function marksIn(file: string): Promise<Marks | undefined> {
  return existsSync(file) ? ((await readJson(file)) as { marks?: Marks }).marks : undefined
}

/** Result files beside the manifest whose bytes are not those that the run gives. */
async function changedFiles(folder: string, finished: Finished): Promise<string[]> {
  if (finished.command !== 'run' && finished.command !== 'compare') return []
  const { result, tables } = resultOf({ ...finished, marks: await marksIn(join(folder, RESULT_FILE)) })
  const changed: string[] = []
  for (const [name, bytes] of resultFiles(result, tables)) {
    const path = join(folder, name)
    if (existsSync(path) && !Buffer.from(bytes).equals(await readFile(path))) changed.push(name)
  }
  return changed
}
