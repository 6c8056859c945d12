/** How good past forecasts were: the part of `vraem validate` that needs no run. */
import { join } from 'node:path'
import type { Problem } from '../evidence/problem.ts'
import { FORECASTS_FOLDER, forecastsIn } from '../host/forecasts.ts'
import { hindcastsIn } from '../host/hindcasts.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { LOOKS_FILE, looksIn } from '../host/looks.ts'
import { asHindcast } from '../lab/forecast/registered.ts'
import { skillCard } from '../lab/hindcast/skill-card.ts'
import { HOLDOUT_SET } from '../lab/hindcast/verdict.ts'
import type { ScoreCard } from '../lab/score/card.ts'
import { countingLooks, type LookRow } from '../lab/score/looks.ts'
import { PROTOTYPE } from '../lab/score/naive/rules.ts'
import { number, percent } from '../report/format.ts'
import { scoreCardTable } from '../report/score_card.ts'
import type { Call } from './command.ts'
import { textTable } from './table.ts'

export interface Skill {
  readonly card: ScoreCard
  /** Every look so far. */
  readonly looks: readonly LookRow[]
  /** Hindcasts that cannot be scored, contradictory figures and the like: said, and dealt with as they say. */
  readonly remarks: readonly Problem[]
  /** There is a hindcast. */
  readonly some: boolean
}

/** The score card of what may be looked at: figures after 2018 only once the first look stands. */
export async function skillIn(lab: Laboratory): Promise<Skill> {
  const [{ hindcasts, problems }, looks, registered] = await Promise.all([
    hindcastsIn(lab),
    looksIn(join(lab.root, LOOKS_FILE)),
    forecastsIn(join(lab.root, FORECASTS_FOLDER), FORECASTS_FOLDER),
  ])
  const { card, remarks } = skillCard(lab.pack, hindcasts, {
    date: new Date().toISOString(),
    opened: looks.length > 0,
    registered: registered.forecasts.map(asHindcast),
  })
  const some = hindcasts.length > 0
  return { card, looks, remarks: [...problems, ...registered.problems, ...remarks], some }
}

/** The card for people, and the first look beside it. */
export function skillTables({ words, language, io }: Call, { card, looks, some }: Skill): string {
  const { skill } = words
  const own = card.sets.length > 0 ? scoreCardTable(card, language, Math.min(io.columns, 110)) : ''
  const none = some ? '' : `${skill.noHindcasts}\n`
  const look = looks.length === 0 ? `${skill.notOpened}\n` : lookTable({ words, language }, countingLooks(looks))
  return [own || none, look].join('\n')
}

/** Rows of looks, by outcome and CRPS. */
export function lookTable({ words, language }: Pick<Call, 'words' | 'language'>, rows: readonly LookRow[]): string {
  const { skill } = words
  const [first] = rows
  if (first === undefined) return ''
  const sorted = [...rows].sort((a, b) =>
    a.series + a.place < b.series + b.place ? -1 : a.series + a.place > b.series + b.place ? 1 : a.crps - b.crps,
  )
  const table = textTable(
    skill.lookHead,
    sorted.map((row) => [
      row.series,
      row.place,
      row.rule,
      String(row.n),
      number(row.crps, 4, language),
      row.log_score === null ? '∞' : number(row.log_score, 2, language),
      percent(row.cover90, language),
      number(row.half_width90, 3, language),
      skill.badges[row.badge as keyof typeof skill.badges] ?? row.badge,
    ]),
  )
  const area = rows.some(({ set, series }) => set === HOLDOUT_SET && series === 'coca_area')
  const beside = area
    ? `${skill.prototype(number(PROTOTYPE.crps, 3, language), PROTOTYPE.covered, PROTOTYPE.of)}\n`
    : ''
  return `${skill.look(first.look, first.date, first.commit)}\n${table}${beside}${skill.counts}\n`
}
