// What may be claimed of an outcome: the badge that follows its charts and tables, and the rows of `vraem validate --json`.
import { badgeOf, type ScoreCard, type Verdict } from '../score/card.ts'
import { countingLooks, type LookRow } from '../score/looks.ts'
import type { Badge } from '../score/skill.ts'
import { DISTRICTS, isDistrict } from './observed.ts'
import { MODEL } from './rules.ts'
import { districtSet } from './skill-card.ts'

/** Sets by which an outcome is judged, the first that has it; the hold-out counts before any of them once it was opened. */
export const JUDGED_BY = ['rolling', 'without-2015-16'] as const
export const HOLDOUT_SET = 'holdout'

/** Where an outcome is scored in place of the valley, whose own figures are too few. */
const INSTEAD: Readonly<Record<string, string>> = { leaf_price: 'Peru' }
const SAME: Readonly<Record<string, string>> = { coca_area_reported: 'coca_area' }

export interface ShownVerdict extends Verdict {
  /** The set of the card, `holdout` for the first look. */
  readonly set?: string
  /** The place that was scored where it is another than the one asked for. */
  readonly on?: string
}

/**
 * The verdict on an outcome of the model at a place: `VRAEM`, a ubigeo (districts are judged together), or anything else (never
 * scored). Parts of an outcome are judged as their whole. The first look at the hold-out counts where there is one.
 */
export function verdictOf(card: ScoreCard, looks: readonly LookRow[], outcome: string, place = 'VRAEM'): ShownVerdict {
  const whole = outcome.split('/')[0] ?? outcome
  const series = SAME[whole] ?? whole
  const district = isDistrict(place) || place === DISTRICTS
  const at = district ? DISTRICTS : place
  const [judged, instead] = [...placesOf(series, at)]
  for (const on of [judged, instead]) {
    if (on === undefined) continue
    const shown = { ...(on === at ? {} : { on }) }
    const look = countingLooks(looks).find(
      (row) =>
        row.set === (district ? districtSet(HOLDOUT_SET) : HOLDOUT_SET) &&
        row.series === series &&
        row.place === on &&
        row.rule === MODEL.id,
    )
    if (look && look.badge !== 'not scored') return { ...fromLook(look), ...shown, set: HOLDOUT_SET }
    for (const name of JUDGED_BY) {
      const set = district ? districtSet(name) : name
      const verdict = badgeOf(card, set, MODEL.id, series, on)
      if (verdict.badge !== 'not scored') return { ...verdict, ...shown, set }
    }
  }
  return { badge: 'not scored' }
}

const placesOf = (series: string, place: string): string[] =>
  place === 'VRAEM' && INSTEAD[series] ? [place, INSTEAD[series]] : [place]

const fromLook = ({ badge, best, crpss, support, from, to }: LookRow): Verdict => ({
  badge: badge as Badge,
  years: to - from + 1,
  ...(best === '' ? {} : { best }),
  ...(crpss === null ? {} : { crpss }),
  ...(support === null ? {} : { support }),
})

/** The model, or the stack, on one outcome in one set, with what it is held against. */
export interface SkillRow {
  readonly outcome: string
  readonly place: string
  readonly set: string
  readonly rule: string
  readonly crps: number
  readonly log_score: number | null
  /** CRPS of each naive and published rule on the forecasts that both made. */
  readonly baselines: Readonly<Record<string, number>>
  /** Gain over each of them, and in how many resamples of the years. */
  readonly against: Readonly<Record<string, { readonly crpss: number | null; readonly support: number | null }>>
  readonly best: string | null
  readonly crpss: number | null
  readonly support: number | null
  readonly badge: Badge
  readonly n: number
  readonly years: number
  readonly from: number
  readonly to: number
  readonly cover50: number
  readonly cover90: number
  readonly half_width90: number
  readonly pit: readonly number[]
}

/** An outcome that cannot be scored, and why. */
export interface NoSkillRow {
  readonly outcome: string
  readonly badge: 'not scored'
  readonly why: string
}

/**
 * Every judged rule (the model, told, by arm, the stack): of the first look, whose numbers stand as they were written, then set by set
 * of the card; outcomes that cannot be scored last.
 */
export function skillRows(card: ScoreCard, looks: readonly LookRow[]): (SkillRow | LookedRow | NoSkillRow)[] {
  return [
    ...lookedRows(countingLooks(looks)),
    ...card.skills.flatMap((skill) => rowOf(card, skill) ?? []),
    ...(card.unscored ?? []).map(({ outcome, en }) => ({ outcome, badge: 'not scored' as const, why: en })),
  ]
}

function rowOf({ rows }: ScoreCard, skill: ScoreCard['skills'][number]): SkillRow | undefined {
  const { set, series, place, rule, badge, best, crpss, support, years, against } = skill
  const row = rows.find(
    (one) => one.lead === null && one.set === set && one.series === series && one.place === place && one.rule === rule,
  )
  if (row === undefined) return undefined
  const { crps, log_score, n, from, to, cover50, cover90, half_width90, pit } = row
  return {
    ...{ outcome: series, place, set, rule, crps, log_score },
    baselines: Object.fromEntries(against.map((one) => [one.rule, one.crps_rule])),
    against: Object.fromEntries(against.map((one) => [one.rule, { crpss: one.crpss, support: one.support }])),
    ...{ best, crpss, support, badge, n, years, from, to, cover50, cover90, half_width90, pit },
  }
}

/** Rules whose scores stand beside a judged one in a look. */
const NAIVE_BADGE = 'naive'

export interface LookedRow extends Omit<SkillRow, 'against' | 'years' | 'cover50' | 'pit'> {
  readonly look: number
  readonly date: string
  readonly commit: string
}

function lookedRows(rows: readonly LookRow[]): LookedRow[] {
  return rows
    .filter(({ badge }) => badge !== NAIVE_BADGE)
    .map((row) => {
      const { series, place, set, rule, crps, log_score, best, crpss, support, n, from, to, look, date, commit } = row
      const beside = rows.filter(
        (one) => one.badge === NAIVE_BADGE && one.set === set && one.series === series && one.place === place,
      )
      return {
        ...{ outcome: series, place, set, rule, crps, log_score },
        baselines: Object.fromEntries(beside.map((one) => [one.rule, one.crps])),
        ...{ best: best === '' ? null : best, crpss, support, badge: row.badge as Badge, n, from, to },
        ...{ cover90: row.cover90, half_width90: row.half_width90, look, date, commit },
      }
    })
}
