import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobs } from '#dist/src/engine/jobs.js'
import { inlinePool, type Pool, Stopped, threadPool, workersFor } from '#dist/src/host/pool.js'
import { findRoot } from '#dist/src/host/root.js'

interface Job {
  readonly index: number
  readonly wait?: number
  readonly spin?: number
  readonly fail?: boolean
  readonly die?: string
  readonly alwaysDie?: boolean
}
interface Result {
  readonly index: number
  readonly members: Float64Array[]
}

const module = pathToFileURL(join(findRoot(), 'test/host/fixtures/task.mjs'))
const boot = { seed: 42 }
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-pool-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function collect(pool: Pool<Job, Result>, jobs: readonly Job[], signal?: AbortSignal): Promise<Float64Array[]> {
  const values: Float64Array[] = []
  try {
    await runJobs(jobs, pool.runners, (_, result) => values.push(...result.members), signal)
  } finally {
    await pool.close()
  }
  return values
}

const threads = (workers: number, more: { signal?: AbortSignal; onLost?: (why: string) => void } = {}) =>
  threadPool<typeof boot, Job, Result>({ workers, module, boot, ...more })

describe('threads', () => {
  // Jobs of uneven length end out of order on more than one thread.
  const jobs = Array.from({ length: 24 }, (_, index) => ({ index, wait: (index * 7) % 5 }))

  it('give the same bits on 1, 2 and 3 threads and without any', async () => {
    const inline = await collect(await inlinePool(await import(module.href), boot), jobs)
    expect(inline).toHaveLength(24)
    expect(inline[3]).not.toEqual(inline[4])
    for (const workers of [1, 2, 3]) expect(await collect(threads(workers), jobs)).toEqual(inline)
  })

  it('hand a job of a thread that died to a fresh one, say so, and go on', async () => {
    const lost: string[] = []
    const risky = jobs.map((job) => (job.index === 5 ? { ...job, die: join(folder, 'died') } : job))
    const values = await collect(threads(2, { onLost: (why) => lost.push(why) }), risky)
    expect(values).toEqual(await collect(threads(1), jobs))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toContain('code 7')
  })

  it('give up with advice when the same job kills a second thread', async () => {
    const fatal = [{ index: 0 }, { index: 1, alwaysDie: true }, { index: 2 }]
    await expect(collect(threads(2), fatal)).rejects.toMatchObject({ problems: [{ code: 'worker-lost' }] })
  })

  it('pass the error of a job on without trying again', async () => {
    const lost: string[] = []
    const work = collect(threads(1, { onLost: (why) => lost.push(why) }), [{ index: 0, fail: true }])
    await expect(work).rejects.toThrow('the job itself failed')
    expect(lost).toEqual([])
  })

  it('pass on why the preparation failed, without trying again', async () => {
    const lost: string[] = []
    const onLost = (why: string) => lost.push(why)
    const absent = new URL('./absent.mjs', module)
    const pool = threadPool<undefined, Job, Result>({ workers: 1, module: absent, boot: undefined, onLost })
    await expect(collect(pool, [{ index: 0 }])).rejects.toThrow('absent.mjs')
    expect(lost).toEqual([])
  })

  it('stop in the middle of a job that never yields', async () => {
    const controller = new AbortController()
    const endless = [{ index: 0 }, { index: 1, spin: 20_000 }, { index: 2, spin: 20_000 }]
    const started = performance.now()
    const work = collect(threads(2, { signal: controller.signal }), endless, controller.signal)
    setTimeout(() => controller.abort(), 300)
    await expect(work).rejects.toBeInstanceOf(Stopped)
    // Far from the 20 s of the jobs; the exact time belongs to a bench.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('whoever waits', () => {
  it('is told before the threads are gone', async () => {
    const controller = new AbortController()
    const pool = threads(2, { signal: controller.signal })
    await pool.runners[0]?.({ index: 0 })
    const heard: string[] = []
    const work = pool.runners.map((run, index) =>
      run({ index, spin: 20_000 }).catch((error) => heard.push(error.message)),
    )
    controller.abort()
    const closed = pool.close().then(() => heard.push('gone'))
    await Promise.all([...work, closed])
    expect(heard).toEqual(['stopped on request', 'stopped on request', 'gone'])
  })

  it('may give a job before the preparation is made', async () => {
    let make = (_: typeof boot) => {}
    const made = new Promise<typeof boot>((resolve) => {
      make = resolve
    })
    const pool = threadPool<typeof boot, Job, Result>({ workers: 1, module, boot: made })
    const work = collect(pool, [{ index: 0 }, { index: 1 }])
    setTimeout(() => make(boot), 50)
    expect(await work).toEqual(await collect(threads(1), [{ index: 0 }, { index: 1 }]))
  })

  it('hears why there is no preparation, without a second try', async () => {
    const lost: string[] = []
    const failed = Promise.reject(new Error('nothing to prepare with'))
    const onLost = (why: string) => lost.push(why)
    const pool = threadPool<typeof boot, Job, Result>({ workers: 2, module, boot: failed, onLost })
    await expect(collect(pool, [{ index: 0 }, { index: 1 }])).rejects.toThrow('nothing to prepare with')
    expect(lost).toEqual([])
  })
})

describe('number of threads', () => {
  it('is what was asked for, at most one per job, and 0 for none', () => {
    expect(workersFor(10, 3)).toBe(3)
    expect(workersFor(2, 3)).toBe(2)
    expect(workersFor(10, 0)).toBe(0)
    expect(workersFor(1000)).toBeGreaterThanOrEqual(1)
    expect(workersFor(1000)).toBeLessThanOrEqual(32)
  })
})
