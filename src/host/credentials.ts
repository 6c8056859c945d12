/** What marks are made from: what the past tells of the draws, the score card, and what the model misses. */
import { join } from 'node:path'
import { throwIfAny } from '../evidence/problem.ts'
import { answerable } from '../lab/cells.ts'
import type { DrawList } from '../lab/draws.ts'
import { outcomeOfSeries } from '../lab/hindcast/observed.ts'
import { skillCard } from '../lab/hindcast/skill-card.ts'
import { JUDGED_BY, verdictOf } from '../lab/hindcast/verdict.ts'
import { type Credentials, type MissMarks, type SkillMarks, skillMarks } from '../lab/marks.ts'
import { missesOf, REASONS_FILE, type Reason, readReasons, readValidated, VALIDATED_FILE } from '../lab/misses.ts'
import { readPatterns } from '../lab/patterns/read.ts'
import type { Pattern } from '../lab/patterns/schema.ts'
import { knownOf } from '../lab/rests/known.ts'
import { RESTS_FILE, readRestsTable } from '../lab/rests/table.ts'
import type { Words } from '../lab/results.ts'
import type { ScoreCard } from '../lab/score/card.ts'
import type { LookRow } from '../lab/score/looks.ts'
import { PUBLISHED } from '../lab/score/naive/rules.ts'
import type { Badge } from '../lab/score/skill.ts'
import { describe } from '../report/description/describe.ts'
import { model } from '../system/model.ts'
import { hindcastsIn } from './hindcasts.ts'
import type { Laboratory } from './laboratory.ts'
import { LOOKS_FILE, looksIn } from './looks.ts'

/** Reads what is shipped. Throws InputError where the reasons of misses cannot be used. */
export async function credentialsOf(lab: Laboratory, draws: DrawList): Promise<Credentials> {
  const known = knownOf(draws, lab.sources.posterior)
  const table = readRestsTable(lab.sources.validation[RESTS_FILE], known.draws)
  return {
    known,
    skill: await skillIn(lab),
    misses: missesIn(lab),
    ...(table && { table }),
    behind: known.identified === undefined ? {} : behindLevers(lab),
  }
}

/** Badges of every outcome, from the shipped hindcasts; figures after 2018 are scored only once a look at the hold-out stands. */
export async function skillIn(lab: Laboratory): Promise<SkillMarks> {
  const { card, looks, old } = await judgementIn(lab)
  if (card === undefined) return { scored: [], names: {}, ...(old && { old: true as const }) }
  const names = Object.fromEntries([
    ['holdout', HOLDOUT],
    // the first look names rules that a card of other sets need not hold
    ...PUBLISHED.map(({ id, en, es }) => [id, { en, es }] as const),
    ...card.rules.map(({ id, en, es }) => [id, { en, es }] as const),
    ...card.sets.map(({ id, title }) => [id, title] as const),
  ])
  return skillMarks(Object.keys(model.outcomes), (outcome, place) => verdictOf(card, looks, outcome, place), names)
}

/** Score card and looks; no card where nothing can be scored, `old` where hindcasts are of another version of the model. */
async function judgementIn(lab: Laboratory): Promise<{ card?: ScoreCard; looks: LookRow[]; old: boolean }> {
  const [{ hindcasts, problems }, looks] = await Promise.all([
    hindcastsIn(lab, undefined, JUDGED_BY),
    looksIn(join(lab.root, LOOKS_FILE)),
  ])
  if (hindcasts.length === 0 && looks.length === 0) return { looks, old: problems.length > 0 }
  const { card } = skillCard(lab.pack, hindcasts, { date: '', opened: looks.length > 0, badges: true })
  return { card, looks, old: false }
}

/** The badge of a published series at a place, as `vraem predict` names both. */
export async function badgesOfSeries(lab: Laboratory): Promise<(series: string, place: string) => Badge> {
  const { card, looks } = await judgementIn(lab)
  return (series, place) => {
    const outcome = outcomeOfSeries(series)
    return card && outcome ? verdictOf(card, looks, outcome, place).badge : 'not scored'
  }
}

const HOLDOUT: Words = { en: 'hold-out, 2019 to 2024', es: 'años reservados, 2019 a 2024' }

/** By lever, the parameters and switches of the mechanisms that read it. */
export function behindLevers(lab: Pick<Laboratory, 'sources' | 'pack'>): Record<string, string[]> {
  const { mechanisms } = describe({ model, texts: lab.sources.model, pack: lab.pack })
  return Object.fromEntries(
    Object.keys(model.levers).map((lever) => {
      const readers = mechanisms.filter(({ reads, bookkeeping }) => !bookkeeping && reads.includes(`lever.${lever}`))
      return [
        lever,
        [
          ...new Set(
            readers.flatMap(({ parameters, switches }) => [...parameters, ...switches.map((name) => `switch_${name}`)]),
          ),
        ],
      ]
    }),
  )
}

/** Why patterns, and years of outcomes, are missed. Throws InputError where a reason names what there is not. */
export function reasonsIn({ sources }: Pick<Laboratory, 'sources'>, patterns: readonly Pattern[]): Reason[] {
  const { reasons, problems } = readReasons(sources.validation[REASONS_FILE], {
    patterns: patterns.map(({ id }) => id),
    outcomes: answerable(model),
    mechanisms: model.mechanisms.map(({ id }) => id),
  })
  throwIfAny(problems)
  return reasons
}

/** Patterns that the last run of `vraem validate` found outside. Throws InputError. */
export function missesIn({ sources, hashes }: Pick<Laboratory, 'sources' | 'hashes'>): MissMarks {
  const { patterns } = readPatterns(sources.checks)
  const tried = readValidated(sources.validation[VALIDATED_FILE])
  return {
    list: missesOf(patterns, tried, reasonsIn({ sources }, patterns)),
    ...(tried && { tried: { draws: tried.draws, date: tried.date } }),
    ...(tried && tried.model !== hashes.model && { old: true as const }),
  }
}
