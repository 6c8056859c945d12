// What counts as failing and what weighs how much, as a user writes it on a command line or in an address.
import { nearest } from '../../evidence/problem.ts'
import type { Failing } from './failing.ts'

/** What is wrong with a rule; the words of a Problem. */
export interface RuleFault {
  readonly what: string
  readonly expected: string
  readonly todo: string
}

const FORMS = 'OUTCOME>NUMBER, OUTCOME<NUMBER, regret:OUTCOME or worse:OUTCOME'

/** Reads `poverty_rate>0.3`, `household_income<4000`, `regret:deaths`, `worse:deaths`; `known` are names of outcomes. */
export function readRule(text: string, known: readonly string[]): { failing: Failing } | { fault: RuleFault } {
  const side = /^\s*([\w/]+)\s*([<>])=?\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*$/i.exec(text)
  const kind = /^\s*(regret|worse)\s*:\s*([\w/]+)\s*$/.exec(text)
  const outcome = side?.[1] ?? kind?.[2]
  const limit = Number(side?.[3])
  if (outcome === undefined || (side !== null && !Number.isFinite(limit)))
    return { fault: { what: `"${text}" is not a rule`, expected: FORMS, todo: 'write it in one of these forms' } }
  if (!known.includes(outcome)) return { fault: unknownOutcome(outcome, known) }
  if (kind !== null) return { failing: { kind: kind[1] as 'regret' | 'worse', outcome } }
  // failing above a limit is a threshold of at most that
  return {
    failing: { kind: 'thresholds', thresholds: [{ outcome, [side?.[2] === '>' ? 'at_most' : 'at_least']: limit }] },
  }
}

/** The rule as it was written; thresholds of more than one outcome have no such form. */
export function writtenRule(failing: Failing): string | undefined {
  if (failing.kind !== 'thresholds') return `${failing.kind}:${failing.outcome}`
  const [only, ...more] = failing.thresholds
  if (only === undefined || more.length > 0) return undefined
  if (only.at_most !== undefined && only.at_least !== undefined) return undefined
  return only.at_most === undefined ? `${only.outcome}<${only.at_least}` : `${only.outcome}>${only.at_most}`
}

/** Reads `deaths=3,poverty_rate=1`. */
export function readWeights(
  text: string,
  known: readonly string[],
): { weights: Record<string, number>; faults: RuleFault[] } {
  const weights: Record<string, number> = {}
  const faults: RuleFault[] = []
  for (const part of text.split(',')) {
    const read = /^\s*([\w/]+)\s*=\s*([\d.]+(?:e[-+]?\d+)?)\s*$/i.exec(part)
    const weight = Number(read?.[2])
    if (read === null || !Number.isFinite(weight) || weight <= 0)
      faults.push({
        what: `"${part.trim()}" is not a weight`,
        expected: 'OUTCOME=NUMBER with a number above 0, joined by commas',
        todo: 'write for example deaths=3,poverty_rate=1',
      })
    else if (!known.includes(read[1] as string)) faults.push(unknownOutcome(read[1] as string, known))
    else weights[read[1] as string] = weight
  }
  return { weights, faults }
}

function unknownOutcome(outcome: string, known: readonly string[]): RuleFault {
  const near = nearest(outcome, known)
  return {
    what: `there is no outcome "${outcome}"`,
    expected: `one of ${known.join(', ')}`,
    todo: near === undefined ? 'choose one of these' : `write ${near} if you meant that`,
  }
}
