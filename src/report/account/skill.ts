// How well the model did, in tables: past years, the first look, histories whose truth is known, registered forecasts.
import { MODEL, TOLD } from '../../lab/hindcast/rules.ts'
import { STACK } from '../../lab/hindcast/skill-card.ts'
import type { CardRow, CardRule, ScoreCard } from '../../lab/score/card.ts'
import { countingLooks } from '../../lab/score/looks.ts'
import { PUBLISHED } from '../../lab/score/naive/rules.ts'
import { code, plain, type Writer } from '../description/markdown.ts'
import { labelOf, number, percent } from '../format.ts'
import type { Language, Words } from '../input.ts'
import { SIGNS } from '../skill.ts'
import { say } from '../words.ts'
import type { Account } from './account.ts'
import type { SKILL } from './skill-words.ts'

export type SkillWord = keyof typeof SKILL
/** A writer that knows the words on skill, and perhaps others. */
export type SkillWriter = Writer<SkillWord>

/** `whole`: every rule that was scored, otherwise the model beside the strongest simple rule. */
export function writePast(w: SkillWriter, { card, refused }: Account, whole: boolean): void {
  const stale = refused.filter(({ file }) => file.startsWith('data/hindcasts') || file.startsWith('data/forecasts'))
  if (card.sets.length === 0) w.paragraph(w.word('pastNone'))
  else {
    for (const { id, title, tuned } of card.sets) {
      w.paragraph(`**${title[w.language]}**${tuned ? ` (${w.word('tuned')})` : ''}`)
      if (whole) rules(w, card, id)
      else best(w, card, id)
    }
  }
  if (stale.length > 0) {
    w.paragraph(w.word('refused'))
    w.list(stale.map(({ file, what, todo }) => w.english(`${file}: ${what}; ${todo}`)))
  }
  for (const one of card.unscored ?? [])
    w.paragraph(w.word('unscored', { outcome: label(one.outcome, w.language), why: one[w.language] }))
}

const label = (outcome: string, language: Language): string => plain(labelOf(outcome, {})[language])

function best(w: SkillWriter, { rows, skills, rules: named }: ScoreCard, set: string): void {
  const names = namesOf(named)
  const found = rows.filter((row) => row.set === set && row.lead === null && row.rule === MODEL.id)
  w.table(
    ['outcome', 'place', 'n', 'crps', 'best', 'bestCrps', 'cover', 'half', 'badge'],
    found.map((row) => {
      const skill = skills.find(
        (one) => one.set === set && one.series === row.series && one.place === row.place && one.rule === row.rule,
      )
      const against = skill?.against.find(({ rule }) => rule === skill.best)
      return [
        label(row.series, w.language),
        row.place,
        // on the forecasts that both made
        String(against?.n ?? row.n),
        number(against?.crps ?? row.crps, 3, w.language),
        skill?.best ? (names[skill.best]?.[w.language] ?? skill.best) : '–',
        against ? number(against.crps_rule, 3, w.language) : '–',
        percent(row.cover90, w.language),
        number(row.half_width90, 2, w.language),
        badge(skill?.badge ?? 'not scored', w.language),
      ]
    }),
  )
}

/** Every rule over all leads, the best first in each outcome. */
function rules(w: SkillWriter, { rows, rules: named, skills }: ScoreCard, set: string): void {
  const names = namesOf(named)
  const order = (a: CardRow, b: CardRow) =>
    a.series === b.series && a.place === b.place
      ? a.crps - b.crps
      : `${a.series}|${a.place}` < `${b.series}|${b.place}`
        ? -1
        : 1
  w.table(
    ['outcome', 'place', 'rule', 'n', 'crps', 'logScore', 'cover', 'half', 'badge'],
    rows
      .filter((row) => row.set === set && row.lead === null)
      .sort(order)
      .map((row) => {
        const skill = skills.find(
          (one) => one.set === set && one.series === row.series && one.place === row.place && one.rule === row.rule,
        )
        return [
          ...[label(row.series, w.language), row.place, names[row.rule]?.[w.language] ?? row.rule, String(row.n)],
          ...[number(row.crps, 3, w.language), log(row.log_score, w.language), percent(row.cover90, w.language)],
          ...[number(row.half_width90, 2, w.language), skill ? badge(skill.badge, w.language) : ''],
        ]
      }),
  )
}

const namesOf = (rules: readonly Pick<CardRule, 'id' | 'en' | 'es'>[]): Readonly<Record<string, Words>> =>
  Object.fromEntries(rules.map(({ id, en, es }) => [id, { en, es }]))
const log = (score: number | null, language: Language): string => (score === null ? '∞' : number(score, 2, language))

const BADGES = {
  'has skill': 'skill_has',
  'no better than naive': 'skill_naive',
  'not scored': 'skill_unscored',
} as const
/** Sign and words; nothing for a simple rule itself. */
function badge(name: string, language: Language): string {
  if (!Object.hasOwn(BADGES, name)) return ''
  const known = name as keyof typeof BADGES
  return `${SIGNS[known]} ${say(BADGES[known])[language]}`
}

export function writeLook(w: SkillWriter, { looks, card, draws }: Account, whole: boolean): void {
  const rows = countingLooks(looks)
  const [first] = rows
  if (first === undefined) {
    w.paragraph(w.word('lookNone'))
    return
  }
  const { date, commit } = first
  w.paragraph(
    w.word('lookMade', { date: date.slice(0, 10), commit: commit.slice(0, 12), looks: looks.at(-1)?.look ?? 1 }),
  )
  if (draws.kind === 'posterior' && draws.manifest.until > LAST_FITTED)
    w.paragraph(w.word('lookRefit', { until: draws.manifest.until }))
  const names = namesOf([...PUBLISHED, ...card.rules, MODEL, TOLD, STACK])
  const name = (rule: string) => names[rule]?.[w.language] ?? rule
  w.table(
    ['outcome', 'place', 'rule', 'n', 'crps', 'cover', 'half', 'badge'],
    rows
      .filter((row) => whole || row.rule === MODEL.id || isBest(row, rows) || BESIDE.has(row.rule))
      .toSorted((a, b) => {
        const [x, y] = [a, b].map(({ set, series, place }) => `${set}|${series}|${place}`) as [string, string]
        return x === y ? a.crps - b.crps : x < y ? -1 : 1
      })
      .map((row) => [
        ...[label(row.series, w.language), row.place, name(row.rule), String(row.n)],
        ...[number(row.crps, 3, w.language), percent(row.cover90, w.language), number(row.half_width90, 2, w.language)],
        badge(row.badge, w.language),
      ]),
  )
}

/** The fit that the score card keeps knows facts to this year. */
const LAST_FITTED = 2018
/** Rules that were published before the model, which stand beside the area in every telling. */
const BESIDE: ReadonlySet<string> = new Set(PUBLISHED.map(({ id }) => id))
type Looked = ReturnType<typeof countingLooks>[number]
/** The simple rule that the model was held against. */
const isBest = (row: Looked, rows: readonly Looked[]): boolean =>
  rows.some(
    (one) =>
      one.rule === MODEL.id &&
      one.best === row.rule &&
      one.set === row.set &&
      one.series === row.series &&
      one.place === row.place,
  )

export function writeRecovered(w: SkillWriter, { recovered, hashes }: Account): void {
  if (recovered === undefined) {
    w.paragraph(w.word('pseudoNone'))
    return
  }
  const { histories, created, model, entries } = recovered
  w.paragraph(w.word('pseudoMade', { histories, date: created.slice(0, 10) }))
  if (model !== hashes.model) w.paragraph(w.word('pseudoOld', { model: model.slice(0, 12) }))
  w.table(
    ['method', 'held', 'sure', 'error'],
    entries.map(({ name, crps, calibration: { coverage } }) => [
      name,
      percent(coverage.share, w.language),
      `${percent(coverage.low, w.language)} – ${percent(coverage.high, w.language)}`,
      number(crps.reduce((sum, v) => sum + v, 0) / crps.length, 3, w.language),
    ]),
  )
}

export function writeRegistered(w: SkillWriter, { forecasts }: Account): void {
  w.paragraph(w.word(forecasts.length === 0 ? 'waitingNone' : 'waitingSome'))
  w.table(
    ['name', 'date', 'years', 'outcomes', 'drawn'],
    forecasts.map(({ name, made, years, outcomes, draws }) => [
      ...[code(name), made, years.join('–'), String(outcomes), draws[w.language]],
    ]),
  )
}
