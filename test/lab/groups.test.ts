// Household groups: who belongs where, the same figures on every way through the model, and agreement with the model's own sums.
import { beforeAll, describe, expect, test } from 'vitest'
import { attach } from '../../src/engine/index.ts'
import { codeOf } from '../../src/host/code.ts'
import { openLaboratory, resolveAll } from '../../src/host/laboratory.ts'
import { openTask } from '../../src/host/member.ts'
import { populationOf } from '../../src/host/population.ts'
import { branchesOf } from '../../src/lab/branches.ts'
import type { Selection } from '../../src/lab/cells.ts'
import { centralValues, priorDraws } from '../../src/lab/draws.ts'
import { type Collector, collectorFor } from '../../src/lab/ensemble.ts'
import { GROUP_MEASURES, GROUPS } from '../../src/lab/groups/groups.ts'
import { groupsOf } from '../../src/lab/groups/member.ts'
import { groupRows, groupValues } from '../../src/lab/groups/rows.ts'
import { tablesOf } from '../../src/lab/households.ts'
import type { JobResult, Plan } from '../../src/lab/member.ts'
import type { Resolved } from '../../src/lab/scenario/types.ts'
import { model } from '../../src/system/model.ts'

const NOBODY = { farm: false, coca: 0, trees: 0, contract: false, children: 0, poor: false, indigenous: 0.1 }

describe('a household', () => {
  test('has one livelihood, from its plots', () => {
    const livelihoods = (of: Partial<typeof NOBODY>) =>
      groupsOf({ ...NOBODY, ...of }).filter((id) => GROUPS.some((one) => one.id === id && one.kind === 'livelihood'))
    expect(livelihoods({})).toEqual(['town'])
    expect(livelihoods({ farm: true })).toEqual(['other-farms'])
    expect(livelihoods({ farm: true, trees: 0.3 })).toEqual(['trees'])
    expect(livelihoods({ farm: true, trees: 3, coca: 0.06 })).toEqual(['coca-small'])
    expect(livelihoods({ farm: true, coca: 0.5 })).toEqual(['coca-large'])
  })

  test('may be in more groups', () => {
    const all = groupsOf({ ...NOBODY, farm: true, contract: true, children: 2.4, poor: true, indigenous: 0.71 })
    expect(all).toEqual(['other-farms', 'contract', 'poor', 'many-children', 'indigenous-most'])
  })
})

describe('figures of groups', () => {
  const SELECTION: Selection = {
    ...{ outcomes: ['population', 'poverty_rate', 'household_income'], years: [2004, 2006] },
    ...{ districts: [], districtYears: [], monthly: [], groups: { since: 2003, years: [2004, 2006] } },
  }
  let plan: Plan
  let collector: Collector
  let branched: JobResult
  let whole: JobResult

  beforeAll(async () => {
    const lab = await openLaboratory()
    const [history] = resolveAll(lab, ['history'], 'test') as [Resolved]
    const span = { from: 2004, to: 2006 }
    const reference = { ...history, card: { ...history.card, span } }
    const crews = { ...reference, levers: { ...reference.levers, forced_eradication: crewsFrom(reference, 60) } }
    plan = { scenarios: [reference, crews], draws: priorDraws(1, 5), months: 84, selection: SELECTION }
    const { facts, frame, pack } = lab
    const population = populationOf(facts, centralValues(pack.parameters, model.switches), { sample: 200, seed: 1 })
    const code = codeOf(lab)
    const boot = { facts, frame, population, tables: tablesOf(facts, frame), parameters: pack.parameters }
    whole = openTask({ ...boot, code, plan })({ index: 0, draw: 2 })
    const run = branchesOf({ ...boot, model, machine: attach(model.state, model.mechanisms, code), room: 1e8 }).open(
      plan,
    )
    const ended = (turns: ReturnType<typeof run>) => {
      for (;;) {
        const turn = turns.next()
        if (turn.done) return turn.value
      }
    }
    ended(run({ index: 0, draw: 2 }))
    // the second time from the kept past
    branched = ended(run({ index: 0, draw: 2 }))
    collector = collectorFor(plan, model, frame)
    collector.add(whole)
  }, 60_000)

  const of = (group: string, measure: string, year = 2004, scenario = 0) =>
    groupValues(collector, scenario, group, measure, year)[0] as number
  const outcome = (name: string, year = 2004) => {
    const line = collector.cells.lines.find((one) => one.outcome === name && one.shownIn.includes('default'))
    return whole.members[0]?.[(line?.offset ?? 0) + year - 2004] as number
  }
  const sum = (kind: string, measure: string) =>
    GROUPS.filter((one) => one.kind === kind).reduce((all, { id }) => all + of(id, measure), 0)

  test('are the same bits in a whole run and in one that goes on from a kept past', () => {
    expect(branched.members).toEqual(whole.members)
  })

  test('add up: every household has one livelihood, one purse and one kind of place', () => {
    for (const kind of ['means', 'place']) {
      expect(sum(kind, 'persons')).toBeCloseTo(sum('livelihood', 'persons'), 3)
      expect(sum(kind, 'slots')).toBe(sum('livelihood', 'slots'))
    }
  })

  test("say what the model's own outcomes say, but for newcomers and the month of counting", () => {
    const persons = sum('livelihood', 'persons')
    expect(persons / outcome('population')).toBeGreaterThan(0.85)
    expect(persons / outcome('population')).toBeLessThanOrEqual(1)
    const mean = (measure: string) =>
      GROUPS.filter(({ kind }) => kind === 'livelihood').reduce(
        (all, { id }) => all + (of(id, measure) * of(id, 'persons')) / persons,
        0,
      )
    expect(Math.abs(mean('income') / outcome('household_income') - 1)).toBeLessThan(0.1)
    expect(Math.abs(mean('poverty_rate') - outcome('poverty_rate'))).toBeLessThan(0.1)
  })

  test('follow the households: whoever left stays away', () => {
    const peopled = GROUPS.filter(({ id }) => of(id, 'slots') > 0)
    expect(peopled.length).toBeGreaterThan(8)
    for (const { id } of peopled) expect(of(id, 'left', 2006)).toBeGreaterThanOrEqual(of(id, 'left', 2004))
    expect(of('poor', 'left', 2006)).toBeGreaterThan(0)
    for (const { id } of GROUPS) expect(of(id, 'slots', 2006)).toBe(of(id, 'slots', 2004))
  })

  test('differ between policies only after these part, and small groups are kept back', () => {
    expect(of('coca-large', 'coca_area', 2004, 1)).toBe(of('coca-large', 'coca_area', 2004))
    expect(of('coca-large', 'coca_area', 2006, 1)).toBeLessThan(of('coca-large', 'coca_area', 2006))
    const rows = groupRows(collector)
    expect(rows).toHaveLength(2 * 2 * GROUPS.length * (GROUP_MEASURES.length - 1))
    const few = GROUPS.filter(({ id }) => of(id, 'slots') < 20).map(({ id }) => id as string)
    expect(new Set(rows.filter(({ suppressed }) => suppressed).map(({ group }) => group))).toEqual(new Set(few))
    expect(few).toContain('contract')
  })

  test('cost nothing where nobody asks', () => {
    const { groups: _, ...plain } = SELECTION
    const cells = collectorFor({ ...plan, selection: plain }, model, { districts: [], zones: [] }).cells
    expect(cells.groups).toBeUndefined()
  })
})

function crewsFrom({ levers }: Resolved, from: number) {
  const lever = levers.forced_eradication
  if (lever === undefined) throw new Error('the lever has another name')
  const hectares = Float64Array.from(lever.fields.hectares_per_year ?? [], (was, month) => (month < from ? was : 9000))
  return { ...lever, fields: { ...lever.fields, hectares_per_year: hectares } }
}
