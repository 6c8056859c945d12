// Scenarios under changed rules, beside the same ones under the model's own: mechanism against mechanism as policy against policy.
import { sha256Hex } from '../engine/hash.ts'
import type { NamedRules } from './manifest.ts'
import type { Resolved } from './scenario/types.ts'

/** The scenarios, then each of them once more under the changed rules, as `baseline@my-rules`. */
export const besides = (scenarios: readonly Resolved[], rules: NamedRules): Resolved[] => [
  ...scenarios,
  ...scenarios.map((scenario): Resolved => {
    const { card } = scenario
    const hash = sha256Hex(JSON.stringify([card.hash, rules.files]))
    const title = { en: `${card.title.en}, rules of ${rules.name}`, es: `${card.title.es}, reglas de ${rules.name}` }
    return { ...scenario, rules: 'changed', card: { ...card, name: `${card.name}@${rules.name}`, hash, title } }
  }),
]
