// Where boxes are looked for: the uncertainties of a study over the futures that can be used.
import type { Study, Told, Uncertainty } from '../study/table.ts'

/** One uncertainty as numbers: its values, or the places of its options. */
export interface Dimension extends Told {
  readonly name: string
  readonly unit?: string
  readonly options?: readonly ({ readonly name: string } & Told)[]
  readonly values: Float64Array
}

export interface Space {
  readonly count: number
  readonly dimensions: readonly Dimension[]
}

/** Restriction of one dimension: values from `low` to `high` (either may be missing), or some of its options. */
export interface Restriction {
  readonly dimension: number
  readonly low?: number
  readonly high?: number
  /** Places of the options that stay. */
  readonly options?: readonly number[]
}
export type Box = readonly Restriction[]

/** Uncertainties that vary; a number that is missing in some future is left out as a whole. */
export function spaceOf(study: Study, kept: Int32Array): Space {
  const dimensions = study.uncertainties.flatMap((uncertainty): Dimension[] => {
    const values = Float64Array.from(kept, (f) => uncertainty.values[f] as number)
    const varies = values.some((value) => value !== values[0])
    return varies && values.every(Number.isFinite) ? [dimensionOf(uncertainty, values)] : []
  })
  return { count: kept.length, dimensions }
}

function dimensionOf(uncertainty: Uncertainty, values: Float64Array): Dimension {
  const { name, en, es } = uncertainty
  return uncertainty.kind === 'number'
    ? { name, en, es, unit: uncertainty.unit, values }
    : { name, en, es, options: uncertainty.options, values }
}

/** Whether a value satisfies a restriction. */
export const within = (value: number, { low = -Infinity, high = Infinity, options }: Restriction): boolean =>
  options === undefined ? value >= low && value <= high : options.includes(value)

/** 1 for the futures inside a box. */
export function insideOf({ count, dimensions }: Space, box: Box): Uint8Array {
  const inside = new Uint8Array(count).fill(1)
  for (const restriction of box) {
    const values = dimensions[restriction.dimension]?.values as Float64Array
    for (let f = 0; f < count; f++) if (!within(values[f] as number, restriction)) inside[f] = 0
  }
  return inside
}

export interface Fit {
  /** Part of all failing futures that lie inside. */
  readonly coverage: number
  /** Part of the futures inside that fail. */
  readonly density: number
  /** Part of all futures that lie inside. */
  readonly mass: number
}

export function fitOf(inside: Uint8Array, fails: Uint8Array): Fit {
  let failing = 0
  let caught = 0
  let held = 0
  for (let f = 0; f < inside.length; f++) {
    failing += fails[f] as number
    held += inside[f] as number
    caught += (fails[f] as number) * (inside[f] as number)
  }
  return { coverage: caught / Math.max(1, failing), density: caught / Math.max(1, held), mass: held / inside.length }
}

/** Futures that two sets share, as a part of those in either; 1 where both are empty. */
export function overlapOf(a: Uint8Array, b: Uint8Array): number {
  let both = 0
  let either = 0
  for (let f = 0; f < a.length; f++) {
    both += (a[f] as number) & (b[f] as number)
    either += (a[f] as number) | (b[f] as number)
  }
  return either === 0 ? 1 : both / either
}
