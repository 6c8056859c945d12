// What the description reads off the text of steps, their draws and switches, is what they do when they run.
import { expect, it } from 'vitest'
import { createWorld } from '#dist/src/engine/index.js'
import { describe } from '#dist/src/report/description/describe.js'
import { central, laboratory, machine, model, population, stretch, tables } from './valley.ts'

it('draws and switches of steps in the description are those of a run', () => {
  const seen = new Map(model.mechanisms.map(({ id }) => [id, { streams: new Set(), switches: new Set() }]))
  const world = createWorld(machine, population, tables, {
    watch({ mechanism = '', kind, name }) {
      if (kind === 'draw') seen.get(mechanism)?.streams.add(name)
      if (name.startsWith('p.switch_')) seen.get(mechanism)?.switches.add(name.slice('p.switch_'.length))
    },
  })
  // strikes all the time and families that move, so that every branch is taken
  const params = { ...central, strike_rate: 100, switch_moves_within: 1 } as unknown as (typeof world)['moment']['p']
  for (const [scenario, month] of [
    ['history', 0],
    ['eradication-30k', 330],
  ] as const) {
    stretch(world, params, { scenario, month, months: 14 })
  }
  const described = describe({ model, texts: laboratory.sources.model, pack: laboratory.pack }).mechanisms
  const steps = described.filter(({ kind }) => kind === 'step')
  expect(steps.flatMap(({ streams }) => streams).length).toBeGreaterThan(10)
  const drawn = steps.map(({ id }) => [id, [...(seen.get(id)?.streams ?? [])].sort()])
  expect(steps.map(({ id, streams }) => [id, streams])).toEqual(drawn)
  const asked = steps.map(({ id }) => [id, [...(seen.get(id)?.switches ?? [])].sort()])
  expect(steps.map(({ id, switches }) => [id, switches])).toEqual(asked)
})

it('draws, reads and writes of rules in the description are those of the machine', () => {
  const described = describe({ model, texts: laboratory.sources.model, pack: laboratory.pack }).mechanisms
  const long: Readonly<Record<string, string>> = { h: 'household', d: 'district', o: 'sum' }
  const named = (names: readonly string[]) => names.map((name) => name.replace(/^\w/, (table) => long[table] ?? table))
  for (const one of model.mechanisms) {
    if (one.kind !== 'rule') continue
    const found = described.find(({ id }) => id === one.id)
    const use = machine.code.uses[one.rule]
    expect(found?.streams).toEqual(use?.draws)
    expect(found?.writes).toEqual(named(use?.writes ?? []).sort())
    expect([...(found?.reads ?? []), ...(found?.parameters ?? []).map((name) => `p.${name}`)].sort()).toEqual(
      named(use?.reads ?? []).sort(),
    )
  }
})
