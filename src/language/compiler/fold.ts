/** Operations on constants, in f32, as the machine does them. */
import { exponent, mantissa, max, min, pow2 } from '../prim.ts'
import type { Operation } from './graph.ts'

const f32 = Math.fround
const byte = new Uint8ClampedArray(1)

/** Masks are 0 and 1. */
const FOLD: Partial<Record<Operation, (a: number, b: number) => number>> = {
  add: (a, b) => f32(a + b),
  sub: (a, b) => f32(a - b),
  mul: (a, b) => f32(a * b),
  div: (a, b) => f32(a / b),
  pmin: min,
  pmax: max,
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  sqrt: (a) => f32(Math.sqrt(a)),
  floor: (a) => Math.floor(a),
  pow2,
  exponent,
  mantissa,
  byte: (a) => {
    byte[0] = a
    return byte[0] ?? 0
  },
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  not: (a) => 1 - a,
}

/** The result, or undefined for an operation that is left to the machine. */
export const fold = (op: Operation, a: number, b: number): number | undefined => FOLD[op]?.(a, b)
