import { describe, expect, test } from 'vitest'
import { compared } from '../../src/report/compared.ts'
import { grounds } from '../../src/report/section/grounds.ts'
import { levers } from '../../src/system/levers.ts'
import { around, comparison } from './fixture.ts'

const all = around().grounds ?? []
const c = compared(comparison(2))
const spent = (lever: string, p95 = 2) => [{ scenario: 'cacao-first', lever, p05: 0, p50: 1, p95 }]

describe('what a lever rests on', () => {
  test('every lever has its claims, with a source and a place in it', () => {
    expect(all.map(({ lever }) => lever)).toEqual(Object.keys(levers))
    for (const { lever, claims } of all) {
      const cited = levers[lever as keyof typeof levers].claims as string | object
      expect(claims.length, lever).toBe(cited === 'judgement' ? 0 : Object.keys(cited).length)
      for (const { source, locator, said } of claims) expect([source, locator, said.es, said.en]).not.toContain('')
    }
  })

  test('eradication is contested', () => {
    const eradication = all.find(({ lever }) => lever === 'forced_eradication')
    expect(eradication?.contested.map(({ id }) => id)).toContain('K5')
  })

  test('the report shows levers on which money is spent, and says judgement where there is no claim', () => {
    const html = grounds(c, [...spent('forced_eradication'), ...spent('announced_benefits'), ...spent('roads', 0)], all)
    expect(html).toContain('K5')
    expect(html).toContain('judgement alone')
    expect(html).not.toContain(levers.roads.en)
    expect(grounds(c, [], all)).toBe('')
  })

  test('markup in a claim stays text', () => {
    const evil = { en: '<img src=x>', es: '</script>' }
    const claims = [{ id: 'C1', said: evil, source: '<i>', locator: '"', url: 'javascript:alert(1)' }]
    const html = grounds(c, spent('roads'), [{ lever: 'roads', claims, contested: [] }])
    expect(html).not.toMatch(/<img|<\/script|<i>|javascript/)
  })
})
