// Small pictures of what is thought of a parameter: heights from its lowest to its highest value.
import { quantile as quantileOf } from '../../engine/quantiles.ts'
import { type Parameter, quantile } from '../../evidence/parameters.ts'
import { type DrawList, uniformFor } from '../../lab/draws.ts'

export const BINS = 24

/** Heights of the prior, the highest 100. */
export function priorHeights(parameter: Parameter): number[] {
  const tries = 480
  return heights(
    parameter,
    BINS,
    Array.from({ length: tries }, (_, k) => quantile(parameter, (k + 0.5) / tries)),
  )
}

/** What a list of draws says of a parameter: heights of its values (few draws, so few and broad steps), and three quantiles. */
export function drawnOf(
  parameter: Parameter,
  list: DrawList,
): { drawn: number[]; after: [low: number, middle: number, high: number] } {
  const { indices, seed, fitted } = list
  const column = fitted?.unknowns.indexOf(parameter.name) ?? -1
  const prior = fitted?.flat.includes(parameter.name) ? { ...parameter, distribution: 'uniform' as const } : parameter
  const values = indices.map((index, place) =>
    quantile(prior, fitted?.rows[place]?.[column] ?? uniformFor(parameter.name, index, seed)),
  )
  const sorted = Float64Array.from(values).sort()
  const at = (q: number) => Number(quantileOf(sorted, q).toPrecision(4))
  return { drawn: heights(parameter, BINS / 2, values), after: [at(0.05), at(0.5), at(0.95)] }
}

function heights({ low, high }: Parameter, bins: number, values: readonly number[]): number[] {
  const counts = Array.from({ length: bins }, () => 0)
  const width = high - low || 1
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - low) / width) * bins)))
    counts[bin] = (counts[bin] as number) + 1
  }
  const most = Math.max(...counts, 1)
  return counts.map((count) => Math.round((count / most) * 100))
}
