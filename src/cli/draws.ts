/** Which draws a call uses: the shipped posterior, or the list screened by what is known up to 2018, or plain priors. */
import { z } from 'zod'
import { InputError, throwIfAny } from '../evidence/problem.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { type DrawList, firstDraws, priorDraws } from '../lab/draws.ts'
import { jsonOf } from '../lab/own-file.ts'
import { POSTERIOR_FOLDER, readPosterior } from '../lab/posterior.ts'

/** The list that is used when nothing else is said. */
export const SHIPPED_DRAWS = 'data/draws/screened.json'
export const DEFAULT_SEED = 1

const schema = z.object({
  kind: z.enum(['prior', 'screened', 'posterior']),
  seed: z.int(),
  indices: z.array(z.int().min(0)).min(1),
  note: z.object({ en: z.string(), es: z.string() }),
  tried: z.int().exactOptional(),
  criteria: z.array(z.string()).exactOptional(),
  madeFor: z.string().exactOptional(),
})

export interface DrawWish {
  readonly seed?: number | undefined
  readonly draws: number
  readonly prior: boolean
  /** The screened list even where there is a posterior: to run again what was made with it. */
  readonly screened?: boolean
}

/**
 * The first `draws` of the shipped list; plain prior draws where that was asked for, where another seed than the list's was
 * given, or where there is no list. Throws InputError when the list is shorter than asked.
 */
export function drawsFor(lab: Laboratory, wish: DrawWish, command: string): DrawList {
  const list = wish.prior || wish.screened ? screenedDraws(lab) : shippedDraws(lab)
  if (wish.prior || list === undefined || (wish.seed !== undefined && wish.seed !== list.seed)) {
    return priorDraws(wish.seed ?? list?.seed ?? DEFAULT_SEED, wish.draws)
  }
  if (wish.draws <= list.indices.length) return firstDraws(list, wish.draws)
  throw new InputError([
    {
      code: 'too-many-draws',
      file: command,
      field: '--draws',
      what: `${wish.draws} are more than the shipped list has`,
      expected: `at most ${list.indices.length}`,
      todo: 'ask for fewer, or add --prior for draws from the priors',
    },
  ])
}

/** The shipped posterior, else the screened list, else undefined. Throws InputError when it is of another model or cannot be read. */
export const shippedDraws = (lab: Laboratory): DrawList | undefined => shippedPosterior(lab) ?? screenedDraws(lab)

/** The shipped posterior; undefined when there is none. Throws InputError when it was made by another version of the model. */
export function shippedPosterior(lab: Laboratory): DrawList | undefined {
  const { list, problems } = readPosterior(lab.sources.posterior, POSTERIOR_FOLDER, lab.hashes)
  throwIfAny(problems)
  return list
}

function screenedDraws(lab: Laboratory): DrawList | undefined {
  const text = lab.sources.draws[SHIPPED_DRAWS]
  if (text === undefined) return undefined
  const read = schema.safeParse(jsonOf(text))
  if (read.success) return read.data
  throw new InputError(
    read.error.issues.map((issue) => ({
      code: 'draw-list',
      file: SHIPPED_DRAWS,
      field: issue.path.map(String).join('.'),
      what: issue.message,
      expected: 'a list that vraem screen wrote',
      todo: 'make it again with vraem screen',
    })),
  )
}
