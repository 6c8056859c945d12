// Everything said about one quantity, in one unit, ready to be drawn through time.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { conversion, ratesIn } from '../../evidence/ledger/quantity.ts'
import type { Said } from './timeline.ts'

export interface Quantity {
  readonly unit: string
  readonly said: readonly Said[]
  /** Ids of statements whose figures have no common unit. */
  readonly leftOut: readonly string[]
}

/**
 * Every written claim and observation on the claim's subject and place, in the unit of the subject; undefined when the claim
 * has no figure.
 */
export function quantityOf(ledger: Ledger, claim: Claim): Quantity | undefined {
  if (!hasFigure(claim)) return undefined
  const unit = ledger.subjects.get(claim.subject)?.unit || claim.unit
  const rates = ratesIn(ledger.observations)
  const said: Said[] = []
  const leftOut: string[] = []
  for (const other of ledger.everything()) {
    const same = other.subject === claim.subject && (other.placeId ?? other.place) === (claim.placeId ?? claim.place)
    if (!same || !hasFigure(other)) continue
    const { when } = other
    const months = when === undefined ? undefined : when.to - when.from + 1
    const year =
      when !== undefined && Math.floor(when.from / 12) === Math.floor(when.to / 12) ? when.from / 12 : undefined
    const found = conversion(other.unit, unit, {
      months,
      rates,
      year: year === undefined ? undefined : Math.floor(year),
    })
    if (!('factor' in found)) {
      leftOut.push(other.id)
      continue
    }
    said.push({
      ...scaled(other, found.factor),
      period: other.period.replace(/~$/, '').replace('/', '–'),
      ...(when === undefined ? {} : { from: when.from }),
      origin: other.origin,
      ...(other.id === claim.id ? { own: true } : {}),
      ...(other.flags.includes('national-figure') || other.flags.includes('garbled') ? { doubtful: true } : {}),
    })
  }
  return { unit, said, leftOut }
}

const hasFigure = ({ low, value, high }: Claim): boolean => (low ?? value ?? high) !== undefined

function scaled({ low, value, high }: Claim, factor: number): Pick<Said, 'low' | 'value' | 'high'> {
  // Conversions leave tails such as 2.9999999999999996.
  const times = (figure: number) => Number((figure * factor).toPrecision(6))
  return {
    ...(low === undefined ? {} : { low: times(low) }),
    ...(value === undefined ? {} : { value: times(value) }),
    ...(high === undefined ? {} : { high: times(high) }),
  }
}
