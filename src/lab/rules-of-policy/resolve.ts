// Rules of policy as the model runs them, and as a reader is told them.
import { showMonth } from '../../engine/clock.ts'
import { outcomes } from '../../system/outcomes.ts'
import type { RuleCard } from '../results.ts'
import type { LeverOrder, PolicyRule, ResolvedRule, Vocabulary } from '../scenario/types.ts'
import { readables } from './readable.ts'

/** `spanStart`: month in which rules without a start begin. */
export const resolvedRules = (
  rules: readonly PolicyRule[],
  spanStart: number,
  vocabulary: Vocabulary,
): ResolvedRule[] =>
  rules.map(({ when, start, lasts, sets }) => ({
    when,
    start: start ?? spanStart,
    lasts: lasts ?? Number.POSITIVE_INFINITY,
    sets: Object.fromEntries(Object.entries(sets).map(([lever, order]) => [lever, actOf(lever, order, vocabulary)])),
  }))

function actOf(lever: string, order: LeverOrder, { levers, districts }: Vocabulary): ResolvedRule['sets'][string] {
  const none = Object.entries(order.none ? (levers[lever]?.fields ?? {}) : {}).map(([field, of]) => [field, of.none])
  const set = Object.entries(order.fields).map(([field, steps]) => [field, steps[0]?.value ?? 0])
  const where = order.districts?.[0]?.value
  return {
    fields: Object.fromEntries([...none, ...set]),
    ...(where === undefined
      ? {}
      : { where: Float64Array.from(districts, ({ ubigeo }) => (where.includes(ubigeo) ? 1 : 0)) }),
  }
}

/** The same for the same rules: part of a scenario's hash. */
export const rulesKey = (rules: readonly ResolvedRule[]): string =>
  JSON.stringify(
    rules.map(({ when, start, lasts, sets }) => [
      when,
      start,
      lasts === Number.POSITIVE_INFINITY ? 'for good' : lasts,
      Object.entries(sets).map(([lever, { fields, where }]) => [lever, fields, where ? where.join('') : 'as before']),
    ]),
  )

export const ruleCards = (rules: readonly ResolvedRule[], { districts }: Vocabulary): RuleCard[] =>
  rules.map(({ when: { outcome, ...when }, start, lasts, sets }) => {
    const limited = Object.entries(sets).flatMap(([lever, { where }]) =>
      where ? [[lever, districts.filter((_, d) => where[d] === 1).map(({ ubigeo }) => ubigeo)]] : [],
    )
    return {
      outcome,
      unit: outcomes[outcome].unit,
      ...when,
      figure: readables[outcome].figure,
      start: showMonth(start),
      ...(lasts === Number.POSITIVE_INFINITY ? {} : { lasts }),
      sets: Object.fromEntries(Object.entries(sets).map(([lever, { fields }]) => [lever, fields])),
      ...(limited.length > 0 ? { districts: Object.fromEntries(limited) } : {}),
    }
  })
