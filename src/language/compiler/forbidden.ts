/** TypeScript that rules leave out: why, and what to write instead. */
import { fail } from './problem.ts'
import type { Syntax } from './source.ts'

const NO_OBJECTS = 'rules create no objects'
const NO_EXCEPTIONS = 'rules have no exceptions'
const TEST = 'test the value with if'
const FOR = 'write for (let k = 0; k < 4; k++)'

const FORBIDDEN: Readonly<Record<string, readonly [what: string, instead: string]>> = {
  WhileStatement: ['a while loop has no length known in advance', `${FOR} with a fixed length, or max/min`],
  DoWhileStatement: ['a do loop has no length known in advance', FOR],
  ForInStatement: ['rules loop over lists of known length', 'write for (const x of list)'],
  BreakStatement: ['a loop is unrolled and cannot be left early', 'use if inside the loop'],
  ContinueStatement: ['a loop is unrolled', 'use if inside the loop'],
  SwitchStatement: ['switch is not translated', 'write if … else if … else'],
  ReturnStatement: [
    'a rule cannot stop half way: all households take the same path',
    'write if (…) { … } else { … }; a helper returns once, at its end',
  ],
  TryStatement: [NO_EXCEPTIONS, TEST],
  ThrowStatement: [NO_EXCEPTIONS, TEST],
  ChainExpression: ['a column always has a value', 'leave ?. out'],
  ArrowFunctionExpression: [
    'a rule makes no functions',
    'put a helper at the top of the file: const f = (a: number) => …',
  ],
  TemplateLiteral: ['rules know numbers only', 'use a numbered state, for example 0, 1, 2'],
  NewExpression: [NO_OBJECTS, 'use const, a list [a, b, c] of known length, or a column'],
  ObjectExpression: [NO_OBJECTS, 'use one const per value'],
  SpreadElement: ['lists have a known length', 'write the elements out'],
  AwaitExpression: ['rules do not wait', 'read a district value instead'],
  UpdateExpression: ['++ and -- are for the head of a loop', 'write k += 1'],
  AssignmentExpression: ['an assignment is not a value', 'write it as a statement of its own'],
}

const OPERATORS: Readonly<Record<string, string>> = {
  '==': 'write ===',
  '!=': 'write !==',
  '**': 'write x * x, or pow(x, k)',
  '%': 'write x - floor(x / k) * k',
}

export function forbidden(node: Syntax): never {
  const [what, instead] = FORBIDDEN[node.type] ?? [`${node.type} is not translated`, 'see the grammar of rules']
  return fail(node, what, instead)
}

export const forbiddenOperator = (node: Syntax, operator: string): never =>
  fail(node, `${operator} is not translated`, OPERATORS[operator] ?? 'use + - * / and comparisons')
