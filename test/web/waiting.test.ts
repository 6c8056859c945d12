// What lets a page answer soon and survive sleep: kept runs, first looks, watch dogs, hashes.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sha256Hex } from '../../src/engine/hash.ts'
import { type Job, type Plan, planJobs } from '../../src/lab/member.ts'
import { bandsInTime } from '../../src/web/bands-in-time.ts'
import { finishedRuns } from '../../src/web/finished.ts'
import { hashWhenAsked } from '../../src/web/hash-when-asked.ts'
import { afterAwake } from '../../src/web/patience.ts'

afterEach(() => void vi.useRealTimers())

const scenario = (name: string, hectares: number, rules?: 'changed') =>
  ({
    card: { name, hash: `hash ${hectares}`, world: {}, model: {}, span: { from: 2025, to: 2035 }, title: {} },
    levers: { crews: { fields: { hectares: new Float64Array([hectares]) }, mask: new Uint8Array(1), masks: [] } },
    ...(rules && { rules }),
  }) as unknown as Plan['scenarios'][number]

const planOf = (scenarios: Plan['scenarios'], rows?: number[][]): Plan =>
  ({
    scenarios,
    draws: { seed: 1, indices: [7, 9], ...(rows && { fitted: { unknowns: ['a'], shocks: [], flat: [], rows } }) },
    months: 12,
    selection: { outcomes: ['coca_area'] },
  }) as unknown as Plan

/** A worker that writes down the scenario and the draw. */
const ran: string[] = []
const result = (plan: Plan, { index, draw }: Job) => ({
  index,
  draw,
  members: plan.scenarios.map(({ card }) => {
    ran.push(`${card.name} ${draw}`)
    return Float64Array.of(Number(card.hash.slice(5)), draw)
  }),
})
function run(finished: ReturnType<typeof finishedRuns>, plan: Plan): { ran: string[]; members: number[][][] } {
  ran.length = 0
  const share = finished.of(plan)
  const members = planJobs(plan).map((job) => {
    const { missing, whole } = share(job)
    return whole(missing && result(missing, job)).members.map((values) => [...values])
  })
  return { ran: [...ran], members }
}

describe('runs that are kept', () => {
  test('only what moved is run, and the result is that of the whole plan', () => {
    const finished = finishedRuns()
    const first = run(finished, planOf([scenario('a', 1), scenario('b', 2)]))
    expect(first.ran).toEqual(['a 7', 'b 7', 'a 9', 'b 9'])
    const moved = run(finished, planOf([scenario('a', 1), scenario('b', 3)]))
    expect(moved.ran).toEqual(['b 7', 'b 9'])
    expect(moved.members).toEqual([
      [
        [1, 7],
        [3, 7],
      ],
      [
        [1, 9],
        [3, 9],
      ],
    ])
    // another name is the same policy; back again costs nothing
    expect(run(finished, planOf([scenario('x', 1), scenario('b', 2)])).ran).toEqual([])
  })

  test('a package that is the reference again, twice, comes out once for each', () => {
    const { members } = run(finishedRuns(), planOf([scenario('a', 1), scenario('a', 1), scenario('b', 2)]))
    expect(members[0]).toEqual([
      [1, 7],
      [1, 7],
      [2, 7],
    ])
  })

  test('equal hashes with other values, other rows of a posterior, and changed rules are run', () => {
    const finished = finishedRuns()
    run(finished, planOf([scenario('a', 1)]))
    const tampered = scenario('a', 1)
    tampered.levers.crews?.fields.hectares?.fill(5)
    expect(run(finished, planOf([tampered])).ran).toHaveLength(2)
    expect(run(finished, planOf([scenario('a', 1)], [[0.1], [0.2]])).ran).toHaveLength(2)
    expect(run(finished, planOf([scenario('a', 1)], [[0.1], [0.3]])).ran).toEqual(['a 9'])
    run(finished, planOf([scenario('a', 1, 'changed')]))
    expect(run(finished, planOf([scenario('a', 1, 'changed')])).ran).toHaveLength(2)
  })

  test('what nobody shows makes room', () => {
    const finished = finishedRuns(40)
    run(finished, planOf([scenario('a', 1)]))
    run(finished, planOf([scenario('b', 2)]))
    expect(run(finished, planOf([scenario('b', 2)])).ran).toEqual([])
    expect(run(finished, planOf([scenario('a', 1)])).ran).toHaveLength(2)
  })
})

describe('a first look', () => {
  test('comes at 16 draws, at fewer when half a second is over, at fewest when the next question waits', () => {
    vi.useFakeTimers()
    const shown = (isBand: (count: number) => boolean, wait: number) =>
      Array.from({ length: 64 }, (_, k) => k + 1).filter((count) => {
        vi.advanceTimersByTime(wait)
        return isBand(count)
      })
    expect(shown(bandsInTime(64), 1)).toEqual([16, 32])
    expect(shown(bandsInTime(64), 50)).toEqual([8, 16, 32])
    expect(shown(bandsInTime(64), 200)).toEqual([6, 16, 32])
    expect(
      shown(
        bandsInTime(64, () => true),
        1,
      ),
    ).toEqual([4, 16, 32])
    expect(shown(bandsInTime(4), 500)).toEqual([])
  })
})

describe('waiting', () => {
  test('counts the time awake: a sleep of an hour ends nobody', () => {
    vi.useFakeTimers()
    let [ended, now] = [false, 0]
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const pass = (ms: number) => {
      for (let k = 0; k < ms; k += 100) {
        now += 100
        vi.advanceTimersByTime(100)
      }
    }
    afterAwake(2000, () => {
      ended = true
    })
    pass(1000)
    // the clock goes on, timers do not
    now += 3_600_000
    pass(900)
    expect(ended).toBe(false)
    pass(1000)
    expect(ended).toBe(true)
    const off = afterAwake(1000, () => expect.unreachable())
    off()
    pass(3000)
    vi.restoreAllMocks()
  })
})

test('a hash that is asked for late, and again after more, is the same', () => {
  const hash = hashWhenAsked()
  hash.add('a')
  hash.add(Uint8Array.of(1, 2))
  expect(hash.hex()).toBe(sha256Hex('a', Uint8Array.of(1, 2)))
  hash.add('b')
  expect(hash.hex()).toBe(sha256Hex('a', Uint8Array.of(1, 2), 'b'))
})
