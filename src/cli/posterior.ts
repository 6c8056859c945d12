/** The posterior that a call names, or the shipped one, with what stands beside its draws. */
import { InputError, throwIfAny } from '../evidence/problem.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { readPosteriorFolder } from '../host/sources.ts'
import type { DrawList } from '../lab/draws.ts'
import { POSTERIOR_FILES, POSTERIOR_FOLDER, type PosteriorManifest, readPosterior } from '../lab/posterior.ts'
import type { Call } from './command.ts'
import { absolute } from './request.ts'

export interface NamedPosterior {
  readonly list: DrawList
  readonly manifest: PosteriorManifest
  /** As messages show it. */
  readonly folder: string
  /** Text of its summary; absent where there is none. */
  readonly summary?: string | undefined
}

/**
 * The posterior of `--posterior`, else the shipped one; undefined where none is shipped. Throws InputError: no posterior in the
 * named folder, one of another version of the model, a table that is not its own.
 */
export async function namedPosterior(
  { options, io, command }: Call,
  lab: Laboratory,
): Promise<NamedPosterior | undefined> {
  const named = options.posterior
  const files = named === undefined ? lab.sources.posterior : await readPosteriorFolder(absolute(named, io.cwd))
  const folder = named ?? POSTERIOR_FOLDER
  const { list, manifest, problems } = readPosterior(files, folder, lab.hashes)
  throwIfAny(problems)
  if (list && manifest) return { list, manifest, folder, summary: files[POSTERIOR_FILES.summary] }
  if (named === undefined) return undefined
  throw new InputError([
    {
      code: 'no-posterior',
      file: command,
      field: '--posterior',
      what: `there is no posterior in ${named}`,
      expected: `a folder with ${POSTERIOR_FILES.manifest} and ${POSTERIOR_FILES.draws}`,
      todo: 'check the path, or make one with vraem calibrate --out DIR',
    },
  ])
}
