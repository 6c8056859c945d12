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

const HIGH = MULTIPLIER >>> 16
const LOW = MULTIPLIER & 0xffff

/** Philox2x32-10: 32-bit integers in (signed or not), two unsigned 32-bit words out. */
export function philox2x32(counter0: number, counter1: number, key: number): [number, number] {
  let x = counter0 >>> 0
  let y = counter1 >>> 0
  let k = key >>> 0
  for (let round = 0; round < ROUNDS; round++) {
    // the high word of x · MULTIPLIER in two exact steps: no product reaches 2^53
    const high = Math.floor((x * HIGH + Math.floor((x * LOW) / 65536)) / 65536)
    const low = Math.imul(x, MULTIPLIER)
    x = (high ^ k ^ y) >>> 0
    y = low >>> 0
    k = (k + WEYL) >>> 0
  }
  return [x, y]
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
