// Which requests the worker for visits without a network answers, and from where.

/** A file of the build: its place in the folder, and the SHA-256 of its bytes in hexadecimal digits. */
export type KeptFile = readonly [path: string, hash: string]

export interface OfflineFiles {
  /** Of the list. */
  readonly version: string
  /** What the page needs to open and to run. */
  readonly core: readonly KeptFile[]
  /** What its other views need: fetched once the first answer stands. */
  readonly later: readonly KeptFile[]
}

/** What the page says to the worker. */
export type Order =
  | { readonly kind: 'later' }
  /** Whether the file belongs to the worker's own version: answered on the port. */
  | { readonly kind: 'knows'; readonly path: string }

export const INDEX = 'index.html'
const ASSETS = 'assets/'

/** `page`: the page itself, newest first. `file`: a file whose name holds its hash. Anything else is left alone. */
export type Way = { readonly kind: 'page' } | { readonly kind: 'file'; readonly path: string } | undefined

/** scope: the folder of the page, as an address that ends with a stroke. */
export function wayOf({ method, url }: Pick<Request, 'method' | 'url'>, scope: string): Way {
  const [address = ''] = url.split(/[?#]/)
  if (method !== 'GET' || !address.startsWith(scope)) return undefined
  const path = address.slice(scope.length)
  if (path === '' || path === INDEX) return { kind: 'page' }
  return path.startsWith(ASSETS) && path.length > ASSETS.length ? { kind: 'file', path } : undefined
}

/** Folders of one host share its caches, so a name holds the folder. */
export const cacheName = (scope: string, version: string): string => `vraem-lab ${scope} ${version}`

/** Caches of this folder that no open page can need any more: all but the newest and the one before. `names`: oldest first. */
export function outdated(names: readonly string[], scope: string, version: string): string[] {
  const others = names.filter((name) => name.startsWith(cacheName(scope, '')) && name !== cacheName(scope, version))
  return others.slice(0, -1)
}
