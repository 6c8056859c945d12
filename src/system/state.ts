// Everything that has a value in the model, declared once: entity, name, unit, meaning.
// Memory, Parquet columns, tables and labels are made from these lines. Money is in soles of 2015 (PEN) or dollars of the day (USD).
import type { StateDeclarations } from '../engine/model.ts'
import { district } from './state/district.ts'
import { household } from './state/household.ts'
import { mode } from './state/mode.ts'
import { sums } from './state/sums.ts'
import { valley } from './state/valley.ts'
import { zone } from './state/zone.ts'

/**
 * Purposes of random draws. Append only: the place in the list keys the draws, so those that nobody draws any more (rain,
 * recruit, announce) keep theirs.
 */
const streams = [
  // neighbours share a block of the generator: what a household draws in one month stands side by side
  'uprooting',
  'funds',
  'weather',
  'choice',
  'offer',
  'settling',
  'newcomer',
  'flight',
  'price',
  'border',
  'mood',
  'rain',
  'attack',
  'severity',
  'victims',
  'protest',
  'halt',
  'operation',
  'recruit',
  'leadership',
  'survey',
  'zone',
  'seizure',
  'clans',
  'future',
  'scandal',
  'announce',
  'within',
  'destination',
] as const

/** Families that move within the valley do so in January, with all they have but their land. */
const moves = { column: 'goesTo', month: 0, spare: 0.02 } as const

export const state = {
  household,
  sums,
  district,
  zone,
  mode,
  valley,
  streams,
  moves,
} as const satisfies StateDeclarations
