// A hash of everything that was written down, worked out when somebody asks for it: a page seldom does, and it takes its time.
import { type Hash, sha256 } from '../engine/hash.ts'

/** The parts are kept, not copied: they may not change. */
export function hashWhenAsked(): Hash {
  const hash = sha256()
  let parts: (string | Uint8Array)[] = []
  return {
    add: (part) => void parts.push(part),
    hex() {
      for (const part of parts) hash.add(part)
      parts = []
      return hash.hex()
    },
  }
}
