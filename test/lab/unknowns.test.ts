import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unpackStudy } from '../../src/lab/study/pack.ts'
import { optionName, parameterNames, retold, unknownName } from '../../src/lab/unknowns/unknowns.ts'
import { parameters } from '../../src/system/parameters.ts'
import { switches } from '../../src/system/switches.ts'
import { root } from './shipped.ts'

const known = readFileSync(join(root, 'data/parameters.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => (line === '' ? [] : [line.slice(0, line.indexOf(','))]))

describe('every unknown has a name in both languages', () => {
  test('each parameter of the table, and nothing that is none', () => {
    expect(Object.keys(parameterNames).sort()).toEqual([...known].sort())
    expect(Object.keys(parameters).filter((name) => unknownName(name) === undefined)).toEqual([])
  })

  test('what the posterior fitted and weighed', () => {
    const { marginals, influences } = JSON.parse(readFileSync(join(root, 'data/posterior/summary.json'), 'utf8'))
    const nameless = [...marginals, ...influences].filter(({ name }) => unknownName(name) === undefined)
    expect(nameless).toEqual([])
  })

  test('every option of every rival mechanism', () => {
    const nameless = Object.entries(switches).flatMap(([name, { options }]) =>
      options.filter((option) => optionName(`switch_${name}`, option) === undefined).map((option) => [name, option]),
    )
    expect(nameless).toEqual([])
  })

  test.each(['es', 'en'] as const)('short, plain, no two alike: %s', (language) => {
    const names = Object.values(parameterNames).map((told) => told[language])
    expect(names.filter((name) => name.length > 50 || name.includes('_') || name !== name.trim())).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

test('columns of the shipped study are read with these names', () => {
  const { study } = unpackStudy(readFileSync(join(root, 'data/studies/shipped/study.bin')))
  const drawn = study.uncertainties.filter(({ name }) => Object.hasOwn(parameters, name) || name.startsWith('switch_'))
  expect(drawn.length).toBeGreaterThan(50)
  for (const { name, es } of drawn)
    expect(name.startsWith('switch_') || parameterNames[name]?.es === es, name).toBe(true)
  // the rest are worlds and what came from outside, with words of their own
  const others = study.uncertainties.filter((one) => !drawn.includes(one))
  expect(others.filter(({ es, en }) => es === en)).toEqual([])
})

test('columns that were written down with other words are read in the words of today', () => {
  const number = { kind: 'number', name: 'demand_growth_history', unit: '1/yr', en: 'x', es: 'x' } as const
  expect(retold(number).es).toBe('aumento de la demanda de hoja hasta 2024')
  const option = { name: 'net-back', en: 'net-back', es: 'net-back' }
  const choice = { kind: 'choice', name: 'switch_leaf_price', en: 'x', es: 'x', options: [option] } as const
  expect(retold(choice)).toMatchObject({
    es: '¿Quién fija el precio de la hoja?',
    options: [{ es: 'el precio en la frontera' }],
  })
  const foreign = { kind: 'number', name: 'my_own', unit: '1', en: 'mine', es: 'mío' } as const
  expect(retold(foreign)).toEqual(foreign)
})
