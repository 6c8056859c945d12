/** The draws that the laboratory ships: the posterior, or the list screened by what is known up to 2018. */
import { z } from 'zod'
import { InputError, throwIfAny } from '../evidence/problem.ts'
import { type DrawList, firstDraws } from '../lab/draws.ts'
import { jsonOf } from '../lab/own-file.ts'
import { POSTERIOR_FOLDER, readPosterior } from '../lab/posterior.ts'
import type { Laboratory } from './laboratory.ts'

/** The list that is used when there is no posterior. */
export const SHIPPED_DRAWS = 'data/draws/screened.json'

const schema = z.object({
  kind: z.enum(['prior', 'screened', 'posterior']),
  seed: z.int(),
  indices: z.array(z.int().min(0)).min(1),
  note: z.object({ en: z.string(), es: z.string() }),
  tried: z.int().exactOptional(),
  criteria: z.array(z.string()).exactOptional(),
  madeFor: z.string().exactOptional(),
})

/** The shipped posterior, else the screened list, else undefined. Throws InputError when it is of another model or cannot be read. */
export const shippedDraws = (lab: Laboratory): DrawList | undefined => shippedPosterior(lab) ?? screenedDraws(lab)

/** The shipped posterior; undefined when there is none. Throws InputError when it was made by another version of the model. */
export function shippedPosterior(lab: Laboratory): DrawList | undefined {
  const { list, problems } = readPosterior(lab.sources.posterior, POSTERIOR_FOLDER, lab.hashes)
  throwIfAny(problems)
  return list
}

/** The screened list; undefined when there is none. Throws InputError when it cannot be read. */
export function screenedDraws(lab: Laboratory): DrawList | undefined {
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

/** The first `count` shipped draws. Throws InputError when there are fewer, or none. */
export function drawsOf(lab: Laboratory, count: number): DrawList {
  const list = shippedDraws(lab)
  if (list !== undefined && count >= 1 && count <= list.indices.length) return firstDraws(list, count)
  throw new InputError([
    {
      code: 'draws',
      file: 'data/posterior',
      field: 'draws',
      what: `${count} draws are asked for`,
      expected: list === undefined ? 'a posterior, and there is none' : `1 to ${list.indices.length}`,
      todo: list === undefined ? 'make one with vraem calibrate' : 'ask for fewer',
    },
  ])
}
