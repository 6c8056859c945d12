/** Which draws a call uses: the shipped posterior, or the list screened by what is known up to 2018, or plain priors. */
import { InputError } from '../evidence/problem.ts'
import { screenedDraws, shippedDraws } from '../host/draws.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { type DrawList, firstDraws, priorDraws } from '../lab/draws.ts'

export { SHIPPED_DRAWS, shippedDraws, shippedPosterior } from '../host/draws.ts'

export const DEFAULT_SEED = 1

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
