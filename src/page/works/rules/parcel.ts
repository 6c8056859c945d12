// Files in one ZIP, stored as they are: browsers hand over single files only, and changed rules belong into folders.
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32 as ZIP has it. */
export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 255] as number) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** 1 January 2000, the same for all: equal files give equal parcels. */
const DAY = (20 << 9) | (1 << 5) | 1
const NAMES_IN_UTF8 = 1 << 11

/** By path. */
export function parcelOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const list: Uint8Array[] = []
  let at = 0
  const add = (part: Uint8Array) => {
    parts.push(part)
    at += part.length
  }
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [encode(path), encode(text)]
    const entry = [20, NAMES_IN_UTF8, 0, 0, DAY] as const
    const sizes = [crc32(bytes), bytes.length, bytes.length] as const
    const head = record(0x04034b50, entry, sizes, [name.length, 0])
    list.push(record(0x02014b50, [20, ...entry], sizes, [name.length, 0, 0, 0, 0], [0, at]), name)
    add(head)
    add(name)
    add(bytes)
  }
  const from = at
  for (const part of list) add(part)
  const count = Object.keys(files).length
  add(record(0x06054b50, [0, 0, count, count], [at - from, from], [0]))
  const all = new Uint8Array(at)
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return all
}

/** A signature of four bytes, then numbers of two and of four bytes in turn. */
function record(signature: number, ...groups: (readonly number[])[]): Uint8Array {
  const length = 4 + groups.reduce((sum, group, k) => sum + group.length * (k % 2 === 0 ? 2 : 4), 0)
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  let at = 4
  groups.forEach((group, k) => {
    for (const value of group) {
      if (k % 2 === 0) view.setUint16(at, value, true)
      else view.setUint32(at, value >>> 0, true)
      at += k % 2 === 0 ? 2 : 4
    }
  })
  return new Uint8Array(view.buffer)
}
