// What a new year taught, as a paragraph in either language.
import type { Band, Learnt, LearntFigure } from '../lab/forecast/learnt.ts'
import type { Scored } from '../lab/score/rolling.ts'
import { number } from './format.ts'
import type { Language } from './input.ts'

/** Earlier figures missed by so much more than before ask for a calibration. */
const WORSE = 1.25

/** As many decimals as a size deserves. */
export function figureOf(value: number, language: Language): string {
  const size = Math.abs(value)
  return number(value, size >= 100 ? 0 : size >= 1 ? 1 : 3, language)
}

const range = ({ p05, p95 }: Pick<Band, 'p05' | 'p95'>, language: Language) =>
  `${figureOf(p05, language)}–${figureOf(p95, language)}`

/** Where the figures fell, how good the forecast was beside the last value, what moved, and what is now said of the next years. */
export function learntWords(learnt: Learnt, language: Language): string {
  const en = language === 'en'
  const sentences = [...fell(learnt, en, language), ...moved(learnt, en, language), ...next(learnt, en, language)]
  const { earlier, draws } = learnt
  const worse = earlier.after > WORSE * Math.max(earlier.before, 0.5)
  if (earlier.figures > 0)
    sentences.push(
      en
        ? `Earlier figures of areas are missed by ${number(earlier.after, 2, language)} standard deviations (before: ${number(earlier.before, 2, language)})${worse ? ': that is worse, so calibrate anew before resting on this' : ''}.`
        : `Las cifras anteriores de superficie se yerran en ${number(earlier.after, 2, language)} desviaciones (antes: ${number(earlier.before, 2, language)})${worse ? ': es peor, así que calibre de nuevo antes de apoyarse en esto' : ''}.`,
    )
  sentences.push(
    en
      ? `This was a quick update of ${draws} draws, not a calibration.`
      : `Fue una actualización rápida de ${draws} sorteos, no una calibración.`,
  )
  return sentences.join(' ')
}

function fell({ scores, forecast, figures }: Learnt, en: boolean, language: Language): string[] {
  const mine = scores.filter(({ rule }) => rule === 'model')
  const which = forecast
    ? en
      ? `of the forecast registered as ${forecast.name}`
      : `del pronóstico registrado como ${forecast.name}`
    : en
      ? 'of what the posterior said before (no forecast was registered)'
      : 'de lo que la distribución decía antes (no había pronóstico registrado)'
  const others = figures.filter((one) => !mine.some((score) => sameFigure(score, one)))
  const said = mine.map((one) => {
    const { series, place, year, observed } = one
    const last = scores.find(
      (other) => other.rule === 'last value' && other.series === series && other.place === place && other.year === year,
    )
    const fallen = placeOf(one)
    const head = en
      ? `${series} (${place}) of ${year}, ${figureOf(observed, language)}, fell ${IN_EN[fallen]} ${which} (${range(one, language)}, median ${figureOf(one.p50, language)})`
      : `${series} (${place}) de ${year}, ${figureOf(observed, language)}, cayó ${IN_ES[fallen]} ${which} (${range(one, language)}, mediana ${figureOf(one.p50, language)})`
    return `${head}; CRPS ${number(one.crps, 3, language)}${versus(one, last, en, language)}.`
  })
  return [...said, ...others.map((one) => unscored(one, en, language))]
}

/** The valley's area is scored as one series, whoever measured it. */
const sameFigure = (score: Scored, figure: LearntFigure): boolean =>
  score.place === figure.place &&
  score.year === figure.year &&
  (score.series === figure.series || (score.series === 'coca_area' && figure.series.startsWith('coca_area')))

const IN_EN = { inside: 'inside the 90 % band', above: 'above the 90 % band', below: 'below the 90 % band' } as const
const IN_ES = {
  inside: 'dentro de la banda del 90 %',
  above: 'por encima de la banda del 90 %',
  below: 'por debajo de la banda del 90 %',
} as const
const placeOf = ({ observed, p05, p95 }: Scored) => (observed > p95 ? 'above' : observed < p05 ? 'below' : 'inside')

function versus(one: Scored, last: Scored | undefined, en: boolean, language: Language): string {
  if (last === undefined)
    return en ? ', and no naive forecast to hold it against' : ', y ningún pronóstico ingenuo con que compararlo'
  const better = one.crps < last.crps
  return en
    ? `, ${better ? 'better' : 'no better'} than repeating the last value (${number(last.crps, 3, language)})`
    : `, ${better ? 'mejor' : 'no mejor'} que repetir el último valor (${number(last.crps, 3, language)})`
}

const unscored = ({ id, value, unit, before, after }: LearntFigure, en: boolean, language: Language): string =>
  en
    ? `${id}, ${figureOf(value, language)} ${unit}: the model said ${figureOf(before.p50, language)} (${range(before, language)}) and says ${figureOf(after.p50, language)} (${range(after, language)}) now.`
    : `${id}, ${figureOf(value, language)} ${unit}: el modelo decía ${figureOf(before.p50, language)} (${range(before, language)}) y ahora dice ${figureOf(after.p50, language)} (${range(after, language)}).`

/** Less is within what chance moves. */
const CLEAR = 0.1

function moved(learnt: Learnt, en: boolean, language: Language): string[] {
  const clear = learnt.moved.filter(({ by }) => Math.abs(by) >= CLEAR)
  if (clear.length === 0)
    return [en ? 'No unknown moved to speak of.' : 'Ninguna incógnita se movió de modo apreciable.']
  const list = clear.map(({ name, by }) => `${name} (${by > 0 ? '+' : '−'}${number(Math.abs(by), 1, language)} sd)`)
  return [
    en
      ? `What moved most, in standard deviations of what was believed: ${list.join(', ')}.`
      : `Lo que más se movió, en desviaciones de lo que se creía: ${list.join(', ').replaceAll(' sd)', ' d.)')}.`,
  ]
}

function next(learnt: Learnt, en: boolean, language: Language): string[] {
  const list = learnt.next.map(({ year, before, after }) => {
    const was = `${figureOf(before.p50, language)} (${range(before, language)})`
    const is = `${figureOf(after.p50, language)} (${range(after, language)})`
    return en ? `${year} from ${was} to ${is}` : `${year} de ${was} a ${is}`
  })
  if (list.length === 0) return []
  return [
    en
      ? `The forecast of the valley's coca area, ${learnt.unit}, moved: ${list.join('; ')}.`
      : `El pronóstico de la superficie de coca del valle, ${learnt.unit}, cambió: ${list.join('; ')}.`,
  ]
}
