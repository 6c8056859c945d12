/** What search and interactions share: which draws they use. */
import { InputError } from '../evidence/problem.ts'
import { shippedDraws } from '../host/draws.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { type DrawList, firstDraws, priorDraws } from '../lab/draws.ts'
import type { Call } from './command.ts'

/** Draws from the priors that stand for them, where no list was asked for. */
const PRIORS = 400

/** All shipped draws, or the first of them; plain prior ones where that was asked. Throws InputError when there are too few. */
export function wholeList(lab: Laboratory, { options, command }: Pick<Call, 'options' | 'command'>): DrawList {
  const { draws } = options
  const list = options.prior ? priorDraws(1, draws ?? PRIORS) : (shippedDraws(lab) ?? priorDraws(1, draws ?? PRIORS))
  if (draws === undefined) return list
  if (draws >= 2 && draws <= list.indices.length) return firstDraws(list, draws)
  throw new InputError([
    {
      code: 'draws',
      file: command,
      field: '--draws',
      what: `${draws} cannot be used`,
      expected: `from 2 to ${list.indices.length}`,
      todo: 'leave it out: futures are spread over all draws',
    },
  ])
}
