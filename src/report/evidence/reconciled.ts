// One quantity as sources give it, in plain text: ranges by year, by source, by definition. Never an average.
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { PlaceFigures, Reconciliation, Spread } from '../../evidence/ledger/reconcile.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { converted } from './figure.ts'
import { voices as countOf, REASON_WORDS } from './words.ts'

const WORDS = {
  year: { en: 'By year', es: 'Por año' },
  source: { en: 'By source', es: 'Por fuente' },
  definition: { en: 'By definition', es: 'Por definición' },
  repeated: { en: 'Repeated figures, counted once', es: 'Cifras repetidas, contadas una vez' },
  leftOut: { en: 'In no range', es: 'Fuera de los rangos' },
  disagree: { en: 'Described contradictions', es: 'Contradicciones descritas' },
  nothing: { en: 'Nobody gives a figure.', es: 'Nadie da una cifra.' },
  more: { en: 'more', es: 'más' },
  noMean: {
    en: 'No figure here is an average: sources with the same origin count as one voice.',
    es: 'Aquí no hay promedios: las fuentes de un mismo origen cuentan como una voz.',
  },
} as const

/** Lines of one list that are shown; --json has all. */
const MOST = 40

export function reconciledText(ledger: Ledger, result: Reconciliation, language: Language, width: number): string {
  const subject = ledger.subjects.get(result.subject)
  const unit = result.unit === '' || result.unit === '1' ? '' : ` (${result.unit})`
  const head = wrap(`${subject?.label[language] ?? result.subject}${unit}. ${subject?.about ?? ''}`.trim(), width)
  const places = result.places.flatMap((place) => ['', ...placeLines(place, language, width)])
  const leftOut = result.leftOut.map(({ claim, why }) => `${claim}: ${why[language]}`)
  const contested = result.contradictions.map(
    ({ id, title, reason }) => `${id} ${title[language]} (${REASON_WORDS[reason][language]})`,
  )
  return `${[
    ...head,
    ...(result.places.length === 0 ? [WORDS.nothing[language]] : places),
    ...list(WORDS.disagree[language], contested, language, width),
    ...list(WORDS.leftOut[language], leftOut, language, width),
    '',
    ...wrap(WORDS.noMean[language], width),
  ].join('\n')}\n`
}

function placeLines(place: PlaceFigures, language: Language, width: number): string[] {
  const repeated = place.voices
    .filter(({ claims }) => claims.length > 1)
    .map(({ origin, claims }) => `${origin}: ${claims.join(', ')}`)
  return [
    `${place.place}: ${rangeOf(place.all, language)}, ${countOf(language)(place.all.origins.length)}`,
    ...spreads(WORDS.year[language], place.byYear, language),
    ...spreads(WORDS.source[language], place.bySource, language),
    ...(place.byDefinition.length > 1 ? spreads(WORDS.definition[language], place.byDefinition, language) : []),
    ...list(WORDS.repeated[language], repeated, language, width).slice(1),
  ]
}

function spreads(title: string, all: readonly Spread[], language: Language): string[] {
  const shown = all.slice(0, MOST)
  const name = Math.min(44, Math.max(...shown.map(({ of }) => of[language].length)))
  const lines = shown.map((one) => {
    const many = one.origins.length > 1 ? ` · ${countOf(language)(one.origins.length)}` : ''
    return `    ${one.of[language].slice(0, name).padEnd(name)}  ${rangeOf(one, language)}${many}`
  })
  return [`  ${title}`, ...lines, ...rest(all.length - shown.length, language)]
}

const rangeOf = ({ low, high, open }: Spread, language: Language): string => {
  const show = (figure: number) => converted(figure, language)
  return `${low === high ? show(low) : `${show(low)}–${show(high)}`}${open ? ' (≤ ≥)' : ''}`
}

function list(title: string, texts: readonly string[], language: Language, width: number): string[] {
  if (texts.length === 0) return []
  const lines = texts
    .slice(0, MOST)
    .flatMap((text) => wrap(text, width - 6).map((line, k) => (k === 0 ? '    ' : '      ') + line))
  return ['', `  ${title}`, ...lines, ...rest(texts.length - MOST, language)]
}

const rest = (n: number, language: Language): string[] => (n > 0 ? [`    … ${n} ${WORDS.more[language]}`] : [])
