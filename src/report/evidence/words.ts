// What the ledger's pages say, in both languages.
import type { Claim, ClaimFlag, ClaimKind } from '../../evidence/ledger/claim.ts'
import type { Reason } from '../../evidence/ledger/contradiction.ts'
import type { LinkKind } from '../../evidence/ledger/link.ts'
import { periodInWords } from '../../evidence/ledger/words.ts'
import type { Language, Words } from '../input.ts'

export const KINDS: Readonly<Record<ClaimKind, Words>> = {
  quantity: { en: 'quantity', es: 'cantidad' },
  qualitative: { en: 'statement', es: 'afirmación' },
  causal: { en: 'cause', es: 'causa' },
  event: { en: 'event', es: 'hecho' },
  observation: { en: 'observation', es: 'observación' },
}

export const FLAGS: Readonly<Record<ClaimFlag, Words>> = {
  garbled: { en: 'the text of the source is damaged here', es: 'el texto de la fuente está dañado aquí' },
  derived: { en: 'computed, not stated by the source', es: 'calculado, la fuente no lo dice' },
  allegation: { en: 'an allegation, not shown to be true', es: 'una acusación, no probada' },
  anecdote: { en: 'one case, not a measurement', es: 'un caso, no una medición' },
  'national-figure': { en: 'a national figure told of the valley', es: 'una cifra nacional atribuida al valle' },
  hearsay: { en: 'passed on without naming a source', es: 'repetido sin nombrar la fuente' },
}

export const REASON_WORDS: Readonly<Record<Reason, Words>> = {
  definition: { en: 'different definitions', es: 'definiciones distintas' },
  territory: { en: 'different territories', es: 'territorios distintos' },
  period: { en: 'different periods', es: 'periodos distintos' },
  method: { en: 'different methods', es: 'métodos distintos' },
  unit: { en: 'different units', es: 'unidades distintas' },
  attribution: { en: 'different attribution', es: 'atribución distinta' },
  merging: { en: 'things wrongly put together', es: 'cosas mal juntadas' },
  dispute: { en: 'a dispute of fact', es: 'un desacuerdo sobre los hechos' },
  unknown: { en: 'reason unknown', es: 'razón desconocida' },
}

export const LINK_WORDS: Readonly<Record<LinkKind, Words>> = {
  parameter: { en: 'parameter', es: 'parámetro' },
  observation: { en: 'observation', es: 'observación' },
  event: { en: 'event', es: 'hecho' },
  mechanism: { en: 'mechanism', es: 'mecanismo' },
  lever: { en: 'lever', es: 'medida' },
  pattern: { en: 'pattern', es: 'patrón' },
}

export const WORDS = {
  says: { en: 'Says', es: 'Lo dice' },
  behind: { en: 'behind it', es: 'detrás' },
  source: { en: 'Source', es: 'Fuente' },
  reliability: { en: 'Reliability', es: 'Confiabilidad' },
  independence: { en: 'Independence', es: 'Independencia' },
  caution: { en: 'Caution', es: 'Cuidado' },
  note: { en: 'Note', es: 'Nota' },
  feeds: { en: 'What it feeds', es: 'Qué alimenta' },
  feedsNothing: { en: 'Nothing in the model uses it.', es: 'Nada en el modelo lo usa.' },
  rivals: { en: 'Where sources disagree', es: 'Dónde discrepan las fuentes' },
  rivalsNone: { en: 'No contradiction is recorded.', es: 'No hay contradicción registrada.' },
  settle: { en: 'What would settle it', es: 'Qué lo aclararía' },
  here: { en: '← this claim', es: '← esta afirmación' },
  everything: { en: 'Everything said about it', es: 'Todo lo dicho al respecto' },
  legend: {
    en: '● figure  ├─┤ range  > at least  < at most  ○ doubtful, out of the range  ◆ this claim',
    es: '● cifra  ├─┤ rango  > al menos  < como máximo  ○ dudosa, fuera del rango  ◆ esta afirmación',
  },
  alone: { en: 'Nobody else gives a figure for it.', es: 'Nadie más da una cifra.' },
  leftOut: {
    en: 'Not drawn, for they count something else or have another unit',
    es: 'Sin dibujar, porque cuentan otra cosa o tienen otra unidad',
  },
  more: { en: 'more', es: 'más' },
  sourceTexts: { en: '', es: 'Ficha de la fuente (en inglés)' },
  inEnglish: { en: '', es: ' (en inglés)' },
  standsFor: { en: 'in the model', es: 'en el modelo' },
  explained: { en: 'explained', es: 'explicada' },
  open: { en: 'open', es: 'abierta' },
  about: { en: 'about', es: 'hacia' },
  undated: { en: 'undated', es: 'sin fecha' },
  nobody: { en: 'who says so is not told', es: 'no se dice quién lo afirma' },
} as const satisfies Readonly<Record<string, Words>>

export const voices = (language: Language) => (n: number) =>
  language === 'es'
    ? `${n} ${n === 1 ? 'fuente independiente' : 'fuentes independientes'}`
    : `${n} independent ${n === 1 ? 'voice' : 'voices'}`

/** Options of the model's switches and mechanisms; their names stay as the code has them. */
const OPTIONS: Readonly<Record<string, Words>> = {
  low: { en: 'low', es: 'bajo' },
  high: { en: 'high', es: 'alto' },
  small: { en: 'small', es: 'pequeño' },
  large: { en: 'large', es: 'grande' },
  on: { en: 'on', es: 'activo' },
  off: { en: 'off', es: 'apagado' },
  'net-back': { en: 'net-back', es: 'precio de frontera menos costos' },
  markdown: { en: 'markdown', es: 'descuento del comprador' },
  'per-hectare': { en: 'per hectare', es: 'por hectárea' },
  'per-day': { en: 'per day', es: 'por jornal' },
  deterrence: { en: 'deterrence', es: 'disuasión' },
  displacement: { en: 'displacement', es: 'desplazamiento' },
}

export const optionWords = (option: string, language: Language): string => OPTIONS[option]?.[language] ?? option

/** Why a sentence of a document has no claim. */
const SENTENCE_REASONS: Readonly<Record<string, Words>> = {
  navigation: { en: 'navigation', es: 'navegación' },
  heading: { en: 'heading', es: 'título' },
  scene: { en: 'scene', es: 'escena' },
  unrelated: { en: 'unrelated', es: 'otro asunto' },
  'nothing-checkable': { en: 'nothing that could be checked', es: 'nada comprobable' },
  production: { en: 'how drugs are made', es: 'cómo se elaboran drogas' },
  'private-person': { en: 'a private person', es: 'una persona particular' },
  'route-or-site': { en: 'a route or a site', es: 'una ruta o un sitio' },
}

export const sentenceReasonWords = (reason: string, language: Language): string =>
  SENTENCE_REASONS[reason]?.[language] ?? reason

/** `about 2014`, `2010–2014`, `setiembre de 2023`, `undated`. */
export function periodWords({ when }: Pick<Claim, 'when'>, language: Language): string {
  if (when === undefined) return WORDS.undated[language]
  const text = periodInWords(when, language)
  return when.approximate ? `${WORDS.about[language]} ${text}` : text
}
