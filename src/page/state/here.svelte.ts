// The reader's place on the page, followed through the browser's own history.
import { untrack } from 'svelte'
import { type Address, linkFrom, readAddress, writeAddress } from '../address.ts'

let address = $state.raw<Address>(readAddress(location.hash))
addEventListener('hashchange', () => {
  address = readAddress(location.hash)
})

export const here = {
  get address(): Address {
    return address
  },
  get path(): readonly string[] {
    return address.path
  },
  get query(): Readonly<Record<string, string>> {
    return address.query
  },
  /** A link that takes along what is compared and believed. */
  link: (...path: string[]): string => linkFrom(address, path),
  linkWith: (query: Readonly<Record<string, string>>, ...path: string[]): string => linkFrom(address, path, query),
  go(link: string): void {
    location.hash = link
  },
  /** Changes the query in place, without a step in the history: for what changes with every key. */
  amend(changes: Readonly<Record<string, string>>): void {
    const { path, query } = untrack(() => address)
    if (Object.entries(changes).every(([key, value]) => (query[key] ?? '') === value)) return
    address = { path, query: { ...query, ...changes } }
    history.replaceState(null, '', writeAddress(address))
  },
}
