/** The folder of hindcasts: a file for each set, written whole when an origin is done. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, nearest, type Problem } from '../evidence/problem.ts'
import { type Hindcast, hindcastText, type MadeWith, readHindcast } from '../lab/hindcast/format.ts'
import { type HindcastSet, SETS, type SetName } from '../lab/hindcast/sets.ts'
import { fileFault } from './fault.ts'
import type { Laboratory } from './laboratory.ts'
import { LOOKS_FILE } from './looks.ts'
import { writeWhole } from './write.ts'

/** Below the checkout. */
export const HINDCASTS_FOLDER = 'data/hindcasts'

/** Beside them: the weights of the stack, fixed before the hold-out is opened. */
export const STACKING_FILE = 'stacking.json'

const fileOf = (folder: string, set: SetName) => join(folder, `${set}.json`)

/** The hindcasts of `sets` that can be scored, and why others cannot. `folder`: as messages show it where it is not the shipped one. */
export async function hindcastsIn(
  lab: Pick<Laboratory, 'root' | 'hashes'>,
  folder?: string,
  sets: readonly SetName[] = SETS,
): Promise<{ hindcasts: Hindcast[]; problems: Problem[] }> {
  const read = await Promise.all(sets.map((set) => hindcastOf(set, lab, folder)))
  return {
    hindcasts: read.flatMap(({ hindcast }) => hindcast ?? []),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** One set; neither hindcast nor problems where there is no file. Throws InputError where the file cannot be read. */
export async function hindcastOf(
  set: SetName,
  { root, hashes }: { readonly root: string; readonly hashes: MadeWith },
  folder?: string,
): Promise<{ hindcast?: Hindcast; problems: Problem[] }> {
  const path = fileOf(folder ?? join(root, HINDCASTS_FOLDER), set)
  if (!existsSync(path)) return { problems: [] }
  const name = folder === undefined ? `${HINDCASTS_FOLDER}/${set}.json` : path
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFault('cannot-read', name, error)
  })
  return readHindcast(text, name, hashes)
}

export const writeHindcast = (folder: string, hindcast: Hindcast): Promise<void> =>
  writeWhole(fileOf(folder, hindcast.set as SetName), hindcastText(hindcast))

/** The sets that words name; throws InputError for all words that name none. */
export function setsNamed(words: readonly string[], command: string): SetName[] {
  const strange = words.filter((word) => !(SETS as readonly string[]).includes(word))
  if (strange.length > 0)
    throw new InputError(
      strange.map((word) => {
        const near = nearest(word, SETS)
        return {
          code: 'unknown-set',
          file: command,
          what: `there is no hindcast "${word}"`,
          expected: SETS.join(', '),
          todo: near === undefined ? 'name one of these, or none for all' : `write ${near} if you meant that`,
        }
      }),
    )
  return SETS.filter((set) => words.includes(set))
}

/** Why sets cannot be made before the hold-out was looked at. */
export const closedSets = (sets: readonly Pick<HindcastSet, 'name'>[], command: string): Problem[] =>
  sets.map(({ name }) => ({
    code: 'hold-out-closed',
    file: command,
    field: name,
    what: 'it is fitted to figures of the hold-out, at which no registered look was taken yet',
    expected: `a first look in ${LOOKS_FILE}`,
    todo: 'run vraem validate --look first, when everything it scores is committed',
  }))
