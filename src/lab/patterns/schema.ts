// The shape of checks/*.yaml: patterns as data.
import { z } from 'zod'
import type { Citations } from '../../engine/model.ts'
import type { Link } from '../../evidence/ledger/link.ts'
import { band, month, names, span, year } from './bands.ts'
import { counterfactual } from './counterfactual.ts'

const byYear = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^20\d\d$/), value)

/** What is worked out of one run. Several outcomes are added up first. All are of the valley unless they say districts. */
const test = z.discriminatedUnion('statistic', [
  /** Inside a band in each year named. */
  z.strictObject({ statistic: z.literal('points'), outcome: names, points: byYear(band) }),
  /** Root mean square of ln(model / value) over the years named. */
  z.strictObject({ statistic: z.literal('rmse_ln'), outcome: names, values: byYear(z.number().positive()), band }),
  /** Inside the band in every year. */
  z.strictObject({ statistic: z.literal('each'), outcome: names, years: span, band }),
  z.strictObject({ statistic: z.literal('mean'), outcome: names, years: span, band }),
  z.strictObject({ statistic: z.literal('sum'), outcome: names, years: span, band }),
  /** Mean growth a year, compound. */
  z.strictObject({ statistic: z.literal('growth'), outcome: names, from: year, to: year, band }),
  /** Relative change from one year to another. */
  z.strictObject({ statistic: z.literal('change'), outcome: names, from: year, to: year, band }),
  /** Sums over the years, one divided by the other. */
  z.strictObject({ statistic: z.literal('ratio'), outcome: names, over: names, years: span, band }),
  /** The ratio of one year less that of an earlier one. */
  z.strictObject({ statistic: z.literal('ratio_shift'), outcome: names, over: names, from: year, to: year, band }),
  /** The ratio of each year. */
  z.strictObject({ statistic: z.literal('ratio_each'), outcome: names, over: names, years: span, band }),
  /** Sample standard deviation of yearly ln changes. */
  z.strictObject({ statistic: z.literal('spread'), outcome: names, years: span, band }),
  /** Years lower than the year before. */
  z.strictObject({ statistic: z.literal('falls'), outcome: names, years: span, band }),
  /** The largest value. */
  z.strictObject({ statistic: z.literal('peak'), outcome: names, years: span, band }),
  /** The year of the largest value. */
  z.strictObject({ statistic: z.literal('peak_year'), outcome: names, years: span, band }),
  z.strictObject({ statistic: z.literal('districts_above'), outcome: z.string(), year, threshold: z.number(), band }),
  /** Share of the largest districts in the sum of all. */
  z.strictObject({ statistic: z.literal('top_share'), outcome: z.string(), year, count: z.int().min(1), band }),
  /** Lowest month of the window relative to the mean of the months before. */
  z.strictObject({
    statistic: z.literal('trough'),
    outcome: z.string(),
    before: z.tuple([month, month]),
    window: z.tuple([month, month]),
    band,
  }),
  /** Lowest month of the window. */
  z.strictObject({ statistic: z.literal('lowest'), outcome: z.string(), window: z.tuple([month, month]), band }),
])

/** A parameter, or the ratio of two, in each draw. */
const value = z.strictObject({ parameter: z.string(), over: z.string().optional(), band })
const words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

const fiveWords = z
  .string()
  .refine((text) => text.split(' ').filter(Boolean).length === 5, 'five words on what the claim supports')
const cited = z
  .object({})
  .catchall(fiveWords)
  .refine((claims) => Object.keys(claims).length > 0, 'claims with five words each, or the word judgement')
  .refine((claims) => Object.keys(claims).every((id) => /^(C\d{4,}|O[a-z2-7]{8})$/.test(id)), 'ids of claims as C0135')
const claims = z.union([z.literal('judgement'), cited]) satisfies z.ZodType<Citations>

const pattern = z.strictObject({
  id: z.string().min(1),
  /** Number in the design list; 0 for bounds. */
  number: z.int().min(0).max(42),
  role: z.enum(['C', 'V', 'S', 'I', 'B', 'bound']),
  /** What answers it: outcomes of history, what else the state of history holds, pairs of runs, or values of the draws. */
  answer: z.enum(['history', 'state', 'counterfactual', 'parameters']),
  en: z.string().min(1),
  es: z.string().min(1),
  source: z.string().min(1),
  /** Claims of the ledger that bear on the fact; `judgement` when there are none. */
  claims,
  /** Series of data/ that the bands were read from: the calibration target. */
  observations: z.array(z.string().min(1)).min(1).optional(),
  /** Share of draws that must meet every test. */
  need: z.number().min(0).max(1).optional(),
  tests: z.array(test),
  /** Runs with and without a cause. */
  counterfactual: counterfactual.optional(),
  /** Parameters that state the response. */
  values: z.array(value).min(1).optional(),
  /** What of the fact the tests leave out, and why. */
  left_out: words.optional(),
})

export const checksSchema = z.strictObject({ patterns: z.array(pattern) })
export type Pattern = z.infer<typeof pattern>
export type PatternTest = z.infer<typeof test>

/** A link of the ledger for each claim that a pattern cites. */
export function patternLinks(patterns: readonly Pattern[]): Link[] {
  return patterns.flatMap(({ id, claims }) =>
    claims === 'judgement'
      ? []
      : Object.entries(claims).map(([claim, supports]) => ({ claim, kind: 'pattern' as const, target: id, supports })),
  )
}

/** Outcomes that the tests of a pattern look at, each once. */
export const outcomesOf = ({ tests, counterfactual: pairs }: Pattern): string[] => [
  ...new Set([
    ...tests.flatMap((test) => [test.outcome, 'over' in test ? test.over : []].flat()),
    ...(pairs?.tests ?? []).flatMap((test) => [
      ...[test.outcome].flat(),
      ...('by' in test ? [test.by] : []),
      ...('per' in test ? [test.per] : []),
    ]),
  ]),
]

/** Years (months count as theirs) that a test looks at. */
export function yearsOf(test: PatternTest): number[] {
  switch (test.statistic) {
    case 'points':
      return Object.keys(test.points).map(Number)
    case 'rmse_ln':
      return Object.keys(test.values).map(Number)
    case 'growth':
    case 'change':
    case 'ratio_shift':
      return [test.from, test.to]
    case 'districts_above':
    case 'top_share':
      return [test.year]
    case 'trough':
      return [...test.before, ...test.window].map((text) => Number(text.slice(0, 4)))
    case 'lowest':
      return test.window.map((text) => Number(text.slice(0, 4)))
    default:
      return [...test.years]
  }
}

/** The rules of roles: what is later than 2018 is not calibrated on; 13, 33 and 35 are blind; what is asked has tests. */
export function roleFault(pattern: Pattern): string | undefined {
  const years = pattern.tests.flatMap(yearsOf)
  const late = years.some((year) => year > 2018)
  if (late && pattern.role === 'C') return 'has facts later than 2018 and role C'
  if (late && years.some((year) => year <= 2018) && pattern.role === 'V' && !spansOnly(pattern))
    return 'has facts on both sides of 2018 and is not split'
  if ([13, 33, 35].includes(pattern.number) !== (pattern.role === 'B'))
    return 'is blind by rule (13, 33, 35) or by role, not by both'
  const { answer, tests, counterfactual: pairs, values } = pattern
  const fitting = { history: tests.length > 0, state: tests.length > 0, counterfactual: pairs, parameters: values }
  if (!fitting[answer] || [tests.length > 0, pairs, values].filter(Boolean).length > 1)
    return 'has other tests than the kind of answer asks for'
  const runs = ['history', ...Object.keys(pairs?.runs ?? {})]
  const named = (pairs?.tests ?? []).flatMap(({ run, against }) => [run, against ?? run])
  if (named.some((name) => !runs.includes(name))) return 'names a run in a test that it does not describe'
  return undefined
}

/** A single span or change that begins in the past and ends after 2018 can't be split. */
const spansOnly = ({ tests }: Pattern): boolean =>
  tests.every((test) => test.statistic !== 'points' && test.statistic !== 'rmse_ln')
