import type { Point } from '../series.ts'

/** The 32 signs of base 32 in small letters (RFC 4648). */
const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Ids of observations: `O` and eight signs made from series, place, year, month, source title, figures and unit, so that an
 * id stays the same when rows are moved or other rows change. Rows that agree in all of these are numbered in their order.
 */
export function observationIds(points: readonly Point[]): string[] {
  const taken = new Set<string>()
  return points.map((point) => {
    const { series, place, placeId = place, year, month, source, value, low, high, unit } = point
    const key = [series, placeId, year, month, source, value, low, high, unit].join('|')
    let id = idOf(key)
    for (let number = 2; taken.has(id); number++) id = idOf(`${key}|${number}`)
    taken.add(id)
    return id
  })
}

/**
 * Forty bits of a text. Two multiplicative hashes, mixed at the end (after cyrb53, public domain): a quarter of
 * the time of SHA-256 over all rows, and nothing has to be kept secret here.
 */
function idOf(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x9e3779b1)
    b = Math.imul(b ^ code, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return `O${signs(a)}${signs(b)}`
}

/** Four signs for the upper twenty bits. */
function signs(bits: number): string {
  const at = (shift: number) => SIGNS[(bits >>> shift) & 31]
  return `${at(27)}${at(22)}${at(17)}${at(12)}`
}
