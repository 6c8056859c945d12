// Everything said about one quantity, in one unit, ready to be drawn through time.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { type Conversion, conversion, type Rates, ratesIn, shortened } from '../../evidence/ledger/quantity.ts'
import type { Said } from './timeline.ts'

export interface Quantity {
  readonly unit: string
  readonly said: readonly Said[]
  /** Ids of statements whose figures have no common unit or count something else: soldiers' deaths beside all deaths. */
  readonly leftOut: readonly string[]
}

/**
 * Every written claim and observation on the claim's subject and place, in the unit of the subject, or in the claim's own where
 * that is another thing; undefined when the claim has no figure.
 */
export function quantityOf(ledger: Ledger, claim: Claim): Quantity | undefined {
  if (!hasFigure(claim)) return undefined
  const rates = ratesIn(ledger.observations)
  const usual = ledger.subjects.get(claim.subject)?.unit ?? ''
  const unit = usual !== '' && 'factor' in between(claim, usual, rates) ? usual : claim.unit
  const said: Said[] = []
  const leftOut: string[] = []
  for (const other of ledger.everything()) {
    const same = other.subject === claim.subject && (other.placeId ?? other.place) === (claim.placeId ?? claim.place)
    if (!same || !hasFigure(other)) continue
    const found = between(other, unit, rates)
    if (!('factor' in found)) {
      leftOut.push(other.id)
      continue
    }
    const { when } = other
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

function between({ unit: own, when }: Claim, unit: string, rates: Rates): Conversion {
  if (when === undefined) return conversion(own, unit, { rates })
  const [first, last] = [Math.floor(when.from / 12), Math.floor(when.to / 12)]
  return conversion(own, unit, { rates, months: when.to - when.from + 1, year: first === last ? first : undefined })
}

function scaled({ low, value, high }: Claim, factor: number): Pick<Said, 'low' | 'value' | 'high'> {
  return {
    ...(low === undefined ? {} : { low: shortened(low, factor) }),
    ...(value === undefined ? {} : { value: shortened(value, factor) }),
    ...(high === undefined ? {} : { high: shortened(high, factor) }),
  }
}
