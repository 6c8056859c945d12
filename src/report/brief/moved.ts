// How the answer moves when something is believed: before and after, package by package, in words made from the numbers.
import type { Verdict } from '../certainty.ts'
import { clauses, parts } from '../clauses.ts'
import type { Change, Compared } from '../compared.ts'
import { labelOf, level, signed } from '../format.ts'
import type { ScenarioCard, Words } from '../input.ts'
import { VERDICTS } from '../section/verdict.ts'
import { bandOf } from '../sentence.ts'
import { each, joined } from '../words.ts'
import { lower } from './certainty.ts'
import { quoted } from './parts.ts'
import { tell } from './words.ts'

/** A median that goes less far than this part of the band it had has hardly moved. */
const FELT = 0.15

export interface Moved {
  readonly outcome: string
  readonly label: Words
  readonly before: Change
  readonly after: Change
  /** It is worth a sentence: the middle went a felt part of its band, or the word for how sure it is changed. */
  readonly moved: boolean
}

/** Outcomes that the answer speaks of, and what it costs. */
export const SAID: readonly string[] = [...Object.keys(clauses), 'public_cost']

/** What moved by more than chance between two sets of draws, as `difference|level <scenario> <outcome>`. */
export type Beyond = Pick<ReadonlySet<string>, 'has'>
const ALL: Beyond = { has: () => true }

export function movedOf(before: Compared, after: Compared, { name }: ScenarioCard, beyond = ALL): Moved[] {
  return SAID.flatMap((outcome) => {
    const [was, is] = [before.change(name, outcome), after.change(name, outcome)]
    if (!was || !is) return []
    return [
      {
        outcome,
        label: labelOf(outcome, parts),
        before: was,
        after: is,
        moved: beyond.has(`difference ${name} ${outcome}`) && isFelt(was, is),
      },
    ]
  })
}

function isFelt(was: Change, is: Change): boolean {
  const [a, b] = [was.row.difference, is.row.difference]
  if (shown(was) === shown(is)) return false
  if (was.certainty.verdict !== is.certainty.verdict) return true
  return Math.abs(b.p50 - a.p50) > FELT * (a.p95 - a.p05)
}

/** How far the middle went, in widths of the band it had. */
const wayOf = ({ before, after }: Moved): number => {
  const { p05, p50, p95 } = before.row.difference
  return Math.abs(after.row.difference.p50 - p50) / Math.max(p95 - p05, 1e-9)
}

const names = (list: readonly Moved[]): Words =>
  joined(
    list.map(({ outcome }) => lower(outcome)),
    ', ',
  )

const shown = ({ manner, row: { difference } }: Change): string => signed(manner, difference.p50, 'en')

/** What moves, what does not, whether a direction or the order of the packages turns. `most`: moves told of each package, the farthest first. */
export function movedSaid(before: Compared, after: Compared, beyond = ALL, most = Infinity): Words[] {
  const packages = before.packages.flatMap((card) => {
    const all = movedOf(before, after, card, beyond)
    const moved = all.filter((one) => one.moved)
    // the farthest are told in full, people first among them
    const far = new Set([...moved].sort((a, b) => wayOf(b) - wayOf(a)).slice(0, most))
    const [full, also] = [moved.filter((one) => far.has(one)), moved.filter((one) => !far.has(one))]
    const still = names(all.filter((one) => !one.moved))
    if (moved.length === 0) return [tell('moved_none', { package: card.title, names: still })]
    return [
      ...full.map((one) => movedOne(one, card)),
      ...(also.length > 0 ? [tell('moved_also', { package: card.title, names: names(also) })] : []),
      ...(moved.length < all.length ? [tell('moved_rest', { package: card.title, names: still })] : []),
    ]
  })
  return [
    ...packages,
    ...referenceSaid(before, after, beyond),
    before.packages.length > 1 ? orderSaid(before, after, beyond) : signSaid(before, after, beyond),
  ]
}

function movedOne({ label, before, after }: Moved, { title }: ScenarioCard): Words {
  const value = ({ manner, row }: Change): Words =>
    each((l) => manner.before + signed(manner, row.difference.p50, l) + manner.afterChange[l])
  const verdict = (one: Verdict): Words => each((l) => VERDICTS[one][l].toLowerCase())
  const [was, is] = [before.certainty.verdict, after.certainty.verdict]
  return tell('moved_one', {
    outcome: label,
    package: title,
    before: value(before),
    beforeBand: bandOf(before),
    after: value(after),
    afterBand: bandOf(after),
    word: was === is ? '' : tell('moved_word', { before: verdict(was), after: verdict(is) }),
  })
}

/** Levels of the reference that move by a felt part of their band. */
function referenceSaid(before: Compared, after: Compared, beyond: Beyond): Words[] {
  const { name } = before.reference
  return SAID.flatMap((outcome) => {
    const [was, is] = [before.change(name, outcome), after.change(name, outcome)]
    if (!was || !is || !beyond.has(`level ${name} ${outcome}`)) return []
    if (Math.abs(is.row.p50 - was.row.p50) <= FELT * (was.row.p95 - was.row.p05)) return []
    const value = ({ manner, row }: Change): Words => each((l) => level(manner, row.p50, l))
    return [tell('moved_reference', { outcome: lower(outcome), before: value(was), after: value(is) })]
  })
}

function signSaid(before: Compared, after: Compared, beyond: Beyond): Words {
  const turned = before.packages.flatMap((card) =>
    movedOf(before, after, card, beyond).filter(({ before: was, after: is, moved }) => {
      const [a, b] = [was.row.difference.p50, is.row.difference.p50]
      return moved && a * b < 0
    }),
  )
  if (turned.length === 0) return tell('moved_sign_same')
  return tell('moved_sign', {
    names: joined(
      turned.map(({ outcome }) => lower(outcome)),
      ', ',
    ),
  })
}

function orderSaid(before: Compared, after: Compared, beyond: Beyond): Words {
  const order = (c: Compared, outcome: string): readonly ScenarioCard[] =>
    [...c.packages].sort((a, b) => middle(c, b.name, outcome) - middle(c, a.name, outcome))
  const turned = SAID.filter(before.has).flatMap((outcome) => {
    const [was, is] = [order(before, outcome), order(after, outcome)]
    if (was.every(({ name }, k) => name === is[k]?.name)) return []
    if (!was.some(({ name }) => beyond.has(`difference ${name} ${outcome}`))) return []
    const titles = (list: readonly ScenarioCard[]): Words =>
      joined(
        list.map(({ title }) => quoted(title)),
        ', ',
      )
    return [tell('moved_order_one', { outcome: lower(outcome), before: titles(was), after: titles(is) })]
  })
  return turned.length === 0 ? tell('moved_order_same') : tell('moved_order', { list: joined(turned, '; ') })
}

const middle = (c: Compared, scenario: string, outcome: string): number =>
  c.change(scenario, outcome)?.row.difference.p50 ?? 0
