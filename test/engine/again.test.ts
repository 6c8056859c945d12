// Reviews out of turn: where a district column calls, the households whose review is not due run the marked rules too.
import { describe, expect, it } from 'vitest'
import { createWorld, ModelError, type Snapshot, type StepMechanism, simulate } from '../../src/engine/index.ts'
import { mechanisms } from './toy/mechanisms.ts'
import { hashAfter, machineOf, population, run, tablesOf, worldOf } from './toy/model.ts'
import type { Toy } from './toy/state.ts'

const DISTRICTS = 6
const CALLED = 4

/** Calls district 1 in month CALLED: its mood is the call. */
const alarm = (called: (month: number, d: number) => boolean): StepMechanism<Toy> => ({
  ...(mechanisms[0] as StepMechanism<Toy>),
  id: 'alarm',
  reads: [],
  writes: ['district.mood'],
  step({ district, month }) {
    for (const row of district) row.mood = called(month, row.index) ? 1 : 0
  },
})
const [rain, harvest, save] = mechanisms
const schedule = (called: (month: number, d: number) => boolean, ...again: string[]) => [
  ...[rain, harvest, save].flatMap((one) => one ?? []),
  alarm(called),
  ...mechanisms.slice(-2).map((one) => (again.includes(one.id) ? { ...one, again: 'mood' } : one)),
]
const once = (month: number, d: number) => month === CALLED && d === 1
const both = machineOf({}, schedule(once, 'choose', 'settle'))

describe('households called to think again', () => {
  it('run the marked rules in that month, each household once', () => {
    const world = worldOf(700, DISTRICTS, both)
    const { district, cohort } = population(700, DISTRICTS)
    for (const months of [CALLED, CALLED + 1, 12]) {
      simulate(world, { ...run, months })
      world.column('reviews').forEach((count, k) => {
        const due = (cohort[k] ?? 0) < months ? 1 : 0
        const extra = months > CALLED && district[k] === 1 && cohort[k] !== CALLED ? 1 : 0
        expect(count).toBe(due + extra)
      })
    }
  })

  it('run only the marked rules', () => {
    const world = worldOf(
      300,
      DISTRICTS,
      machineOf(
        {},
        schedule(() => true, 'choose'),
      ),
    )
    simulate(world, { ...run, months: 12 })
    expect(world.column('reviews').every((count) => count === 1)).toBe(true)
  })

  it('count in the sums of the month', () => {
    const world = worldOf(700, DISTRICTS, both)
    const { district } = population(700, DISTRICTS)
    const weight = world.column('weight')
    simulate(world, { ...run, months: CALLED + 1 })
    const all = weight.reduce((sum, one, k) => sum + (district[k] === 1 ? one : 0), 0)
    expect(world.moment.district[1]?.sum.reviewed).toBe(all)
  })

  it('are nobody where nobody calls: the bits are those of a schedule without the mark', () => {
    const never = worldOf(
      700,
      DISTRICTS,
      machineOf(
        {},
        schedule(() => false, 'choose', 'settle'),
      ),
    )
    const unmarked = worldOf(
      700,
      DISTRICTS,
      machineOf(
        {},
        schedule(() => false),
      ),
    )
    expect(hashAfter(never)).toBe(hashAfter(unmarked))
    expect(hashAfter(worldOf(700, DISTRICTS, both))).not.toBe(hashAfter(unmarked))
  })

  it('are the same in a branch as in the whole run, with every kind of kernels and every block size', () => {
    const world = worldOf(300, DISTRICTS, both)
    const taken: Snapshot[] = []
    const whole = hashAfter(world, { onMonth: ({ month }) => month === CALLED - 1 && taken.push(world.snapshot()) })
    const [from] = taken
    if (!from) throw new Error('no snapshot')
    expect(hashAfter(worldOf(300, DISTRICTS, both), { from })).toBe(whole)
    for (const kernels of ['scalar', 'plain'] as const) {
      const machine = machineOf({ kernels }, schedule(once, 'choose', 'settle'))
      expect(hashAfter(createWorld(machine, population(300, DISTRICTS), tablesOf(DISTRICTS)))).toBe(whole)
    }
    const fine = worldOf(300, DISTRICTS, both, { blockSize: 4 })
    simulate(fine, run)
    expect([...fine.column('land')]).toEqual([...world.column('land')])
  })

  it('are refused for a monthly rule and for a column that is not there', () => {
    const wrong = (one: object) => () =>
      machineOf({}, [{ ...(mechanisms.at(-1) as object), ...one } as (typeof both.mechanisms)[number]])
    expect(wrong({ again: 'moot' })).toThrow(ModelError)
    expect(wrong({ again: 'moot' })).toThrow(/settle: runs again where moot is set/)
    expect(wrong({ again: 'mood', when: 'monthly' })).toThrow(/settle: runs again, but monthly/)
  })
})
