import { describe, expect, test } from 'vitest'
import { freeNames } from './scope.ts'
import { lineAt, parse, type SourceFile, sources, walk } from './tree.ts'

const PURE = ['language', 'evidence', 'engine', 'valley', 'system', 'lab', 'report']

/** What Node, a worker and every browser have in common and what gives the same answer everywhere. */
const ALLOWED = new Set(
  `Array ArrayBuffer ArrayBufferLike ArrayBufferView ArrayLike AsyncGenerator AsyncIterable AsyncIterator Atomics Awaited
  BigInt BigInt64Array BigUint64Array Boolean DataView Date Error RangeError URIError encodeURIComponent decodeURIComponent encodeURI decodeURI
  AggregateError WeakRef Exclude Extract Float32Array Float64Array Function
  Generator Infinity InstanceType Int16Array Int32Array Int8Array Intl Iterable IterableIterator Iterator JSON Map Math
  NaN NonNullable Number Object Omit Parameters Partial Pick Promise PromiseLike PropertyDescriptor PropertyKey Proxy Readonly ReadonlyArray
  ReadonlyMap ReadonlySet Record Reflect RegExp RegExpExecArray RegExpMatchArray Required ReturnType Set
  SharedArrayBuffer String Symbol SyntaxError TextDecoder TextEncoder ThisType TypeError Uint16Array Uint32Array
  Uint8Array Uint8ClampedArray Uppercase Lowercase Capitalize Uncapitalize NoInfer ConstructorParameters WeakMap WeakSet
  WebAssembly const globalThis isFinite isNaN parseFloat parseInt structuredClone undefined AbortSignal`.split(/\s+/),
)

function isPure(file: SourceFile): boolean {
  return PURE.some((layer) => file.path.startsWith(`src/${layer}/`))
}

function faultsOf(file: SourceFile): string[] {
  const program = parse(file)
  return freeNames(program).flatMap(({ name, start, member, bareNew }) => {
    const place = `${file.path}:${lineAt(file.text, start)}`
    if (!ALLOWED.has(name)) return [`${place}: ${name} belongs to Node or to the browser`]
    const use = `${name}.${member}`
    if (use === 'Date.now' || use === 'Math.random' || (name === 'Date' && bareNew)) {
      return [`${place}: a run is a pure function; ${bareNew ? 'new Date()' : use} is not`]
    }
    // Indirect eval, which the rule language needs, has no other exact spelling.
    return name === 'globalThis' && member !== 'eval' ? [`${place}: globalThis hides what is used`] : []
  })
}

describe('pure layers', () => {
  test('use nothing of Node, of the browser, of the clock or of chance', () => {
    expect(sources().filter(isPure).flatMap(faultsOf)).toEqual([])
  })

  test.each([
    'export const a = process.env.HOME',
    'export const a = Buffer.from("x")',
    'export const a = () => document.title',
    'export const a = await fetch("x")',
    'export const a = Math.random()',
    'export const a = Date.now()',
    'export const a = new Date()',
    'export const a = (globalThis as any).process',
    'export function f(x: Buffer) { return x }',
    'export function f(x: HTMLElement | undefined) { return x }',
    'export const a = performance.now()',
    'console.log(1)',
    'setTimeout(() => {}, 1)',
    'export function f(process: number) { return process }\nexport const b = process',
  ])('may not hold: %s', (text) => {
    expect(faultsOf({ path: 'src/lab/a.ts', text })).toHaveLength(1)
  })

  test.each([
    'export function f(document: { title: string }) { return document.title }',
    'const { process = 1, ...window } = { process: 2 }; export const a = [process, window]',
    'export const a = { process: 1, fetch: 2 }; export const b = a.process',
    'export type F = (process: number) => void; export interface P { window: number; fetch(name: string): void }',
    'export function f<T extends object, K extends keyof T>(x: T, k: K): { [Q in K]: T[Q] } { return { [k]: x[k] } as never }',
    'export class A<T> { process = 1; get(x: T): T { return x } }',
    'for (const [name, value] of new Map<string, number>()) { void [name, value] }',
    'try { void 0 } catch (history) { void history }',
    'outer: for (;;) { break outer }',
    'export { a, b as c } from "./b.ts"',
    'export type F = (...names: string[]) => void; export type G = ({ a }: { a: 1 }) => void',
    'export const a = new Date(0).getUTCFullYear() + Math.sqrt(2)',
    'export function f(x: unknown): x is string { return typeof x === "string" }',
  ])('may hold: %s', (text) => {
    expect(faultsOf({ path: 'src/lab/a.ts', text })).toEqual([])
  })
})

/** Left to each engine's approximation by ECMAScript: the last bits differ from machine to machine. */
const APPROXIMATED =
  'exp expm1 log log1p log2 log10 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh cbrt hypot'.split(
    ' ',
  )

function inexactIn(file: SourceFile): string[] {
  const found: string[] = []
  const program = parse(file)
  walk(program, (node) => {
    const isPower = node.type === 'BinaryExpression' && node.operator === '**'
    const isPowerAssignment = node.type === 'AssignmentExpression' && node.operator === '**='
    if (isPower || isPowerAssignment) found.push(`${file.path}:${lineAt(file.text, node.start)}: **`)
  })
  for (const { name, member, start } of freeNames(program)) {
    if (name !== 'Math' || (member !== undefined && !APPROXIMATED.includes(member))) continue
    found.push(`${file.path}:${lineAt(file.text, start)}: Math.${member ?? ' passed on as a whole'}`)
  }
  return found
}

describe('the system computes the same bits everywhere', () => {
  test('no function that ECMAScript leaves to approximation', () => {
    const system = sources().filter(({ path }) => path.startsWith('src/system/'))
    expect(system.flatMap(inexactIn)).toEqual([])
  })

  test.each(['Math.exp(1)', 'Math.log(2)', 'Math.pow(2, 3)', '2 ** 3', 'Math["exp"](1)', '(({ exp }) => exp)(Math)'])(
    'the check sees %s',
    (expression) => {
      expect(inexactIn({ path: 'src/system/a.ts', text: `export const a = ${expression}` })).toHaveLength(1)
    },
  )

  test('exact functions pass', () => {
    expect(inexactIn({ path: 'src/system/a.ts', text: 'export const a = Math.sqrt(2) + Math.max(1, 2)' })).toEqual([])
  })
})
