/** The two ways to write a formula. */
import type { Notation } from './formula.ts'

const pad = (sign: string): string => ` ${sign} `
const TEX_SIGN: Readonly<Record<string, string>> = {
  '===': '=',
  '!==': '\\ne',
  '<=': '\\le',
  '>=': '\\ge',
  '&&': '\\land',
  '||': '\\lor',
}
const PLAIN_SIGN: Readonly<Record<string, string>> = {
  '*': '·',
  '===': '=',
  '!==': '≠',
  '<=': '≤',
  '>=': '≥',
  '&&': 'and',
  '||': 'or',
}
const TEX_INDEX: Readonly<Record<string, string>> = { h: '_{i}', d: '_{d}' }
const PLAIN_INDEX: Readonly<Record<string, string>> = { h: '[i]', d: '[d]' }
const TEX_FUNCTIONS: readonly string[] = ['max', 'min', 'exp', 'log']

const texText = (text: string): string => `\\text{${text}}`
const texBrackets = (inner: string): string => `\\left(${inner}\\right)`

/** For KaTeX: columns upright with an index, parameters bold, variables italic; a prime marks the new value. */
export const tex: Notation = {
  name: (name) => `\\mathit{${name.replaceAll('_', '\\_')}}`,
  column: (table, words, isNew) =>
    table === 'p' ? `\\mathbf{${texText(words)}}` : texText(words) + (TEX_INDEX[table] ?? '') + (isNew ? "'" : ''),
  operator: (operator, right) =>
    operator === '*' ? (/^[\d-]/.test(right) ? ' \\cdot ' : '\\,') : pad(TEX_SIGN[operator] ?? operator),
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  brackets: texBrackets,
  not: '\\lnot ',
  cases: (yes, test, no) => `\\begin{cases}${yes} & ${test}\\\\ ${no} & \\text{otherwise}\\end{cases}`,
  call: (name, args) => {
    if (name === 'sqrt') return `\\sqrt{${args}}`
    if (name === 'abs') return `\\left|${args}\\right|`
    return (TEX_FUNCTIONS.includes(name) ? `\\${name}` : `\\operatorname{${name}}`) + texBrackets(args)
  },
  draw: (stream, index) => `U_{\\text{${stream}}${index && `, ${index}`}}`,
  element: (list, index) => `${list}_{${index}}`,
  unit: (value, unit) => `${value}\\,${texText(unit.replaceAll('^', '\\textasciicircum '))}`,
}

export const text: Notation = {
  name: (name) => name,
  column: (table, words, isNew) => words + (PLAIN_INDEX[table] ?? '') + (isNew ? "'" : ''),
  operator: (operator) => pad(PLAIN_SIGN[operator] ?? operator),
  brackets: (inner) => `(${inner})`,
  not: 'not ',
  cases: (yes, test, no) => `${yes} if ${test}, otherwise ${no}`,
  call: (name, args) => `${name}(${args})`,
  draw: (stream, index) => `U(${stream}${index && `, ${index}`})`,
  element: (list, index) => `${list}[${index}]`,
  unit: (value, unit) => `${value} ${unit}`,
}
