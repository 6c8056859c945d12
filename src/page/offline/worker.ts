// The worker that keeps the files of the page, so that it opens and runs without a network. It asks only its own folder.
// Files are named by their content, so every version may answer for every open page; only the page itself is asked for anew.
import { cacheName, INDEX, type KeptFile, type Order, outdated, type Way, wayOf } from './kept.ts'

interface Waits {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Waits {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Told extends Waits {
  readonly data: Order
  readonly ports: readonly MessagePort[]
}
interface Scope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  oninstall: (event: Waits) => void
  onactivate: (event: Waits) => void
  onfetch: (event: Asked) => void
  onmessage: (event: Told) => void
}
const worker = self as unknown as Scope
const { version, core, later } = import.meta.offline
const { scope } = worker.registration
const mine = cacheName(scope, version)
/** A network that does not answer is none, milliseconds. */
const PATIENCE = 4000

worker.oninstall = (event) => event.waitUntil(keep(core).then(() => worker.skipWaiting()))
worker.onactivate = (event) => event.waitUntil(tidy().then(() => worker.clients.claim()))
worker.onfetch = (event) => {
  const way = wayOf(event.request, scope)
  if (way) event.respondWith(answer(event.request, way))
}
worker.onmessage = (event) => {
  const { data, ports } = event
  if (data.kind === 'later') event.waitUntil(keep(later).catch(() => {}))
  else ports[0]?.postMessage([...core, ...later].some(([path]) => path === data.path))
}

async function tidy(): Promise<void> {
  await Promise.all(outdated(await caches.keys(), scope, version).map((name) => caches.delete(name)))
}

/** Fetches what is not kept yet. Rejects when a file is not what the list says: the version that was there goes on. */
async function keep(files: readonly KeptFile[]): Promise<void> {
  const cache = await caches.open(mine)
  for (const [path, hash] of files) {
    const address = new URL(path, scope).href
    if (await cache.match(address)) continue
    const known = path === INDEX ? undefined : await caches.match(address)
    await cache.put(address, known ?? (await fetched(address, path, hash)))
  }
}

async function fetched(address: string, path: string, hash: string): Promise<Response> {
  const response = await fetch(address, { cache: path === INDEX ? 'no-cache' : 'default' })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()))
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (!response.ok || !found.startsWith(hash)) throw new Error(`${path} is not the file of version ${version}`)
  return response
}

async function answer(request: Request, way: NonNullable<Way>): Promise<Response> {
  if (way.kind === 'page') return newest(request)
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** The page from the network; without one, or with one that is too slow, the page that is kept. */
async function newest(request: Request): Promise<Response> {
  const there = async () => (await caches.open(mine)).match(new URL(INDEX, scope).href)
  const asked = fetch(request)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined))
  const found = await Promise.race([asked, late]).catch(() => undefined)
  return (found?.ok ? found : undefined) ?? (await there()) ?? asked
}
