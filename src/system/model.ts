// The model as one object: what hosts and labs take hold of.
import { factsOf } from './facts.ts'
import { levers } from './levers.ts'
import { measures } from './measure.ts'
import { outcomes } from './outcomes.ts'
import { parameters } from './parameters.ts'
import { mechanisms } from './schedule.ts'
import { start } from './start.ts'
import { state } from './state.ts'
import { switches } from './switches.ts'
import { makeWorld, worldChoices } from './world.ts'

/** Repository paths of the rule texts and of what they import: the compiler reads text, not functions. */
const ruleFiles: readonly string[] = [
  ...new Set(mechanisms.flatMap((mechanism) => (mechanism.kind === 'rule' ? [mechanism.file] : []))),
  'src/language/std.ts',
]

export const model = {
  state,
  mechanisms,
  levers,
  outcomes,
  measures,
  parameters,
  switches,
  worldChoices,
  factsOf,
  makeWorld,
  start,
  ruleFiles,
} as const
export type { Facts } from './facts.ts'
