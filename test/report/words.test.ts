import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clauses } from '../../src/report/clauses.ts'
import { HEADLINES } from '../../src/report/compared.ts'
import { fill, say, words } from '../../src/report/words.ts'

const folder = join(import.meta.dirname, '../../src/report')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'words.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

describe('messages', () => {
  test('every one is used', () => {
    const unused = Object.keys(words).filter((key) => !source.includes(`'${key}'`) && !source.includes(`words.${key}`))
    expect(unused).toEqual([])
  })

  test.each(Object.entries(words))('%s says the same in both languages', (_, { es, en }) => {
    expect(es.trim()).not.toBe('')
    expect(holes(en)).toEqual(holes(es))
  })

  test('a hole without a value is an error, not a blank', () => {
    expect(() => fill(words.simulations, {})).toThrow(/\{n\}/)
    expect(say('simulations', { n: 4 })).toEqual({ es: '4 simulaciones', en: '4 simulations' })
  })

  test('the answer speaks of headline outcomes only, people before coca', () => {
    const names = Object.keys(clauses)
    expect(names.every((name) => HEADLINES.includes(name))).toBe(true)
    expect(names.at(-1)).toBe('coca_area')
  })
})
