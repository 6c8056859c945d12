// Classes of a map: one ramp for levels, one ramp centred at zero for differences; the same classes for every map of an outcome.
import { amount, type Manner, number, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { each } from '../words.ts'

export const LEVELS = 6
/** Classes on each side of zero. */
export const SIDES = 3

const ROUND: readonly number[] = [1, 1.5, 2, 2.5, 3, 4, 5]
/** A round number, the next above: 1, 1.5, 2, 2.5, 3, 4 or 5 times a power of ten. */
export function nice(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const first = value / power
  return (ROUND.find((step) => first <= step) ?? 10) * power
}

export interface Classes {
  /** Width of a class in the unit of the outcome. */
  readonly step: number
  readonly low: number
  /** Class of a level 0..5. */
  level(value: number): number
  /** Class of a difference -3..3; 0 only for exactly nothing. */
  difference(value: number): number
  readonly levelLabels: readonly Words[]
  readonly differenceLabels: readonly Words[]
}

/** Robust against one large district: the steps follow the 95th of 100 values, what lies above joins the last class. */
export function classesOf(manner: Manner, levels: readonly number[], differences: readonly number[]): Classes {
  const high = part(levels, 0.96)
  const least = part(levels, 0.04)
  const low = least > 0.5 * high ? least : 0
  const step = nice((high - low) / LEVELS)
  const start = Math.floor(low / step) * step
  const wide = nice(part(differences.map(Math.abs), 0.96) / SIDES)
  const edges = Array.from({ length: LEVELS }, (_, k) => start + k * step)
  const sides = Array.from({ length: 2 * SIDES + 1 }, (_, k) => (k - SIDES) * wide)
  return {
    step,
    low: start,
    level: (value) => Math.max(0, Math.min(LEVELS - 1, Math.floor((value - start) / step))),
    difference: (value) =>
      value === 0 ? 0 : Math.sign(value) * Math.min(SIDES, Math.max(1, Math.ceil(Math.abs(value) / wide))),
    levelLabels: edges.map((edge, k) => each((l) => (k === LEVELS - 1 ? '≥\u202F' : '') + amount(manner, edge, l))),
    differenceLabels: sides.map((edge) =>
      each((l) => side(edge, wide, (value) => (value === 0 ? number(0, 0, l) : signed(manner, value, l)))),
    ),
  }
}

/** A class is named by its far edge; the outermost, which has none, by its near one. */
function side(edge: number, wide: number, write: (value: number) => string): string {
  if (Math.abs(edge) < SIDES * wide * 0.999) return write(edge)
  return edge < 0 ? `<\u202F${write(edge + wide)}` : `>\u202F${write(edge - wide)}`
}

function part(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0
}
