// What is contested behind a comparison: contradictions that touch its levers and mechanisms, those that move the answer first.
import type { Reason, StandsFor } from '../../evidence/ledger/contradiction.ts'
import { REASON_WORDS } from '../evidence/words.ts'
import type { Words } from '../input.ts'
import { html } from '../markup.ts'
import { each, joined } from '../words.ts'
import { paragraph } from './parts.ts'
import { tell } from './words.ts'

export interface ContestedSide {
  readonly side: string
  readonly label: Words
  readonly claims: number
  readonly standsFor?: StandsFor | undefined
}

export interface Contested {
  readonly id: string
  readonly title: Words
  readonly reason: Reason
  readonly status: 'explained' | 'open'
  readonly sides: readonly ContestedSide[]
}

/** What plays a part in a comparison. */
export interface InPlay {
  /** Levers that differ between a package and the reference. */
  readonly levers: ReadonlyMap<string, Words>
  /** Mechanisms that read them. */
  readonly mechanisms: ReadonlyMap<string, Words>
  /** Parameters, and switches as `switch_<name>`, of those mechanisms. */
  readonly unknowns: ReadonlySet<string>
  /** Share of the answer's spread that goes with an unknown, the largest over packages and outcomes. */
  readonly shares: ReadonlyMap<string, number>
}

/** Ids of contradictions by what they touch. */
export interface Touched {
  readonly levers: ReadonlyMap<string, readonly string[]>
  readonly mechanisms: ReadonlyMap<string, readonly string[]>
}

export interface ContestedHere extends Contested {
  readonly touches: readonly Words[]
  /** The runs try what the sides stand for. */
  readonly tested: boolean
  readonly weight: number
}

/**
 * Those that touch what plays a part. A side that stands for an unknown singled out behind an answer weighs most, then one that
 * stands for an unknown of a mechanism in play, then claims behind a lever, then claims behind a mechanism.
 */
export function contestedHere(all: readonly Contested[], play: InPlay, touched: Touched): ContestedHere[] {
  return all
    .flatMap((one): ContestedHere[] => {
      const targets = one.sides.flatMap(({ standsFor }) => (standsFor ? [unknownOf(standsFor)] : []))
      const share = Math.max(0, ...targets.map((target) => play.shares.get(target) ?? 0))
      const inside = targets.some((target) => play.unknowns.has(target))
      const levers = (touched.levers.get(one.id) ?? []).flatMap((id) => play.levers.get(id) ?? [])
      const mechanisms = (touched.mechanisms.get(one.id) ?? []).flatMap((id) => play.mechanisms.get(id) ?? [])
      const weight =
        (share > 0 ? 8 + 8 * share : 0) +
        (inside ? 4 : 0) +
        (levers.length > 0 ? 2 : 0) +
        (mechanisms.length > 0 ? 1 : 0) +
        (one.status === 'open' ? 0.5 : 0)
      if (share === 0 && !inside && levers.length + mechanisms.length === 0) return []
      const tested = new Set(one.sides.map(({ standsFor }) => JSON.stringify(standsFor))).size > 1 && targets.length > 0
      return [{ ...one, touches: [...levers, ...mechanisms], tested, weight }]
    })
    .sort((a, b) => b.weight - a.weight)
}

const unknownOf = ({ kind, target }: StandsFor): string => (kind === 'switch' ? `switch_${target}` : target)

/** Things and sides that the brief names; the rest are counted. */
const TOUCHED = 3
const SIDES = 4

/** `most`: contradictions that are named. */
export function contestedBody(list: readonly ContestedHere[], most: number): string {
  if (list.length === 0) return paragraph(tell('brief_contested_none'))
  const shown = list.slice(0, most)
  const items = shown.map((one) => {
    const status = tell(one.status === 'open' ? 'brief_open' : 'brief_explained')
    const why = each((l) => `${REASON_WORDS[one.reason][l]}, ${status[l]}`)
    const sides = one.sides.slice(0, SIDES).map(({ side, label, claims }) => {
      return `<li><b>${side}</b> ${html(each((l) => `${label[l]} (${claims})`))}</li>`
    })
    const more = one.sides.length > SIDES ? `<li>+ ${one.sides.length - SIDES}</li>` : ''
    const after = [
      ...(one.touches.length > 0
        ? [tell('brief_touches', { names: joined(one.touches.slice(0, TOUCHED), ', ') })]
        : []),
      ...(one.tested ? [tell('brief_tested')] : []),
    ]
    return `<article class="contested-one"><h3>${html(one.title)} <small>${html(why)}, ${one.id}</small></h3><ul class="both-sides">${sides.join('')}${more}</ul>${after.length > 0 ? paragraph(joined(after, ' '), 'note') : ''}</article>`
  })
  const note = paragraph(tell('brief_contested_note', { shown: shown.length, all: list.length }), 'note')
  return `${note}<div class="contested-all">${items.join('')}</div>`
}
