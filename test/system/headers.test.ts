import { beforeAll, describe, expect, it } from 'vitest'
import { createWorld } from '#dist/src/engine/index.js'
import type { Citations } from '../../src/engine/model.ts'
import { central, laboratory, machine, model, population, stretch, tables, texts } from './valley.ts'

const { mechanisms } = model
const steps = mechanisms.flatMap((one) => (one.kind === 'step' ? [one] : []))
const rules = mechanisms.flatMap((one) => (one.kind === 'rule' ? [one] : []))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => [id] as const)
const byId = new Map(mechanisms.map((one) => [one.id, one]))

/** Kept for those who check the books, and what gets reported. */
const BOOKS = [
  'valley.wagesAway',
  'valley.wagesLocal',
  'valley.reportedAttacks',
  'valley.reportedDeaths',
  'valley.reportedLeafPrice',
]

describe('every mechanism', () => {
  const claims = new Set(laboratory.pack.ledger.claims.map(({ id }) => id))
  /** Claims that are not in the ledger, or cited without five words on what they support. */
  const wrongCitations = (cited: Citations): string[] => {
    if (cited === 'judgement') return []
    const all = Object.entries(cited)
    const wrong = all.filter(([id, supports]) => !claims.has(id) || supports.split(' ').length !== 5)
    return all.length === 0 ? ['cites nothing and does not say judgement'] : wrong.map(([id]) => id)
  }

  it.each(ids(mechanisms))('%s says what it claims, on what grounds, and what it leaves out', (id) => {
    const one = byId.get(id) as (typeof mechanisms)[number]
    const sentence = /^[A-Z].{10,}[.]$/s
    expect(one.says).toMatch(sentence)
    expect(one.ignores).toMatch(sentence)
    expect(wrongCitations(one.claims)).toEqual([])
    const known = one.subsystems.every((name) => /^S([1-9]|1\d|2[0-8])$/.test(name))
    expect(known).toBe(true)
    if (!one.bookkeeping) expect(one.subsystems).not.toEqual([])
  })

  it('is in the schedule once, and all 28 subsystems have one that claims something', () => {
    expect(byId.size).toBe(mechanisms.length)
    const alive = new Set(mechanisms.filter((one) => !one.bookkeeping).flatMap(({ subsystems }) => subsystems))
    const all = Array.from({ length: 28 }, (_, k) => `S${k + 1}`)
    expect(all.filter((name) => !alive.has(name))).toEqual([])
  })

  it('and every lever rests on claims that are in the ledger', () => {
    expect(Object.values(model.levers).flatMap((lever) => wrongCitations(lever.claims))).toEqual([])
  })

  it('has the name of its file', () => {
    const files = Object.keys(laboratory.sources.model)
    expect(mechanisms.filter(({ id }) => !files.some((file) => file.endsWith(`/${id}.ts`)))).toEqual([])
  })

  it.each(ids(steps))('%s, a step, has an equation', (id) => {
    const { equation } = steps.find((one) => one.id === id) as (typeof steps)[number]
    expect(equation).not.toEqual([])
    for (const line of equation) expect(line.trim().length).toBeGreaterThan(5)
  })

  it.each(ids(rules))('%s, a rule, has its text with a sentence about it and about what stands in for it', (id) => {
    const { file, rule, without } = rules.find((one) => one.id === id) as (typeof rules)[number]
    for (const name of [rule, without]) {
      const before = (texts[file] ?? '').split(new RegExp(`\\nexport const ${name} = rule\\(`))
      expect(before).toHaveLength(2)
      expect(before[0]).toMatch(/\/\*\* .+ \*\/$/s)
    }
  })
})

describe('what a step touches is what its lists say', () => {
  const touched = new Map(steps.map(({ id }) => [id, { reads: new Set(), writes: new Set(), parameters: new Set() }]))
  const used = new Set<string>()
  const measured = new Set<string>()

  beforeAll(() => {
    const world = createWorld(machine, population, tables, {
      watch({ mechanism, kind, name }) {
        if (mechanism === undefined && kind === 'read') measured.add(name)
        const seen = touched.get(mechanism ?? '')
        if (seen === undefined || kind === 'draw') return
        if (name.startsWith('p.switch_')) used.add(name)
        else if (name.startsWith('p.')) seen.parameters.add(name.slice(2))
        else (kind === 'read' ? seen.reads : seen.writes).add(name)
      },
    })
    // Short stretches in which every branch of every step is taken; each goes on from the last, years later.
    const stretches = [
      { scenario: 'history', month: 0, months: 2, values: {} },
      { scenario: 'balanced', month: 312, months: 14, values: { switch_moves_within: 1 } },
      { scenario: 'eradication-30k', month: 330, months: 14, values: {} },
      {
        scenario: 'community-control',
        month: 350,
        months: 14,
        values: { risk_premium_threshold: 0, switch_frontier: 2 },
      },
    ]
    for (const { scenario, month, months, values } of stretches) {
      const params = { ...central, ...values } as unknown as (typeof world)['moment']['p']
      stretch(world, params, { scenario, month, months: months })
    }
    measured.clear()
    const { moment } = world
    for (const { of, num, den } of Object.values(model.measures))
      for (const row of of === 'valley' ? [moment.valley] : moment[of]) {
        num(row, moment)
        den?.(row, moment)
      }
  })

  it.each(ids(steps))('%s', (id) => {
    const step = steps.find((one) => one.id === id) as (typeof steps)[number]
    const seen = touched.get(id) as { reads: Set<string>; writes: Set<string>; parameters: Set<string> }
    expect({ reads: step.reads, writes: step.writes, parameters: step.parameters }).toEqual({
      reads: [...seen.reads].sort(),
      writes: [...seen.writes].sort(),
      parameters: [...seen.parameters].sort(),
    })
  })

  it('no step writes what no mechanism and no outcome reads', () => {
    const reads = new Set([
      ...steps.flatMap((step) => step.reads),
      ...Object.values(machine.code.uses).flatMap((use) => use.reads.map((name) => name.replace(/^d\./, 'district.'))),
    ])
    const written = [...new Set(steps.flatMap((step) => step.writes))]
    const idle = written.filter((name) => !reads.has(name) && !measured.has(name) && !BOOKS.includes(name))
    expect(idle).toEqual([])
  })

  it('every switch is read by a step', () => {
    expect([...used].sort()).toEqual(
      Object.keys(model.switches)
        .map((name) => `p.switch_${name}`)
        .sort(),
    )
  })
})
