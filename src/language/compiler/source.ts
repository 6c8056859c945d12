/** Rule files as syntax trees with places. */
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type AnyNode, type Expression, type Node, Parser, type Program } from 'acorn'
import { type LanguageProblem, Refused } from './problem.ts'

/** Path -> text. */
export type Files = Readonly<Record<string, string>>

/** `x as T`, `x!`, `x satisfies T`: only the inner expression matters. */
interface Typed<Type extends string> extends Node {
  type: Type
  expression: Expression
}
export type Syntax = AnyNode | Typed<'TSAsExpression'> | Typed<'TSNonNullExpression'> | Typed<'TSSatisfiesExpression'>

// the plugin's types name an older parser class
const TypeScript = Parser.extend(tsPlugin() as unknown as (base: typeof Parser) => typeof Parser)

/** What is said when brackets or terms are nested deeper than the stack is. */
export const TOO_DEEP = {
  what: 'the text is nested too deeply',
  instead: 'name parts of it with const, or put them into helpers',
}

/** Longest text of a rule file, in characters: some twenty times the longest that the model has. */
export const LONGEST_FILE = 128 * 1024

/** Text to tree. Throws Refused where the text is not valid TypeScript, or too long to be a rule file. */
export function parse(file: string, text: string): Program {
  if (text.length > LONGEST_FILE)
    throw new Refused([
      {
        file,
        line: 1,
        column: 1,
        what: `the file has ${text.length} characters`,
        instead: `a rule file has at most ${LONGEST_FILE}: split it, and keep data in parameters`,
      },
    ])
  try {
    return TypeScript.parse(text, { sourceType: 'module', ecmaVersion: 'latest', locations: true, sourceFile: file })
  } catch (error) {
    const deep =
      error instanceof RangeError || /^Not enough stack/.test(String(error instanceof Error && error.message))
    if (deep) throw new Refused([{ file, line: 1, column: 1, ...TOO_DEEP }])
    if (!(error instanceof SyntaxError)) throw error
    const { line, column } = (error as SyntaxError & { loc?: { line: number; column: number } }).loc ?? {
      line: 1,
      column: 0,
    }
    const what = error.message.replace(/ \(\d+:\d+\)$/, '')
    throw new Refused([{ file, line, column: column + 1, what, instead: 'the file is not valid TypeScript' }])
  }
}

/** What keeps these files from being read at all. */
export const syntaxProblems = (files: Files): LanguageProblem[] =>
  Object.entries(files).flatMap(([file, text]) => {
    try {
      parse(file, text)
      return []
    } catch (error) {
      if (error instanceof Refused) return error.problems
      throw error
    }
  })

/** './std.ts' seen from 'language/x.ts' is 'language/std.ts'. */
export function resolve(from: string, to: string): string {
  const path = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}

/** Is this path the module of primitives, which the compiler knows by name? */
export const isPrimitives = (path: string): boolean => /(^|\/)prim\.[jt]s$/.test(path)

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.type === 'string'

/** The parts of a node in the order of the text. */
export const children = (node: Syntax): Syntax[] =>
  Object.entries(node)
    .filter(([key]) => key !== 'loc' && key !== 'parent')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isSyntax)
    .sort((a, b) => a.start - b.start)

/** What a declaration says about itself: the doc comment that ends just before this place, without its marks. */
export function docComment(text: string, before: number): string {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, before))?.[1] ?? ''
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim()
}
