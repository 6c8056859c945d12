/**
 * Addresses that are known only when a memory is laid out: the compiler leaves gaps of five bytes for them, and whoever has the
 * memory fills them in. A kernel then needs no addition per access and no table.
 */

/** Where in the module the address of a household column is missing; columns are counted in the order of declaration. */
export interface Gap {
  readonly at: number
  readonly column: number
}

/** The longest unsigned 32-bit number in seven bits a byte. */
export const GAP = [0x80, 0x80, 0x80, 0x80, 0]

/** The module for one memory. addressOf: byte address of a column. Pure: the bytes given stay as they are. */
export function filled(
  bytes: Uint8Array<ArrayBuffer>,
  gaps: readonly Gap[],
  addressOf: (column: number) => number,
): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice()
  for (const { at, column } of gaps) {
    const address = addressOf(column) >>> 0
    for (let k = 0; k < GAP.length; k++) copy[at + k] = ((address >>> (7 * k)) & 127) | (GAP[k] as number)
  }
  return copy
}
