import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planJobs, runJobs } from '../../src/engine/index.ts'

const jobs = planJobs(['reference', 'policy'], [3, 5, 8])

describe('jobs', () => {
  it('are every scenario under every draw, draw by draw', () => {
    expect(jobs.map(({ scenario, draw }) => `${scenario} ${draw}`)).toEqual(
      [3, 5, 8].flatMap((draw) => [`reference ${draw}`, `policy ${draw}`]),
    )
    expect(jobs.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('are consumed in order, each once, whatever the workers and however long they take', async () => {
    const scheduled = fc.asyncProperty(
      fc.scheduler(),
      fc.nat(60),
      fc.integer({ min: 1, max: 5 }),
      async (s, n, workers) => {
        const list = Array.from({ length: n }, (_, k) => k)
        const taken: number[] = []
        const busy = new Set<number>()
        const worker = (w: number) => async (job: number) => {
          expect(busy.has(w)).toBe(false)
          busy.add(w)
          const result = await s.schedule(Promise.resolve(job * job))
          busy.delete(w)
          return result
        }
        const done = runJobs(
          list,
          Array.from({ length: workers }, (_, w) => worker(w)),
          (job, result) => {
            expect(result).toBe(job * job)
            taken.push(job)
          },
        )
        expect(await s.waitFor(done)).toBe(n)
        expect(taken).toEqual(list)
      },
    )
    await fc.assert(scheduled, { numRuns: 50 })
  })

  it('do not run far ahead of a slow one', async () => {
    let release = () => {}
    const slow = new Promise<void>((resolve) => {
      release = resolve
    })
    let started = 0
    const worker = async (job: number) => {
      started++
      if (job === 0) await slow
    }
    const list = Array.from({ length: 100 }, (_, k) => k)
    const done = runJobs(list, [worker, worker], () => {})
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(started).toBe(16)
    release()
    expect(await done).toBe(100)
  })

  it('stop when one fails, and when told to', async () => {
    const consumed: number[] = []
    const failing = async ({ index }: { index: number }) => {
      if (index === 3) throw new Error('broken')
    }
    await expect(runJobs(jobs, [failing], ({ index }) => consumed.push(index))).rejects.toThrow('broken')
    expect(consumed).toEqual([0, 1, 2])
    const signal = { aborted: false }
    const count = await runJobs(
      jobs,
      [async () => {}],
      ({ index }) => {
        signal.aborted = index === 1
      },
      signal,
    )
    expect(count).toBe(2)
  })
})
