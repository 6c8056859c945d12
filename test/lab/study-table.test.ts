// Tables that others write: read as studies, and every number that is none told where it stands; futures spread evenly.
import { describe, expect, test } from 'vitest'
import { priorDraws, runSeed } from '../../src/lab/draws.ts'
import { emaColumns, emaRows } from '../../src/lab/study/ema.ts'
import { futureSeed, planFutures } from '../../src/lab/study/futures.ts'
import { readStudyTable } from '../../src/lab/study/read-table.ts'
import { worldChoices } from '../../src/system/world.ts'

const YEARS = { from: 2025, to: 2035 }
const TABLE = `experiment,price,world,policy,poverty_rate,coca_area,failed
0,1.5,low,a,0.4,100,false
0,1.5,low,b,0.3,90,false
1,2.5,high,a,0.5,110,false
1,2.5,high,b,0.2,80,false
2,3.5,low,a,,,true
2,3.5,low,b,0.2,80,true
`
const read = (text: string) => readStudyTable(text, 'mine.csv', YEARS)

describe('a table of experiments', () => {
  test('becomes a study, and the study the table', () => {
    const { study, problems } = read(TABLE)
    expect(problems).toEqual([])
    if (study === undefined) throw new Error('no study')
    expect(study.policies.map(({ name }) => name)).toEqual(['a', 'b'])
    expect([...study.failed]).toEqual([0, 0, 1])
    expect(study.uncertainties.map(({ name, kind }) => [name, kind])).toEqual([
      ['price', 'number'],
      ['world', 'choice'],
    ])
    expect([...(study.outcomes[0]?.values ?? [])]).toEqual([0.4, 0.5, Number.NaN, 0.3, 0.2, 0.2])
    expect(study.outcomes.map(({ better }) => better)).toEqual(['less', 'open'])
    const columns = emaColumns(study)
    const rows = Array.from({ length: emaRows(study) }, (_, row) => columns.map(({ at }) => at(row) ?? '').join())
    expect([columns.map(({ name }) => name).join(), ...rows, ''].join('\n')).toBe(TABLE)
  })

  test('says where a number is none, row and column', () => {
    const { study, problems } = read(TABLE.replace('0.3,90', 'NaN,').replace('1,2.5,high,a,0.5', '1,2.5,high,a,x'))
    expect(study).toBeUndefined()
    expect(problems.map(({ line, field, what }) => [line, field, what])).toEqual([
      [4, 'poverty_rate', '"x" is not a number'],
      [3, 'poverty_rate', '"NaN" is not a number'],
      [3, 'coca_area', 'is empty'],
    ])
    const holes = read(TABLE.replace('0,1.5,low,a', '0,NaN,low,a'))
    expect(holes.problems[0]).toMatchObject({ line: 2, field: 'price' })
  })

  test('says what no study can be made of', () => {
    expect(read(TABLE.replace('1,2.5,high,b,0.2,80,false\n', '')).problems[0]?.what).toBe('experiment 1 is missing')
    expect(read(`${TABLE}2,3.5,low,b,0.2,80,true\n`).problems[0]?.what).toMatch(/twice/)
    expect(read('experiment,x\n0,1\n').problems[0]).toMatchObject({ field: 'policy' })
    expect(read('experiment,policy\n0,a\n').problems[0]?.what).toMatch(/after policy/)
    expect(read('').problems[0]?.code).toBe('empty')
    const many = read(`experiment,policy,y\n${Array.from({ length: 50 }, (_, k) => `${k},a,x\n`).join('')}`)
    expect(many.problems).toHaveLength(21)
    expect(many.problems.at(-1)?.what).toBe('30 more problems')
  })
})

describe('futures', () => {
  const futures = planFutures({ draws: priorDraws(1, 7), count: 20, seed: 3, worlds: worldChoices })

  test('use draws and options evenly, in an order keyed by the seed', () => {
    const uses = Array.from({ length: 7 }, (_, draw) => futures.filter((one) => one.draw === draw).length)
    expect(Math.max(...uses) - Math.min(...uses)).toBe(1)
    for (const [name, { options }] of Object.entries(worldChoices)) {
      const each = Object.keys(options).map(
        (option) => futures.filter(({ choices }) => choices[name] === option).length,
      )
      expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1)
    }
    expect(planFutures({ draws: priorDraws(1, 7), count: 20, seed: 3, worlds: worldChoices })).toEqual(futures)
    expect(planFutures({ draws: priorDraws(1, 7), count: 20, seed: 4, worlds: worldChoices })).not.toEqual(futures)
  })

  test('have a chance of their own, but for the first use of a draw', () => {
    const first = futures.filter(({ again }) => again === 0)
    expect(first.map((one) => futureSeed(1, one))).toEqual(first.map(({ draw }) => runSeed(1, draw)))
    expect(new Set(futures.map((one) => futureSeed(1, one))).size).toBe(futures.length)
  })
})
