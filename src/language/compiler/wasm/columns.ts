/** Household columns in the memory: four cells at a time, to and from four floats. */
import type { Declarations } from '../../rule.ts'
import { type Code, I32_ADD, type Local, type Simd } from './code.ts'
import { WHOLE } from './values.ts'

export class Columns {
  readonly #code: Code
  readonly #decl: Declarations
  readonly #places: ReadonlyMap<string, number>
  /** Undefined: addresses are filled in when there is a memory, so that no access adds one. */
  readonly #addresses: ReadonlyMap<string, Local> | undefined
  /** The first household of a pass, and four times that. */
  readonly first: Local
  readonly #first4: Local
  #scratch: Local = 0

  constructor(code: Code, decl: Declarations, names: Iterable<string>, gaps: boolean) {
    this.#code = code
    this.#decl = decl
    this.#places = new Map(Object.keys(decl.household).map((name, k) => [name, k]))
    this.first = code.scalar()
    this.#first4 = code.scalar()
    this.#addresses = gaps ? undefined : new Map([...new Set(names)].map((name) => [name, code.scalar()]))
  }

  /** Before the first household: addresses from the table. */
  begin(table: Local, lo: Local): void {
    this.#scratch = this.#code.vector()
    for (const [name, local] of this.#addresses ?? [])
      this.#code
        .get(table)
        .byte(0x28, 2)
        .unsigned(4 * this.#place(name))
        .set(local)
    this.#code.get(lo).set(this.first)
  }

  beginPass(): void {
    this.#code.get(this.first).i32(2).shiftLeft().set(this.#first4)
  }

  endPass(): void {
    this.#code.get(this.first).i32(4).byte(I32_ADD).set(this.first)
  }

  load(name: string): void {
    this.#pushAddress(name)
    if (this.#isByte(name)) {
      this.#access('v128.load32_zero', 0, name)
      this.#code.simd('i16x8.extend_low_i8x16_u', 'i32x4.extend_low_i16x8_u', 'f32x4.convert_i32x4_s')
    } else this.#access('v128.load', 4, name)
  }

  /** push: leaves the value on the stack. What a u8 column gets is a whole number from 0 to 255 already. */
  store(name: string, push: () => void): void {
    const code = this.#code
    this.#pushAddress(name)
    push()
    if (this.#isByte(name)) {
      code.constant('float', WHOLE).simd('f32x4.add').constant('int', 255).simd('v128.and').tee(this.#scratch)
      code.get(this.#scratch).simd('i16x8.narrow_i32x4_u').tee(this.#scratch)
      code.get(this.#scratch).simd('i8x16.narrow_i16x8_u')
      this.#access('v128.store32_lane', 0, name).byte(0)
    } else this.#access('v128.store', 4, name)
  }

  #pushAddress(name: string): void {
    const offset = this.#isByte(name) ? this.first : this.#first4
    const address = this.#addresses?.get(name)
    if (address === undefined) this.#code.get(offset)
    else this.#code.get(address).get(offset).byte(I32_ADD)
  }

  #access(instruction: Simd, align: number, name: string): Code {
    if (this.#addresses) return this.#code.memory(instruction, align)
    return this.#code.simd(instruction).byte(align).gap(this.#place(name))
  }

  #isByte(name: string): boolean {
    return this.#decl.household[name]?.type === 'u8'
  }

  #place(name: string): number {
    const place = this.#places.get(name)
    if (place === undefined) throw new Error(`${name} has no place`)
    return place
  }
}
