// Draws that go on from a kept past give the bits of whole runs, whatever was kept, left or thrown away before.
import { beforeAll, describe, expect, test } from 'vitest'
import { attach } from '../../src/engine/index.ts'
import { codeOf } from '../../src/host/code.ts'
import { openLaboratory, resolveAll } from '../../src/host/laboratory.ts'
import { openTask } from '../../src/host/member.ts'
import { populationOf } from '../../src/host/population.ts'
import { type Branches, type BranchResult, branchesOf } from '../../src/lab/branches.ts'
import { besides } from '../../src/lab/changed.ts'
import { centralValues, priorDraws } from '../../src/lab/draws.ts'
import { tablesOf } from '../../src/lab/households.ts'
import type { Job, Plan } from '../../src/lab/member.ts'
import { type CompiledRules, compileChanged } from '../../src/lab/rules/compile.ts'
import { withoutHeader } from '../../src/lab/rules/text.ts'
import type { Resolved } from '../../src/lab/scenario/types.ts'
import { model } from '../../src/system/model.ts'

const MONTHS = 60
const SPLIT = 36
const JOB: Job = { index: 0, draw: 4 }

let lab: Awaited<ReturnType<typeof openLaboratory>>
let history: Resolved
let fresh: (room: number) => Branches
let whole: (plan: Plan, changed?: CompiledRules) => readonly Float64Array[]

beforeAll(async () => {
  lab = await openLaboratory()
  const [found] = resolveAll(lab, ['history'], 'test') as [Resolved]
  history = { ...found, card: { ...found.card, span: { from: 2003, to: 2004 } } }
  const { facts, frame, pack } = lab
  const population = populationOf(facts, centralValues(pack.parameters, model.switches), { sample: 200, seed: 1 })
  const code = codeOf(lab)
  const boot = { facts, frame, population, tables: tablesOf(facts, frame), parameters: pack.parameters }
  const machine = attach(model.state, model.mechanisms, code)
  fresh = (room) => branchesOf({ ...boot, model, machine, room })
  whole = (plan, changed) => openTask({ ...boot, code, plan, ...(changed && { changed: changed.code }) })(JOB).members
}, 60_000)

const planOf = (...scenarios: Resolved[]): Plan => ({
  scenarios,
  draws: priorDraws(1, 5),
  months: MONTHS,
  selection: {
    outcomes: ['coca_area'],
    years: [2000, 2004],
    districts: [],
    districtYears: [],
    monthly: ['leaf_price'],
  },
})

/** History with crews from `month` on. */
function crews(month: number, hectares = 9000): Resolved {
  const lever = history.levers.forced_eradication
  if (lever === undefined) throw new Error('the lever has another name')
  const fields = Object.fromEntries(
    Object.entries(lever.fields).map(([name, values]) => [
      name,
      name === 'hectares_per_year' ? values.map((value, k) => (k < month ? value : hectares)) : values,
    ]),
  )
  return { ...history, levers: { ...history.levers, forced_eradication: { ...lever, fields } } }
}

function run(branches: Branches, plan: Plan, changed?: CompiledRules): BranchResult {
  const key = JSON.stringify(changed?.manifest.files)
  const machine = changed && attach(model.state, model.mechanisms, changed.code)
  const years = branches.open(plan, machine && { key, machine })(JOB)
  for (;;) {
    const step = years.next()
    if (step.done) return step.value
  }
}

/** Rules in which a family works so many times the days. */
function working(times: string): CompiledRules {
  const path = 'src/system/farm/labour.ts'
  const text = withoutHeader(lab.sources.model[path] ?? '').replace('h.adults * p.family_days', `$& * ${times}`)
  const original = { texts: lab.sources.model, kernels: lab.kernels }
  return compileChanged(original, { name: 'my-rules', files: { [path]: text } })
}

describe('changed rules beside the own', () => {
  test('have the bits of whole runs, at once and again from what is kept', () => {
    const branches = fresh(1e8)
    const changed = working('0.5')
    const plan = planOf(...besides([history, crews(SPLIT)], changed.manifest))
    const expected = whole(plan, changed)
    expect(expected[2]).not.toEqual(expected[0])
    const first = run(branches, plan, changed)
    expect(first).toMatchObject({ months: 4 * MONTHS - 2 * SPLIT, kept: true })
    expect(first.members).toEqual(expected)
    const again = run(branches, plan, changed)
    expect(again.months).toBe(4 * (MONTHS - SPLIT))
    expect(again.members).toEqual(expected)
  })

  test('do not take the past of other rules for their own', () => {
    const branches = fresh(1e8)
    for (const times of ['0.5', '0.6', '0.5']) {
      const changed = working(times)
      const plan = planOf(...besides([history], changed.manifest))
      expect(run(branches, plan, changed).members).toEqual(whole(plan, changed))
    }
    expect(run(branches, planOf(history)).members).toEqual(whole(planOf(history)))
  })

  test('are told where they lead to a number that is none, or where they are missing', () => {
    const changed = working('(d.farmWage / (d.farmWage - d.farmWage))')
    const plan = planOf(...besides([history], changed.manifest))
    expect(() => run(fresh(1e8), plan, changed)).toThrow(/the changed rules lead to/)
    expect(() => run(fresh(1e8), plan)).toThrow(RangeError)
  })
})

describe('a kept past', () => {
  test('is used by whatever differs later only', () => {
    const branches = fresh(1e8)
    expect(run(branches, planOf(history))).toMatchObject({ months: MONTHS, kept: true })
    const later = planOf(crews(SPLIT))
    const done = run(branches, later)
    expect(done.months).toBe(MONTHS - SPLIT)
    expect(done.members).toEqual(whole(later))
    expect(done.members).not.toEqual(whole(planOf(history)))
  })

  test('is not used by what differs before', () => {
    const branches = fresh(1e8)
    run(branches, planOf(history))
    const earlier = planOf(crews(SPLIT - 1))
    const done = run(branches, earlier)
    expect(done.months).toBe(MONTHS)
    expect(done.members).toEqual(whole(earlier))
  })

  test('is shared by the scenarios of a plan even where there is no room to keep it', () => {
    const branches = fresh(0)
    const plan = planOf(history, crews(SPLIT))
    for (const _ of [1, 2]) {
      const done = run(branches, plan)
      expect(done).toMatchObject({ months: 2 * MONTHS - SPLIT, kept: false })
      expect(done.members).toEqual(whole(plan))
    }
  })

  test('makes room for the past of the plan that runs', () => {
    // room for one past and not for two
    let room = 1e5
    while (!run(fresh(room), planOf(history)).kept) room *= 1.5
    const branches = fresh(room)
    run(branches, planOf(history))
    expect(run(branches, planOf(crews(1))).kept).toBe(true)
    expect(run(branches, planOf(history)).months).toBe(MONTHS)
  })

  test('holds what rules of policy have measured', () => {
    const when = { outcome: 'leaf_price', side: 'above', threshold: 0, months: 40, delay: 3 } as const
    const sets = { forced_eradication: { fields: { hectares_per_year: 9000 } } }
    const rule = { when, start: SPLIT, lasts: Number.POSITIVE_INFINITY, sets }
    const ruled: Resolved = { ...history, adaptive: [rule] }
    const branches = fresh(1e8)
    run(branches, planOf(history))
    expect(run(branches, planOf(ruled)).months).toBe(MONTHS)
    const again = run(branches, planOf(ruled))
    expect(again.months).toBe(MONTHS - SPLIT)
    expect(again.members).toEqual(whole(planOf(ruled)))
    // the fortieth price in a row is that of month 40, known three months later
    expect(again.members).toEqual(whole(planOf(crews(39 + 3))))
  })

  test('survives a run that was left in the middle', () => {
    const branches = fresh(1e8)
    run(branches, planOf(history))
    const left = branches.open(planOf(crews(SPLIT, 20_000)))(JOB)
    left.next()
    left.return(undefined as never)
    const plan = planOf(crews(SPLIT))
    expect(run(branches, plan).members).toEqual(whole(plan))
  })
})
