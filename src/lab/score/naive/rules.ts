// The naive rules by name: those that every series is held against, and five that were published for the area of the valley.
import type { Rule } from '../rolling.ts'
import type { Scale } from '../yearly.ts'
import { recentCounts } from './events.ts'
import { growthOnItself, growthOnPrices } from './growth.ts'
import { dampedSmoothing } from './smoothing.ts'
import { damped, drift, lastValue } from './trend.ts'

const last: Rule = { id: 'last value', en: 'last value', es: 'último valor', forecast: lastValue() }

const trends: readonly Rule[] = [
  last,
  { id: 'drift 5', en: 'drift of 5 years', es: 'deriva de 5 años', forecast: drift({ years: 5 }) },
  { id: 'drift long', en: 'drift of all years', es: 'deriva de todos los años', forecast: drift('all') },
  { id: 'drift 3', en: 'drift of 3 years', es: 'deriva de 3 años', forecast: drift({ years: 3 }) },
  { id: 'drift 4', en: 'drift of 4 years', es: 'deriva de 4 años', forecast: drift({ years: 4 }) },
  { id: 'damped', en: 'damped trend', es: 'tendencia amortiguada', forecast: damped({ years: 4 }, 0.8) },
  { id: 'smoothing', en: 'damped smoothing', es: 'suavizado amortiguado', forecast: dampedSmoothing() },
  { id: 'growth AR', en: 'growth on itself', es: 'crecimiento sobre sí mismo', forecast: growthOnItself() },
]

/** What every series of this scale is held against. `prices`: names of price series that lie beside it. */
export function naiveRules(scale: Scale, prices: readonly string[] = []): Rule[] {
  if (scale === 'counts')
    return [
      { id: 'last value', en: 'last year', es: 'último año', forecast: recentCounts(1) },
      { id: 'recent mean', en: 'mean of 5 years', es: 'media de 5 años', forecast: recentCounts(5) },
      { id: 'long mean', en: 'mean of all years', es: 'media de todos los años', forecast: recentCounts(Infinity) },
    ]
  if (prices.length === 0) return [...trends]
  const forecast = growthOnPrices(prices, 3)
  return [...trends, { id: 'growth on prices', en: 'growth on prices', es: 'crecimiento según precios', forecast }]
}

/** Yearly spread on the ln scale, and that of the long drift, as the prototype set them by hand; it does not say from what. */
const YEAR = 0.062
const LONG = 0.055

/**
 * The five rules of the prototype's table for origin 2018, with its spreads: normal on the ln scale, h years ahead. Their spreads
 * were set by hand, so they are kept apart from rules that learn theirs.
 */
export const PUBLISHED: readonly Rule[] = [
  {
    id: 'published last value',
    en: 'last value, published',
    es: 'último valor, publicado',
    forecast: lastValue({ spread: (h) => YEAR * Math.sqrt(h) + 0.03 }),
  },
  {
    id: 'published drift since 2004',
    en: 'drift since 2004, published',
    es: 'deriva desde 2004, publicada',
    forecast: drift({ from: 2004 }, { spread: (h, n) => LONG * Math.sqrt(h + (h * h) / n) }),
  },
  {
    id: 'published damped',
    en: 'damped trend, published',
    es: 'tendencia amortiguada, publicada',
    forecast: damped({ from: 2014 }, 0.8, { spread: (h) => YEAR * Math.sqrt(h + (h * h) / 8) }),
  },
  {
    id: 'published drift since 2014',
    en: 'drift since 2014, published',
    es: 'deriva desde 2014, publicada',
    forecast: drift({ from: 2014 }, { spread: (h, n) => YEAR * Math.sqrt(h + (h * h) / n) }),
  },
  {
    id: 'published drift since 2015',
    en: 'drift since 2015, published',
    es: 'deriva desde 2015, publicada',
    forecast: drift({ from: 2015 }, { spread: (h, n) => YEAR * Math.sqrt(h + (h * h) / n) }),
  },
]

/** What the prototype scored on the same six areas, in the same table: CRPS on the ln scale, figures inside its 90 % band. */
export const PROTOTYPE = { crps: 0.07, covered: 4, of: 6 } as const
