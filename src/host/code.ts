/** The model's household rules, compiled from their texts. */
import type { Code } from '../engine/index.ts'
import { codeWith } from '../lab/rules/compile.ts'
import type { Laboratory } from './laboratory.ts'
import type { Texts } from './sources.ts'

const made = new WeakMap<Laboratory, Code>()

/** The rules as they ship, compiled once for each laboratory. */
export function codeOf(lab: Laboratory): Code {
  const known = made.get(lab)
  if (known) return known
  const code = compiled(lab, {})
  made.set(lab, code)
  return code
}

/** The rules with some files changed. Throws ModelError, and the language's Refused. */
export const compiled = ({ sources, kernels }: Laboratory, changed: Texts): Code =>
  codeWith({ texts: sources.model, kernels }, changed)
