/** What an ensemble command was asked, kept beside its output so that it can go on, or be verified, later. */
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { InputError, type Problem } from '../evidence/problem.ts'
import { readRules } from '../host/changed-rules.ts'
import { newFolder, readyFolder } from '../host/folder.ts'
import { namedScenarios } from '../host/named.ts'
import { readJson } from '../host/sources.ts'
import { writeWhole } from '../host/write.ts'
import { notAsWritten } from '../lab/own-file.ts'
import type { Call } from './command.ts'

export const REQUEST_FILE = 'request.json'
export const MANIFEST_FILE = 'manifest.json'
/** Part of an output folder that holds the request and the finished draws until the result is written. */
export const UNFINISHED = 'unfinished'

export const DEFAULT_SAMPLE = 20
export const DEFAULT_DRAWS = 64
/** The first comparison has many scenarios and somebody waits for it. */
const START_DRAWS = 30

const schema = z.object({
  format: z.literal(1),
  command: z.enum(['run', 'compare', 'start']),
  scenarios: z.array(z.string()).min(1),
  /** Texts of scenario files that the user named. */
  files: z.record(z.string(), z.string()),
  /** Changed rule files, by path in the model. */
  rules: z.object({ name: z.string().min(1), folder: z.string(), files: z.record(z.string(), z.string()) }).optional(),
  /** Absent: the seed of the shipped draws. */
  seed: z.int().optional(),
  draws: z.int().min(1),
  sample: z.int().min(1).max(200),
  prior: z.boolean(),
  scope: z.enum(['default', 'A', 'A+B', 'all']),
})
export type Request = z.infer<typeof schema>

/** The request of a new call, or of the folder that --resume names. Throws InputError. */
export async function requestOf(
  call: Call,
  command: Request['command'],
  operands: readonly string[],
): Promise<Request> {
  if (call.options.resume !== undefined) return resumed(call, command)
  const { options, io } = call
  const { names, files } = await namedScenarios(operands, io.cwd)
  const folder = options.model
  const rules = folder === undefined ? undefined : await readRules(absolute(folder, io.cwd))
  return {
    format: 1,
    command,
    scenarios: names,
    files,
    ...(rules === undefined ? {} : { rules: { ...rules, folder: folder ?? '' } }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    draws: options.draws ?? (command === 'start' ? START_DRAWS : DEFAULT_DRAWS),
    sample: options.sample ?? DEFAULT_SAMPLE,
    prior: options.prior ?? false,
    scope: options.scope ?? 'default',
  }
}

/** Where the output of this call goes: it exists and can be written. Throws InputError. */
export async function folderFor(call: Call, command: Request['command'], root: string): Promise<string> {
  const { options, io } = call
  const named = options.resume ?? options.out
  return named === undefined ? newFolder(root, command, new Date()) : readyFolder(absolute(named, io.cwd))
}

export const absolute = (path: string, cwd: string): string => (isAbsolute(path) ? path : join(cwd, path))

/** Writes the request into a folder, so that the run can go on or be verified from there. */
export async function keepRequest(folder: string, request: Request): Promise<void> {
  await writeWhole(join(folder, REQUEST_FILE), `${JSON.stringify(request, null, 2)}\n`)
}

/** The request that stands in a folder; undefined when there is none. Throws InputError when it cannot be used. */
export async function requestIn(folder: string): Promise<Request | undefined> {
  const file = join(folder, REQUEST_FILE)
  if (!existsSync(file)) return undefined
  const read = schema.safeParse(await readJson(file))
  if (read.success) return read.data
  throw new InputError(
    notAsWritten(read.error, {
      code: 'request',
      file,
      expected: 'a request that this program wrote',
      todo: 'start the command again',
    }),
  )
}

async function resumed(call: Call, command: Request['command']): Promise<Request> {
  const { options, io, operands } = call
  const folder = absolute(options.resume ?? '', io.cwd)
  const fixed = (['seed', 'draws', 'sample', 'prior', 'scope', 'out', 'model'] as const).filter(
    (name) => options[name] !== undefined,
  )
  const problems: Problem[] = [...operands, ...fixed.map((name) => `--${name}`)].map((word) => ({
    code: 'resume-fixed',
    file: call.command,
    field: word,
    what: 'it stands in the folder already',
    expected: '--resume alone, with --workers, --json or --lang at most',
    todo: 'leave it out',
  }))
  const request = (await requestIn(join(folder, UNFINISHED))) ?? (await requestIn(folder))
  if (request === undefined || request.command !== command) {
    problems.push({
      code: 'not-resumable',
      file: options.resume ?? '',
      what: request === undefined ? 'there is no stopped run here' : `this is a run of vraem ${request.command}`,
      expected: `a folder that vraem ${command} wrote`,
      todo: request === undefined ? 'check the path' : `use vraem ${request.command} --resume`,
    })
  }
  if (problems.length > 0 || request === undefined) throw new InputError(problems)
  return request
}
