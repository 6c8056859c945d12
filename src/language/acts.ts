/** What each step of a plain kernel does: a loop over registers, one for each operation of the value graph. */
import { MULTIPLIER } from './draws.ts'
import type { Step } from './stepwise.ts'

/** Does a step for the households from … to − 1 of those at hand. */
export type Act = (from: number, to: number) => void

/** The registers as f32 and as integers, the memory, and what this call is about. */
export interface Places {
  readonly floats: readonly Float32Array[]
  readonly ints: readonly Int32Array[]
  readonly F: Float32Array
  readonly I: Int32Array
  readonly B: Uint8Array
  readonly call: {
    readonly columns: number
    readonly district: number
    readonly params: number
    /** Household of the first place. */
    readonly first: number
    readonly month: number
    readonly seed: number
  }
}

/** Registers of a step: r to write, a, b and c to read; with an i in front as integers. */
interface Hands {
  readonly r: Float32Array
  readonly a: Float32Array
  readonly b: Float32Array
  readonly ir: Int32Array
  readonly ia: Int32Array
  readonly ib: Int32Array
  readonly ic: Int32Array
  readonly value: number
  readonly places: Places
}

const f32 = Math.fround
const [HIGH, LOW] = [MULTIPLIER >>> 16, MULTIPLIER & 0xffff]

// Spelt out one by one: a loop that is handed its operation is slow. Masks are 0 and 1.
// biome-ignore format: one operation a line
const LOOPS: Readonly<Record<string, (hands: Hands) => Act>> = {
  add: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (a[k] as number) + (b[k] as number) },
  sub: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (a[k] as number) - (b[k] as number) },
  mul: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (a[k] as number) * (b[k] as number) },
  div: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (a[k] as number) / (b[k] as number) },
  pmin: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (b[k] as number) < (a[k] as number) ? (b[k] as number) : (a[k] as number) },
  pmax: ({ r, a, b }) => (k, n) => { for (; k < n; k++) r[k] = (a[k] as number) < (b[k] as number) ? (b[k] as number) : (a[k] as number) },
  neg: ({ r, a }) => (k, n) => { for (; k < n; k++) r[k] = -(a[k] as number) },
  abs: ({ r, a }) => (k, n) => { for (; k < n; k++) r[k] = Math.abs(a[k] as number) },
  sqrt: ({ r, a }) => (k, n) => { for (; k < n; k++) r[k] = Math.sqrt(a[k] as number) },
  floor: ({ r, a }) => (k, n) => { for (; k < n; k++) r[k] = Math.floor(a[k] as number) },
  lt: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = (a[k] as number) < (b[k] as number) ? 1 : 0 },
  le: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = (a[k] as number) <= (b[k] as number) ? 1 : 0 },
  gt: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = (a[k] as number) > (b[k] as number) ? 1 : 0 },
  ge: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = (a[k] as number) >= (b[k] as number) ? 1 : 0 },
  eq: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = a[k] === b[k] ? 1 : 0 },
  ne: ({ ir, a, b }) => (k, n) => { for (; k < n; k++) ir[k] = a[k] !== b[k] ? 1 : 0 },
  and: ({ ir, ia, ib }) => (k, n) => { for (; k < n; k++) ir[k] = (ia[k] as number) & (ib[k] as number) },
  or: ({ ir, ia, ib }) => (k, n) => { for (; k < n; k++) ir[k] = (ia[k] as number) | (ib[k] as number) },
  not: ({ ir, ia }) => (k, n) => { for (; k < n; k++) ir[k] = 1 - (ia[k] as number) },
  sel: ({ ir, ia, ib, ic }) => (k, n) => { for (; k < n; k++) ir[k] = ia[k] === 0 ? (ic[k] as number) : (ib[k] as number) },
  iadd: ({ ir, ia, ib }) => (k, n) => { for (; k < n; k++) ir[k] = (ia[k] as number) + (ib[k] as number) },
  imul: ({ ir, ia, ib }) => (k, n) => { for (; k < n; k++) ir[k] = Math.imul(ia[k] as number, ib[k] as number) },
  ixor: ({ ir, ia, ib }) => (k, n) => { for (; k < n; k++) ir[k] = (ia[k] as number) ^ (ib[k] as number) },
  shift: ({ ir, ia, value }) => (k, n) => { for (; k < n; k++) ir[k] = (ia[k] as number) >>> value },
  tofloat: ({ r, ia }) => (k, n) => { for (; k < n; k++) r[k] = ia[k] as number },
  // the high word of a · MULTIPLIER, from products of 16 bits that lose nothing
  mulhigh: ({ ir, ia }) => (k, n) => {
    for (; k < n; k++) {
      const [x, y] = [(ia[k] as number) & 0xffff, (ia[k] as number) >>> 16]
      const middle = (Math.imul(y, LOW) + (Math.imul(x, LOW) >>> 16)) | 0
      const carry = (Math.imul(x, HIGH) + (middle & 0xffff)) | 0
      ir[k] = Math.imul(y, HIGH) + (middle >>> 16) + (carry >>> 16)
    }
  },
  // 1.5 · 2^23 leaves no room for a fraction: to the nearest whole number, ties to even
  byte: ({ r, a }) => (k, n) => {
    for (; k < n; k++) {
      const x = a[k] as number
      r[k] = f32(f32((0 < x ? (x < 255 ? x : 255) : 0) + 12582912) - 12582912)
    }
  },
  // out of range as the machine converts: to the nearest end
  pow2: ({ ir, a }) => (k, n) => {
    for (; k < n; k++) {
      const x = a[k] as number
      ir[k] = ((x >= 2147483648 ? 2147483647 : x < -2147483648 ? -2147483648 : x | 0) + 127) << 23
    }
  },
  exponent: ({ r, ia }) => (k, n) => { for (; k < n; k++) r[k] = (((ia[k] as number) << 1) >>> 24) - 127 },
  mantissa: ({ ir, ia }) => (k, n) => { for (; k < n; k++) ir[k] = ((ia[k] as number) & 0x7fffff) | 0x3f800000 },
  column: ({ r, value, places: { F, I, call } }) => (k, n) => {
    const at = ((I[(call.columns >> 2) + value] as number) >> 2) + call.first
    for (; k < n; k++) r[k] = F[at + k] as number
  },
  bytes: ({ r, value, places: { B, I, call } }) => (k, n) => {
    const at = (I[(call.columns >> 2) + value] as number) + call.first
    for (; k < n; k++) r[k] = B[at + k] as number
  },
  id: ({ ir, value, places: { I, call } }) => (k, n) => {
    const at = ((I[(call.columns >> 2) + value] as number) >> 2) + call.first
    for (; k < n; k++) ir[k] = I[at + k] as number
  },
  district: ({ r, value, places: { F, call } }) => (k) => { r[k] = F[(call.district >> 2) + value] as number },
  param: ({ r, value, places: { F, call } }) => (k) => { r[k] = F[(call.params >> 2) + value] as number },
  month: ({ ir, places: { call } }) => (k) => { ir[k] = call.month },
  seed: ({ ir, places: { call } }) => (k) => { ir[k] = call.seed },
}

/** The loop of a step. */
export function acts({ op, out, args, value }: Step, places: Places): Act {
  const loop = LOOPS[op]
  if (loop === undefined) throw new Error(`${op} has no loop`)
  const { floats, ints } = places
  const [a = out, b = out, c = out] = args
  const float = (register: number) => floats[register] as Float32Array
  const int = (register: number) => ints[register] as Int32Array
  const hands = { r: float(out), a: float(a), b: float(b), ir: int(out), ia: int(a), ib: int(b), ic: int(c) }
  return loop({ ...hands, value, places })
}
