// How far the brief can be trusted: verdicts counted, badges of skill, answers that rest on assumptions, misses of the past.
import type { Miss } from '../../lab/misses.ts'
import { allPrior, restsOf } from '../basis.ts'
import type { Verdict } from '../certainty.ts'
import { parts } from '../clauses.ts'
import type { Change, Compared } from '../compared.ts'
import { labelOf } from '../format.ts'
import type { Words } from '../input.ts'
import { html } from '../markup.ts'
import { missesAt, missWords } from '../section/marks.ts'
import { skillMark } from '../skill.ts'
import { each, joined, words } from '../words.ts'
import { list, quoted } from './parts.ts'
import { changesOf, rowsOf } from './table.ts'
import { tell } from './words.ts'

const VERDICTS = [
  ['very likely', 'brief_sure_very'],
  ['likely', 'brief_sure_likely'],
  ['not separable', 'brief_sure_same'],
  ['no change', 'brief_sure_none'],
] as const

/** Sentences on how sure the table is. */
export function certaintySaid(c: Compared): Words[] {
  const changes = changesOf(c)
  const counted = (verdict: Verdict): number => changes.filter(({ certainty }) => certainty.verdict === verdict).length
  const pieces = VERDICTS.flatMap(([verdict, key]) => {
    const n = counted(verdict)
    return n === 0 ? [] : [tell(key, { n })]
  })
  return [
    tell('brief_sure_count', { all: changes.length, list: joined(pieces, ', ') }),
    ...skillSaid(c),
    ...basisSaid(c, changes),
  ]
}

function skillSaid(c: Compared): Words[] {
  const { marks } = c.result
  const badges = rowsOf(c)
    .filter((outcome) => outcome !== 'public_cost')
    .map((outcome) => ({ outcome, badge: skillMark(marks, outcome)?.badge ?? 'not scored' }))
  const of = (badge: string): Words =>
    joined(
      badges.filter((one) => one.badge === badge).map(({ outcome }) => lower(outcome)),
      ', ',
    )
  const scored = badges.filter(({ badge }) => badge !== 'not scored')
  const unscored = scored.length === 0 ? tell('brief_every') : tell('brief_rest')
  return [
    ...(['has skill', 'no better than naive'] as const).flatMap((badge) =>
      scored.some((one) => one.badge === badge)
        ? [tell(badge === 'has skill' ? 'brief_skill_has' : 'brief_skill_naive', { names: of(badge) })]
        : [],
    ),
    ...(scored.length < badges.length ? [tell('brief_skill_none', { names: unscored })] : []),
  ]
}

function basisSaid(c: Compared, changes: readonly Change[]): Words[] {
  const { marks } = c.result
  if (marks === undefined) return []
  if (allPrior(marks)) return [words.limit_prior_all]
  const basisOf = ({ row, outcome }: Change) => restsOf(marks, row.scenario, outcome)?.basis
  const prior = changes.filter((change) => basisOf(change) === 'prior-driven')
  const untold = changes.filter((change) => basisOf(change) === 'not told').length
  const alone = c.packages.length === 1
  const every = tell('brief_every')
  const named = c.packages.flatMap(({ name, title }) => {
    const own = prior.filter(({ row }) => row.scenario === name).map(({ outcome }) => lower(outcome))
    const all = own.length === rowsOf(c).length ? every : joined(own, ', ')
    return own.length === 0 ? [] : [alone ? all : each((l) => `${quoted(title)[l]}: ${all[l]}`)]
  })
  return [
    prior.length === 0
      ? tell('brief_prior_none')
      : tell('brief_prior', { list: prior.length === changes.length ? every : joined(named, '; ') }),
    ...(untold > 0 ? [tell('brief_prior_untold', { n: untold })] : []),
  ]
}

/** Misses that touch the rows of the table: those of `mechanisms` first, then those with a reason, the least met before others. */
export function missesIn(c: Compared, mechanisms: ReadonlySet<string> = new Set()): readonly Miss[] {
  const near = ({ mechanism, reason }: Miss): number =>
    (mechanism !== undefined && mechanisms.has(mechanism) ? 2 : 0) + (reason === undefined ? 0 : 1)
  const all = new Set(rowsOf(c).flatMap((outcome) => missesAt(c, outcome)))
  return [...all].sort((a, b) => near(b) - near(a) || (a.share ?? 1) - (b.share ?? 1))
}

/** `most`: misses that are told in full. */
export function certaintyBody(c: Compared, most: number, mechanisms?: ReadonlySet<string>): string {
  const misses = missesIn(c, mechanisms)
  const shown = misses.slice(0, most).map(missWords)
  const more = misses.length > most ? [tell('brief_misses_more', { n: misses.length - most })] : []
  const missed = misses.length === 0 ? list([tell('brief_misses_none')]) : list([...shown, ...more])
  return `${list(certaintySaid(c))}<h3>${html(tell('brief_misses'))}</h3>${missed}`
}

/** A label inside a sentence. */
export function lower(outcome: string): Words {
  const label = labelOf(outcome, parts)
  return each((l) => label[l].charAt(0).toLowerCase() + label[l].slice(1))
}
