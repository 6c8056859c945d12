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
  lever: { en: 'lever', es: 'palanca' },
  pattern: { en: 'pattern', es: 'patrón' },
}

export const WORDS = {
  says: { en: 'says', es: 'lo dice' },
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
    en: '● figure  ├─┤ range  ○ doubtful  ◆ this claim',
    es: '● cifra  ├─┤ rango  ○ dudosa  ◆ esta afirmación',
  },
  alone: { en: 'Nobody else gives a figure for it.', es: 'Nadie más da una cifra.' },
  leftOut: { en: 'Not drawn (no common unit)', es: 'Sin dibujar (sin unidad común)' },
  standsFor: { en: 'in the model', es: 'en el modelo' },
  explained: { en: 'explained', es: 'explicada' },
  open: { en: 'open', es: 'abierta' },
  about: { en: 'about', es: 'hacia' },
  undated: { en: 'undated', es: 'sin fecha' },
  nobody: { en: 'who says so is not told', es: 'no se dice quién lo afirma' },
} as const satisfies Readonly<Record<string, Words>>

export const voices = (language: Language) => (n: number) =>
  language === 'es' ? `${n} fuentes independientes` : `${n} independent voices`

/** `about 2014`, `2010–2014`, `setiembre de 2023`, `undated`. */
export function periodWords({ when }: Pick<Claim, 'when'>, language: Language): string {
  if (when === undefined) return WORDS.undated[language]
  const text = periodInWords(when, language)
  return when.approximate ? `${WORDS.about[language]} ${text}` : text
}
