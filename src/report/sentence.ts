// The question and the answer in words, made from the numbers. Words follow the certainty.

import { isPrior } from './basis.ts'
import type { Verdict } from './certainty.ts'
import { clauses, parts } from './clauses.ts'
import { type Change, type Compared, relative } from './compared.ts'
import { amount, labelOf, percent, signed, size } from './format.ts'
import type { ScenarioCard, Words } from './input.ts'
import { each, fill, joined, plainWords, say, words } from './words.ts'

/** What one package changes: groups of clauses that share a verdict, and the cost. */
export interface Answer {
  readonly groups: readonly { readonly verdict: Verdict; readonly clauses: readonly Words[] }[]
  readonly cost?: Words
  /** Nothing differs at all from the reference. */
  readonly nothing: boolean
}

export function question(c: Compared): Words {
  const [first, ...others] = c.packages
  if (first && others.length === 0)
    return say('question_one', { year: c.to, package: first.title, reference: c.reference.title })
  return say('question_many', { year: c.to, reference: c.reference.title })
}

export function answer(c: Compared, card: ScenarioCard): Answer {
  const changes = Object.keys(clauses)
    .map((name) => c.change(card.name, name))
    .filter((change) => change !== undefined)
  const groups: { verdict: Verdict; clauses: Words[] }[] = []
  for (const verdict of ['very likely', 'likely', 'not separable', 'no change'] as const) {
    const list = changes.filter((change) => verdictOf(change) === verdict)
    if (list.length > 0)
      groups.push({
        verdict,
        clauses: list.map(verdict === 'very likely' || verdict === 'likely' ? (change) => clauseOf(change, c) : nameOf),
      })
  }
  const cost = c.change(card.name, 'public_cost')
  const nothing = [...changes, ...(cost ? [cost] : [])].every(({ row }) => isZero(row.difference))
  return { groups, nothing, ...(cost ? { cost: costOf(cost) } : {}) }
}

/** A direction that many simulations take is not worth a sentence where the middle one shows no digit but nought. */
function verdictOf({ certainty, manner, row }: Change): Verdict {
  const shown = /[1-9]/.test(size(manner, row.difference.p50, 'en'))
  const { verdict } = certainty
  return shown || verdict === 'not separable' ? verdict : 'no change'
}

const isZero = (d: { p05: number; p50: number; p95: number }): boolean => d.p05 === 0 && d.p50 === 0 && d.p95 === 0

/** `de −12 a +3`: the 90 % band of a difference. */
export function bandOf({ manner, row }: Change): Words {
  const low = each((l) => signed(manner, row.difference.p05, l))
  return say('range', { low, high: each((l) => signed(manner, row.difference.p95, l)) })
}

function clauseOf(change: Change, c: Compared): Words {
  const { manner, row, certainty, outcome } = change
  const clause = clauses[outcome as keyof typeof clauses]
  const part = relative(change)
  const bare = each((l) => size(manner, row.difference.p50, l))
  const withPart = each((l) => `${bare[l]}${part === undefined ? '' : ` (${percent(Math.abs(part), l)})`}`)
  const low = each((l) => amount(manner, row.p05, l))
  const levels = {
    es: `entre ${low.es} y ${amount(manner, row.p95, 'es')}`,
    en: `${low.en} to ${amount(manner, row.p95, 'en')}`,
  }
  const text = fill(certainty.direction < 0 ? clause.down : clause.up, {
    size: outcome === 'coca_area' ? withPart : bare,
    levels,
  })
  const band = bandOf(change)
  const prior = isPrior(c.result.marks, row.scenario, outcome)
    ? each((l) => `; ${words.prior_driven[l]}`)
    : plainWords('')
  return each((l) => `${text[l]} (${band[l]}${prior[l]})`)
}

/** Label in lower case, as it stands inside a sentence. */
function nameOf({ outcome }: Change): Words {
  const label = labelOf(outcome, parts)
  return each((l) => label[l].charAt(0).toLowerCase() + label[l].slice(1))
}

function costOf(change: Change): Words {
  const { row, manner } = change
  const { p05, p50, p95 } = row.difference
  if (isZero(row.difference)) return say('cost_same')
  const sign = p50 < 0 ? -1 : 1
  const [low, high] = sign < 0 ? [-p95, -p05] : [p05, p95]
  const range = say('range', { low: each((l) => amount(manner, low, l)), high: each((l) => amount(manner, high, l)) })
  return say(sign < 0 ? 'cost_less' : 'cost_more', { size: each((l) => size(manner, p50, l)), range })
}

/** For many packages: with how many each thing that people want is very likely. Undefined for fewer than three. */
export function overall(c: Compared): Words | undefined {
  if (c.packages.length < 3) return undefined
  const list: Words[] = []
  const wishes: Words[] = []
  let some = false
  for (const name of ['deaths', 'household_income', 'poverty_rate', 'coca_area'] as const) {
    if (!c.has(name)) continue
    const { better } = clauses[name]
    const k = c.packages.filter((card) => {
      const certainty = c.change(card.name, name)?.certainty
      return certainty?.verdict === 'very likely' && certainty.direction === better.direction
    }).length
    const what: Words = { es: better.es, en: better.en }
    wishes.push(what)
    some ||= k > 0
    list.push(k === 0 ? say('overall_none', { what }) : say('overall_some', { what, k }))
  }
  if (!some)
    return say('overall_nothing', {
      n: c.packages.length,
      list: each((l) => new Intl.ListFormat(l, { type: 'disjunction' }).format(wishes.map((wish) => wish[l]))),
    })
  return say('overall', { n: c.packages.length, list: joined(list, ', ') })
}
