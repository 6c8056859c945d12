// The model's forecasts as rules that are scored beside the naive ones: as a whole, told what came, and by arm of each switch.
import { drawsOf, type Predictive } from '../score/predictive.ts'
import type { Rule } from '../score/rolling.ts'
import { type Made, madeElsewhere } from '../score/stack.ts'
import { onScale, type Scale } from '../score/yearly.ts'
import type { Forecast, Hindcast, OriginForecasts } from './format.ts'

export const MODEL = { id: 'model', en: 'the model', es: 'el modelo' } as const
export const TOLD = {
  id: 'model told',
  en: 'the model, told drivers and policies',
  es: 'el modelo, con factores y políticas dados',
} as const
export const armId = (name: string, option: string): string => `arm ${name}=${option}`

/** Fewer draws say nothing of an arm. */
const FEWEST_DRAWS = 15

interface Asked {
  readonly series: string
  readonly place: string
  readonly scale: Scale
}

/** The least that can be told from nothing on the ln scale, in the unit of the series. */
const LEAST = 1e-3

const onScaleOf = (values: readonly number[], scale: Scale): Predictive =>
  drawsOf(values.map((value) => onScale(scale === 'ln' ? Math.max(value, LEAST) : value, scale)))

/** Forecasts of a series from one origin, by year; `keep` chooses draws. */
export function byYear(
  forecasts: readonly Forecast[],
  { series, place, scale }: Asked,
  keep?: (draw: number) => boolean,
): Record<number, Predictive> {
  const found = forecasts.filter((one) => one.series === series && one.place === place && one.month === undefined)
  return Object.fromEntries(
    found.map(({ year, values }) => [year, onScaleOf(keep ? values.filter((_, k) => keep(k)) : values, scale)]),
  )
}

const madeOf = (hindcasts: readonly Hindcast[], of: (origin: OriginForecasts) => Record<number, Predictive>): Made[] =>
  hindcasts.flatMap(({ origins }) =>
    origins.map((one) => ({ origin: one.origin, until: one.information.until, forecasts: of(one) })),
  )

/** The model on one series, from hindcasts that know nothing after their origins. */
export const modelRule = (hindcasts: readonly Hindcast[], asked: Asked): Rule => ({
  ...MODEL,
  forecast: madeElsewhere(
    MODEL.id,
    madeOf(hindcasts, ({ forecasts }) => byYear(forecasts, asked)),
  ),
})

export const toldRule = (hindcasts: readonly Hindcast[], asked: Asked): Rule => ({
  ...TOLD,
  forecast: madeElsewhere(
    TOLD.id,
    madeOf(hindcasts, ({ told = [] }) => byYear(told, asked)),
  ),
})

/** A rule for each option of each switch that has draws enough from every origin. */
export function armRules(hindcasts: readonly Hindcast[], asked: Asked): Rule[] {
  const origins = hindcasts.flatMap((one) => one.origins)
  const options = new Map<string, { name: string; option: string }>()
  for (const { arms } of origins)
    for (const [name, drawn] of Object.entries(arms))
      for (const option of drawn) options.set(armId(name, option), { name, option })
  const enough = ({ name, option }: { name: string; option: string }) =>
    origins.every(({ arms }) => (arms[name] ?? []).filter((one) => one === option).length >= FEWEST_DRAWS)
  return [...options]
    .filter(([, arm]) => enough(arm))
    .map(([id, { name, option }]) => {
      const of = ({ forecasts, arms }: OriginForecasts) => byYear(forecasts, asked, (k) => arms[name]?.[k] === option)
      return {
        id,
        en: `${name}: ${option}`,
        es: `${name}: ${option}`,
        forecast: madeElsewhere(id, madeOf(hindcasts, of)),
      }
    })
}
