// What the machine can run.

/**
 * What household rules are compiled to. simd: WebAssembly with vectors of four. scalar: WebAssembly without, a few times slower.
 * plain: loops in JavaScript where there is no WebAssembly, many times slower. The bits are the same.
 */
export type Kernels = 'simd' | 'scalar' | 'plain'

/** A module of one function without arguments, with these instructions and an i32 or vector as its result. */
const probe = (result: number, ...code: readonly number[]) =>
  Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, result, 3, 2, 1, 0],
    ...[10, code.length + 4, 1, code.length + 2, 0, ...code, 0x0b],
  )
const SPLAT = probe(0x7b, 0x41, 0, 0xfd, 0x11)
const TRUNCATE = probe(0x7f, 0x43, 0, 0, 0, 0, 0xfc, 0)

/** The fastest that runs here. */
export function kernelsHere(): Kernels {
  if (typeof WebAssembly !== 'object') return 'plain'
  return WebAssembly.validate(SPLAT) ? 'simd' : WebAssembly.validate(TRUNCATE) ? 'scalar' : 'plain'
}
