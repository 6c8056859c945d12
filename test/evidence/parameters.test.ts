import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPackage } from '../../src/evidence/package.ts'
import { type Distribution, parameterByName, quantile } from '../../src/evidence/parameters.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { shippedFiles } from './files.ts'

const pack = loadPackage(shippedFiles())

const distributions: Distribution[] = ['triangular', 'normal', 'lognormal', 'uniform', 'beta']
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const prior = fc
  .record({
    distribution: fc.constantFrom(...distributions),
    figures: fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ distribution, figures }) => {
    // Figures of at least a thousandth of the range apart and, for a lognormal, positive: as priors are written.
    const positive = figures.map((figure) => (distribution === 'lognormal' ? Math.abs(figure) + 0.1 : figure))
    const [low, central, high] = positive.map((figure) => Math.round(figure * 1000) / 1000 + 0).sort((a, b) => a - b)
    return { distribution, low: low ?? 0, central: central ?? 0, high: high ?? 0 }
  })

describe('quantiles of a prior', () => {
  test('stay in the range and never fall as u rises', () => {
    fc.assert(
      fc.property(prior, unit, unit, (p, a, b) => {
        const [u, v] = a <= b ? [a, b] : [b, a]
        const [x, y] = [quantile(p, u), quantile(p, v)]
        expect(x).toBeGreaterThanOrEqual(p.low)
        expect(y).toBeLessThanOrEqual(p.high)
        expect(y - x).toBeGreaterThanOrEqual(-1e-7 * (p.high - p.low))
      }),
      { numRuns: 2000 },
    )
  })

  test('reach both ends of the range', () => {
    fc.assert(
      fc.property(prior, (p) => {
        expect(quantile(p, 0)).toBe(p.low)
        expect(quantile(p, 1)).toBe(p.high)
      }),
    )
  })

  test('put the middle where the shape says', () => {
    const range = { low: 2, central: 4, high: 8 }
    expect(quantile({ ...range, distribution: 'uniform' }, 0.5)).toBeCloseTo(5, 12)
    expect(quantile({ ...range, distribution: 'lognormal' }, 0.5)).toBeCloseTo(4, 9)
    expect(quantile({ low: 2, central: 5, high: 8, distribution: 'normal' }, 0.5)).toBeCloseTo(5, 9)
    // Triangular: a third of the mass lies below the mode, (4 - 2) / (8 - 2).
    expect(quantile({ ...range, distribution: 'triangular' }, 1 / 3)).toBeCloseTo(4, 12)
  })

  test('have the mean the shape says', () => {
    const range = { low: 2, central: 4, high: 8 }
    const mean = (distribution: Distribution) => {
      const n = 20000
      let sum = 0
      for (let i = 0; i < n; i++) sum += quantile({ ...range, distribution }, (i + 0.5) / n)
      return sum / n
    }
    expect(mean('triangular')).toBeCloseTo((2 + 4 + 8) / 3, 3)
    expect(mean('beta')).toBeCloseTo((2 + 4 * 4 + 8) / 6, 3)
    expect(mean('uniform')).toBeCloseTo(5, 3)
  })

  test('a cut normal has no heap at its ends', () => {
    const p = { low: 0, central: 5, high: 10, distribution: 'normal' as const }
    expect(quantile(p, 0.001)).toBeGreaterThan(0)
    expect(quantile(p, 0.999)).toBeLessThan(10)
  })

  test('a range of one point gives that point; a u outside 0 … 1 is refused', () => {
    for (const distribution of distributions)
      expect(quantile({ low: 3, central: 3, high: 3, distribution }, 0.3)).toBe(3)
    const p = { low: 0, central: 1, high: 2, distribution: 'uniform' as const }
    for (const u of [-0.1, 1.1, Number.NaN]) expect(() => quantile(p, u)).toThrow(RangeError)
  })

  test('every shipped prior can be drawn', () => {
    for (const p of pack.parameters) {
      const values = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map((u) => quantile(p, u))
      expect(values, p.name).toEqual([...values].sort((a, b) => a - b))
      expect(values.every(Number.isFinite), p.name).toBe(true)
    }
  })
})

describe('parameters', () => {
  test('rest on the claims that are linked to them, or on judgement', () => {
    expect(parameterByName(pack, 'coca_months_to_first_harvest').claims).toEqual(['C0335'])
    expect(parameterByName(pack, 'coca_months_to_full_yield').claims).toEqual(['judgement'])
    for (const { name, claims } of pack.parameters) {
      const found = claims.filter((id) => pack.ledger.claim(id) !== undefined)
      expect(claims, name).toEqual(found.length > 0 ? found : ['judgement'])
    }
  })

  test('an unknown name is refused with a suggestion', () => {
    expect(() => parameterByName(pack, 'coca_labor_days')).toThrow(InputError)
    expect(() => parameterByName(pack, 'coca_labor_days')).toThrow(/coca_labour_days/)
  })
})
