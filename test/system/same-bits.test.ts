// The same question gets the same answer, bit for bit: no policy is no policy, twice is once, and a branch is the whole run.
import { expect, test } from 'vitest'
import type { Snapshot } from '../../src/engine/index.ts'
import { selectionFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { contextOf, planJobs, runJob } from '../../src/lab/member.ts'
import { resolve } from '../../src/lab/scenario/library.ts'
import { model } from '../../src/system/model.ts'
import { central, lab, machine, people, run, tables, worldOf } from './trial.ts'

const population = people(200)

const scenarios = (...names: string[]) => names.map((name) => resolve(name, lab.scenarios, lab.vocabulary))
function contextFor(...names: string[]) {
  const plan = {
    scenarios: scenarios(...names),
    draws: priorDraws(1, 2),
    months: 432,
    selection: selectionFor('compare', model, { from: 2025, to: 2035 }),
  }
  const { facts, frame } = lab
  return contextOf({ model, machine, facts, frame, population, tables, parameters: lab.pack.parameters, plan })
}
const bytes = (values: Float64Array | undefined) => Buffer.from(values?.buffer ?? new ArrayBuffer(0))

test('a copy of the baseline differs from it by exactly nothing, in every outcome and year', {
  timeout: 60_000,
}, () => {
  const context = contextFor('baseline', 'copy-of-baseline', 'no-levers')
  for (const job of planJobs(context.plan)) {
    const [reference, copy, other] = runJob(context, job).members
    expect(reference?.some((value) => value !== 0 && Number.isFinite(value))).toBe(true)
    expect(bytes(copy).equals(bytes(reference))).toBe(true)
    expect(bytes(other).equals(bytes(reference))).toBe(false)
  }
})

test('twice, in one world or in two, and from a snapshot: the same state', { timeout: 60_000 }, () => {
  const months = 300
  const world = worldOf(population)
  let half: Snapshot | undefined
  run(world, {
    months,
    onMonth: ({ month }) => {
      if (month === 179) half = world.snapshot()
    },
  })
  const first = world.hash()
  run(world, { months: 60, policy: 'eradication-30k', p: { logit_income_weight: 0 }, seed: 5 })
  expect(world.hash()).not.toBe(first)
  run(world, { months })
  expect(world.hash()).toBe(first)
  const other = worldOf(population)
  run(other, { months, ...(half ? { from: half } : {}) })
  expect(other.hash()).toBe(first)
})

test('another seed or another parameter value is another history', () => {
  const world = worldOf(population)
  const hashes = [{}, { seed: 7 }, { p: { reservation_wage: central.reservation_wage * 1.01 } }].map((change) => {
    run(world, { months: 24, ...change })
    return world.hash()
  })
  expect(new Set(hashes).size).toBe(3)
})
