// What a reader must know of answers beside their numbers: how well an outcome was foreseen, and what each answer rests on.
import type { Parameter } from '../evidence/parameters.ts'
import type { Line } from './cells.ts'
import { overYears, waysOf } from './compare.ts'
import { type Collector, shownLines } from './ensemble.ts'
import type { Miss, Validated } from './misses.ts'
import type { Known } from './rests/known.ts'
import { type Ranked, rankedUnknowns } from './rests/ranks.ts'
import { type Rests, restsOn } from './rests/rests.ts'
import { type RestsTable, toldBy } from './rests/table.ts'
import type { Scope, Words } from './results.ts'
import { rulesKey } from './rules-of-policy/resolve.ts'
import type { Choice, Resolved } from './scenario/types.ts'
import type { Verdict } from './score/card.ts'

/** The badge of an outcome for the valley, or for its districts judged together. */
export interface SkillMark extends Verdict {
  readonly outcome: string
  readonly place: 'VRAEM' | 'districts'
  /** Forecasts that were scored: a set of the score card. */
  readonly set?: string
  /** Place of the figures where it is another than the valley. */
  readonly on?: string
}

export interface SkillMarks {
  /** Outcomes that are not listed are not scored. */
  readonly scored: readonly SkillMark[]
  /** Rules and sets by id. */
  readonly names: Readonly<Record<string, Words>>
  /** There are hindcasts, but of another version of the model. */
  readonly old?: true
}

/** What one answer, a scenario less the reference, rests on. */
export interface AnswerRests extends Rests {
  readonly scenario: string
  readonly outcome: string
}

/** Misses of the past, and the run that found them. */
export interface MissMarks {
  readonly list: readonly Miss[]
  readonly tried?: Pick<Validated, 'draws' | 'date'>
  /** The model was changed since. */
  readonly old?: true
}

/** What marks are made from beside an ensemble; plain data. */
export interface Credentials {
  readonly known: Known
  readonly skill: SkillMarks
  readonly misses: MissMarks
  /** By lever, the parameters of the mechanisms that read it. */
  readonly behind: Readonly<Record<string, readonly string[]>>
  /** What the answers of shipped packages rest on, from all draws. */
  readonly table?: RestsTable
}

export interface Marks {
  readonly kind: Known['kind']
  /** Year of the last facts that the draws were chosen by. */
  readonly until?: number
  readonly skill: SkillMarks
  readonly misses: MissMarks
  /** Absent where the draws were not calibrated: then every answer is prior-driven. */
  readonly rests?: readonly AnswerRests[]
}

/** Outcomes of `names` that the score card knows. `verdictOf`: the badge at a place. */
export function skillMarks(
  names: readonly string[],
  verdictOf: (outcome: string, place: SkillMark['place']) => Omit<SkillMark, 'outcome' | 'place'>,
  words: SkillMarks['names'] = {},
): SkillMarks {
  const scored = names.flatMap((outcome) =>
    (['VRAEM', 'districts'] as const).flatMap((place): SkillMark[] => {
      const verdict = verdictOf(outcome, place)
      return verdict.badge === 'not scored' ? [] : [{ outcome, place, ...verdict }]
    }),
  )
  const used = new Set(scored.flatMap(({ best, set }) => [best, set]))
  return { scored, names: Object.fromEntries(Object.entries(words).filter(([id]) => used.has(id))) }
}

/** Marks of a run or a comparison. */
export function marksOf(
  credentials: Credentials,
  collector: Collector,
  of: { readonly parameters: readonly Parameter[]; readonly switches: Readonly<Record<string, Choice>> },
  scope: Scope,
): Marks {
  const head = marksSoFar(credentials)
  if (head.rests === undefined || collector.plan.scenarios.length < 2) return head
  const unknowns = rankedUnknowns(collector.plan.draws, collector.count, of.parameters, of.switches)
  const tools = restTools(credentials, collector, unknowns)
  const lines = answerLines(collector, scope)
  return {
    ...head,
    rests: collector.plan.scenarios.flatMap((_, s) =>
      s === 0
        ? []
        : (toldAlready(credentials, collector, s) ??
          lines.flatMap((line) => restsOfLine(tools, collector, s, line) ?? [])),
    ),
  }
}

/** Marks but for what answers rest on. */
function marksWithout({ known, skill, misses }: Credentials): Marks {
  const { kind, until } = known
  return { kind, ...(until === undefined ? {} : { until }), skill, misses }
}

/** Answers of a scenario that are told from more draws than there are here; undefined where they must be worked out. */
export const toldAlready = (
  { table }: Pick<Credentials, 'table'>,
  { plan, count }: Pick<Collector, 'plan' | 'count'>,
  scenario: number,
): readonly AnswerRests[] | undefined => {
  const [reference, one] = [plan.scenarios[0], plan.scenarios[scenario]]
  return reference && one && one.rules === undefined ? toldBy(table, reference.card, one.card, count) : undefined
}

/** Marks of an answer that is not yet whole: nothing is said of what answers rest on, unless the draws were not calibrated. */
export function marksSoFar(credentials: Credentials): Marks {
  const marks = marksWithout(credentials)
  return credentials.known.identified === undefined ? marks : { ...marks, rests: [] }
}

/** Lines of which a comparison tells a difference over its years. */
export const answerLines = ({ cells }: Collector, scope: Scope): Line[] =>
  shownLines(cells, scope).filter(({ place }) => place === 'VRAEM' || place === 'outside')

export interface RestTools {
  readonly unknowns: readonly Ranked[]
  readonly identified: ReadonlySet<string>
  /** By scenario of the plan. */
  readonly direct: readonly ReadonlySet<string>[]
}

/** `unknowns`: of the draws that are compared. */
export function restTools(
  { known, behind }: Pick<Credentials, 'known' | 'behind'>,
  { plan }: Pick<Collector, 'plan'>,
  unknowns: readonly Ranked[],
): RestTools {
  const reference = plan.scenarios[0] as Resolved
  return {
    unknowns,
    identified: new Set(known.identified),
    direct: plan.scenarios.map(
      (scenario) => new Set(leversThatDiffer(scenario, reference).flatMap((lever) => behind[lever] ?? [])),
    ),
  }
}

/** What the difference of one scenario in one line, over the years compared, rests on; undefined where there is none. */
export function restsOfLine(
  { unknowns, identified, direct }: RestTools,
  collector: Collector,
  scenario: number,
  line: Line,
): AnswerRests | undefined {
  const { plan } = collector
  const { span } = (plan.scenarios[0] as Resolved).card
  const [first, last] = plan.selection.years
  const over = (of: number) =>
    overYears(collector, of, line, Math.max(span.from, first), Math.min(span.to, last), waysOf(line)[0] ?? 'mean')
  const base = over(0)
  const difference = over(scenario).map((value, k) => value - (base[k] as number))
  const rests = restsOn(difference, unknowns, identified, direct[scenario])
  return rests && { scenario: plan.scenarios[scenario]?.card.name ?? '', outcome: line.outcome, ...rests }
}

/** Levers that any month sets to another value, or for other districts, or that a rule of one of them may set. */
export function leversThatDiffer(a: Resolved, b: Resolved): string[] {
  const ruled = new Set([a, b].flatMap(({ adaptive = [] }) => adaptive.flatMap(({ sets }) => Object.keys(sets))))
  const sameRules = rulesKey(a.adaptive ?? []) === rulesKey(b.adaptive ?? [])
  return Object.entries(a.levers).flatMap(([name, mine]) => {
    const theirs = b.levers[name]
    if (theirs === undefined || (!sameRules && ruled.has(name))) return [name]
    const fields = Object.entries(mine.fields).some(([field, series]) =>
      series.some((value, month) => !Object.is(value, theirs.fields[field]?.[month])),
    )
    const where = mine.mask.some((place, month) => {
      const [here, there] = [mine.masks[place], theirs.masks[theirs.mask[month] as number]]
      return here !== there && here?.some((value, d) => value !== there?.[d])
    })
    return fields || where ? [name] : []
  })
}
