// Rules of policy as a scenario file states them. The schema has seen their shape; here is what a shape cannot say.
import { outcomes } from '../../system/outcomes.ts'
import { show } from '../scenario/issues.ts'
import { isRaw, monthAt, readOrder, type Say } from '../scenario/order.ts'
import type { LeverOrder, PolicyRule, Trigger, Vocabulary } from '../scenario/types.ts'
import { type ReadableName, readables } from './readable.ts'

type Path = readonly PropertyKey[]

export const RULE_KEYS = ['when', 'then', 'start', 'lasts_months'] as const
export const TRIGGER_KEYS = ['outcome', 'below', 'above', 'unit', 'for_months', 'delay_months'] as const

/** The rules of a file; what is wrong with them goes to `say`, and shapes that the schema refuses are skipped. */
export function readRules(raw: unknown, vocabulary: Vocabulary, say: Say): PolicyRule[] {
  return (Array.isArray(raw) ? raw : []).flatMap((rule: unknown, k): PolicyRule[] => {
    if (!isRaw(rule)) return []
    const path = ['rules', k]
    const when = readTrigger(rule.when, [...path, 'when'], say)
    const start = monthAt(rule.start, [...path, 'start'], say)
    const sets = readActs(rule.then, [...path, 'then'], vocabulary, say)
    if (when === undefined) return []
    return [
      {
        when,
        sets,
        ...(start === undefined ? {} : { start }),
        ...(typeof rule.lasts_months === 'number' ? { lasts: rule.lasts_months } : {}),
      },
    ]
  })
}

function readActs(raw: unknown, path: Path, vocabulary: Vocabulary, say: Say): Record<string, LeverOrder> {
  const acts: Record<string, LeverOrder> = {}
  for (const [name, order] of Object.entries(isRaw(raw) ? raw : {})) {
    // a name like `constructor` is in every object
    const lever = Object.hasOwn(vocabulary.levers, name) ? vocabulary.levers[name] : undefined
    if (lever === undefined) continue
    const fields = Object.keys(isRaw(order) ? order : {}).filter((field) => field !== 'districts')
    if (order !== 'none' && fields.length === 0) {
      say([...path, name], {
        code: 'missing',
        what: 'the rule sets no field of this lever',
        expected: `at least one of ${Object.keys(lever.fields).join(', ')}, or none`,
        todo: 'write a field and its value',
      })
    }
    acts[name] =
      order === 'none'
        ? { none: true, fields: {} }
        : readOrder(isRaw(order) ? order : {}, lever, [...path, name], vocabulary, say)
  }
  if (isRaw(raw) && Object.keys(raw).length === 0) {
    say(path, {
      code: 'missing',
      what: 'the rule does nothing',
      expected: 'a lever and what it is set to',
      todo: 'write a lever, or remove the rule',
    })
  }
  return acts
}

function readTrigger(raw: unknown, path: Path, say: Say): Trigger | undefined {
  if (!isRaw(raw) || typeof raw.outcome !== 'string' || !Object.hasOwn(readables, raw.outcome)) return undefined
  const outcome = raw.outcome as ReadableName
  const { unit } = outcomes[outcome]
  const told = unit === '1' ? 'a share from 0 to 1' : `a number in ${unit}`
  const sides = (['below', 'above'] as const).filter((side) => raw[side] !== undefined)
  const [side] = sides
  if (side === undefined || sides.length > 1) {
    say(path, {
      code: side === undefined ? 'missing' : 'both',
      what: side === undefined ? 'no threshold stands here' : 'two thresholds stand here',
      expected: `below or above, with ${told}`,
      todo: side === undefined ? 'add below or above' : 'keep one; write two rules if both are meant',
    })
    return undefined
  }
  const threshold = raw[side]
  if (typeof threshold !== 'number') return undefined
  if (unit === '1' && threshold > 1) {
    say([...path, side], {
      code: 'range',
      what: `${show(threshold)} is out of range`,
      expected: told,
      todo: threshold <= 100 ? `write ${threshold / 100} if ${threshold} per cent is meant` : 'correct the value',
    })
  }
  if (raw.unit !== undefined && raw.unit !== unit) {
    say([...path, 'unit'], {
      code: 'unit',
      what: `${show(raw.unit)} is not the unit of ${outcome}`,
      expected: unit,
      todo: 'give the threshold in that unit',
    })
  }
  const least = readables[outcome].delay
  const delay = typeof raw.delay_months === 'number' ? raw.delay_months : least
  if (delay < least) {
    say([...path, 'delay_months'], {
      code: 'range',
      what: `${outcome} is not known ${delay} months later`,
      expected: `at least ${least}`,
      todo: 'leave it out, or give a longer delay',
    })
  }
  const months = typeof raw.for_months === 'number' ? raw.for_months : 1
  return { outcome, side, threshold, months, delay }
}

/** Keys that a mapping inside a rule may have, by its path in the rule. */
export function knownInRules([section, lever]: Path, { levers }: Vocabulary): readonly string[] {
  if (section === undefined) return RULE_KEYS
  if (section === 'when') return TRIGGER_KEYS
  const name = String(lever ?? '')
  const of = Object.hasOwn(levers, name) ? levers[name] : undefined
  return of === undefined ? Object.keys(levers) : [...Object.keys(of.fields), ...(of.places ? ['districts'] : [])]
}
