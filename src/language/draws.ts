/**
 * Random draws as a function, in plain TypeScript: the reference for the kernels, and the generator for everything outside
 * them. Philox2x32-10 (Salmon et al. 2011) turns two counter words and a key into two random words:
 *
 *   key       = seed
 *   counter 0 = id
 *   counter 1 = month + 2^11 · (stream >> 1) + 2^21 · index        (modulo 2^32)
 *   uniform   = (output word (stream & 1) >>> 8) · 2^-24           in [0, 1)
 *
 * Streams 0 and 1, 2 and 3 … share one block of the generator, so a rule that uses both pays once.
 */

export const MONTHS = 2 ** 11
export const STREAMS = 2 ** 11
export const INDEXES = 2 ** 11

export const ROUNDS = 10
export const MULTIPLIER = 0xd256d193
export const WEYL = 0x9e3779b9

// own copies: what a module exports is looked up at each use, its own constants are part of the code
const FACTOR = MULTIPLIER | 0
const STRIDE = WEYL | 0
const TURNS = ROUNDS
const HIGH = FACTOR >>> 16
const LOW = FACTOR & 0xffff

/** Philox2x32-10: 32-bit integers in (signed or not), two unsigned 32-bit words out. */
export function philox2x32(counter0: number, counter1: number, key: number): [number, number] {
  let x = counter0 | 0
  let y = counter1 | 0
  let k = key | 0
  for (let round = 0; round < TURNS; round++) {
    // the high word of x · MULTIPLIER from four half products, as on paper: 32-bit integers stay in registers, doubles cost twice
    const low = x & 0xffff
    const high = x >>> 16
    const middle = (Math.imul(high, LOW) + (Math.imul(low, LOW) >>> 16)) >>> 0
    const cross = (Math.imul(low, HIGH) + (middle & 0xffff)) >>> 0
    const top = Math.imul(high, HIGH) + (middle >>> 16) + (cross >>> 16)
    const bottom = Math.imul(x, FACTOR)
    x = top ^ k ^ y
    y = bottom
    k = (k + STRIDE) | 0
  }
  return [x >>> 0, y >>> 0]
}

/** The second counter word. month 0 … 2047, stream 0 … 2047, index 0 … 2047. */
export const counterOf = (month: number, stream: number, index: number): number =>
  (month + ((stream >> 1) << 11) + (index << 21)) | 0

/**
 * The uniform number in [0, 1), a multiple of 2^-24, that the kernel draws for this household.
 * id, seed: any 32-bit integer; month, stream (the place in the list of streams), index: 0 … 2047.
 */
export function uniformOf(id: number, month: number, seed: number, stream: number, index = 0): number {
  const [even, odd] = philox2x32(id, counterOf(month, stream, index), seed)
  return ((stream & 1 ? odd : even) >>> 8) * 2 ** -24
}
