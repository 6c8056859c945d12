/** What `vraem calibrate` was asked, kept beside what it has reached, so that it can go on later. */
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError, type Problem, throwIfAny } from '../evidence/problem.ts'
import { readyFolder } from '../host/folder.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { LOOKS_FILE, looksIn } from '../host/looks.ts'
import { readJson } from '../host/sources.ts'
import { writeWhole } from '../host/write.ts'
import { type Budget, QUICK, WHOLE } from '../lab/calibrate/budget.ts'
import { readCheckpoint, saveCheckpoint } from '../lab/calibrate/drive.ts'
import type { FitHost } from '../lab/calibrate/fit.ts'
import { CUT } from '../lab/calibrate/information.ts'
import { POSTERIOR_FOLDER } from '../lab/posterior.ts'
import type { Call } from './command.ts'
import { DEFAULT_SEED } from './draws.ts'
import { absolute, REQUEST_FILE, UNFINISHED } from './request.ts'

const schema = z.object({
  format: z.literal(1),
  command: z.literal('calibrate'),
  quick: z.boolean(),
  until: z.int(),
  seed: z.int(),
  sample: z.int().min(1).max(200),
  /** Folder of the posterior whose screening is taken over. */
  posterior: z.string().optional(),
})
export type CalibrationRequest = z.infer<typeof schema>

export interface Calibration {
  readonly request: CalibrationRequest
  readonly budget: Budget
  /** Where the posterior is written. */
  readonly folder: string
}

/** The calibration that a call asks for, or goes on with. Throws InputError. */
export async function calibrationOf(call: Call, lab: Laboratory): Promise<Calibration> {
  const { options, io } = call
  const named = options.resume ?? options.out
  const folder = named === undefined ? join(lab.root, POSTERIOR_FOLDER) : absolute(named, io.cwd)
  const request = options.resume === undefined ? asked(call) : await resumed(call, folder)
  await requireOpen(call, lab, request.until)
  await readyFolder(folder)
  const unfinished = await readyFolder(join(folder, UNFINISHED))
  if (options.resume === undefined) {
    await rm(unfinished, { recursive: true })
    await readyFolder(unfinished)
    await writeWhole(join(unfinished, REQUEST_FILE), `${JSON.stringify(request, null, 2)}\n`)
  }
  return { request, folder, budget: { ...(request.quick ? QUICK : WHOLE), sample: request.sample } }
}

function asked({ options }: Call): CalibrationRequest {
  const quick = options.quick ?? false
  return {
    format: 1,
    command: 'calibrate',
    quick,
    until: options.until ?? CUT,
    seed: options.seed ?? DEFAULT_SEED,
    sample: options.sample ?? (quick ? QUICK : WHOLE).sample,
    ...(options.posterior === undefined ? {} : { posterior: options.posterior }),
  }
}

/** As the user writes it, to make the posterior again. */
export const commandOf = ({ quick, until, seed, posterior }: CalibrationRequest): string =>
  [
    'vraem calibrate',
    ...(quick ? ['--quick'] : []),
    `--until ${until}`,
    `--seed ${seed}`,
    ...(posterior === undefined ? [] : [`--posterior ${posterior}`]),
  ].join(' ')

/** Facts after the cut stay closed until the model was scored on them once. */
async function requireOpen(call: Call, lab: Laboratory, until: number): Promise<void> {
  if (until <= CUT || (await looksIn(join(lab.root, LOOKS_FILE))).length > 0) return
  throw new InputError([
    {
      code: 'hold-out-closed',
      file: call.command,
      field: '--until',
      what: `${until} is in the hold-out, at which no registered look was taken yet`,
      expected: `${CUT} or earlier`,
      todo: `calibrate until ${CUT} first; ${LOOKS_FILE} opens the later years`,
    },
  ])
}

async function resumed(call: Call, folder: string): Promise<CalibrationRequest> {
  const { options, command } = call
  const fixed = (['seed', 'sample', 'out', 'quick', 'until', 'posterior'] as const).filter(
    (name) => options[name] !== undefined,
  )
  const problems: Problem[] = fixed.map((name) => ({
    code: 'resume-fixed',
    file: command,
    field: `--${name}`,
    what: 'it stands in the folder already',
    expected: '--resume alone, with --workers, --json or --lang at most',
    todo: 'leave it out',
  }))
  const file = join(folder, UNFINISHED, REQUEST_FILE)
  const read = existsSync(file) ? schema.safeParse(await readJson(file)) : undefined
  if (read?.success !== true)
    problems.push({
      code: 'not-resumable',
      file: options.resume ?? '',
      what: 'there is no stopped calibration here',
      expected: 'a folder in which vraem calibrate was stopped',
      todo: 'check the path, or start the calibration again',
    })
  if (problems.length > 0 || read?.success !== true) throw new InputError(problems)
  return read.data
}

/** States between rounds, kept in files of the folder. `madeFor`: what must not have changed meanwhile. */
export function keeperOf({ folder, request }: Calibration, madeFor: string): Pick<FitHost, 'from' | 'keep'> {
  const fileOf = (stage: string) => join(folder, UNFINISHED, `${stage}.json`)
  return {
    from(stage, algorithm, task) {
      const file = fileOf(stage)
      if (!existsSync(file)) return undefined
      const read = readCheckpoint(readFileSync(file, 'utf8'), file, algorithm, task, request.seed, madeFor)
      throwIfAny(read.problems)
      return read.state
    },
    keep: (stage, algorithm, task, state) =>
      writeWhole(fileOf(stage), saveCheckpoint(algorithm, task, request.seed, madeFor, state)),
  }
}
