import { describe, expect, test } from 'vitest'
import { fitBudget, MOST, SIZES, scaledTo } from '../../../src/lab/decide/budget.ts'
import type { Resolved } from '../../../src/lab/scenario/types.ts'
import { levers } from '../../../src/system/levers.ts'

const resolved = (name: string, fields: Record<string, Record<string, number>>): Resolved => ({
  card: { name, hash: name, title: { en: name, es: name }, world: {}, model: {}, span: { from: 2025, to: 2035 } },
  levers: Object.fromEntries(
    Object.entries(fields).map(([lever, values]) => [
      lever,
      {
        mask: new Uint8Array(12),
        masks: [new Float64Array(2).fill(1)],
        fields: Object.fromEntries(
          Object.entries(values).map(([field, value]) => [field, new Float64Array(12).fill(value)]),
        ),
      },
    ]),
  ),
})

describe('a package made larger', () => {
  const reference = resolved('r', {
    forced_eradication: { hectares_per_year: 8000, follow_up: 0.1 },
    school_transfers: { coverage: 0.2, pen_per_child: 100 },
    bases_and_patrols: { troops: 9000 },
  })
  const own = resolved('p', {
    forced_eradication: { hectares_per_year: 0, follow_up: 0.1 },
    school_transfers: { coverage: 0.5, pen_per_child: 150 },
    bases_and_patrols: { troops: 9000 },
  })
  const at = (scale: number, lever: string, field: string) =>
    scaledTo(own, reference, scale, levers).levers[lever]?.fields[field]?.[3]

  test('adds more of what it adds; terms, cuts and what it leaves alone stay; limits hold', () => {
    expect(at(2, 'school_transfers', 'coverage')).toBeCloseTo(0.8)
    expect(at(0, 'school_transfers', 'coverage')).toBeCloseTo(0.2)
    expect(at(9, 'school_transfers', 'coverage')).toBe(1)
    expect(at(2, 'school_transfers', 'pen_per_child')).toBe(150)
    expect(at(2, 'forced_eradication', 'hectares_per_year')).toBe(0)
    expect(at(2, 'bases_and_patrols', 'troops')).toBe(9000)
    expect(scaledTo(own, reference, 2, levers).card.hash).not.toBe('p')
    expect(scaledTo(own, reference, 1, levers)).toBe(own)
  })

  test('every field that scales is a field of a lever', () => {
    for (const [lever, fields] of Object.entries(SIZES))
      for (const field of fields) expect(levers).toHaveProperty([lever, 'fields', field])
  })
})

describe('to a budget', () => {
  const curves = [
    (s: number) => 100 + 50 * s,
    (s: number) => 100 + 80 * Math.sqrt(Math.min(s, 9)),
    (s: number) => 100 + 10 * s * s,
    () => 150,
    (s: number) => 300 + s,
    (s: number) => 10 + Math.min(s, 2),
  ]
  let rounds = 0
  const costsAt = async (scales: readonly number[]) => {
    rounds++
    return scales.map((scale, k) => curves[k]?.(scale) as number)
  }

  test('is met, or it is said why not, in few trials', async () => {
    const fits = await fitBudget(curves.length, 200, costsAt)
    expect(fits.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'fixed', 'dear', 'cheap'])
    for (const { cost } of fits.slice(0, 3)) expect(Math.abs(cost - 200)).toBeLessThanOrEqual(2)
    expect(fits[0]?.scale).toBeCloseTo(2, 0)
    expect(fits[5]).toMatchObject({ cost: 12 })
    expect(fits.every(({ scale }) => scale <= MOST)).toBe(true)
    expect(rounds).toBeLessThanOrEqual(10)
  })
})
