// Shares of an effect: closed forms, and what must hold of any game.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapley } from '../../../src/lab/interactions/shapley.ts'

const game = (players: number, value: (inside: readonly number[]) => number) =>
  Float64Array.from({ length: 2 ** players }, (_, set) =>
    value(Array.from({ length: players }, (_, k) => k).filter((k) => set & (1 << k))),
  )
const near = (values: Iterable<number>, wanted: readonly number[]) => {
  const found = [...values]
  expect(found).toHaveLength(wanted.length)
  for (const [k, one] of wanted.entries()) expect(found[k]).toBeCloseTo(one, 10)
}

describe('closed forms', () => {
  test('an additive game: each has its own effect, and no pair anything beyond', () => {
    const own = [3, -1, 0, 7, 0.5]
    const { own: shares, pairs } = shapley(
      game(5, (inside) => 100 + inside.reduce((sum, k) => sum + (own[k] as number), 0)),
    )
    near(shares, own)
    near(pairs, new Array(25).fill(0))
  })

  test('gloves: one left hand, two right ones', () => {
    const { own, pairs } = shapley(game(3, (inside) => (inside.includes(0) && inside.length > 1 ? 1 : 0)))
    near(own, [2 / 3, 1 / 6, 1 / 6])
    // left and right help each other, the two right ones stand in for each other
    near(pairs, [0, 1 / 2, 1 / 2, 1 / 2, 0, -1 / 2, 1 / 2, -1 / 2, 0])
  })

  test('a game that two of four must play together: half each, all of it theirs as a pair', () => {
    const { own, pairs } = shapley(game(4, (inside) => (inside.includes(1) && inside.includes(3) ? 8 : 0)))
    near(own, [0, 4, 0, 4])
    expect(pairs[1 * 4 + 3]).toBeCloseTo(8, 10)
    expect(pairs[0 * 4 + 1]).toBeCloseTo(0, 10)
  })

  test('what is no game is refused', () => {
    expect(() => shapley([1, 2, 3])).toThrow(RangeError)
  })
})

const games = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    a: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** n, maxLength: 2 ** n }),
    b: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** n, maxLength: 2 ** n }),
  }),
)

test('of any game: shares add up to the whole, games add up, who adds nothing has nothing, twins have the same', () => {
  fc.assert(
    fc.property(games, ({ n, a, b }) => {
      const sum = (values: Iterable<number>) => [...values].reduce((x, y) => x + y, 0)
      const [first, second] = [shapley(a), shapley(b)]
      expect(sum(first.own)).toBeCloseTo((a.at(-1) as number) - (a[0] as number), 6)
      const both = shapley(a.map((value, k) => value + (b[k] as number)))
      near(
        both.own,
        Array.from(first.own, (value, k) => value + (second.own[k] as number)),
      )
      // one more player who changes nothing, and then one who is as good as the last
      const idle = shapley([...a, ...a])
      expect(idle.own[n]).toBeCloseTo(0, 8)
      near(idle.own.slice(0, n), [...first.own])
      const half = a.length / 2
      const twins = shapley([...a, ...a.slice(half), ...a.slice(half)])
      if (n > 0) expect(twins.own[n]).toBeCloseTo(twins.own[n - 1] as number, 6)
    }),
  )
})
