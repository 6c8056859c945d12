// Equations: readable as text, and accepted by KaTeX without a warning.
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { equations, lower } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules, ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { state as village } from './fixture/village_state.ts'

const rules = [...lower(demoFiles, demoRules, demo).rules, ...lower(villageFiles, villageRules, village).rules]

describe.each(rules)('$name', (rule) => {
  test.each(equations(rule))('$text', ({ tex, line }) => {
    expect(katex.renderToString(tex, { strict: 'error', throwOnError: true })).toContain('katex')
    expect(line).toBeGreaterThanOrEqual(rule.line)
  })
})

const textOf = (body: string) =>
  lower(ruleFile(body), ['x'], village).rules.flatMap((rule) => equations(rule).map(({ text }) => text))

test.each([
  ['h.cash += h.land * p.yieldOf * d.price', "cash[i]' = cash[i] + land[i] · yield of · price[d]"],
  ['const u = (h.skill - (1 - 2)) / (3 * h.skill)', 'u = (skill[i] - (1 - 2)) / (3 · skill[i])'],
  ["const u = draw('join') + draw('join', 2)", 'u = U(join) + U(join, 2)'],
  ["h.cash = quantity(5, 'PEN')", "cash[i]' = 5 PEN"],
  ['o.joined += h.status === 1 ? 1 : 0', 'joined += 1 if status[i] = 1, otherwise 0'],
  ['if (h.status !== 1 && h.skill > 0.5) h.cash = 0', "cash[i]' = 0   if status[i] ≠ 1 and skill[i] > 0.5"],
  ['const u = [1, 2].map(exp)[1]', 'u = exp((1, 2))[1]'],
])('%s', (body, expected) => {
  expect(textOf(body)).toEqual([expected])
})

test('a column is primed once it has its new value', () => {
  expect(textOf('h.cash = h.cash * 2\nh.cash = h.cash / 2')).toEqual([
    "cash[i]' = cash[i] · 2",
    "cash[i]' = cash[i]' / 2",
  ])
})

test('else reads as not', () => {
  expect(textOf('if (h.skill > 0.5) h.cash = 0\nelse h.land = 0').at(1)).toBe("land[i]' = 0   if not (skill[i] > 0.5)")
})
