// What a report is made from: the result of `compare`, and what surrounds it (places, observations, sources).
import type { CompareResult, Words } from '../lab/results.ts'
import type { Ground } from './grounds.ts'

export type {
  CompareResult,
  CompareRow,
  Difference,
  PeriodRow,
  Quantiles,
  ScenarioCard,
  Words,
} from '../lab/results.ts'

export type Language = 'es' | 'en'
export type Point = readonly [lon: number, lat: number]

export interface Cell {
  readonly ubigeo: string
  readonly name: string
  /** Confidence that the district belongs to the VRAEM: A and B are documented, C is "membership not verified". */
  readonly grade: string
  readonly province?: string
  readonly rings: readonly (readonly Point[])[]
}
/** A coca zone outside the valley. It lies far off: maps draw it beside the valley, on the side where it is, not to scale. */
export interface OutsideZone {
  /** As results name it. */
  readonly name: string
  /** As it is written. */
  readonly label: string
  readonly side: 'north' | 'south'
}
/** Attacks by district as published for past years, all years together. Only counts large enough to be shown are here. */
export interface PublishedAttacks {
  readonly from: number
  readonly to: number
  readonly least: number
  readonly counts: Readonly<Record<string, number>>
}
export interface Line {
  readonly name: string
  readonly points: readonly Point[]
}
/** Schematic geography in degrees. */
export interface Geography {
  readonly cells: readonly Cell[]
  readonly rivers: readonly Line[]
  readonly roads: readonly Line[]
  readonly towns: readonly { readonly name: string; readonly at: Point }[]
  readonly zones?: readonly OutsideZone[]
  readonly attacks?: PublishedAttacks
}

/** One published figure that a chart shows beside the simulations, in the unit of the outcome. */
export interface Observed {
  readonly outcome: string
  readonly year: number
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** Figures of one series share a mark; rival series get different marks. */
  readonly series: string
  readonly source: string
  readonly url: string
  /** A difference in scope or definition that the reader must know. */
  readonly note?: string
}

/** Soles of 2024 a year spent on one lever, mean of the years compared. */
export interface LeverCost {
  readonly scenario: string
  readonly lever: string
  readonly p05: number
  readonly p50: number
  readonly p95: number
}

export interface Source {
  readonly title: string
  readonly url?: string
  readonly year?: number
}

export interface Surroundings {
  readonly geography?: Geography
  readonly observed?: readonly Observed[]
  readonly sources?: readonly Source[]
  /** What each lever rests on. */
  readonly grounds?: readonly Ground[]
  /** How the draws were made, in the words of the lab. */
  readonly draws?: Words
  /** Where an error is reported (an issue tracker's "new issue" address); without it the link is a mail with the manifest in it. */
  readonly errorUrl?: string
  /** Up to three scenarios that the charts draw first; the reader can choose others. Default: the first three. */
  readonly focus?: readonly string[]
}

/** Scenarios other than the reference, in the order given. */
export function packagesOf(result: CompareResult) {
  return result.scenarios.filter(({ name }) => name !== result.reference)
}

/** The card of the reference. */
export function referenceOf(result: CompareResult) {
  const card = result.scenarios.find(({ name }) => name === result.reference)
  if (!card) throw new RangeError(`the reference ${result.reference} is not among the scenarios`)
  return card
}
