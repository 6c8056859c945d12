// Whole ensembles of the model: bands while they run, the same bits from file and memory, with vectors and without; stopping.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gathering, gather } from '#dist/src/host/ensemble.js'
import { type Laboratory, openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { Stopped } from '#dist/src/host/pool.js'
import { priorDraws } from '#dist/src/lab/draws.js'
import { summarise } from '#dist/src/lab/ensemble.js'

let lab: Laboratory
let folder = ''
beforeAll(async () => {
  lab = await openLaboratory()
  folder = mkdtempSync(join(tmpdir(), 'vraem-gather-'))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Two years of a small valley. */
const small = (draws: number, more: Partial<Gathering> = {}): Gathering => ({
  lab,
  plan: {
    scenarios: resolveAll(lab, ['history'], 'test'),
    draws: priorDraws(1, draws),
    months: 24,
    selection: {
      outcomes: ['coca_area', 'deaths'],
      years: [2000, 2001],
      districts: [],
      districtYears: [],
      monthly: [],
    },
  },
  sample: 200,
  workers: 2,
  ...more,
})

describe('an ensemble', { timeout: 120_000 }, () => {
  it('says its first band after 16 draws and the next when they have doubled', async () => {
    const bands: [number, number][] = []
    const collector = await gather(
      small(40, { onBand: (now) => bands.push([now.count, summarise(now.values(0, 0)).p50]) }),
    )
    expect(bands.map(([count]) => count)).toEqual([16, 32])
    expect(bands[0]?.[1]).toBe(summarise(collector.values(0, 0).slice(0, 16)).p50)
  })

  it('is the same on 1, 2 and 3 workers and on none', async () => {
    const hashes = []
    for (const workers of [0, 1, 2, 3]) hashes.push((await gather(small(7, { workers }))).hash())
    expect(new Set(hashes).size).toBe(1)
  })

  it('is the same from a file as from memory', async () => {
    const [kept, read] = [await gather(small(12)), await gather(small(12, { inMemory: 0 }))]
    expect(read.hash()).toBe(kept.hash())
    for (let cell = 0; cell < kept.cells.length; cell++) expect(read.values(0, cell)).toEqual(kept.values(0, cell))
  })

  it.each(['scalar', 'plain'] as const)('is the same from %s kernels', async (kernels) => {
    expect(lab.kernels).toBe('simd')
    const [vector, other] = [await gather(small(3)), await gather(small(3, { lab: { ...lab, kernels } }))]
    expect(other.hash()).toBe(vector.hash())
  })

  it('hands on nothing more once it is stopped', async () => {
    const controller = new AbortController()
    const heard: string[] = []
    const work = gather(
      small(400, {
        signal: controller.signal,
        onProgress: (done) => {
          heard.push(controller.signal.aborted ? 'late' : String(done))
          if (done === 2) controller.abort()
        },
        onLost: () => heard.push('lost'),
      }),
    )
    await expect(work).rejects.toBeInstanceOf(Stopped)
    expect(heard).toEqual(['0', '1', '2'])
  })

  it.each([0, 1, 2])('keeps what was finished when %i workers are stopped, and goes on from there', async (workers) => {
    const controller = new AbortController()
    const kept = mkdtempSync(join(folder, 'kept-'))
    const onProgress = (done: number) => {
      if (done === 5) controller.abort()
    }
    const work = gather(small(12, { workers, folder: kept, signal: controller.signal, onProgress }))
    await expect(work).rejects.toBeInstanceOf(Stopped)
    const seen: number[] = []
    const again = await gather(small(12, { folder: kept, onProgress: (done) => seen.push(done) }))
    expect(seen).toEqual(Array.from({ length: 8 }, (_, k) => k + 5))
    expect(again.hash()).toBe((await gather(small(12))).hash())
  })

  it('stops while it is still being prepared', async () => {
    const controller = new AbortController()
    const fresh = await openLaboratory()
    const heard: number[] = []
    const more = { lab: fresh, signal: controller.signal, onProgress: (done: number) => heard.push(done) }
    // a turn of the event loop comes while the households are drawn
    setImmediate(() => setImmediate(() => controller.abort()))
    await expect(gather(small(4, { ...more, workers: 0 }))).rejects.toBeInstanceOf(Stopped)
    await expect(gather(small(4, { ...more, workers: 2 }))).rejects.toBeInstanceOf(Stopped)
    expect(heard).toEqual([0, 0])
  })
})
