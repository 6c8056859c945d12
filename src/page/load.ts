// Packed files of the page, loaded once each.

/** A packed file could not be had: no network, or a damaged copy. */
export class LoadFault extends Error {}

const loaded = new Map<string, Promise<unknown>>()

/** Throws a LoadFault. A load that failed is tried again with the next call. */
export function load<T>(address: string): Promise<T> {
  const known = loaded.get(address)
  if (known) return known as Promise<T>
  const fresh = fetchJson(address).catch((error: unknown) => {
    loaded.delete(address)
    throw new LoadFault(error instanceof Error ? error.message : String(error))
  })
  loaded.set(address, fresh)
  return fresh as Promise<T>
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(new URL(address, document.baseURI))
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}
