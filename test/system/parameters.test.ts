import { beforeAll, describe, expect, it } from 'vitest'
import { type Branch, laboratory, machine, model, openRunner } from './valley.ts'

const rows = laboratory.pack.parameters
const declared = new Map(rows.map((row) => [row.name, row]))

/** Parameters that some part of the model reads: what rules and steps declare; the start, the world and the households by their text. */
const outside = ['src/system/start.ts', 'src/system/world.ts', 'src/system/measure.ts']
const shares = [...(laboratory.sources.model['src/valley/growers.ts'] ?? '').matchAll(/readonly (share_\w+): number/g)]
const used = [
  ...new Set([
    ...model.mechanisms.flatMap((one) => (one.kind === 'step' ? one.parameters : [])),
    ...Object.values(machine.code.uses).flatMap(({ reads }) =>
      reads.flatMap((name) => (name.startsWith('p.') ? [name.slice(2)] : [])),
    ),
    ...shares.map((match) => match[1] as string),
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

interface Place {
  readonly branch: Branch
  /** Values of the trunk that differ from the central ones: options of switches, and ends of ranges where something else must press. */
  readonly values?: Readonly<Record<string, number>>
  /** Who is looked for here; everybody who has moved nothing so far when absent. */
  readonly names?: readonly string[]
  /** Only the end of the range that lies farther from the centre. */
  readonly quick?: true
}
const history = (from: number, to: number): Branch => ({ scenario: 'history', from, to })
const policy = (scenario: string, to = 2027): Branch => ({ scenario, from: 2026, to })
const PLACES: readonly Place[] = [
  { branch: history(2000, 2000), quick: true },
  { branch: policy('eradication-30k', 2026), quick: true },
  { branch: policy('balanced', 2026), quick: true },
  { branch: history(2000, 2001) },
  { branch: policy('eradication-30k') },
  { branch: policy('cacao-first', 2028) },
  { branch: policy('community-control') },
  { branch: history(2013, 2016) },
  { branch: history(2020, 2021) },
  // some hundred hectares a year are little among a hundred thousand
  { branch: policy('cacao-first', 2032), names: ['irrigation_gain'] },
  { branch: history(2015, 2017), values: { switch_frontier: 2 }, names: ['frontier_step', 'frontier_step_month'] },
  { branch: history(2010, 2014), values: { switch_moves_within: 1 }, names: ['move_within_rate'] },
  { branch: history(2014, 2017), names: ['review_price_shock'] },
  // few operations, before the offensive
  { branch: history(2004, 2008), names: ['operations_least'] },
  // the control of inputs presses on processing
  {
    branch: policy('balanced', 2031),
    values: { capacity_margin: 1.1, input_control_effect: 0.4, processing_growth: 0.05 },
    names: ['capacity_margin', 'processing_growth', 'leaf_spoilage'],
  },
  // a flight ban that is feared most, and traffickers who mind risk early
  {
    branch: history(2015, 2016),
    values: { air_fear: 0.5, risk_premium_threshold: 0.2 },
    names: ['risk_premium_threshold', 'risk_premium_multiplier'],
  },
  // a leaf price that falls to the floor
  { branch: history(2000, 2001), values: { leaf_price_outside_2000: 0.3 }, names: ['legal_price_floor'] },
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
    const runner = openRunner()
    const search = async ({ branch, values = {}, names = used, quick }: Place) => {
      const left = names.filter((name) => !((moved.get(name) ?? 0) > LEAST))
      const ends = quick ? 1 : 2
      const branchesOf = (name: string): Branch[] =>
        endsOf(name)
          .slice(0, ends)
          .map((end) => ({ ...branch, values: { [name]: end } }))
      const halves = [left.filter((_, k) => k % 2 === 0), left.filter((_, k) => k % 2 === 1)]
      const results = await runner.run(
        halves.map((half) => ({
          seed: 5,
          values,
          branches: [branch, ...half.flatMap(branchesOf)],
        })),
      )
      halves.forEach((half, h) => {
        const [trunk, ...others] = results[h] as readonly Float64Array[]
        half.forEach((name, k) => {
          const changes = others
            .slice(ends * k, ends * (k + 1))
            .map((other) => largestChange(trunk as Float64Array, other))
          moved.set(name, Math.max(moved.get(name) ?? 0, ...changes))
        })
      })
    }
    try {
      for (const place of PLACES) await search(place)
    } finally {
      await runner.close()
    }
  }, 400_000)

  it.each(used.map((name) => [name]))('%s', (name) => {
    expect(moved.get(name)).toBeGreaterThan(LEAST)
  })
})

/** Both ends of the range, the one farther from the centre first. */
function endsOf(name: string): number[] {
  const { low, central, high } = declared.get(name) as { low: number; central: number; high: number }
  return high - central > central - low ? [high, low] : [low, high]
}
