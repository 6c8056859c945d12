import { describe, expect, it } from 'vitest'
import {
  type Access,
  attach,
  buildMachine,
  type Code,
  type Mechanism,
  ModelError,
  type RuleStage,
  type StepMechanism,
  simulate,
  withoutSteps,
} from '../../src/engine/index.ts'
import { Refused } from '../../src/language/index.ts'
import { market, mechanisms, rain } from './toy/mechanisms.ts'
import { FILES, hashAfter, machineOf, run, worldOf } from './toy/model.ts'
import { params, state, type Toy } from './toy/state.ts'

const rules = (code: Code) => code.stages.filter((stage): stage is RuleStage => stage.kind === 'rules')
const rule = mechanisms.find((one) => one.kind === 'rule')

describe('a machine', () => {
  it('fuses neighbouring rules that the same households run, and keeps steps in between', () => {
    const order = machineOf().code.stages.map((stage) => (stage.kind === 'step' ? stage.mechanism : stage.rules))
    expect(order).toEqual(['rain', ['harvest', 'save'], 'market', ['choose', 'settle']])
    const [, harvest, save, , choose, settle] = mechanisms
    const next = [harvest, save, choose, settle] as Mechanism<Toy>[]
    expect(rules(machineOf({}, next).code).map((stage) => stage.when)).toEqual(['monthly', 'review'])
  })

  it('knows what its rules touch', () => {
    const { uses } = machineOf().code
    expect(uses.harvest?.draws).toEqual(['weather'])
    expect(uses.harvest?.reads).toContain('d.price')
    expect(uses.settle?.writes).toEqual(expect.arrayContaining(['h.land', 'h.reviews', 'o.reviewed']))
  })

  it('holds the parameters that rules mention and no others', () => {
    expect([...machineOf().code.params].sort()).toEqual(['grow', 'kept', 'like', 'need'])
  })

  it('travels as plain data', () => {
    const machine = machineOf()
    const there = attach(state, mechanisms, structuredClone(machine.code))
    expect(hashAfter(worldOf(200, 3, there))).toBe(hashAfter(worldOf(200, 3, machine)))
    expect(() => attach(state, [], machine.code)).toThrow(ModelError)
  })

  it('runs on shared memory with the same bits', () => {
    const shared = machineOf({ shared: true })
    expect(hashAfter(worldOf(200, 3, shared))).toBe(hashAfter(worldOf(200, 3)))
  })

  it('runs without any rule', () => {
    const world = worldOf(10, 2, machineOf({}, [rain]))
    simulate(world, run)
    expect(world.moment.valley.shock).not.toBe(0)
  })
})

describe('switching off', () => {
  const runWithout = (switchedOff: string[]) => {
    const world = worldOf(300, 3, machineOf({ switchedOff }))
    simulate(world, run)
    return world
  }

  it('puts the stand-in of a rule in its place', () => {
    expect(
      runWithout([])
        .column('cash')
        .some((cash) => cash > 0),
    ).toBe(true)
    expect(
      runWithout(['save'])
        .column('cash')
        .every((cash) => cash === 0),
    ).toBe(true)
    const [land, kept] = [runWithout(['choose']), worldOf(300, 3)].map((world) => [...world.column('land')])
    expect(land).toEqual(kept)
  })

  it('calls `without` of a step, or nothing', () => {
    expect(runWithout(['rain']).moment.district.every((row) => row.rain === 1)).toBe(true)
    const still = runWithout(['market'])
    expect(still.moment.valley.stock).toBe(0)
    expect(still.moment.district.map((row) => row.price)).toEqual([5, 5.1, 5.2])
  })

  it('needs no compiler for steps', () => {
    const off = withoutSteps(machineOf(), ['rain'])
    expect(hashAfter(worldOf(300, 3, off))).toBe(runWithout(['rain']).hash())
    expect(() => withoutSteps(machineOf(), ['save'])).toThrow(RangeError)
  })
})

describe('a schedule that does not fit', () => {
  const faultsOf = (order: readonly Mechanism<Toy>[], switchedOff: string[] = []) => {
    try {
      machineOf({ switchedOff }, order)
    } catch (error) {
      if (error instanceof ModelError) return error.faults.map((fault) => `${fault.where}: ${fault.what}`)
      throw error
    }
    return []
  }
  const step = (change: Partial<StepMechanism<Toy>>): Mechanism<Toy> => ({ ...market, ...change })
  const byRule = (change: object) => ({ ...rule, ...change }) as Mechanism<Toy>

  it.each([
    ['an unknown rule', [byRule({ rule: 'reap' })], 'names the rule reap'],
    ['an unknown stand-in', [byRule({ without: 'rest' })], 'names the stand-in rest'],
    ['an unknown file', [byRule({ file: 'lost.ts' })], 'names the file lost.ts'],
    ['an unknown column in reads', [step({ reads: ['district.prize'] })], 'reads district.prize'],
    ['an unknown table in reads', [step({ reads: ['household.cash'] })], 'reads household.cash'],
    ['a write to a fixed column', [step({ writes: ['district.area'] })], 'writes district.area'],
    ['a write to a sum', [step({ writes: ['sum.output'] })], 'writes sum.output'],
    ['a write to a lever', [step({ writes: ['lever.push'] })], 'writes lever.push'],
    ['an unknown parameter', [step({ parameters: ['pul'] })], 'names the parameter pul'],
    ['an id twice', [rain, rain], 'is in the schedule twice'],
  ])('names %s', (_, order, what) => {
    expect(faultsOf(order).join()).toContain(what)
  })

  it('names an unknown mechanism that is switched off, and all faults at once', () => {
    expect(faultsOf([step({ reads: ['valley.gold'], parameters: ['gold'] })], ['nothing'])).toHaveLength(3)
  })

  it('refuses names that rows need themselves, and an id column', () => {
    const wrong = {
      ...state,
      household: { ...state.household, id: { unit: '1', about: 'id' } },
      zone: { index: { unit: '1', about: 'index' } },
    }
    expect(() => buildMachine(wrong, [], FILES, params)).toThrow(/state\.zone\.index.*\n.*state\.household\.id/)
  })

  it('leaves the text of rules to the compiler', () => {
    const [, , save] = mechanisms
    expect(() => machineOf({}, [save as Mechanism<Toy>])).toThrow(Refused)
  })
})

describe('watching', () => {
  it('tells what each step touches, just what it says of itself', () => {
    const seen: Access[] = []
    const world = worldOf(50, 3, machineOf(), { watch: (access) => seen.push(access) })
    simulate(world, { ...run, months: 2 })
    const names = (mechanism: string, kind: Access['kind']) =>
      [...new Set(seen.filter((one) => one.mechanism === mechanism && one.kind === kind).map((one) => one.name))].sort()
    expect(names('market', 'read')).toEqual([...market.reads, 'p.pull'].sort())
    expect(names('market', 'write')).toEqual([...market.writes].sort())
    expect(names('rain', 'read')).toEqual([...rain.reads])
    expect(names('rain', 'write')).toEqual([...rain.writes].sort())
    expect(names('rain', 'draw')).toEqual(['rain', 'shock'])
    expect(hashAfter(world)).toBe(hashAfter(worldOf(50, 3)))
  })
})
