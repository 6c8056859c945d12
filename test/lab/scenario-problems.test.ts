import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError, type Problem } from '../../src/evidence/problem.ts'
import { MAX_BYTES } from '../../src/lab/document.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { vocabulary } from './shipped.ts'

const title = 'title: {en: A, es: B}\n'
const read = (text: string) => readScenarios({ 'x.yaml': text }, vocabulary)
const tell = ({ line, field, what, expected, todo }: Problem) =>
  `${line} ${field ?? ''}: ${what} | ${expected} | ${todo}`
const only = (text: string): string => {
  const { problems } = read(text)
  expect(problems.map(tell)).toHaveLength(1)
  return tell(problems[0] as Problem)
}

test('an unknown lever, field, world choice, switch or key names the nearest known one and the line', () => {
  expect(only(`${title}levers:\n  forced_eradicaton: {hectares_per_year: 1}\n`)).toMatch(
    /^3 levers\.forced_eradicaton: .*not known.*write "forced_eradication"/,
  )
  expect(only(`${title}levers:\n  forced_eradication:\n    hectares_year: 1\n`)).toMatch(
    /^4 .*write "hectares_per_year"/,
  )
  expect(only(`${title}world: {cacao_prize: high}\n`)).toMatch(/^2 world\.cacao_prize.*write "cacao_price"/)
  expect(only(`${title}world: {cacao_price: hig}\n`)).toMatch(/^2 world\.cacao_price.*write "high"/)
  expect(only(`${title}model: {frontier: return}\n`)).toMatch(/^2 model\.frontier: .*"return-led"/)
  expect(only(`${title}lever: {}\n`)).toMatch(/^2 lever: .*write "levers"/)
})

test('a value out of range, of the wrong kind or in no unit is told with its range', () => {
  expect(only(`${title}levers:\n  roads: {km_per_year: 4000}\n`)).toMatch(
    /^3 levers\.roads\.km_per_year: 4000 is out of range \| at most 400/,
  )
  expect(only(`${title}levers:\n  roads: {km_per_year: -1}\n`)).toMatch(/at least 0/)
  expect(only(`${title}levers:\n  roads: {km_per_year: 10 km}\n`)).toMatch(/"10 km" is of the wrong kind \| a number/)
  expect(only(`${title}levers:\n  roads: {km_per_year: .nan}\n`)).toMatch(/roads\.km_per_year/)
  expect(only(`${title}levers:\n  roads: {km_per_year: .inf}\n`)).toMatch(/roads\.km_per_year/)
  expect(only(`${title}levers:\n  air_interdiction: {rule: letal}\n`)).toMatch(/write "lethal"/)
  expect(
    only(
      `${title}levers:\n  roads:\n    km_per_year:\n      - {from: 2026-01, value: 3}\n      - {from: 2027-01, value: 3000}\n`,
    ),
  ).toMatch(/^6 levers\.roads\.km_per_year\.1\.value: 3000 is out of range/)
})

test('dates: no month, outside the model, out of order, end before start', () => {
  expect(only(`${title}levers:\n  roads: {km_per_year: 4, start: 2026}\n`)).toMatch(/start/)
  expect(only(`${title}levers:\n  roads: {km_per_year: 4, start: 2026-13}\n`)).toMatch(
    /^3 levers\.roads\.start: "2026-13" is not a month/,
  )
  expect(only(`${title}levers:\n  roads: {km_per_year: 4, start: 1999-12}\n`)).toMatch(/outside the model's time/)
  expect(only(`${title}levers:\n  roads: {km_per_year: 4, start: 2036-01}\n`)).toMatch(/outside the model's time/)
  expect(only(`${title}levers:\n  roads: {km_per_year: 4, start: 2027-01, end: 2026-01}\n`)).toMatch(
    /does not come after the start/,
  )
  expect(
    only(`${title}levers:\n  roads: {km_per_year: [{from: 2027-01, value: 1}, {from: 2026-01, value: 2}]}\n`),
  ).toMatch(/rising order/)
  expect(only(`${title}span: {from: 2030, to: 2026}\n`)).toMatch(/before it begins/)
})

test('places: unknown, ambiguous, and where a lever takes none', () => {
  expect(only(`${title}levers:\n  roads:\n    km_per_year: 3\n    districts: [Pichary, Kimbiri]\n`)).toMatch(
    /^5 .*districts\.0: "Pichary" is not a district.*write "Pichari"/,
  )
  expect(only(`${title}levers:\n  roads: {km_per_year: 3, districts: [Anco]}\n`)).toMatch(
    /names several districts.*050502.*090502/,
  )
  expect(only(`${title}levers:\n  outside_eradication: {hectares_per_year: 3, districts: all}\n`)).toMatch(
    /"districts" is not known here/,
  )
  expect(only(`${title}levers:\n  roads: {km_per_year: 3, districts: everywhere}\n`)).toMatch(
    /"all", "direct", "devida_zone"/,
  )
  expect(
    read(`${title}levers:\n  roads: {km_per_year: 3, districts: ['050503', 'Anco, La Mar', PICHARI]}\n`).problems,
  ).toEqual([])
})

test('all problems of a file come at once, sorted by line', () => {
  const { problems } = read(
    'title: {en: A}\nlevers:\n  roads: {km_per_year: 4000, kilometres: 1}\n  rods: {}\nworld: {climate: cold}\nspan: {from: 1990, to: 2035}\n',
  )
  expect(problems.map(({ line }) => line)).toEqual([1, 3, 3, 4, 5, 6])
})

test('what is no scenario at all', () => {
  expect(only('')).toMatch(/holds nothing/)
  expect(only('# only a comment\n')).toMatch(/nothing|mapping/)
  expect(only('- a\n- b\n')).toMatch(/not a mapping/)
  expect(only('just a text\n')).toMatch(/not a mapping/)
  expect(only(`${title}---\n${title}`)).toMatch(/^2 : a second document/)
  expect(only(`${title}title: {en: C, es: D}\n`)).toMatch(/^2 : this key stands twice/)
  expect(only('title: {en: A, es: B\n')).toMatch(/not readable as YAML/)
  expect(only('about: {en: A, es: B}\n')).toMatch(/title: this is missing/)
})

test('size and encoding', () => {
  expect(only(' '.repeat(10_000_000))).toMatch(/longer than 256 kB/)
  expect(only('\n'.repeat(MAX_BYTES))).toMatch(/holds nothing/)
  expect(only(`# a\ntitle: {en: A, es: Espa\uFFFDa}\n`)).toMatch(/^2 : a letter here is not valid UTF-8/)
  expect(only('\uFFFD\uFFFDt\0i\0t\0l\0e\0')).toMatch(/UTF-16/)
  expect(only('title: {en: A\u0000, es: B}\n')).toMatch(/UTF-16 or a binary file/)
  expect(read(`\uFEFF${title}`).problems).toEqual([])
})

test('an alias bomb is refused at once', () => {
  const rows = Array.from(
    { length: 12 },
    (_, k) =>
      `a${k}: &a${k} [${Array(9)
        .fill(k === 0 ? 'x' : `*a${k - 1}`)
        .join(', ')}]`,
  )
  expect(read(rows.join('\n')).problems.map(({ code }) => code)).toContain('aliases')
})

test('names: twice, unknown parents, circles, a parent that is broken', () => {
  const both = readScenarios({ 'a/mine.yaml': title, 'b/Mine.yml': title }, vocabulary)
  expect(both.problems.map(tell)).toEqual([expect.stringMatching(/"Mine" is also in a\/mine\.yaml/)])
  const gap = readScenarios({ 'a.yaml': `${title}from: basline\n`, 'baseline.yaml': title }, vocabulary)
  expect(gap.problems.map(tell)).toEqual([
    expect.stringMatching(/^2 from: there is no scenario "basline".*write "baseline"/),
  ])
  const circle = readScenarios(
    { 'a.yaml': `${title}from: b\n`, 'b.yaml': `${title}from: c\n`, 'c.yaml': `${title}from: a\n` },
    vocabulary,
  )
  expect(circle.problems.map(({ code }) => code)).toEqual(['cycle', 'cycle', 'cycle'])
  const self = readScenarios({ 'a.yaml': `${title}from: a\n` }, vocabulary)
  expect(self.problems.map(({ code }) => code)).toEqual(['cycle'])
  const broken = readScenarios({ 'a.yaml': `${title}from: b\n`, 'b.yaml': 'title: 3\n' }, vocabulary)
  expect(broken.problems.map(({ file }) => file)).toEqual(['b.yaml'])
  expect(() => resolve('a', broken.scenarios, vocabulary)).toThrow(InputError)
  expect(() => resolve('bse', new Map(), vocabulary)).toThrow(InputError)
})

test('no text makes the reader throw', () => {
  const word = fc.constantFrom(
    'title',
    'levers',
    'roads',
    'km_per_year',
    'from',
    'value',
    '2026-01',
    '&a',
    '*a',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '-',
    '\n',
    ' ',
    '"',
    '1e999',
    'null',
    '!!binary',
    '? ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      ),
      (text) => {
        for (const problem of read(text).problems) expect(problem.what.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 60 },
  )
})
