import { sha256 as begin } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface Hash {
  /** A text (as UTF-8) or bytes, after what was added before. */
  add(part: string | Uint8Array): void
  /** 64 hexadecimal digits for what was added so far. */
  hex(): string
}

/** SHA-256, piece by piece. */
export function sha256(): Hash {
  const hash = begin.create()
  return {
    add: (part) => void hash.update(typeof part === 'string' ? utf8ToBytes(part) : part),
    hex: () => bytesToHex(hash.clone().digest()),
  }
}

/** SHA-256 of texts (UTF-8) and bytes, one after another, as 64 hexadecimal digits. */
export function sha256Hex(...parts: readonly (string | Uint8Array)[]): string {
  const hash = sha256()
  for (const part of parts) hash.add(part)
  return hash.hex()
}
