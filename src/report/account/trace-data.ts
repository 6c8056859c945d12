// TRACE, data evaluation: what the ledger covers, what outcomes rest on, and the contradictions that the model carries.
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import { code, plain } from '../description/markdown.ts'
import { REASON_WORDS } from '../evidence/words.ts'
import { labelOf } from '../format.ts'
import type { Account } from './account.ts'
import type { TraceWriter } from './trace.ts'

export function writeData(w: TraceWriter, { coverage, ledger }: Account): void {
  const { claims, unused, sentences, parameters, outcomes, contradictions } = coverage
  w.heading(2, w.word('data'))
  w.paragraph(
    w.word('dataClaims', {
      claims: w.figure(claims.written),
      rows: w.figure(claims.observations),
      unused: unused.length,
    }),
  )
  w.paragraph(w.word('dataDocuments'))
  w.table(
    ['document', 'sentences', 'holding', 'claimed', 'reasoned', 'pending'],
    sentences.map((one) => [
      one.source,
      ...[one.sentences, one.holding, one.claimed, one.reasoned, one.open.length].map(String),
    ]),
  )
  w.paragraph(
    w.word('dataParameters', {
      all: parameters.all,
      figures: parameters.claimed.length - parameters.signOnly.length,
      sign: parameters.signOnly.length,
      judgement: parameters.judgement.length,
      unlinked: parameters.unlinked.length,
    }),
  )
  w.paragraph(w.word('dataOutcomes'))
  w.table(
    ['outcome', 'claims', 'rows', 'origins'],
    outcomes.map(({ outcome, claims: said, observations, origins }) => [
      plain(labelOf(outcome, {})[w.language]),
      ...[said, observations, origins.length].map(String),
    ]),
  )
  const carried = ledger.contradictions.filter(({ sides }) => sides.some(({ standsFor }) => standsFor !== undefined))
  w.paragraph(
    w.word('dataContradictions', { all: contradictions.all, open: contradictions.open, carried: carried.length }),
  )
  w.table(
    ['contradiction', 'question', 'reason', 'status', 'carriedBy'],
    carried.map((one) => [
      one.id,
      plain(one.title[w.language]),
      REASON_WORDS[one.reason][w.language],
      w.word(one.status),
      targetsOf(one).map(code).join(', '),
    ]),
  )
  w.paragraph(w.word('dataRest'))
}

/** Parameters, switches and mechanisms that sides stand for, each once. */
const targetsOf = ({ sides }: Contradiction): string[] => [
  ...new Set(sides.flatMap(({ standsFor }) => (standsFor ? [standsFor.target] : []))),
]
