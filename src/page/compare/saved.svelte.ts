// Comparisons that the reader has saved by name in this browser: the same text as in a link.
import { recall, remember } from '../state/remembered.ts'

export interface Saved {
  readonly name: string
  readonly link: string
}

const KEY = 'saved'
/** More than anybody looks through. */
const MOST = 60

let list = $state.raw<readonly Saved[]>(read())

export const saved = {
  get list() {
    return list
  },
  /** The newest first; a name that is there already is written over. False where the browser refuses to keep it. */
  put(name: string, link: string): boolean {
    return keep([{ name, link }, ...list.filter((one) => one.name !== name)].slice(0, MOST))
  },
  drop(name: string): void {
    keep(list.filter((one) => one.name !== name))
  },
}

function keep(wanted: readonly Saved[]): boolean {
  const text = JSON.stringify(wanted)
  remember(KEY, text)
  if (recall(KEY) !== text) return false
  list = wanted
  return true
}

/** What is damaged is passed over. */
function read(): Saved[] {
  try {
    const found: unknown = JSON.parse(recall(KEY) ?? '[]')
    return Array.isArray(found)
      ? found.filter((one): one is Saved => typeof one?.name === 'string' && typeof one.link === 'string')
      : []
  } catch {
    return []
  }
}
