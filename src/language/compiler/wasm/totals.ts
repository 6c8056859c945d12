/**
 * Sums of a call: four lanes each, which household i mod 4 adds to. They live in global variables of the instance. A local
 * would do, but the optimising compiler moves what feeds a local to the end of the pass, where forty sums then wait for
 * registers; a global is written where the rules write it.
 */
import { type Code, F64_ADD, F64_PROMOTE, type Local } from './code.ts'

/** Its lanes are those of global `global`; `offset`: its place in the row, in bytes. */
export interface Total {
  readonly global: number
  readonly offset: number
}

export function clear(code: Code, totals: Iterable<Total>): void {
  for (const { global } of totals) code.constant('float', 0).setGlobal(global)
}

/**
 * At the end: ((a + b) + c) + d of each sum's lanes, in f64, is added to the row. Two sums at a time, because that is how many
 * f64 a vector holds; a call on a small district costs little else. row: the local that holds its address.
 */
export function addTotals(code: Code, row: Local, totals: readonly Total[]): void {
  const low = code.vector()
  const high = code.vector()
  for (let k = 0; k + 1 < totals.length; k += 2) {
    const [a, b] = [totals[k] as Total, totals[k + 1] as Total]
    code.getGlobal(a.global).getGlobal(b.global)
    code.shuffle(0, 4, 1, 5).tee(low).simd('f64x2.promote_low_f32x4')
    code.get(low).get(low).shuffle(2, 3, 2, 3).simd('f64x2.promote_low_f32x4', 'f64x2.add')
    code.getGlobal(a.global).getGlobal(b.global)
    code.shuffle(2, 6, 3, 7).tee(high).simd('f64x2.promote_low_f32x4', 'f64x2.add')
    code.get(high).get(high).shuffle(2, 3, 2, 3).simd('f64x2.promote_low_f32x4', 'f64x2.add').set(low)
    code.get(row).get(row).memory('v128.load64_zero', 3, a.offset)
    code.get(row).memory('v128.load64_zero', 3, b.offset).shuffle(0, 1, 4, 5)
    code.get(low).simd('f64x2.add').tee(low).memory('v128.store64_lane', 3, a.offset).byte(0)
    code.get(row).get(low).memory('v128.store64_lane', 3, b.offset).byte(1)
  }
  const last = totals.length % 2 === 1 ? totals.at(-1) : undefined
  if (last) addAlone(code, row, last)
}

function addAlone(code: Code, row: Local, { global, offset }: Total): void {
  const lane = (k: number) => code.getGlobal(global).simd('f32x4.extract_lane').byte(k, F64_PROMOTE)
  code.get(row).get(row).byte(0x2b, 3).unsigned(offset)
  lane(0)
  for (const k of [1, 2, 3]) lane(k).byte(F64_ADD)
  code.byte(F64_ADD, 0x39, 3).unsigned(offset)
}
