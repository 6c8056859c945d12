import { beforeAll, describe, expect, it } from 'vitest'
import { outcomeNames } from './fixtures/branches.mjs'
import { type Branch, central, laboratory, machine, model, runBranches } from './valley.ts'

const YEARS = 36
const rows = laboratory.pack.parameters
const declared = new Map(rows.map((row) => [row.name, row]))

/** Parameters that some part of the model reads: what rules and steps declare, and the start and the world by their text. */
const outside = ['src/system/start.ts', 'src/system/world.ts', 'src/system/measure.ts']
const used = [
  ...new Set([
    ...model.mechanisms.flatMap((one) => (one.kind === 'step' ? one.parameters : [])),
    ...Object.values(machine.code.uses).flatMap(({ reads }) =>
      reads.flatMap((name) => (name.startsWith('p.') ? [name.slice(2)] : [])),
    ),
    ...outside.flatMap((file) =>
      [...(laboratory.sources.model[file] ?? '').matchAll(/\bp\.(\w+)/g)].map((match) => match[1] as string),
    ),
  ]),
]
  .filter((name) => !name.startsWith('switch_'))
  .sort()

describe('the table of parameters', () => {
  it.each(used.map((name) => [name]))('%s has a unit, a range and its grounds', (name) => {
    const row = declared.get(name)
    expect(row).toBeDefined()
    expect(row?.unit).not.toBe('')
    expect(row?.low).toBeLessThan(row?.high as number)
    expect(row?.claims).not.toEqual([])
    expect(row?.note || row?.source).not.toBe('')
  })

  it('is what the model declares', () => {
    const parameters = model.parameters as Readonly<Record<string, { unit: string; value: number }>>
    expect(
      Object.fromEntries(Object.entries(parameters).map(([name, { unit, value }]) => [name, [unit, value]])),
    ).toEqual(Object.fromEntries(rows.map(({ name, unit, central }) => [name, [unit, central]])))
  })
})

/** Where a parameter is looked for, in this order: short runs first, then what acts in some policy, then rival mechanisms. */
const PLACES: readonly { readonly branch: Branch; readonly values?: Readonly<Record<string, number>> }[] = [
  { branch: { scenario: 'history', from: 2000, to: 2001 } },
  { branch: { scenario: 'eradication-30k', from: 2026, to: 2028 } },
  { branch: { scenario: 'balanced', from: 2026, to: 2028 } },
  { branch: { scenario: 'community-control', from: 2026, to: 2028 } },
  { branch: { scenario: 'history', from: 2010, to: 2020 } },
  { branch: { scenario: 'history', from: 2000, to: 2002 }, values: { switch_frontier: 2 } },
]
const LEAST = 1e-4

/** The largest relative change of any outcome in any year. */
function largestChange(a: Float64Array, b: Float64Array): number {
  let most = 0
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] as number, b[k] as number]
    if (Number.isFinite(x) && Number.isFinite(y) && x !== y)
      most = Math.max(most, Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-9))
  }
  return most
}

describe('every parameter moves something over its range', () => {
  const moved = new Map<string, number>()

  beforeAll(async () => {
    expect(outcomeNames.length * YEARS).toBeGreaterThan(0)
    for (const { branch, values } of PLACES) {
      const left = used.filter((name) => !((moved.get(name) ?? 0) > LEAST))
      if (left.length === 0) break
      // the end of the range that lies farther from the centre, against the centre; half of them on each thread
      const branchOf = (name: string): Branch => {
        const { low, high } = declared.get(name) as { low: number; high: number }
        const middle = central[name] as number
        return { ...branch, values: { [name]: high - middle > middle - low ? high : low } }
      }
      const halves = [left.filter((_, k) => k % 2 === 0), left.filter((_, k) => k % 2 === 1)]
      const results = await runBranches(
        halves.map((half) => ({ seed: 5, ...(values ? { values } : {}), branches: [branch, ...half.map(branchOf)] })),
      )
      halves.forEach((half, h) => {
        const [trunk, ...others] = results[h] as readonly Float64Array[]
        half.forEach((name, k) => {
          moved.set(name, largestChange(trunk as Float64Array, others[k] as Float64Array))
        })
      })
    }
  }, 400_000)

  it.each(used.map((name) => [name]))('%s', (name) => {
    expect(moved.get(name)).toBeGreaterThan(LEAST)
  })
})
