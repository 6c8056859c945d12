// One quantity as sources give it, in plain text: ranges by year, by source, by definition. Never an average.
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { PlaceFigures, Reconciliation, Spread } from '../../evidence/ledger/reconcile.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import type { Places } from '../../evidence/places.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { converted } from './figure.ts'
import { voices as countOf, REASON_WORDS } from './words.ts'

const WORDS = {
  year: { en: 'By year', es: 'Por año' },
  source: { en: 'By source', es: 'Por fuente' },
  definition: { en: 'By definition', es: 'Por definición' },
  repeated: { en: 'Repeated figures, counted once', es: 'Cifras repetidas, contadas una vez' },
  two: { en: 'One voice, more than one figure', es: 'Una voz, más de una cifra' },
  echoes: {
    en: 'Probably the same figure, counted once',
    es: 'Probablemente la misma cifra, contada una vez',
  },
  leftOut: { en: 'In no range', es: 'Fuera de los rangos' },
  disagree: { en: 'Described contradictions', es: 'Contradicciones descritas' },
  nothing: { en: 'Nobody gives a figure.', es: 'Nadie da una cifra.' },
  more: { en: 'more', es: 'más' },
  english: { en: '', es: ' (en inglés)' },
  noMean: {
    en: 'No figure here is an average. Sources with the same origin count as one voice for a year, whatever figures they give.',
    es: 'Aquí no hay promedios. Las fuentes de un mismo origen cuentan como una voz por año, den las cifras que den.',
  },
} as const

const UNDATED = { en: 'undated', es: 'sin fecha' } as const
const OPEN = { en: 'some say at least or at most', es: 'algunas dicen al menos o como máximo' } as const

/** Lines of one list that are shown; --json has all. */
const MOST = 40

/** `places`: for their names; without them places stand as ids. */
export function reconciledText(
  ledger: Ledger,
  result: Reconciliation,
  language: Language,
  width: number,
  places?: Places,
): string {
  const subject = ledger.subjects.get(result.subject)
  const unit = result.unit === '' || result.unit === '1' ? '' : ` (${unitInWords(result.unit, language)})`
  const about = subject?.about ? ` ${subject.about}${WORDS.english[language]}` : ''
  const head = wrap(`${subject?.label[language] ?? result.subject}${unit}.${about}`, width)
  const blocks = result.places.flatMap((place) => [
    '',
    ...placeLines(place, places?.nameOf(place.place, language) ?? place.place, language, width),
  ])
  const leftOut = result.leftOut.map(({ claim, why }) => `${claim}: ${why[language]}`)
  const contested = result.contradictions.map(
    ({ id, title, reason }) => `${id} ${title[language]} (${REASON_WORDS[reason][language]})`,
  )
  return `${[
    ...head,
    ...(result.places.length === 0 ? [WORDS.nothing[language]] : blocks),
    ...list(WORDS.disagree[language], contested, language, width),
    ...list(WORDS.leftOut[language], leftOut, language, width),
    '',
    ...wrap(WORDS.noMean[language], width),
  ].join('\n')}\n`
}

function placeLines(place: PlaceFigures, name: string, language: Language, width: number): string[] {
  const show = (low: number, high: number) => range(low, high, language)
  const repeated = place.voices.flatMap(({ origin, figures }) =>
    figures.filter(({ claims }) => claims.length > 1).map(({ claims }) => `${origin}: ${claims.join(', ')}`),
  )
  const two = place.voices
    .filter(({ figures }) => new Set(figures.map(({ low, high }) => `${low} ${high}`)).size > 1)
    .map(({ origin, years, figures }) => {
      const told = [...new Set(figures.map(({ low, high }) => show(low, high)))]
      return `${yearsIn(years, language)}, ${origin}: ${told.join('; ')}`
    })
  const echoes = place.echoes.map(
    ({ years, origins, claims, low, high }) =>
      `${yearsIn(years, language)}, ${show(low, high)}: ${origins.join(', ')} (${claims.join(', ')})`,
  )
  return [
    `${name}: ${rangeOf(place.all, language)}, ${allVoices(place.all, language)}`,
    ...spreads(WORDS.year[language], place.byYear, language, ({ voices }) =>
      voices > 1 ? countOf(language)(voices) : '',
    ),
    ...spreads(WORDS.source[language], place.bySource, language, originCount(language)),
    ...(place.byDefinition.length > 1
      ? spreads(WORDS.definition[language], place.byDefinition, language, originCount(language))
      : []),
    ...list(WORDS.two[language], two, language, width).slice(1),
    ...list(WORDS.echoes[language], echoes, language, width).slice(1),
    ...list(WORDS.repeated[language], repeated, language, width).slice(1),
  ]
}

const yearsIn = (years: string, language: Language): string => (years === 'undated' ? UNDATED[language] : years)

/** Over several years voices of each year add up: they must not read as measurements of one thing. */
function allVoices({ voices, most }: Spread, language: Language): string {
  if (voices === most) return countOf(language)(voices)
  return language === 'es'
    ? `${voices} voces en todos los años, no más de ${most} para un mismo año`
    : `${voices} voices over all years, at most ${most} for one year`
}

const originCount =
  (language: Language) =>
  ({ origins: { length } }: Spread): string =>
    length < 2 ? '' : language === 'es' ? `${length} orígenes` : `${length} origins`

function spreads(title: string, all: readonly Spread[], language: Language, count: (one: Spread) => string): string[] {
  const shown = all.slice(0, MOST)
  const name = Math.min(44, Math.max(...shown.map(({ of }) => of[language].length)))
  const lines = shown.map((one) => {
    const many = count(one)
    const line = `    ${one.of[language].slice(0, name).padEnd(name)}  ${rangeOf(one, language)}`
    return many === '' ? line : `${line} · ${many}`
  })
  return [`  ${title}`, ...lines, ...rest(all.length - shown.length, language)]
}

const rangeOf = ({ low, high, open }: Spread, language: Language): string =>
  `${range(low, high, language)}${open ? ` (${OPEN[language]})` : ''}`

function range(low: number, high: number, language: Language): string {
  const show = (figure: number) => converted(figure, language)
  return low === high ? show(low) : `${show(low)}–${show(high)}`
}

function list(title: string, texts: readonly string[], language: Language, width: number): string[] {
  if (texts.length === 0) return []
  const lines = texts
    .slice(0, MOST)
    .flatMap((text) => wrap(text, width - 6).map((line, k) => (k === 0 ? '    ' : '      ') + line))
  return ['', `  ${title}`, ...lines, ...rest(texts.length - MOST, language)]
}

const rest = (n: number, language: Language): string[] => (n > 0 ? [`    … ${n} ${WORDS.more[language]}`] : [])
