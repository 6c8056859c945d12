// A package while it is edited: the content of a scenario file as plain data, so that what runs here is what a file says.
import { showMonth } from '../../engine/clock.ts'
import { lineage } from '../../lab/scenario/lineage.ts'
import type { Resolved, Scenario } from '../../lab/scenario/types.ts'
import type { Words } from '../../report/input.ts'

/** What a file may say of a lever: a value or a dated list by field, and `start`, `end`, `districts`. */
export type Order = Readonly<Record<string, unknown>>

export interface Draft {
  /** The scenario that this one changes; absent in a file that starts from nothing. */
  readonly from?: string
  readonly title?: Words
  readonly about?: Words
  readonly span?: { readonly from: number; readonly to: number }
  readonly levers: Readonly<Record<string, 'none' | Order>>
  /** Rules of policy as the file states them; the page shows and runs them, and does not edit them. */
  readonly rules?: readonly unknown[]
  readonly world: Readonly<Record<string, string>>
  readonly model: Readonly<Record<string, string>>
}

export type Library = ReadonlyMap<string, Scenario>

/** Most packages beside the reference. */
export const MOST = 3
/** From this month on a lever is moved, unless the scenario it is moved in has a month of its own. */
export const START = '2026-01'
/** The scenario of today's policy: what the ticks "today" show. */
export const TODAY = 'baseline'

export const preset = (name: string): Draft => ({ from: name, levers: {}, world: {}, model: {} })

/** Nothing is changed: it is the shipped scenario itself. */
export const isPlain = ({ title, about, span, levers, rules, world, model }: Draft): boolean =>
  [title, about, span, rules].every((one) => one === undefined) &&
  [levers, world, model].every((one) => Object.keys(one).length === 0)

export function titleOf(draft: Draft, scenarios: Library): Words {
  const base = scenarios.get(draft.from ?? '')?.title
  if (draft.title) return draft.title
  if (!base) return { es: 'Paquete propio', en: 'Own package' }
  const changed = Object.keys(draft.levers).length + Object.keys(draft.model).length > 0 || draft.rules !== undefined
  return changed ? { es: `${base.es}, con cambios`, en: `${base.en}, changed` } : base
}

/** The draft with one field of a lever at a value from the start of the policy on. */
export function withValue(draft: Draft, lever: string, field: string, value: unknown, scenarios: Library): Draft {
  const order = draft.levers[lever]
  const known: Order = order === undefined || order === 'none' ? startOf(draft, lever, scenarios) : order
  return { ...draft, levers: { ...draft.levers, [lever]: { ...known, [field]: value } } }
}

/** The lever as the base has it. */
export function withoutLever(draft: Draft, lever: string): Draft {
  const { [lever]: _, ...levers } = draft.levers
  return { ...draft, levers }
}

function startOf({ from }: Draft, lever: string, scenarios: Library): Order {
  for (const name of from === undefined ? [] : lineage(from, scenarios)) {
    if (name === TODAY || name === 'history') break
    const order = scenarios.get(name)?.levers[lever]
    if (order) return order.start === undefined ? {} : { start: showMonth(order.start) }
  }
  return { start: START }
}

/** Where a lever reaches at the end, as a word of the file where there is one. */
export function reachOf(
  resolved: Resolved,
  lever: string,
  direct: Reach,
  coca: Reach,
): 'all' | 'direct' | 'devida_zone' | 'other' {
  const of = resolved.levers[lever]
  const mask = of?.masks[of.mask.at(-1) ?? 0] ?? []
  const same = (wanted: Reach) => wanted.every((one, k) => one === (mask[k] === 1))
  if (Array.from(mask).every((one) => one === 1)) return 'all'
  return same(direct) ? 'direct' : same(coca) ? 'devida_zone' : 'other'
}
export type Reach = readonly boolean[]

/** The value of a field in the last month. */
export const endValue = (resolved: Resolved, lever: string, field: string): number =>
  resolved.levers[lever]?.fields[field]?.at(-1) ?? 0
