// How a brief was made: everything that is needed to get the same numbers again.
import { sha256Hex } from '../../engine/hash.ts'
import type { Compared } from '../compared.ts'
import type { Words } from '../input.ts'
import { escaped, html, link } from '../markup.ts'
import { each, plainWords, words } from '../words.ts'
import { paragraph } from './parts.ts'
import { changesOf } from './table.ts'
import { tell } from './words.ts'

/** The way back to the comparison. */
export interface Again {
  readonly link?: string
  readonly command: string
  /** Files that the command reads, beside the shipped scenarios. */
  readonly files: readonly (readonly [name: string, text: string])[]
}

/** SHA-256 of every figure behind the table, in its order: who makes the same brief again finds the same. */
export const tableHash = (c: Compared): string =>
  sha256Hex(
    JSON.stringify(
      changesOf(c).map(({ outcome, row: { scenario, p05, p50, p95, difference } }) => [
        ...[scenario, outcome, p05, p50, p95],
        ...[difference.p05, difference.p50, difference.p95, difference.above, difference.below],
      ]),
    ),
  )

/** `most`: lines of files that are printed, all together; longer ones are named. */
export function madeBody(c: Compared, again: Again, most: number): string {
  const { manifest } = c.result
  const { draws, seed, sample, kernels, version, created, data, parameters, model } = manifest
  const kinds = {
    posterior: 'brief_kind_posterior',
    screened: 'brief_kind_screened',
    prior: 'brief_kind_prior',
  } as const
  const facts: [Words, string][] = [
    [tell('brief_made_program'), escaped(`VRAEM Lab ${version}, ${created.slice(0, 16).replace('T', ' ')} UTC`)],
    [
      tell('brief_made_draws'),
      html(tell('brief_made_draws_are', { n: draws.count, kind: tell(kinds[draws.kind]), seed, sample, kernels })),
    ],
    [
      tell('brief_made_hash'),
      hashes([
        [tell('brief_hash_data'), data],
        [tell('brief_hash_parameters'), parameters],
        [tell('brief_hash_model'), model],
        [tell('brief_hash_draws'), draws.hash],
        ...manifest.scenarios.map(({ name, hash }): [Words, string] => [plainWords(name), hash]),
        [tell('brief_hash_table'), tableHash(c)],
      ]),
    ],
    [tell('brief_made_command'), `<code>${escaped(again.command)}</code>`],
    ...(again.link === undefined
      ? []
      : [
          [tell('brief_made_link'), link(again.link, `<span class="address">${escaped(again.link)}</span>`)] as [
            Words,
            string,
          ],
        ]),
  ]
  const rows = facts.map(([name, value]) => `<dt>${html(name)}</dt><dd>${value}</dd>`)
  return `<dl>${rows.join('')}</dl>${files(again, most)}${paragraph(words.licence, 'note')}`
}

/** Sixteen digits tell any two apart. */
const hashes = (list: readonly (readonly [Words, string])[]): string =>
  list
    .map(([name, hash]) => `<span class="hash">${html(name)} <code>${escaped(hash.slice(0, 16))}</code></span>`)
    .join(' ')

function files({ files: all }: Again, most: number): string {
  const lines = (text: string): number => text.trimEnd().split('\n').length
  const whole = all.reduce((sum, [, text]) => sum + lines(text), 0) <= most
  return all
    .map(([name, text]) =>
      whole
        ? `<figure class="file"><figcaption>${html(tell('brief_made_file', { name }))}</figcaption><pre>${escaped(text.trimEnd())}</pre></figure>`
        : paragraph(
            each((l) => tell('brief_made_file_long', { name, n: lines(text) })[l]),
            'note',
          ),
    )
    .join('')
}
