// The language of the page: Spanish unless the reader chose otherwise.
import type { Language, Words } from '../../report/input.ts'
import { type Key, messages } from '../messages/messages.ts'
import { recall, remember } from './remembered.ts'

let current = $state<Language>(recall('language') === 'en' ? 'en' : 'es')

export const language = {
  get now(): Language {
    return current
  },
  set now(wanted: Language) {
    current = wanted
    remember('language', wanted)
  },
}

type Holes<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Holes<Rest> : never
type Values<K extends Key> = { readonly [P in Holes<(typeof messages)[K]['es']>]: string | number }

/** The message in the reader's language, its holes filled. */
export function say<K extends Key>(
  key: K,
  ...values: [Holes<(typeof messages)[K]['es']>] extends [never] ? [] : [Values<K>]
): string {
  const given = (values[0] ?? {}) as Readonly<Record<string, string | number>>
  return messages[key][current].replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''))
}

/** Words that carry both languages, in the reader's. */
export const told = (words: Words): string => words[current]
