import type { Claim } from './claim.ts'
import type { Ledger } from './ledger.ts'
import { parseUnit } from './unit.ts'

/** A claim that says again what another one says. */
export interface Duplicate {
  readonly claim: Claim
  /** The one that was there before. */
  readonly of: Claim
  /** `locator`: the same place in the same source. `figures`: the same figures of the same subject, place and period. */
  readonly same: 'locator' | 'figures'
}

/**
 * The new claims that repeat one of the ledger or an earlier new one. At one locator: same subject, place, period and figures.
 * Elsewhere: same subject, place and period, and equal figures when both are in one unit; claims without figures repeat only at
 * a locator.
 */
export function duplicates(newClaims: readonly Claim[], ledger: Ledger): Duplicate[] {
  const known = new Map<string, Claim>()
  const remember = (claim: Claim) => {
    for (const key of Object.values(keysOf(claim))) if (!known.has(key)) known.set(key, claim)
  }
  for (const claim of ledger.everything()) remember(claim)
  return newClaims.flatMap((claim) => {
    const { locator, figures } = keysOf(claim)
    const there = known.get(locator)
    const same = there ? 'locator' : 'figures'
    const of = there ?? (figures === undefined ? undefined : known.get(figures))
    remember(claim)
    return of === undefined ? [] : [{ claim, of, same }]
  })
}

function keysOf(claim: Claim): { locator: string; figures?: string } {
  const { source, subject, placeId, place, when, low, value, high, unit } = claim
  const parsed = parseUnit(unit)
  const size = parsed?.size ?? 1
  const told = [low, value, high].map((figure) =>
    figure === undefined ? '' : Number((figure * size).toPrecision(9)).toString(),
  )
  const measure = parsed ? `${[...parsed.powers].sort().join(' ')} ${parsed.qualifier}` : unit
  const about = [subject, placeId ?? place, when ? `${when.from} ${when.to}` : 'undated', ...told, measure].join('\n')
  const locator = `at\n${source}\n${claim.locator}\n${about}`
  return told.join('') === '' ? { locator } : { locator, figures: `figures\n${about}` }
}
