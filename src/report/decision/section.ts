// What the brief says of many futures: who leads in what, and what is not separable; half a page at most.
import type { Decision } from '../../lab/decide/decide.ts'
import { type BriefSection, list, paragraph } from '../brief/parts.ts'
import { decisionSentences, summaryOf } from './sentences.ts'
import { tell } from './words.ts'

/** Undefined where there is nothing to compare. */
export function decisionSection(decision: Decision): BriefSection | undefined {
  const { futures, outcomes, identical } = decision
  if (futures.kept === 0 || (outcomes[0]?.policies.length ?? 0) < 2) return undefined
  const leading = decisionSentences(decision).slice(0, identical.length + summaryOf(decision).length)
  return {
    id: 'decision',
    title: tell('brief_title'),
    body: list(leading) + paragraph(tell('brief_note', { futures: futures.kept }), 'note'),
  }
}
