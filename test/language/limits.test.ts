// What a rule file may not be: endless, bottomless, or two meanings of one number. Each is said, and soon.
import { describe, expect, test } from 'vitest'
import { compile, type LanguageProblem, Refused } from '../../src/language/index.ts'
import { library, ruleFile } from './fixture/files.ts'
import { state } from './fixture/village_state.ts'

function problems(files: Record<string, string>, ...names: string[]): readonly LanguageProblem[] {
  try {
    compile(files, Object.fromEntries(names.map((name) => [`k_${name}`, [name]])), state, { drawOnce: true })
  } catch (error) {
    if (error instanceof Refused) return error.problems
    throw error
  }
  return []
}
const body = (text: string, before = '') => problems(ruleFile(text, before), 'x')

describe('size', () => {
  test('a file of a megabyte', () => {
    const files = ruleFile(`  h.cash = h.cash\n${`  // ${'x'.repeat(90)}\n`.repeat(11_000)}`)
    expect(problems(files, 'x')).toMatchObject([
      { file: 'rules/x.ts', line: 1, what: expect.stringMatching(/has 1\d{6} characters/) },
    ])
  })

  test.each([
    [
      'loops within loops',
      'let x = h.skill\n  for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) for (let c = 0; c < 60; c++) x = x + h.skill * (a + b + c)\n  h.status = x',
      '',
    ],
    [
      'helpers that call helpers',
      'h.status = f9(h.skill)',
      [
        'const f0 = (a: number): number => a * a',
        ...Array.from(
          { length: 9 },
          (_, k) => `const f${k + 1} = (a: number): number => f${k}(f${k}(f${k}(f${k}(a))))`,
        ),
      ].join('\n'),
    ],
  ])('%s', (_, text, before) => {
    expect(body(`  ${text}`, before)).toMatchObject([
      { file: 'rules/x.ts', what: expect.stringContaining('grow too long') },
    ])
  })
})

describe('depth', () => {
  test.each([
    ['brackets', `h.cash = ${'('.repeat(20_000)}h.cash${')'.repeat(20_000)}`],
    ['terms', `h.cash = h.cash${' + h.cash'.repeat(12_000)}`],
    [
      'a loop',
      'let x = h.skill\n  for (let a = 0; a < 50; a++) for (let b = 0; b < 50; b++) x = x * x + a\n  h.status = x',
    ],
  ])('%s', (_, text) => {
    const found = body(`  ${text}`)
    expect(found).toHaveLength(1)
    expect(found[0]?.what).toMatch(/nested too deeply|one after another|grow too long/)
  })
})

describe('a number that is drawn at two places', () => {
  test('of one rule', () => {
    expect(body("  const a = draw('birth')\n  const b = draw('birth')")).toMatchObject([
      {
        line: 7,
        column: 13,
        what: expect.stringMatching(/^draw\('birth'\) is drawn in line 6 already/),
        instead: expect.stringContaining("draw('birth', 1)"),
      },
    ])
  })

  test('of two rules, in two kernels', () => {
    const files = ruleFile("  h.status = draw('birth')")
    const other = (files['rules/x.ts'] ?? '').replace('const x ', 'const y ')
    expect(problems({ ...files, 'rules/y.ts': other }, 'x', 'y')).toMatchObject([
      { file: 'rules/y.ts', what: expect.stringMatching(/is drawn by x \(rules\/x\.ts:6:14\) already/) },
    ])
  })

  test('is no mistake with another index, in a loop, or in a rule of two kernels', () => {
    expect(body("  const a = draw('birth')\n  const b = draw('birth', 1)")).toEqual([])
    expect(body("  for (let k = 0; k < 3; k++) h.status = draw('birth', k)")).toEqual([])
    const files = { ...library, ...ruleFile("  h.status = draw('birth')") }
    expect(() => compile(files, { one: ['x'], two: ['x'] }, state, { drawOnce: true })).not.toThrow()
  })
})
