// Trial runs of the valley's own model: a history that a known member made is found again, and a posterior's draws are those runs.
import { beforeAll, describe, expect, it } from 'vitest'
import { gather } from '#dist/src/host/ensemble.js'
import { type Laboratory, openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { openTrials } from '#dist/src/host/trials.js'
import { selectionForFit } from '#dist/src/lab/calibrate/answers.js'
import { fitModel } from '#dist/src/lab/calibrate/fit.js'
import { type TargetList, targetsOf } from '#dist/src/lab/calibrate/targets.js'
import { listOf, type Trial, trialAt } from '#dist/src/lab/calibrate/trial.js'
import { model } from '#dist/src/system/model.js'

const unknowns = ['leaf_price_outside_2000', 'outside_growth', 'valley_discount', 'area_drift']
const shocks = ['mood 2004', 'border 2003']
const sample = 200
let lab: Laboratory
let list: TargetList
beforeAll(async () => {
  lab = await openLaboratory()
  list = targetsOf(lab.pack, [], { until: 2006 }, [])
}, 60_000)

const open = (workers: number, targets = list.targets) =>
  openTrials({ lab, targets, pack: list.pack, seed: 1, sample, workers })
const some: Trial[] = [0.2, 0.9].map((u, k) => trialAt([...unknowns, ...shocks], [u, 0.5, 0.3, 0.6, u, 0.1], k, []))

describe('trial runs', { timeout: 300_000 }, () => {
  it('answer the same on no thread and on two', async () => {
    const answers = []
    for (const workers of [0, 2]) {
      const trials = await open(workers)
      answers.push(await trials.run(some))
      await trials.close()
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[0]?.[0]).not.toEqual(answers[0]?.[1])
  })

  it('are what a posterior of them runs', async () => {
    const selection = selectionForFit(list.targets, { pack: list.pack, frame: lab.frame, model })
    const plan = { scenarios: resolveAll(lab, ['history'], 'test'), months: 84, selection }
    const whole = await gather({ lab, plan: { ...plan, draws: listOf(some, 1) }, sample, workers: 2 })
    const one = await gather({ lab, plan: { ...plan, draws: listOf(some.slice(1), 1) }, sample, workers: 0 })
    const line = whole.cells.lines.find(({ outcome }) => outcome === 'coca_area_outside')
    const cell = (line?.offset ?? 0) + 5
    expect(one.values(0, cell)[0]).toBe(whole.values(0, cell)[1])
    expect(whole.values(0, cell)[0]).not.toBe(whole.values(0, cell)[1])
  })

  it('find what made a history, within their bands', async () => {
    const truth = trialAt(unknowns, [0.8, 0.3, 0.25, 0.6], 1000, [])
    const plain = await open(2)
    const [history] = await plain.run([truth])
    const targets = list.targets.map((target, k) => ({ ...target, value: history?.[k] as number }))
    const matching = { points: 24, seeds: 1, waves: 1, pool: 100 }
    const budget = { sample, paths: 1, keep: 4, fitted: 4, matching, size: 70, steps: 4, kept: 60, shocks: [] }
    const result = await fitModel(
      { targets, unknowns, shocks: [], flat: [], seed: 1, budget },
      {
        run: plain.run,
        signal: new AbortController().signal,
        from: () => undefined,
        keep: async () => {},
        onProgress: () => {},
      },
    )
    for (const [name, right] of Object.entries(truth.given.u)) {
      const values = (result?.members ?? []).map(({ trial }) => trial.given.u[name] as number).sort((a, b) => a - b)
      expect(right, name).toBeGreaterThan(values[0] as number)
      expect(right, name).toBeLessThan(values.at(-1) as number)
    }
    const misses = (runs: readonly (readonly number[] | null)[]) =>
      runs.flatMap((run) => run?.map((v, k) => (v - (targets[k]?.value ?? 0)) / (targets[k]?.sd ?? 1)) ?? [])
    const squared = (all: readonly number[]) => all.reduce((sum, v) => sum + v * v, 0) / all.length
    const blind = await plain.run(Array.from({ length: 40 }, (_, k) => trialAt([], [], k, [])))
    await plain.close()
    // everything else stays drawn, so the four unknowns make up for it: runs near the history, not four known numbers
    expect(squared(misses((result?.members ?? []).map(({ answers }) => answers)))).toBeLessThan(
      squared(misses(blind)) / 1.5,
    )
    // nine in ten of the posterior's own histories hold at least four of five figures, as coverage is asked of the whole
    const inside = targets.filter(({ value }, k) => {
      const answers = (result?.members ?? []).map((member) => member.answers[k] as number).sort((a, b) => a - b)
      const edge = Math.floor(answers.length / 20)
      return value >= (answers[edge] as number) && value <= (answers.at(-1 - edge) as number)
    })
    expect(inside.length / targets.length).toBeGreaterThanOrEqual(0.8)
  })
})
