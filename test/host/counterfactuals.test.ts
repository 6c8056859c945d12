// Pairs of runs and the mechanism contest on the valley's own model, as small as they get.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { counterfactuals } from '#dist/src/host/counterfactuals.js'
import { type Laboratory, openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { Stopped } from '#dist/src/host/pool.js'
import { contest, contestPatterns } from '#dist/src/host/structure.js'
import { vary } from '#dist/src/host/variants.js'
import { priorDraws } from '#dist/src/lab/draws.js'
import { readPatterns } from '#dist/src/lab/patterns/read.js'
import type { Pattern } from '#dist/src/lab/patterns/schema.js'
import type { Resolved } from '#dist/src/lab/scenario/types.js'
import { swaps } from '#dist/src/lab/structure/swaps.js'

const sample = 200
let lab: Laboratory
let patterns: Pattern[]
beforeAll(async () => {
  lab = await openLaboratory()
  patterns = readPatterns(lab.sources.checks).patterns
}, 60_000)
const some = (...ids: string[]) => patterns.filter(({ id }) => ids.includes(id))

describe('pairs of runs', { timeout: 300_000 }, () => {
  it('answer the same on no thread and on two, and keep back what is held out', async () => {
    const run = (workers: number) =>
      counterfactuals({
        lab,
        patterns: some('2', '22', '23', '36'),
        draws: priorDraws(1, 2),
        sample,
        held: false,
        workers,
      })
    const [alone, two] = [await run(0), await run(2)]
    expect(two).toEqual(alone)
    expect(alone.map(({ id, status }) => [id, status === 'held back'])).toEqual([
      ['36', false],
      ['22', true],
      ['23', false],
    ])
    const response = alone.find(({ id }) => id === '23')
    expect(response?.pass).not.toBeNull()
    expect(response?.tests[0]?.p95).toBeGreaterThan(0)
  })

  it('stop when told to', async () => {
    const signal = AbortSignal.abort()
    const stopped = counterfactuals({ lab, patterns: some('23'), draws: priorDraws(1, 2), sample, held: false, signal })
    await expect(stopped).rejects.toBeInstanceOf(Stopped)
  })
})

describe('runs that were stopped', { timeout: 300_000 }, () => {
  it('go on from those that were finished, to the same result', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vraem-runs-'))
    const scenario = resolveAll(lab, ['history'], 'test')[0] as Resolved
    const selection = {
      outcomes: ['coca_area'],
      years: [2000, 2000] as const,
      districts: [],
      districtYears: [],
      monthly: [],
    }
    const plain = { lab, draws: priorDraws(1, 3), sample, selection, workers: 1 }
    const sets = [{ id: 'a', variants: [{ id: 'history', scenario, change: {}, months: 12 }] }]
    const whole = await vary({ ...plain, sets })
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    await expect(vary({ ...plain, sets, folder, onProgress, signal: stop.signal })).rejects.toBeInstanceOf(Stopped)
    const [file = ''] = await readdir(folder)
    const { size } = await stat(join(folder, file))
    expect(size).toBeGreaterThan(64)
    expect((await vary({ ...plain, sets, folder })).of('a')).toEqual(whole.of('a'))
    expect((await stat(join(folder, file))).size - 64).toBe(3 * (size - 64))
    // another draw, another file
    await vary({ ...plain, draws: priorDraws(2, 1), sets, folder })
    expect(await readdir(folder)).toHaveLength(2)
    await rm(folder, { recursive: true })
  })
})

describe('the contest', { timeout: 300_000 }, () => {
  it('gives no say to what is held out or stated by a parameter', () => {
    const roles = new Set(contestPatterns(patterns).map(({ role }) => role))
    expect([...roles].sort()).toEqual(['C', 'S', 'bound'])
  })

  it('finds that the model as it is differs from itself in nothing, and that without returns it does', async () => {
    const price = swaps.find(({ id }) => id === 'no-price-response') as (typeof swaps)[number]
    const rounds = async () => {
      const { rounds, base } = await contest({
        lab,
        patterns: some('1a', '14', '23', '1b'),
        swaps: [{ id: 'itself', en: 'a', es: 'b', change: {} }, price],
        draws: priorDraws(1, 2),
        pairs: 1,
        sample,
        workers: 2,
      })
      expect(base.patterns.map(({ id }) => id)).toEqual(['14', '1a', '23'])
      return rounds
    }
    const [itself, without] = await rounds()
    expect(itself).toMatchObject({ patterns: [], answers: [], ranks: [], verdict: 'neither' })
    expect(without?.passed[1]).toBe(3)
  })
})
