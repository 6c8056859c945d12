// docs/write-a-mechanism.md: its rules compile, its step does what its header says, its messages are those of the compiler.
import { expect, describe as group, test } from 'vitest'
import { buildMachine, createWorld, ruleDeclarations, simulate, type World } from '#dist/src/engine/index.js'
import { policyOf } from '#dist/src/lab/policy.js'
import { compile, lower, Refused } from '#dist/src/language/index.js'
import { describe } from '#dist/src/report/description/describe.js'
import { gapsOf } from '#dist/src/report/description/gaps.js'
import { central, laboratory, population, scenarios, tables } from '../system/valley.ts'
import { blocks, files } from './page.ts'
import { extended, leanMonths, parameters, savingsGroups } from './valley.ts'

const { model, texts } = extended
const ruleFiles = Object.fromEntries(model.ruleFiles.map((file) => [file, texts[file] ?? '']))
const WORDS = `import { abs, floor, max, min, quantity, sqrt } from '../../language/prim.ts'
import { clamp, curve, exp, log, logistic, logit, pick, pow, step } from '../../language/std.ts'
import { rule } from '../rule.ts'
`
/** A rule file of the guide: what it imports comes last, so that lines count from the first line shown. */
const FILE = 'src/system/farm/lean-months.ts'
const fileOf = (text: string) => ({
  'src/language/std.ts': texts['src/language/std.ts'] ?? '',
  [FILE]: `${text}\n${WORDS}`,
})
const namesIn = (text: string) => [...text.matchAll(/export const (\w+) = rule\(/g)].map((match) => match[1] ?? '')
const compiled = (text: string) => {
  const own = fileOf(text)
  return compile(own, { run: namesIn(text) }, ruleDeclarations(model.state, { ...ruleFiles, ...own }, model.parameters))
}

group('rules of the guide', () => {
  const rules = blocks.filter(({ mark }) => mark === 'rule')
  test.each(rules.map(({ line, text }) => [line, text] as const))('line %i', (_, text) => {
    expect(namesIn(text)).toHaveLength(1)
    expect(compiled(text).bytes.length).toBeGreaterThan(100)
  })
  test('there are some', () => expect(rules.length).toBeGreaterThan(4))
})

/** As the guide shows a refusal. */
function messageOf(text: string): string {
  try {
    compiled(text)
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
  return 'nothing is wrong with it'
}

group('what the compiler says', () => {
  const refused = blocks.flatMap((block, k) =>
    block.mark === 'refused' ? [[block.line, block.text, blocks[k + 1]] as const] : [],
  )
  test.each(refused)('line %i', (_, text, shown) => {
    expect(shown?.language).toBe('text')
    expect(messageOf(text)).toBe(shown?.text)
  })
  test('there are some', () => expect(refused.length).toBeGreaterThan(6))
})

group('the mechanisms of the guide', () => {
  const values: Record<string, number> = {
    ...central,
    ...Object.fromEntries(parameters.map((one) => [one.name, one.central])),
  }
  const params = values as unknown as World<Parameters<typeof savingsGroups.step>[0]>['moment']['p']
  const households = {
    ...population,
    columns: { ...population.columns, reserve: new Float32Array(population.id.length) },
  }
  const touched = { read: new Set<string>(), write: new Set<string>(), draw: new Set<string>() }
  const run = (switchedOff: readonly string[]) => {
    const machine = buildMachine(model.state, model.mechanisms, ruleFiles, model.parameters, { switchedOff })
    const world = createWorld(machine, households, tables, {
      watch({ mechanism, kind, name }) {
        if (mechanism === savingsGroups.id && switchedOff.length === 0) touched[kind].add(name)
      },
    })
    const resolved = scenarios.history as NonNullable<(typeof scenarios)[string]>
    const policy = policyOf(resolved)
    simulate(world, {
      params,
      lever: (month) => policy.at(month),
      world: model.makeWorld(laboratory.facts, params, resolved.card.world, 1),
      seed: 1,
      months: 6,
      start: (moment) => model.start(moment, laboratory.facts),
    })
    const groups = world.moment.district.map((d) => (d as unknown as { groups: number }).groups)
    return { reserve: world.column('reserve'), groups }
  }

  test('lack nothing that the description asks for', () => {
    expect(Object.keys(files)).toEqual(
      [leanMonths, savingsGroups].map(({ id }) => expect.stringContaining(`/${id}.ts`)),
    )
    expect(gapsOf(extended, describe(extended))).toEqual([])
    for (const { claims } of [leanMonths, savingsGroups])
      for (const five of claims === 'judgement' ? [] : Object.values(claims)) expect(five.split(' ')).toHaveLength(5)
  })

  test('do something, and nothing when they are off', () => {
    const on = run([])
    expect(on.reserve.some((value) => value > 0)).toBe(true)
    expect(on.groups.some((value) => value > 0)).toBe(true)
    const off = run([leanMonths.id, savingsGroups.id])
    expect(off.reserve.every((value) => value === 0)).toBe(true)
    expect(off.groups.every((value) => value === 0)).toBe(true)
  })

  test('the lists of the step are what it touches', () => {
    const own = (names: ReadonlySet<string>) => [...names].filter((name) => !name.startsWith('p.')).sort()
    expect(own(touched.read)).toEqual(savingsGroups.reads)
    expect(own(touched.write)).toEqual(savingsGroups.writes)
    const asked = [...touched.read].filter((name) => name.startsWith('p.')).map((name) => name.slice(2))
    expect(asked.sort()).toEqual(savingsGroups.parameters)
    expect([...touched.draw]).toEqual(['groups'])
  })

  test('the rule moves money between purse and reserve, and tells the sum', () => {
    const [rule] = lower(ruleFiles, ['leanMonths'], ruleDeclarations(model.state, ruleFiles, model.parameters)).rules
    expect([...(rule?.writes ?? [])].sort()).toEqual(['h.cash', 'h.reserve', 'o.reservePen'])
  })
})
