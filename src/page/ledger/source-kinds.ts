// Kinds of source, few enough for each to have a shape of its own on a chart.
export const SOURCE_KINDS = ['measured', 'official', 'study', 'press', 'testimony', 'other'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

const KINDS: Readonly<Record<string, SourceKind>> = {
  'measurement programme': 'measured',
  'official statistics': 'measured',
  'official statement': 'official',
  study: 'study',
  'data repository': 'study',
  press: 'press',
  reportage: 'press',
  interview: 'testimony',
  'web page': 'other',
  encyclopaedia: 'other',
}

/** By the kind that the list of sources names. */
export const sourceKindOf = (kind: string | undefined): SourceKind => KINDS[kind ?? ''] ?? 'other'
