// What an author reads when a rule leaves the language: the place, what is wrong, what to write instead.
import { describe, expect, test } from 'vitest'
import { compile, type Declarations, type LanguageProblem, Refused } from '../../src/language/index.ts'
import { library, ruleFile } from './fixture/files.ts'
import { state } from './fixture/village_state.ts'

function problems(
  files: Record<string, string>,
  decl: Declarations = state,
  names = ['x'],
): readonly LanguageProblem[] {
  try {
    compile(files, { run: names }, decl)
  } catch (error) {
    if (error instanceof Refused) return error.problems
    throw error
  }
  return []
}
/** As a command prints them, for a rule whose first statement is in line 1. */
const messages = (body: string, before = '') =>
  problems(ruleFile(body.replace(/^/gm, '  '), before)).map(
    ({ line, column, what, instead }) => `${line - 5}:${column} ${what} -> ${instead}`,
  )

describe.each([
  [
    'names',
    [
      ['h.chash = 1', /^1:5 h\.chash is not declared -> did you mean cash\?$/],
      ['const a = Math.exp(h.skill)', /^1:13 Math.… may give other bits.* -> import max/],
      ['h.cash = wages', /^1:12 wages is not known here -> a rule sees h, d, p, o, draw/],
      ['h["cash"] = 1', /^1:3 columns are named, not computed -> write h\.name$/],
      ['let a\nh.hope = a', /^2:12 a has no value yet -> give it one where it is declared$/],
      ['h.hope = d.price.x', /^1:12 this property is not known to rules/],
      ['h.ic = 3', /^1:5 h\.ic is not declared -> (?!.*\bid\b)/],
      ['const g = h\ng.cash = 0', /^1:13 h cannot get another name -> write h\.name/],
      ['h.id = 3', /h\.id tells households apart/],
      ['const a = h.id', /h\.id tells households apart/],
    ],
  ],
  [
    'assignments',
    [
      ['h.skill = 2', /h\.skill is declared fixed -> remove fixed/],
      ['d.price = 3', /d\.price is written by a household rule -> add to a sum/],
      ['p.eat += 3', /p\.eat is written by a household rule -> a parameter keeps its value/],
      ['o.joined = 1', /a sum only grows -> write o\.joined \+= …/],
      ['const a = o.people', /a sum is not known before the month is over/],
      ['const a = 1\na = 2', /^2:3 a cannot be assigned -> declare it with let/],
      ['[1, 2][0] = 3', /only columns, sums and let variables are assigned/],
      ['h.cash **= 2', /\*\*= is not translated/],
      ['h.hope = h.gain / h.land', /h\.gain is read before any rule of this month has written it/],
      ['if (h.cash > d.offer) h.gain = h.cash', /h\.gain gets a value in one branch only/],
      ['h.cash', /this statement changes nothing/],
      ['let k = 0\nk++', /\+\+ and -- are for the head of a loop -> write k \+= 1/],
      ['const { a } = h', /this form of declaration is not translated/],
      ['const a = (h.cash = 3)', /an assignment is not a value/],
    ],
  ],
  [
    'units',
    [
      ['h.cash += h.land', /^1:3 adds PEN and ha -> the two sides differ by PEN\/ha/],
      ['h.cash = h.cash + 0.9', /^1:12 adds PEN and a plain number -> make the number a parameter/],
      ['h.cash = h.cash * d.price', /h\.cash is in PEN; the assignment joins PEN and PEN\^2\/kg/],
      ['h.land = max(h.land, h.cash)', /max of ha and PEN/],
      ['const a = h.cash > h.land', /compares PEN and ha/],
      ['const a = h.skill > 0 ? h.cash : h.land', /the two cases give PEN and ha/],
      ['let a = h.cash\na = h.land', /the values of a are in PEN and ha/],
      ['const a = sqrt(h.cash)', /the root of PEN has no unit/],
      ['const a = exp(h.cash)', /^1:13 min of PEN and a plain number \(in src\/language\/std\.ts:\d+\)/],
      [
        'const a = logit([h.cash, h.cash], 0.5)',
        /^1:13 min of PEN and a plain number \(in src\/language\/std\.ts:\d+\) -> /,
      ],
      ['const a = log(h.cash)', /max of a plain number and PEN/],
      ["h.cash = quantity(h.land, 'PEN')", /the value has a unit already: ha/],
      [
        "h.cash = quantity(h.skill, 'PEN')",
        /quantity is for numbers as they are written -> multiply: … \* quantity\(1, 'PEN'\)/,
      ],
      ["h.cash += quantity(5, 'soles')", /^1:25 no declaration has the unit soles/],
      ["h.cash += quantity(5, 'PENN')", /no declaration has the unit PENN -> did you mean PEN\?/],
      ['const a = curve(h.cash, [0, 1, 2], [0, 1, 2])', /^1:\d+ .* \(in src\/language\/std\.ts:\d+\) -> /],
      ["h.cash = quantity(3, 'PEN per!')", /quantity needs a number and a unit/],
    ],
  ],
  [
    'conditions and operators',
    [
      ['if (h.cash) h.cash = 0', /^1:7 a number is used as a condition -> say what is meant/],
      ['h.land *= (h.status === 1)', /a condition is used as a number -> write \(condition \? 1 : 0\)/],
      ['if (h.status == 1) h.cash = 0', /== is not translated -> write ===/],
      ['h.status = h.status % 2', /% is not translated -> write x - floor/],
      ['h.status = h.status ** 2', /^1:14 \*\* is not translated -> write x \* x, or pow\(x, k\)/],
      ['const a = h.cash ?? h.cash', /a column always has a value -> leave \?\? out/],
      ['const a = ~h.status', /~ is not translated/],
      ["const a = 'poor'", /rules know numbers only/],
      ['h.cash = [h.cash]', /a number is needed here/],
    ],
  ],
  [
    'lists and loops',
    [
      ['const a = [1, 2, 3][h.status]', /the index differs between households -> use pick\(\)/],
      ['const a = [1, 2, 3][4]', /the list has 3 elements, asked for number 4/],
      ['const a = [1, , 3]', /the list has a hole/],
      ['for (const a of h.cash) h.cash = a', /a list of known length is needed here/],
      ['for (let k = 0; k < h.members; k++) h.cash += d.offer', /.*/],
      ['let n = 0\nfor (let k = 0; k < h.skill; k++) n += 1', /the loop length is not known in advance/],
      ['for (let k = 0; k < 1; k -= 1) h.cash += d.offer', /the loop takes more than 64 turns -> write a shorter loop/],
      ['const a = curve(1, [0, 1, 2], [0, 1])', /^1:13 the curve has 3 knots and 2 values -> write one value/],
      ['const a = curve(1, [0, 1], [0, 1, 2])', /the curve has 2 knots and 3 values/],
      ['while (h.cash > d.offer) h.cash -= d.offer', /a while loop has no length known in advance/],
      ['for (const k in h) h.cash = d.offer', /rules loop over lists of known length/],
      ['for (const k of [1, 2]) { break }', /a loop is unrolled and cannot be left early/],
    ],
  ],
  [
    'statements',
    [
      ['if (h.cash > d.offer) return', /a rule cannot stop half way/],
      ['switch (h.status) { case 1: h.cash = 0 }', /switch is not translated/],
      ['throw h.cash', /rules have no exceptions/],
      ['const a = new Map()', /rules create no objects/],
      ['const a = { b: 1 }', /rules create no objects/],
      ['const a = `x`', /rules know numbers only/],
      ['const a = [...[1]]', /lists have a known length/],
      ['class A {}', /ClassDeclaration is not translated/],
    ],
  ],
  [
    'draws',
    [
      ["const u = draw('havest')", /no stream of draws is called havest -> did you mean harvest\?/],
      ['const u = draw()', /a stream of draws is named/],
      ["const u = draw('birth', h.status)", /the index of a draw is not known in advance/],
      ["const u = draw('birth', 2048)", /the index of a draw is not known in advance/],
    ],
  ],
  [
    'calls',
    [
      ['const a = exp()', /argument a is missing/],
      ['const a = max(1)', /max takes 2 arguments, not 1/],
      ['const a = h.cash()', /this is not a helper function/],
      ['const a = [1].map()', /map needs a helper/],
    ],
  ],
] as [string, [string, RegExp][]][])('%s', (_, cases) => {
  test.each(cases)('%s', (body, message) => {
    expect(messages(body)[0]).toMatch(message)
  })
})

describe('helpers', () => {
  test.each([
    ['const f = (a: number): number => a + colour', 'f(1)', /^-1:38 colour is not known here/],
    ['const f = (a: number): number => f(a)', 'f(1)', /the helper calls itself -> write a loop/],
    ['const f = (a: number) => { const b = a }', 'f(1)', /a helper ends with return/],
    ['const f = ({ a }: { a: number }) => a', 'f(1)', /helpers take plain arguments/],
    ["import { g } from 'lodash'", 'g(1)', /g comes from lodash, which is not a rule file/],
    ["import { softmax as g } from '../src/language/std.ts'", 'g(1)', /exports no softmax/],
    ["import { cbrt as g } from '../src/language/prim.ts'", 'g(1)', /cbrt is not a primitive/],
  ])('%s', (before, call, message) => {
    expect(messages(`const a = ${call}`, before)[0]).toMatch(message)
  })
})

test('all mistakes of a rule at once, each once', () => {
  const body =
    "h.chash = 1\nconst u = draw('join')\nh.gain = wages\nh.cash = h.gain + h.cash\nd.price = u\nfor (const k of [1, 2]) h.cahs = k"
  expect(messages(body).map((text) => text.slice(0, 20))).toEqual([
    '1:5 h.chash is not d',
    '3:12 wages is not kn',
    '5:3 d.price is writt',
    '6:29 h.cahs is not d',
  ])
})

test('a mistake in a rule of two kernels is told once, with file, line and column', () => {
  const files = ruleFile('  h.chash = 1')
  try {
    compile(files, { one: ['x'], two: ['x'] }, state)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
    expect((error as Refused).message).toBe('rules/x.ts:6:5: h.chash is not declared\n    did you mean cash?')
  }
})

test('text that is not TypeScript', () => {
  const files = { ...library, 'rules/x.ts': 'export const x = rule(({ h }) => {\n  h.cash = (1 + \n})' }
  expect(problems(files)).toMatchObject([
    { file: 'rules/x.ts', line: 3, column: 1, instead: 'the file is not valid TypeScript' },
  ])
})

test('rules that are missing or twice', () => {
  const files = ruleFile('  h.cash = 0')
  expect(problems(files, state, ['y'])).toMatchObject([
    { file: 'schedule', what: 'no rule is called y', instead: 'did you mean x?' },
  ])
  const twice = { ...files, 'rules/z.ts': files['rules/x.ts'] ?? '' }
  expect(problems(twice)).toMatchObject([{ file: 'schedule', what: 'rule x is in rules/x.ts and in rules/z.ts' }])
})

test('declarations are checked', () => {
  const cash = { unit: 'PEN per ha!', about: '' }
  const id = { unit: '1', about: '', type: 'i32' } as const
  const flow = { unit: '1', about: '', flow: true, fixed: true } as const
  const decl = { ...state, household: { ...state.household, cash, id, flow }, streams: ['a', 'a'] }
  expect(problems(ruleFile(''), decl).map(({ what }) => what)).toEqual([
    "household.cash has the unit 'PEN per ha!'",
    'household.id keys draws, but may be written',
    'household.flow is a flow and fixed',
    'the stream a is declared twice',
  ])
  const { id: _, ...without } = state.household
  expect(problems(ruleFile("  const u = draw('join')"), { ...state, household: without })[0]?.what).toMatch(
    /draws are keyed by h\.id/,
  )
})
