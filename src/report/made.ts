// One line on how a result was made: simulations, seed, sample, data.
import type { Manifest } from '../lab/manifest.ts'
import type { Words } from './input.ts'
import { joined, plainWords, say } from './words.ts'

/** `128 simulaciones · semilla 7 · muestra 1/20 · datos 3f2a91c0 · v0.1.0 · 2025-11-22`. */
export function summaryOf(manifest: Manifest): Words {
  const { draws, seed, sample, data, version, created } = manifest
  const list = [
    say('simulations', { n: draws.count }),
    say('seed', { seed }),
    say('sample', { n: sample }),
    say('data_hash', { hash: data.slice(0, 8) }),
    plainWords(`v${version}`),
    plainWords(created.slice(0, 10)),
  ]
  return joined(list, ' · ')
}
