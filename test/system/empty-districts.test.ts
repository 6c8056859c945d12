// Districts without a household: a sample may leave some, and people may leave one. Nothing divides by them.
import { expect, test } from 'vitest'
import { firstNonFinite, type Population } from '../../src/engine/index.ts'
import { selectionFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { contextOf, planJobs, runJob } from '../../src/lab/member.ts'
import { resolve } from '../../src/lab/scenario/library.ts'
import { model } from '../../src/system/model.ts'
import { lab, machine, people, tables } from './trial.ts'

/** The households of some districts only. */
function without(population: Population, gone: (district: number) => boolean): Population {
  const kept = [...population.district.keys()].filter((k) => !gone(population.district[k] as number))
  const take = <T extends Int32Array | Uint16Array | Uint8Array | Uint8ClampedArray | Float32Array>(from: T): T =>
    from.filter((_, k) => kept.includes(k)) as T
  return {
    ...population,
    id: take(population.id),
    district: take(population.district),
    cohort: take(population.cohort),
    columns: Object.fromEntries(Object.entries(population.columns).map(([name, column]) => [name, take(column)])),
  }
}

test.each([
  ['every third', (d: number) => d % 3 === 0],
  ['all but one', (d: number) => d !== 10],
])('history and a policy run on when %s district is empty', { timeout: 60_000 }, (_, gone) => {
  const population = without(people(200), gone)
  const { facts, frame, pack } = lab
  const plan = {
    scenarios: ['history', 'cacao-first'].map((name) => resolve(name, lab.scenarios, lab.vocabulary)),
    draws: priorDraws(1, 1),
    months: 432,
    selection: selectionFor('compare', model),
  }
  const context = contextOf({ model, machine, facts, frame, population, tables, parameters: pack.parameters, plan })
  for (const job of planJobs(plan)) {
    const { members } = runJob(context, job)
    expect(members.map((values) => values.findIndex((value) => !Number.isFinite(value)))).toEqual([-1, -1])
    const [world] = context.worlds
    expect(world && firstNonFinite(world)).toBeUndefined()
  }
})
