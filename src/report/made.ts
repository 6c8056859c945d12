// One line on how a result was made: simulations, seed, sample, data.
import type { Manifest } from '../lab/manifest.ts'
import type { Words } from './input.ts'
import { joined, plainWords, say } from './words.ts'

/** `128 simulaciones · semilla 7 · muestra 1/20 · datos 3f2a91c0 · v0.1.0 · 2025-11-22`. */
export function summaryOf(manifest: Manifest): Words {
  const { draws, seed, sample, data, rules, version, created } = manifest
  const list = [
    say('simulations', { n: draws.count }),
    say('seed', { seed }),
    say('sample', { n: sample }),
    say('data_hash', { hash: data.slice(0, 8) }),
    ...(rules ? [say('changed_rules', { name: `${rules.name} ${hashOf(rules)}` })] : []),
    plainWords(`v${version}`),
    plainWords(created.slice(0, 10)),
  ]
  return joined(list, ' · ')
}

/** The beginning of the hash of the first changed file: tells one change from the next. */
const hashOf = ({ files }: NonNullable<Manifest['rules']>): string => files[0]?.hash.slice(0, 8) ?? ''
