// A hindcast as it is kept: forecasts made with facts up to an origin only, draw by draw, with what they were made from.
import { z } from 'zod'
import type { Problem } from '../../evidence/problem.ts'
import { jsonOf, notAsWritten } from '../own-file.ts'

export const HINDCAST_FORMAT = 'vraem-hindcast-1'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const words = z.object({ en: z.string(), es: z.string() })
const forecast = z.object({
  series: z.string().min(1),
  place: z.string().min(1),
  unit: z.string(),
  year: z.int(),
  month: z.int().min(1).max(12).exactOptional(),
  /** One a draw, in the unit, with the errors of surveys and sources: what would be reported. */
  values: z.array(z.number()).min(1),
})
const origin = z.object({
  /** Last year whose facts were used; of years held out in between, the one before the first. */
  origin: z.int(),
  information: z.object({
    until: z.int(),
    without: z.array(z.int()).exactOptional(),
    withoutDistricts: z.array(z.string()).exactOptional(),
  }),
  /** SHA-256 of the list of draws. */
  draws: hex,
  /** Option of each draw, by switch. */
  arms: z.record(z.string(), z.array(z.string())),
  forecasts: z.array(forecast),
  /** The same where drivers and policies after the origin were told as they came. */
  told: z.array(forecast).exactOptional(),
})
const schema = z.object({
  format: z.literal(HINDCAST_FORMAT),
  set: z.string().min(1),
  title: words,
  madeBy: z.object({
    /** As the user writes it, to make the file again. */
    command: z.string().min(1),
    created: z.string().min(1),
    version: z.string().min(1),
    /** SHA-256 of the texts of the model and of the table of parameters. */
    model: hex,
    parameters: hex,
    sample: z.int().min(1),
    seed: z.int(),
    runs: z.int().min(0),
  }),
  origins: z.array(origin),
})

/** One origin, for other documents that hold such forecasts. */
export const originSchema = origin

export type Forecast = z.infer<typeof forecast>
export type OriginForecasts = z.infer<typeof origin>
export type Hindcast = z.infer<typeof schema>

/** What a hindcast must have been made with to be scored. */
export type MadeWith = Pick<Hindcast['madeBy'], 'model' | 'parameters'>

/**
 * The hindcast of a file's text. It is refused where it was made by another model or with other parameters, with the command that
 * makes it again; and where it is not as this program writes it.
 */
export function readHindcast(text: string, file: string, made: MadeWith): { hindcast?: Hindcast; problems: Problem[] } {
  const value = jsonOf(text)
  const read = schema.safeParse(value)
  const todo = `make it again with ${commandIn(value)}`
  if (!read.success)
    return {
      problems: notAsWritten(read.error, {
        code: 'hindcast',
        file,
        expected: `a hindcast of format ${HINDCAST_FORMAT}`,
        todo,
      }).slice(0, 5),
    }
  const hindcast = read.data
  const old = (['model', 'parameters'] as const).filter((name) => hindcast.madeBy[name] !== made[name])
  if (old.length > 0)
    return {
      problems: old.map((field) => ({
        code: 'hindcast-old',
        file,
        field,
        what:
          field === 'model'
            ? 'the hindcast was made by another version of the model'
            : 'the hindcast was made with another table of parameters',
        expected: made[field].slice(0, 12),
        todo,
      })),
    }
  const problems = unevenIn(hindcast, file, todo)
  return problems.length > 0 ? { problems } : { hindcast, problems }
}

/** Forecasts without the same number of draws, and origins that know years after them, are of no use. */
function unevenIn({ origins }: Hindcast, file: string, todo: string): Problem[] {
  return origins.flatMap(({ origin, arms, forecasts, told = [] }) => {
    const lengths = new Set([...forecasts, ...told].map(({ values }) => values.length))
    for (const options of Object.values(arms)) lengths.add(options.length)
    if (lengths.size <= 1 && forecasts.length > 0) return []
    const what = forecasts.length === 0 ? 'there is no forecast' : `forecasts have ${[...lengths].join(' and ')} draws`
    return [
      { code: 'hindcast', file, field: `origin ${origin}`, what, expected: 'one value a draw in every forecast', todo },
    ]
  })
}

/** As it stands in the file: one line a forecast, so that a difference can be read. */
export function hindcastText(hindcast: Hindcast): string {
  const { origins, ...head } = hindcast
  const list = (forecasts: readonly Forecast[]) =>
    forecasts.map(({ values, ...rest }) => JSON.stringify({ ...rest, values: values.map(shortened) })).join(',\n')
  const texts = origins.map(({ forecasts, told, ...rest }) => {
    const more = told === undefined ? '' : `,\n"told":[\n${list(told)}\n]`
    return `${JSON.stringify(rest).slice(0, -1)},\n"forecasts":[\n${list(forecasts)}\n]${more}}`
  })
  return `${JSON.stringify(head).slice(0, -1)},\n"origins":[\n${texts.join(',\n')}\n]}\n`
}

/** Four digits: more says nothing of a forecast. */
const shortened = (value: number): number => Number(value.toPrecision(4))

function commandIn(value: unknown): string {
  const command = (value as { madeBy?: { command?: unknown } } | undefined)?.madeBy?.command
  return typeof command === 'string' && command !== '' ? command : 'vraem hindcast'
}
