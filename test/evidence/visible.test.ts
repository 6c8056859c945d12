import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/evidence/problem.ts'
import { hiddenIn, onOneLine, visible } from '../../src/evidence/visible.ts'

const HOSTILE = [
  '\u001b',
  '\u0007',
  '\u007f',
  '\u009b',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\r',
]

describe('hidden characters', () => {
  test.each([
    ['\u001b[2J', '␛[2J'],
    ['\u0007', '␇'],
    ['a\rb', 'a␍b'],
    ['\u0000', '␀'],
    ['\u007f', '\\u007f'],
    ['\u009b2J', '\\u009b2J'],
    ['a\u202eb', 'a\\u202eb'],
    ['\u2066\u2069', '\\u2066\\u2069'],
    ['\u200b\u2028\ufeff', '\\u200b\\u2028\\ufeff'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
    expect(visible(shown)).toBe(shown)
    expect(hiddenIn(text)).toMatch(/^U\+[0-9A-F]{4}$/)
  })

  test('all else stays as it is', () => {
    const text = 'El «niño» tenía 24\u202f000 ha\u00a0– 12 %\n\t● ≤ ≥ 漢字 👩'
    expect(visible(text)).toBe(text)
    expect(hiddenIn(text.replace(/[\n\t]/g, ''))).toBeUndefined()
  })

  test('JSON stays the same JSON', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(...HOSTILE, '\\', '"', 'u'), fc.string()), maxLength: 20 })
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const written = visible(JSON.stringify(value))
        expect(hiddenIn(written)).toBeUndefined()
        expect(JSON.parse(written)).toEqual(value)
      }),
    )
  })

  test('line ends become one blank', () => {
    expect(onOneLine('one \r\n two\u2028three\tfour')).toBe('one two three four')
  })

  test('a problem is one visible line', () => {
    const problem = { code: 'x', file: 'a\u202e.csv', line: 2, what: '\u001b[2Jsour\r\nce', expected: 'a', todo: 'b' }
    expect(formatProblem(problem)).toBe('a\\u202e.csv:2: ␛[2Jsour ce — expected a; do b')
  })
})
