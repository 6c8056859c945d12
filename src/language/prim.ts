/**
 * The primitives a rule may use. This file runs when a rule runs as it is; the compiler knows each name and emits one or
 * two machine instructions for it.
 */

/** The smaller of two; if one is NaN, `a`. One machine instruction (pmin). */
export const min = (a: number, b: number): number => (b < a ? b : a)

/** The larger of two; if one is NaN, `a`. One machine instruction (pmax). */
export const max = (a: number, b: number): number => (a < b ? b : a)

export const abs = (a: number): number => Math.abs(a)
export const sqrt = (a: number): number => Math.sqrt(a)
export const floor = (a: number): number => Math.floor(a)

/** A number with a unit, for the rare constant that is not a parameter: `quantity(5, 'PEN/day')`. */
export const quantity = (value: number, _unit: string): number => value

// The three below look at the bits of an f32. They are for std.ts, which keeps their arguments in range. The sign bit is
// ignored, because the sign of NaN is not the same on all machines.
const float = new Float32Array(1)
const bits = new Int32Array(float.buffer)
const bitsOf = (a: number): number => {
  float[0] = a
  return bits[0] as number
}
const floatOf = (b: number): number => {
  bits[0] = b
  return float[0] as number
}

/** 2^n for whole n in -126 … 127. */
export const pow2 = (n: number): number => floatOf((n + 127) << 23)

/** The e of a = m · 2^e with m in [1, 2), for normal a > 0. */
export const exponent = (a: number): number => ((bitsOf(a) << 1) >>> 24) - 127

/** The m of a = m · 2^e with m in [1, 2), for normal a > 0. */
export const mantissa = (a: number): number => floatOf((bitsOf(a) & 0x7fffff) | 0x3f800000)
