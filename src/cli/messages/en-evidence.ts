/** What help says of the commands of the ledger, in English. */
export const evidenceCommands = {
  'evidence list': {
    about: 'claims, filtered by subject, topic, place, period, source or kind',
    examples: [
      'vraem evidence list --subject coca_area --place VRAEM --period 2014',
      'vraem evidence list --source 002 --kind quantity',
      'vraem evidence list --topic eradication --observations --json',
    ],
  },
  'evidence show': {
    about: 'one claim, or a contradiction: its rivals, what it feeds, everything said about that quantity through time',
    examples: ['vraem evidence show C0135', 'vraem evidence show K5'],
  },
  'evidence search': {
    about: 'full-text search in Spanish and English; accents do not matter',
    examples: ['vraem evidence search erradicacion 2019', 'vraem evidence search "price of leaf" --observations'],
  },
  'evidence contradictions': {
    about: 'where sources disagree, and why; --found adds what a machine finds',
    examples: [
      'vraem evidence contradictions',
      'vraem evidence contradictions --reason territory',
      'vraem evidence contradictions --found --place VRAEM',
    ],
  },
  'evidence coverage': {
    about: 'what rests on judgement alone, which claims nothing uses, which sources carry what',
    examples: ['vraem evidence coverage', 'vraem evidence coverage --json'],
  },
  'evidence check': {
    about: 'check the ledger: units, places, periods, links, wording; every problem with its line',
    examples: ['vraem evidence check', 'vraem evidence check my-data --json'],
  },
  'evidence reconcile': {
    about: 'the range of one quantity by source, by year and by definition; never an average',
    examples: [
      'vraem evidence reconcile coca_area --place VRAEM',
      'vraem evidence reconcile eradicated_area --place Peru --period 2010/2024',
    ],
  },
  'evidence export': {
    about: 'the ledger as CSV (safe in a spreadsheet), JSON-LD with PROV-O, or Parquet',
    examples: ['vraem evidence export --format csv --out ledger', 'vraem evidence export --format jsonld'],
  },
  'evidence import': {
    about: 'further claims, series or events (ACLED, UCDP): checked and shown first; --write adds them',
    examples: [
      'vraem evidence import survey.csv',
      'vraem evidence import acled-export.csv --as acled --write',
      'vraem evidence import claims.csv --source my-report --write',
    ],
  },
}
