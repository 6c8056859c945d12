// Everything that the compiler of rules says has Spanish words.
import type { AnyNode } from 'acorn'
import { describe, expect, test } from 'vitest'
import { children, parse } from '../../src/language/compiler/source.ts'
import { inSpanish } from '../../src/page/works/rules/spoken.ts'
import { filesBelow } from '../house/tree.ts'

/** Sentences that a syntax tree may stand for; what is filled in is an x. */
function sentences(node: AnyNode | null | undefined): string[] {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node?.type === 'ConditionalExpression') return [...sentences(node.consequent), ...sentences(node.alternate)]
  if (node?.type !== 'TemplateLiteral') return []
  return node.quasis.reduce<string[]>(
    (texts, { value }, k) => {
      const filled = node.expressions[k] === undefined ? [''] : sentencesOr(node.expressions[k])
      return texts.flatMap((text) => filled.map((word) => text + (value.cooked ?? '') + word))
    },
    [''],
  )
}
const sentencesOr = (node: AnyNode): string[] => {
  const found = sentences(node)
  return found.length > 0 ? found : ['x']
}

/** Which arguments are sentences. */
const SAYS: Readonly<Record<string, readonly number[]>> = {
  fail: [1, 2],
  Fault: [1, 2],
  misplaced: [1, 2],
  agree: [4, 5],
}

function said(node: AnyNode): string[] {
  const below = children(node).flatMap((child) => said(child as AnyNode))
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return below
  const name = node.callee.type === 'Identifier' ? node.callee.name : ''
  const found = (SAYS[name] ?? []).flatMap((k) => sentences(node.arguments[k] as AnyNode | undefined))
  return [...(name === 'agree' ? found.map((one) => `${one} PEN and ha`) : found), ...below]
}

const literals = (node: AnyNode): string[] => [
  ...(node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []),
  ...children(node).flatMap((child) => literals(child as AnyNode)),
]

/** Of declarations, which a page cannot change. */
const UNSEEN = /declarations\.ts$|wgsl\.ts$|oracle\.ts$/
const texts = filesBelow('src/language/compiler', ['.ts']).filter(({ path }) => !UNSEEN.test(path))
const leftOut = texts.filter(({ path }) => path.endsWith('forbidden.ts'))
const all = new Set([
  ...texts.flatMap(({ path, text }) => said(parse(path, text))).filter((one) => one !== 'x x and x'),
  ...leftOut
    .flatMap(({ path, text }) => literals(parse(path, text)))
    .filter((one) => /\w \w|^(?:write|use) /.test(one)),
])

describe('the compiler in Spanish', () => {
  test('nothing it says is left in English', () => {
    expect(all.size).toBeGreaterThan(110)
    expect([...all].filter((one) => inSpanish(one) === undefined)).toEqual([])
  })

  test.each([
    ['h.cahs is not declared', 'h.cahs no está declarado'],
    ['adds PEN and a plain number', 'suma PEN y un número sin unidad'],
    ['h.cash is in PEN; the assignment joins PEN and ha', 'h.cash está en PEN; la asignación junta PEN y ha'],
    ['adds PEN and ha (in src/language/std.ts:12)', 'suma PEN y ha (en src/language/std.ts:12)'],
    ['write x * x, or pow(x, k)', 'escriba x * x, o pow(x, k)'],
  ])('%s', (english, spanish) => {
    expect(inSpanish(english)).toBe(spanish)
  })
})
