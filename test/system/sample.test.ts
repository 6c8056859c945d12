// A sample of the households tells the same story as more of them: weights carry the totals, choices carry the mean.
import { expect, test } from 'vitest'
import { mean } from '../../src/engine/index.ts'
import { selectionFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { contextOf, planJobs, runJob } from '../../src/lab/member.ts'
import { resolve } from '../../src/lab/scenario/library.ts'
import { model } from '../../src/system/model.ts'
import { lab, machine, people, tables } from './trial.ts'

const HEADLINE = Object.entries(model.outcomes).flatMap(([name, outcome]) => ('headline' in outcome ? [name] : []))
const DRAWS = 4

/** Means over draws and years of the headline outcomes, valley. */
function headlines(sample: number): Record<string, number> {
  const plan = {
    scenarios: [resolve('baseline', lab.scenarios, lab.vocabulary)],
    draws: priorDraws(1, DRAWS),
    months: 432,
    selection: { ...selectionFor('run', model), outcomes: HEADLINE, districts: [], monthly: [] },
  }
  const { facts, frame, pack } = lab
  const population = people(sample)
  const context = contextOf({ model, machine, facts, frame, population, tables, parameters: pack.parameters, plan })
  const members = planJobs(plan).map((job) => runJob(context, job).members[0] as Float64Array)
  return Object.fromEntries(
    context.cells.lines
      .filter(({ shownIn }) => shownIn.includes('default'))
      .map(({ outcome, offset, times }) => [
        outcome,
        mean(members.map((values) => mean(values.slice(offset, offset + times.length)))),
      ]),
  )
}

// 1/10 against 1/1 is a row of the bench: a test of that would take minutes
test('1/40 and 1/10 agree within 4 % on the headline outcomes, mean of four draws', { timeout: 120_000 }, () => {
  const [fine, coarse] = [headlines(10), headlines(40)]
  const far = HEADLINE.map((name) => [name, (coarse[name] as number) / (fine[name] as number) - 1] as const).filter(
    ([, difference]) => !(Math.abs(difference) < 0.04),
  )
  expect(far).toEqual([])
  if (process.env.SHOW)
    for (const name of HEADLINE) console.log(name, (coarse[name] as number) / (fine[name] as number) - 1)
})
