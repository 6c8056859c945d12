import { placeKey } from '../places.ts'
import type { Reason } from './contradiction.ts'
import type { Figure } from './figure.ts'
import { parseUnit } from './unit.ts'

/**
 * Why sides may differ, most telling first, from what differs between them: the place as written or a national figure (territory),
 * the unit as written (unit), the series or what the unit or a note adds (definition), the period (period), one text with two
 * answers (merging), and who is behind them: others who measured (method) or counted (dispute), or the same origin told
 * differently (attribution).
 */
export function reasonsFor(sides: readonly (readonly Figure[])[], unit: string): Reason[] {
  const figures = sides.flat()
  const claims = figures.map(({ claim }) => claim)
  const reasons = new Set<Reason>()
  const national = sides.map((side) => side.filter(({ claim }) => claim.flags.includes('national-figure')).length)
  if (national.includes(0) && sides.some((side, k) => side.length === national[k])) reasons.add('territory')
  if (apart(sides, ({ claim }) => [placeKey(claim.place)])) reasons.add('territory')
  if (apart(sides, ({ claim }) => [sizeOf(claim.unit)])) reasons.add('unit')
  if (apart(sides, ({ claim }) => (claim.series === undefined ? [] : [claim.series]))) reasons.add('definition')
  if (apart(sides, ({ definition }) => [added(definition.en)])) reasons.add('definition')
  const sources = new Set(claims.map(({ source, attributedTo }) => source || attributedTo))
  // A table with two answers mostly says in a note how they differ.
  if (sources.size === 1 && apart(sides, ({ claim }) => (claim.kind === 'observation' ? [claim.note] : [])))
    reasons.add('definition')
  const periods = new Set(claims.map(({ when }) => `${when?.from} ${when?.to}`))
  if (periods.size > 1 || claims.some(({ when }) => when?.approximate)) reasons.add('period')
  if (sources.size === 1 && claims.every(({ kind }) => kind !== 'observation')) reasons.add('merging')
  const originsApart = apart(sides, ({ claim }) => [claim.origin || claim.attributedTo])
  if (originsApart) reasons.add(isCount(unit) ? 'dispute' : 'method')
  else if (sources.size > 1) reasons.add('attribution')
  return [...reasons]
}

/** Whether no two sides share a value; sides without any say nothing. */
function apart(sides: readonly (readonly Figure[])[], valuesOf: (figure: Figure) => readonly string[]): boolean {
  const seen = new Set<string>()
  for (const side of sides) {
    const values = new Set(side.flatMap(valuesOf))
    if (values.size === 0 || [...values].some((value) => seen.has(value))) return false
    for (const value of values) seen.add(value)
  }
  return sides.length > 1
}

/** What a definition says beyond the series or "texts". */
const added = (definition: string): string => definition.split(', ').slice(1).join(', ')

/** Size and currency: what a wrong reading of the unit would change. */
const sizeOf = (unit: string): string => {
  const parsed = parseUnit(unit)
  const currencies = [...(parsed?.powers.keys() ?? [])].filter((dimension) => /^(?:USD|PEN|EUR)/.test(dimension))
  return parsed ? `${parsed.size} ${currencies.sort().join(' ')}` : unit
}

function isCount(unit: string): boolean {
  const first = parseUnit(unit)?.factors[0]
  return first !== undefined && first.each === 1 && !/^(?:|mass|area|length|time|USD|PEN|EUR)$/.test(first.dimension)
}
