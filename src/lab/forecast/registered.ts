// A registered forecast: what was said of later years, when, by which model; named by its own hash and never changed.
import { z } from 'zod'
import { sha256Hex } from '../../engine/hash.ts'
import { quantiles } from '../../engine/quantiles.ts'
import { writeCsv } from '../../evidence/csv.ts'
import type { Problem } from '../../evidence/problem.ts'
import { HINDCAST_FORMAT, type Hindcast, originSchema } from '../hindcast/format.ts'
import { jsonOf, notAsWritten } from '../own-file.ts'
import { ASKED } from './questions.ts'

export const FORECAST_FORMAT = 'vraem-forecast-1'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const schema = z.object({
  format: z.literal(FORECAST_FORMAT),
  /** SHA-256 of everything that follows, as JSON without line ends. */
  sha256: hex,
  title: z.object({ en: z.string(), es: z.string() }),
  madeBy: z.object({
    command: z.string().min(1),
    /** ISO date and time. */
    created: z.iso.datetime(),
    version: z.string().min(1),
    /** SHA-256 of the texts of the model, of the parameters, of the data package. */
    model: hex,
    parameters: hex,
    data: hex,
    scenario: z.object({ name: z.string().min(1), hash: hex }),
    draws: z.object({
      kind: z.enum(['prior', 'screened', 'posterior']),
      hash: hex,
      count: z.int().min(1),
      note: z.object({ en: z.string(), es: z.string() }),
    }),
    seed: z.int(),
    sample: z.int().min(1).max(200),
  }),
  /** Series as sources would report them; one origin. */
  origins: z.tuple([originSchema]),
  /** Headline outcomes of the model itself, without errors of reporting. */
  outcomes: z.array(
    z.object({
      outcome: z.string().min(1),
      place: z.string().min(1),
      scope: z.string(),
      unit: z.string(),
      year: z.int(),
      values: z.array(z.number()).min(1),
    }),
  ),
})
export type Registered = z.infer<typeof schema>

/** What the hash is of; parsing puts the fields in one order. */
const content = schema.omit({ format: true, sha256: true })
export type Content = z.infer<typeof content>

/** `<date>-<first eight digits of its hash>`: the name of its files. */
export const nameOf = ({ madeBy, sha256 }: Pick<Registered, 'madeBy' | 'sha256'>): string =>
  `${madeBy.created.slice(0, 10)}-${sha256.slice(0, 8)}`

/** Four digits: more says nothing of a forecast. */
const shortened = (value: number): number => Number(value.toPrecision(4))
const short = <T extends { readonly values: readonly number[] }>(one: T): T => ({
  ...one,
  values: one.values.map(shortened),
})

/** The document with its hash. */
export function registered({ origins: [origin], outcomes, ...head }: Content): Registered {
  const shortest = { ...origin, forecasts: origin.forecasts.map(short) }
  const body = content.parse({ ...head, origins: [shortest], outcomes: outcomes.map(short) })
  return { format: FORECAST_FORMAT, sha256: hashOf(body), ...body }
}

const hashOf = (body: Content): string => sha256Hex(JSON.stringify(body))

/** As it stands in the file: one line a forecast. */
export function registeredText({ outcomes, origins: [{ forecasts, ...origin }], ...head }: Registered): string {
  const list = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join(',\n')
  const opened = `${JSON.stringify(head).slice(0, -1)},\n"origins":[${JSON.stringify(origin).slice(0, -1)}`
  return `${opened},\n"forecasts":[\n${list(forecasts)}\n]}],\n"outcomes":[\n${list(outcomes)}\n]}\n`
}

/** Reads a registered forecast. It is refused where it does not have the content that its hash names. */
export function readRegistered(text: string, file: string): { forecast?: Registered; problems: Problem[] } {
  const todo = 'take the file back from where it was published, or leave it out'
  const read = schema.safeParse(jsonOf(text))
  if (!read.success)
    return {
      problems: notAsWritten(read.error, {
        code: 'forecast',
        file,
        expected: `a forecast of format ${FORECAST_FORMAT}`,
        todo,
      }).slice(0, 5),
    }
  const { format: _, sha256, ...body } = read.data
  if (hashOf(body) === sha256) return { forecast: read.data, problems: [] }
  const what = 'the forecast was changed after it was registered'
  return { problems: [{ code: 'forecast-changed', file, what, expected: `SHA-256 ${sha256.slice(0, 12)}`, todo }] }
}

/** The same as a hindcast of one origin, for whatever scores those. */
export const asHindcast = ({ title, madeBy, origins }: Registered): Hindcast => ({
  format: HINDCAST_FORMAT,
  set: 'registered',
  title,
  madeBy: { ...madeBy, runs: madeBy.draws.count },
  origins,
})

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const
const HEAD = ['outcome', 'series', 'place', 'year', 'unit', 'p05', 'p25', 'p50', 'p75', 'p95', 'mean'] as const

/** A forecast in numbers that people read: five quantiles and the mean, four digits. */
export function bandOf(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [...quantiles(values, LEVELS), mean].map(shortened)
}

/** A line for each series, or outcome, and year. */
export function registeredRows({ origins: [{ forecasts }], outcomes }: Registered): (string | number)[][] {
  return [
    ...forecasts.map(({ series, place, unit, year, values }) => {
      const of = ASKED.find((one) => one.series === series && one.place === place)?.outcome ?? 'deaths'
      return [of, series, place, year, unit, ...bandOf(values)]
    }),
    ...outcomes.map(({ outcome, place, year, unit, values }) => [outcome, '', place, year, unit, ...bandOf(values)]),
  ]
}

/** The same as CSV, for a spreadsheet. */
export const registeredCsv = (forecast: Registered): string =>
  writeCsv(
    [...HEAD],
    registeredRows(forecast).map((row) => row.map(String)),
  )
