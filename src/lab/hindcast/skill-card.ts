// The score card of the model, from its hindcasts and the figures that came. A pure function of both.
import type { DataPackage } from '../../evidence/package.ts'
import type { Problem } from '../../evidence/problem.ts'
import { CUT, known } from '../calibrate/information.ts'
import { HOLDOUT, ROLLING } from '../score/area.ts'
import { type CardRule, type CardSet, cardRules, type ScoreCard, scoreCard } from '../score/card.ts'
import { PUBLISHED } from '../score/naive/rules.ts'
import { type Rule, rollingOrigin, type Scored, type Skipped } from '../score/rolling.ts'
import { type Stacking, stack } from '../score/stack.ts'
import { NEIGHBOURS, OTHERS } from './between.ts'
import type { Hindcast } from './format.ts'
import { betweenSet, spaceSet } from './held-out.ts'
import { DISTRICTS, type Observed, observedIn, UNSCORED } from './observed.ts'
import { armRules, modelRule, toldRule } from './rules.ts'

export const STACK = { id: 'stack', en: 'model and rules together', es: 'modelo y reglas juntos' } as const
/** So many cases speak for equal weights: with few of them, the weights stay near each other. */
export const STACKING: Stacking = { by: 'crps', caution: 8, leads: ROLLING.leads, rounds: 400 }
/** Sets of which districts are judged together. */
export const districtSet = (set: string): string => `${set}-${DISTRICTS}`

export interface SkillOptions {
  /** ISO date. */
  readonly date: string
  /** True once a first look stands. Otherwise figures after 2018 are cut off before anything is looked at. */
  readonly opened?: boolean
  /** True: score the hold-out, which is a look at it. Needs `opened`. */
  readonly look?: boolean
  /** True: what badges need and no more, the model beside the naive rules. */
  readonly badges?: boolean
  /** Forecasts that were registered before their years came, in the form of hindcasts: scored by what has come so far. */
  readonly registered?: readonly Hindcast[]
}

/** `remarks`: contradictory, single, missing and impossible figures, and what was done about each. */
export function skillCard(
  whole: DataPackage,
  hindcasts: readonly Hindcast[],
  { date, opened = false, look = false, badges = false, registered = [] }: SkillOptions,
): { card: ScoreCard; remarks: Problem[] } {
  const pack = opened ? whole : known(whole, { until: CUT })
  const remarks: Problem[] = []
  const of = (set: string) => hindcasts.find((one) => one.set === set)
  const rolling = of('rolling')
  const holdout = of('holdout')
  const rules = new Map<string, CardRule>()
  const add = (list: readonly CardRule[]) => {
    for (const rule of list) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  }
  const sets: CardSet[] = []
  const series = observedIn(pack, askedIn([...hindcasts, ...registered]), remarks)
  if (rolling) sets.push(...aheadSets(rolling, [rolling], series, { ...ROLLING, tuned: true, badges }, add))
  if (opened && look && holdout) {
    const [, until] = HOLDOUT.years
    const plan = { origins: [HOLDOUT.origin], leads: HOLDOUT.leads, until, tuned: false, published: true }
    sets.push(...aheadSets(holdout, rolling ? [rolling, holdout] : [holdout], series, plan, add))
  }
  for (const name of ['without-2015-16', ...(opened ? ['without-2020'] : [])]) {
    const hindcast = of(name)
    if (hindcast === undefined) continue
    sets.push(betweenSet(hindcast, series))
    add([{ ...NEIGHBOURS, kind: 'naive' }])
  }
  const space = of('space')
  if (space) {
    sets.push(spaceSet(space, series, pack))
    add([{ ...OTHERS, kind: 'naive' }])
  }
  const before = [rolling, holdout].filter((one) => one !== undefined)
  for (const forecast of registered) {
    const plan = {
      origins: forecast.origins.map(({ origin }) => origin),
      leads: ALL_LEADS,
      until: Infinity,
      tuned: false,
    }
    sets.push(...aheadSets(forecast, [...before, forecast], series, plan, add))
  }
  const first = hindcasts[0]
  const posterior = holdout?.origins[0]?.draws
  const made = { date, ...(first ? { model: first.madeBy.version } : {}), ...(posterior ? { posterior } : {}) }
  const card = scoreCard(
    made,
    [...rules.values()],
    sets.filter(({ scores }) => scores.length > 0),
  )
  return { card: { ...card, unscored: UNSCORED.map((one) => ({ ...one })) }, remarks }
}

/** Series and places that some hindcast forecasts. */
export function askedIn(hindcasts: readonly Hindcast[]): { series: string; place: string }[] {
  const asked = new Map<string, { series: string; place: string }>()
  for (const { origins } of hindcasts)
    for (const { forecasts } of origins)
      for (const { series, place } of forecasts) asked.set(`${series}|${place}`, { series, place })
  return [...asked.values()]
}

/** Registered forecasts are scored as far as they reach. */
const ALL_LEADS = Array.from({ length: 20 }, (_, k) => k + 1)

interface Ahead {
  readonly origins: readonly number[]
  readonly leads: readonly number[]
  readonly until: number
  readonly tuned: boolean
  readonly published?: boolean
  readonly badges?: boolean
}

/** Rules for a series: the model in its guises, the stack, and what they are held against. */
export function rulesFor(
  observed: Observed,
  hindcasts: readonly Hindcast[],
  { published = false, badges = false }: Pick<Ahead, 'published' | 'badges'>,
) {
  const { series, place, yearly, naive, together } = observed
  const asked = { series, place, scale: yearly.scale }
  const model = modelRule(hindcasts, asked)
  if (together || badges) return { models: [model], arms: [], stacks: [], naive, published: [] }
  const members = [model, ...naive]
  const area = yearly.name === 'coca_area'
  return {
    models: [model, toldRule(hindcasts, asked)],
    arms: area ? armRules(hindcasts, asked) : [],
    stacks: area ? [{ ...STACK, forecast: stack(members, STACKING) }] : [],
    naive,
    published: area && published ? PUBLISHED : [],
  }
}

function aheadSets(
  hindcast: Hindcast,
  made: readonly Hindcast[],
  series: readonly Observed[],
  { origins, leads, until, tuned, ...guises }: Ahead,
  add: (rules: readonly CardRule[]) => void,
): CardSet[] {
  const own = new Set(hindcast.origins.map(({ origin }) => origin))
  const found = { valley: gathered(), districts: gathered() }
  for (const observed of series) {
    const forecast = hindcast.origins.some((one) =>
      one.forecasts.some((row) => row.series === observed.series && row.place === observed.place),
    )
    if (!forecast) continue
    const rules = rulesFor(observed, made, guises)
    const { yearly, beside, together } = observed
    const all: Rule[] = [...rules.models, ...rules.arms, ...rules.stacks, ...rules.naive, ...rules.published]
    const at = origins.filter((origin) => own.has(origin))
    const scored = rollingOrigin({ series: yearly, beside, rules: all, origins: at, leads, until })
    add([
      ...cardRules(rules.models, 'model'),
      ...cardRules(rules.arms, 'arm'),
      ...cardRules(rules.stacks, 'stack'),
      ...cardRules(rules.naive, 'naive'),
      ...cardRules(rules.published, 'published'),
    ])
    const into = together ? found.districts : found.valley
    into.scores.push(...scored.scores)
    for (const skip of scored.skipped) into.skipped.set(`${skip.rule} ${skip.origin}`, skip)
  }
  const { set: id, title } = hindcast
  return [
    { id, title, tuned, scores: found.valley.scores, skipped: [...found.valley.skipped.values()] },
    {
      id: districtSet(id),
      title,
      tuned,
      together: DISTRICTS,
      scores: found.districts.scores,
      skipped: [...found.districts.skipped.values()],
    },
  ]
}

/** Skipped forecasts once a rule and origin: what fails at one place often fails at all. */
const gathered = () => ({ scores: [] as Scored[], skipped: new Map<string, Skipped>() })
