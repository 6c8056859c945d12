// The whole calibration on a model of a few lines: it finds what made a history, says what it cannot know, and goes on where it was stopped.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Parameter } from '../../../src/evidence/parameters.ts'
import { type FitHost, type FitResult, type FitSetting, fitModel } from '../../../src/lab/calibrate/fit.ts'
import { summaryOf } from '../../../src/lab/calibrate/summary.ts'
import type { CalibrationTarget } from '../../../src/lab/calibrate/targets.ts'
import { scores } from '../../../src/lab/calibrate/task.ts'
import { type RunTrials, type Trial, trialAt } from '../../../src/lab/calibrate/trial.ts'

const unknowns = ['level', 'growth', 'price', 'idle', 'spare']
const shocks = Array.from({ length: 5 }, (_, k) => `mood ${2000 + k}`)
const z = (trial: Trial, name: string) => scores([trial.given.u[name] ?? 0.5])[0] as number

/** Ten years of area with a shock each in the first five, and a price; idle and spare do nothing. */
function answer(trial: Trial): number[] {
  let area = 9 + 0.3 * z(trial, 'level')
  const areas = Array.from({ length: 6 }, (_, k) => {
    area += 0.05 + 0.04 * z(trial, 'growth') + 0.1 * (trial.given.shocks[`mood ${2000 + k}`] ?? 0)
    return area
  })
  return [...areas, (areas[5] as number) - (areas[0] as number), 0.5 * z(trial, 'price') + 0.2 * (areas[5] as number)]
}
const truth = trialAt([...unknowns, ...shocks], [0.8, 0.3, 0.15, 0.5, 0.5, 0.9, 0.5, 0.2, 0.5, 0.7], 0, [])
const row = { line: 1, series: 's', place: 'VRAEM', year: 2000 }
const target = (id: string, value: number, shape = false): CalibrationTarget => ({
  ...{ id, value, sd: 0.05, observation: 0.04, discrepancy: 0.03, scale: 'plain', unit: '', source: '', shape },
  asked: { kind: 'figure', row },
})
const ids = [...Array.from({ length: 6 }, (_, k) => `area ${2000 + k}`), 'growth of area', 'cost 2005']
const targets = answer(truth).map((value, k) => target(ids[k] as string, value, k === 6))

const setting: FitSetting = {
  ...{ targets, unknowns, shocks, flat: [], seed: 4 },
  budget: {
    sample: 1,
    paths: 4,
    keep: 4,
    fitted: 4,
    matching: { points: 60, seeds: 1, waves: 2 },
    size: 330,
    steps: 8,
    kept: 300,
    shocks: ['mood'],
  },
}
const run: RunTrials = async (trials) => trials.map(answer)

/** A host that keeps states as text, and stops after so many of them. */
function hostOf(kept: Map<string, string>, states = Number.POSITIVE_INFINITY): FitHost {
  const controller = new AbortController()
  let left = states
  return {
    run,
    signal: controller.signal,
    from: (stage) => (kept.has(stage) ? JSON.parse(kept.get(stage) ?? '') : undefined),
    keep: async (stage, _algorithm, _task, state) => {
      kept.set(stage, JSON.stringify(state))
      if (--left === 0) controller.abort()
    },
    onProgress: () => {},
  }
}

let whole: FitResult
beforeAll(async () => {
  whole = (await fitModel(setting, hostOf(new Map()))) as FitResult
}, 60_000)

describe('a calibration', { timeout: 60_000 }, () => {
  test('finds what made the history, within its bands, and the shocks of the years', () => {
    const right = { ...truth.given.u, ...truth.given.shocks }
    for (const name of ['level', 'growth', 'price', ...shocks]) {
      const values = whole.members.map(({ trial }) => trial.given.u[name] ?? trial.given.shocks[name] ?? 0)
      const sorted = values.sort((a, b) => a - b)
      expect(right[name], name).toBeGreaterThan(sorted[3] as number)
      expect(right[name], name).toBeLessThan(sorted.at(-4) as number)
    }
    const medians = targets.map(
      (_, k) => whole.members.map(({ answers }) => answers[k] as number).sort()[150] as number,
    )
    for (const [k, { value, sd }] of targets.entries())
      expect(Math.abs((medians[k] as number) - value)).toBeLessThan(sd)
  })

  test('tells what is known from what is not', () => {
    const prior = unknowns.map((name) => ({ name, unit: 'x', low: 0, central: 1, high: 2, distribution: 'uniform' }))
    const summary = summaryOf(whole, targets, prior as unknown as Parameter[], {}, [])
    expect(whole.chosen.slice(0, 3).sort()).toEqual(['growth', 'level', 'price'])
    expect(summary.notIdentified).toEqual(whole.chosen.filter((name) => name === 'idle' || name === 'spare'))
    const level = summary.marginals.find(({ name }) => name === 'level')
    expect(level?.contraction).toBeLessThan(0.5)
    expect(Math.abs((level?.posterior.p50 ?? 0) - 1.6)).toBeLessThan(0.3)
    expect(summary.threshold).toBeGreaterThan(0.7)
  })

  test.each([2, 6, 8])('stopped after %i rounds, goes on to the same bits', async (rounds) => {
    const kept = new Map<string, string>()
    expect(await fitModel(setting, hostOf(kept, rounds))).toBeUndefined()
    const again = await fitModel(setting, hostOf(kept))
    expect(JSON.stringify(again?.members)).toBe(JSON.stringify(whole.members))
    expect(again).toEqual(whole)
  })
})
