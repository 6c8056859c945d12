import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uniformOf } from '../../src/language/draws.ts'
import { drawsFor } from '../../src/valley/draws.ts'
import { growerTypes } from '../../src/valley/growers.ts'
import { retype } from '../../src/valley/index.ts'
import { central, full, sameBits, valley } from './start.ts'

describe('draws of the start', () => {
  test('are the numbers of the language, in the middle of their cells', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 2 ** 28 }), (seed, first) => {
        const draws = drawsFor(first, 3, seed)
        expect(draws.type[2]).toBe(uniformOf(first + 2, 2047, seed, 0) + 2 ** -25)
        expect(draws.cash[1]).toBe(uniformOf(first + 1, 2047, seed, 19) + 2 ** -25)
      }),
    )
  })
})

describe('grower types', () => {
  const shareOf = (types: Uint8Array, type: number) => {
    let [sum, all] = [0, 0]
    types.forEach((value, k) => {
      if (full.columns.farm[k] !== 1 || full.columns.here[k] !== 1) return
      all++
      if (value === type) sum++
    })
    return sum / all
  }
  test('hold the given shares of farms, and no grower is of type 0', () => {
    for (const shares of [
      { share_never_coca: 0.15, share_undeterrable_coca: 0.25 },
      central,
      { share_never_coca: 0.4, share_undeterrable_coca: 0.5 },
    ]) {
      const types = growerTypes(full, shares)
      // a little below the share, because whoever grows cannot abstain
      expect(shareOf(types, 0)).toBeGreaterThan(shares.share_never_coca - 0.015)
      expect(shareOf(types, 0)).toBeLessThan(shares.share_never_coca + 0.005)
      expect(Math.abs(shareOf(types, 2) - shares.share_undeterrable_coca)).toBeLessThan(0.015)
      expect(full.holder.every((grows, k) => grows === 0 || types[k] !== 0)).toBe(true)
    }
  })
  test('a higher share of undeterrable growers takes nobody out of them', () => {
    const low = growerTypes(full, central)
    const high = growerTypes(full, { ...central, share_undeterrable_coca: 0.5 })
    expect(low.every((type, k) => type !== 2 || high[k] === 2)).toBe(true)
  })
  test('extremes: nobody abstains, all others abstain', () => {
    expect(growerTypes(full, { share_never_coca: 0, share_undeterrable_coca: 1 }).every((type) => type === 2)).toBe(
      true,
    )
    const none = growerTypes(full, { share_never_coca: 1, share_undeterrable_coca: 0.5 })
    expect(none.every((type, k) => (full.holder[k] === 1 ? type === 1 : type === 0))).toBe(true)
  })
  test('retype changes the types and nothing else', () => {
    const other = retype(full, { share_never_coca: 0.15, share_undeterrable_coca: 0.5 })
    expect(other.columns.land).toBe(full.columns.land)
    expect(sameBits(other.columns.grower, full.columns.grower)).toBe(false)
    expect(sameBits(retype(other, central).columns.grower, full.columns.grower)).toBe(true)
    expect(valley.districts.length).toBe(full.holderShare.length)
  })
})
