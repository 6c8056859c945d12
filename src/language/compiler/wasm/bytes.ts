import { GAP, type Gap } from './gaps.ts'

/** A growing buffer of bytes, with the number formats of WebAssembly. */
export class Bytes {
  /** Where addresses are missing, from the beginning of this buffer. */
  readonly gaps: Gap[] = []
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** A view of what was written, valid until the next write. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  byte(...values: readonly number[]): this {
    this.#reserve(values.length)
    for (const value of values) this.#bytes[this.#length++] = value
    return this
  }

  append(bytes: Bytes): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes.written, this.#length)
    for (const { at, column } of bytes.gaps) this.gaps.push({ at: this.#length + at, column })
    this.#length += bytes.length
    return this
  }

  /** Unsigned, seven bits a byte (LEB128). */
  unsigned(value: number): this {
    this.#reserve(5)
    let rest = value >>> 0
    for (; rest > 127; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | 128
    this.#bytes[this.#length++] = rest
    return this
  }

  /** Signed, seven bits a byte (LEB128). */
  signed(value: number): this {
    this.#reserve(5)
    let rest = value | 0
    for (; rest < -64 || rest > 63; rest >>= 7) this.#bytes[this.#length++] = (rest & 127) | 128
    this.#bytes[this.#length++] = rest & 127
    return this
  }

  float32(value: number): this {
    this.#reserve(4)
    this.#view.setFloat32(this.#length, value, true)
    this.#length += 4
    return this
  }

  int32(value: number): this {
    this.#reserve(4)
    this.#view.setInt32(this.#length, value, true)
    this.#length += 4
    return this
  }

  /** Length, then letters; ASCII. */
  text(text: string): this {
    return this.unsigned(text.length).byte(...[...text].map((letter) => letter.charCodeAt(0)))
  }

  /** Length, then bytes. */
  sized(bytes: Bytes): this {
    return this.unsigned(bytes.length).append(bytes)
  }

  /** Room for the address of a column. */
  gap(column: number): this {
    this.gaps.push({ at: this.#length, column })
    return this.byte(...GAP)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(2 * (this.#length + more))
    grown.set(this.written)
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }
}
