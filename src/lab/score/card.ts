// The score card: how good each rule was, on which forecasts, and the badge of every outcome. Plain data.
import type { Words } from '../results.ts'
import type { Rule, Scored, Skipped } from './rolling.ts'
import { pitHistogram } from './scores.ts'
import { type Badge, type Resampling, type Skill, skillOf } from './skill.ts'

/** `arm`: the model's draws with one option of a contested mechanism. */
export type RuleKind = 'model' | 'arm' | 'stack' | 'naive' | 'published'

export interface CardRule {
  readonly id: string
  readonly kind: RuleKind
  readonly en: string
  readonly es: string
}

/** Means over the forecasts of a rule in a set: for one lead, or for all (null). Scores are on the scale of the series. */
export interface CardRow {
  readonly set: string
  readonly series: string
  readonly place: string
  readonly rule: string
  readonly lead: number | null
  readonly n: number
  readonly from: number
  readonly to: number
  readonly crps: number
  /** In nats; of an ensemble by the normal distribution of its mean and spread. Null where a figure was impossible under a forecast. */
  readonly log_score: number | null
  readonly interval50: number
  readonly interval90: number
  readonly error: number
  readonly cover50: number
  readonly cover90: number
  readonly half_width90: number
  /** Shares of the figures in five equal parts of the forecasts, lowest first. */
  readonly pit: readonly number[]
}

export interface CardSet {
  readonly id: string
  readonly title: Words
  /** Tuning was allowed on these years. */
  readonly tuned: boolean
  /** Places are judged together, under this name: for districts, of which each alone has too few figures. */
  readonly together?: string
  readonly scores: readonly Scored[]
  readonly skipped: readonly Skipped[]
}

export interface ScoreCard {
  readonly version: 1
  /** ISO date, and what was scored: version of the model, hash of its posterior. */
  readonly made: { readonly date: string; readonly model?: string; readonly posterior?: string }
  readonly sets: readonly { readonly id: string; readonly title: Words; readonly tuned: boolean }[]
  readonly rules: readonly CardRule[]
  readonly rows: readonly CardRow[]
  readonly skills: readonly (Skill & { readonly set: string })[]
  readonly skipped: readonly (Skipped & { readonly set: string })[]
  /** Outcomes that ought to be scored and cannot be, and why. */
  readonly unscored?: readonly (Words & { readonly outcome: string })[]
}

export const cardRules = (rules: readonly Rule[], kind: RuleKind): CardRule[] =>
  rules.map(({ id, en, es }) => ({ id, kind, en, es }))

/** Puts the card together. Models and stacks are held against every naive and published rule. */
export function scoreCard(
  made: ScoreCard['made'],
  rules: readonly CardRule[],
  sets: readonly CardSet[],
  resampling?: Resampling,
): ScoreCard {
  const naive = rules.filter(({ kind }) => kind === 'naive' || kind === 'published').map(({ id }) => id)
  const judged = rules.filter(({ kind }) => kind === 'model' || kind === 'arm' || kind === 'stack')
  return {
    version: 1,
    made,
    sets: sets.map(({ id, title, tuned }) => ({ id, title, tuned })),
    rules,
    rows: sets.flatMap(rowsOf),
    skills: sets.flatMap((set) =>
      judgedIn(set).flatMap(({ series, place, scores }) =>
        judged
          .filter(({ id }) => scores.some(({ rule }) => rule === id))
          .map(({ id: rule }) => ({ set: set.id, ...skillOf(scores, { series, place, rule, naive }, resampling) })),
      ),
    ),
    skipped: sets.flatMap(({ id, skipped }) => skipped.map((one) => ({ set: id, ...one }))),
  }
}

/** What is judged on its own: a series at a place, or at all places together. */
function judgedIn({ scores, together }: CardSet): { series: string; place: string; scores: Scored[] }[] {
  const groups = new Map<string, { series: string; place: string; scores: Scored[] }>()
  for (const score of scores) {
    const place = together ?? score.place
    const key = JSON.stringify([score.series, place])
    const group = groups.get(key) ?? { series: score.series, place, scores: [] }
    groups.set(key, group)
    group.scores.push(score)
  }
  return [...groups.values()]
}

function rowsOf(set: CardSet): CardRow[] {
  return judgedIn(set).flatMap(({ series, place, scores }) => {
    const rules = [...new Set(scores.map(({ rule }) => rule))]
    return rules.flatMap((rule) => {
      const all = scores.filter((score) => score.rule === rule)
      const leads = [...new Set(all.map(({ lead }) => lead))].sort((a, b) => a - b)
      const head = { set: set.id, series, place, rule }
      const ofLead = (lead: number) => all.filter((score) => score.lead === lead)
      return [rowOf({ ...head, lead: null }, all), ...leads.map((lead) => rowOf({ ...head, lead }, ofLead(lead)))]
    })
  })
}

function rowOf(head: Pick<CardRow, 'set' | 'series' | 'place' | 'rule' | 'lead'>, group: readonly Scored[]): CardRow {
  const mean = (of: (score: Scored) => number) => group.reduce((sum, score) => sum + of(score), 0) / group.length
  const log = mean(({ log_score }) => log_score)
  const years = group.map(({ year }) => year)
  return {
    ...head,
    n: group.length,
    from: Math.min(...years),
    to: Math.max(...years),
    crps: mean((score) => score.crps),
    log_score: Number.isFinite(log) ? log : null,
    interval50: mean(({ interval50 }) => interval50),
    interval90: mean(({ interval90 }) => interval90),
    error: mean(({ error }) => error),
    cover50: mean(({ observed, p25, p75 }) => (observed >= p25 && observed <= p75 ? 1 : 0)),
    cover90: mean(({ observed, p05, p95 }) => (observed >= p05 && observed <= p95 ? 1 : 0)),
    half_width90: mean(({ half_width90 }) => half_width90),
    pit: pitHistogram(group.map(({ pit }) => pit)),
  }
}

/** What a chart of this outcome says of its skill. `best` is the rule that it is measured against. */
export interface Verdict {
  readonly badge: Badge
  readonly best?: string
  readonly crpss?: number
  readonly support?: number
  readonly years?: number
}

/** The badge of an outcome at a place in one set of the card; 'not scored' for everything that the card does not know. */
export function badgeOf(card: ScoreCard, set: string, rule: string, outcome: string, place = 'VRAEM'): Verdict {
  const skill = card.skills.find(
    (one) => one.set === set && one.rule === rule && one.series === outcome && one.place === place,
  )
  if (skill === undefined) return { badge: 'not scored' }
  const { badge, best, crpss, support, years } = skill
  return {
    badge,
    years,
    ...(best === null ? {} : { best }),
    ...(crpss === null ? {} : { crpss }),
    ...(support === null ? {} : { support }),
  }
}
