// Where the reader is, as the part of the address after #: it works on any static host and in any folder.
// `#/evidencia/cifra/coca_area/VRAEM?creo=K3.a` is a path of words and what travels along.

export interface Address {
  /** Words between strokes, decoded. The first names the view. */
  readonly path: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** Keys that travel with every link: they say what is compared and believed, wherever the reader goes. */
export const TRAVELLING: readonly string[] = ['creo', 'comparar']

/** Never throws: what cannot be decoded stays as it is written. */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** The address as a link, `#/…`. Empty values are left out. */
export function writeAddress({ path, query }: Address): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '')
  const tail = kept.length > 0 ? `?${new URLSearchParams(Object.fromEntries(kept))}` : ''
  return `#/${path.map(encodeURIComponent).join('/')}${tail.replace(/%(2C|3A|3B|7E)/g, decodeURIComponent)}`
}

/** A link from here to there, with what travels along. */
export function linkFrom(here: Address, path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const along = Object.entries(here.query).filter(([key]) => TRAVELLING.includes(key))
  return writeAddress({ path, query: { ...Object.fromEntries(along), ...query } })
}
