// The score card as text, and the badge of an outcome in words.
import type { CardRow, ScoreCard, Verdict } from '../lab/score/card.ts'
import { labelOf, number, percent } from './format.ts'
import type { Language, Words } from './input.ts'
import { left, right, wrap } from './text.ts'
import { fill, plainWords } from './words.ts'

const WORDS = {
  rule: { en: 'rule', es: 'regla' },
  crps: { en: 'CRPS', es: 'CRPS' },
  log: { en: 'log score', es: 'punt. log' },
  error: { en: 'miss', es: 'desvío' },
  cover: { en: '90 % band', es: 'banda 90 %' },
  width: { en: '± half', es: '± mitad' },
  n: { en: 'n', es: 'n' },
  tuned: { en: '(tuning was allowed on these years)', es: '(aquí se permitió ajustar)' },
  years: { en: 'target years {from} to {to}', es: 'años previstos {from} a {to}' },
  lower: {
    en: 'Lower CRPS and log score are better. Miss and ± half of the 90 % band are on the scale of the series: 0.05 is 5 % for areas and prices.',
    es: 'Menos CRPS y menos puntuación log es mejor. Desvío y ± mitad de la banda de 90 % van en la escala de la serie: 0,05 es 5 % en áreas y precios.',
  },
  'has skill': {
    en: 'Has skill: {gain} better than {best}, the strongest naive rule, in {support} of resamples of {years} years.',
    es: 'Tiene acierto propio: {gain} mejor que {best}, la regla simple más fuerte, en {support} de los remuestreos de {years} años.',
  },
  'no better than naive': {
    en: 'No better than {best}: {gain} against it, better in {support} of resamples of {years} years; 80 % would be needed.',
    es: 'No mejor que {best}: {gain} frente a esa regla, mejor en {support} de los remuestreos de {years} años; harían falta 80 %.',
  },
  'not scored': { en: 'Not scored.', es: 'Sin puntuar.' },
  fewer: {
    en: 'On fewer forecasts, so not to be compared with those above:',
    es: 'Con menos pronósticos, así que no se comparan con las de arriba:',
  },
  arms: {
    en: 'The model by arm of each contested mechanism:',
    es: 'El modelo según la rama de cada mecanismo en disputa:',
  },
  skipped: { en: 'No forecast: {rules}.', es: 'Sin pronóstico: {rules}.' },
} as const satisfies Readonly<Record<string, Words>>

/** What stands beside a chart or table of the outcome. `names`: rules by id. */
export function badgeWords(verdict: Verdict, names: Readonly<Record<string, Words>>): Words {
  const { badge, best, crpss, support, years } = verdict
  if (badge === 'not scored' || best === undefined || support === undefined) return WORDS['not scored']
  const shown = (value: number, sign = false): Words => ({
    en: percent(value, 'en', sign),
    es: percent(value, 'es', sign),
  })
  return fill(WORDS[badge], {
    best: names[best] ?? plainWords(best),
    gain: crpss === undefined ? plainWords('–') : shown(crpss, true),
    support: shown(support),
    years: years ?? 0,
  })
}

const WIDTHS = [10, 11, 9, 12, 9, 6] as const

/** Plain text: for each set and series a table of the rules over all leads, best first (rules with fewer forecasts apart), and what may be claimed. */
export function scoreCardTable(card: ScoreCard, language: Language, columns = 92): string {
  const names = Object.fromEntries(card.rules.map(({ id, en, es }) => [id, { en, es }]))
  const arms = new Set(card.rules.filter(({ kind }) => kind === 'arm').map(({ id }) => id))
  const out: string[] = []
  for (const { id, title, tuned } of card.sets) {
    for (const rows of seriesOf(card.rows.filter(({ set, lead }) => set === id && lead === null))) {
      const [{ series, place }] = rows as [CardRow]
      const span = fill(WORDS.years, {
        from: Math.min(...rows.map(({ from }) => from)),
        to: Math.max(...rows.map(({ to }) => to)),
      })
      const head = `${title[language]}: ${labelOf(series, {})[language]}, ${place}; ${span[language]}`
      out.push(...wrap(tuned ? `${head} ${WORDS.tuned[language]}` : head, columns))
      out.push(...table(rows, names, arms, language, columns))
      const skills = card.skills.filter((one) => one.set === id && one.series === series && one.place === place)
      for (const skill of skills.filter(({ rule }) => !arms.has(rule))) {
        const { badge, best, crpss, support, years } = skill
        const verdict: Verdict = {
          badge,
          years,
          ...(best === null ? {} : { best }),
          ...(crpss === null ? {} : { crpss }),
          ...(support === null ? {} : { support }),
        }
        const name = names[skill.rule]?.[language] ?? skill.rule
        out.push(...wrap(`${name}: ${badgeWords(verdict, names)[language]}`, columns))
      }
      out.push('')
    }
    const skipped = skippedIn(card, id, names, language)
    if (skipped) out.push(...wrap(fill(WORDS.skipped, { rules: skipped })[language], columns), '')
  }
  return `${[...out, ...wrap(WORDS.lower[language], columns)].join('\n')}\n`
}

function seriesOf(rows: readonly CardRow[]): CardRow[][] {
  const groups = new Map<string, CardRow[]>()
  for (const row of rows) {
    const key = `${row.series}|${row.place}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.crps - b.crps))
}

function table(
  rows: readonly CardRow[],
  names: Readonly<Record<string, Words>>,
  arms: ReadonlySet<string>,
  language: Language,
  columns: number,
): string[] {
  const first = columns - WIDTHS.reduce((sum, width) => sum + width, 0)
  const line = (name: string, cells: readonly string[]) =>
    left(name, first) + cells.map((cell, k) => right(cell, WIDTHS[k] ?? 0)).join('')
  const heads = [WORDS.crps, WORDS.log, WORDS.error, WORDS.cover, WORDS.width, WORDS.n].map((words) => words[language])
  const most = Math.max(...rows.map(({ n }) => n))
  const body = (shown: readonly CardRow[]) =>
    shown.map((row) =>
      line(names[row.rule]?.[language] ?? row.rule, [
        number(row.crps, 4, language),
        row.log_score === null ? '∞' : number(row.log_score, 2, language),
        number(row.error, 3, language),
        percent(row.cover90, language),
        number(row.half_width90, 3, language),
        String(row.n),
      ]),
    )
  const whole = rows.filter(({ rule }) => !arms.has(rule))
  const byArm = rows.filter(({ rule }) => arms.has(rule))
  const fewer = whole.filter(({ n }) => n < most)
  return [
    line(WORDS.rule[language], heads),
    '─'.repeat(columns),
    ...body(whole.filter(({ n }) => n === most)),
    ...(fewer.length > 0 ? [...wrap(WORDS.fewer[language], columns), ...body(fewer)] : []),
    ...(byArm.length > 0 ? [...wrap(WORDS.arms[language], columns), ...body(byArm)] : []),
  ]
}

/** `damped smoothing (2010, 2011); growth on itself (2010)`. */
function skippedIn(card: ScoreCard, set: string, names: Readonly<Record<string, Words>>, language: Language): string {
  const origins = new Map<string, Set<number>>()
  for (const { rule, origin } of card.skipped.filter((one) => one.set === set))
    origins.set(rule, (origins.get(rule) ?? new Set()).add(origin))
  return [...origins].map(([rule, at]) => `${names[rule]?.[language] ?? rule} (${[...at].join(', ')})`).join('; ')
}
