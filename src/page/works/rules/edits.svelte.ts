// Rules that a reader has changed, by file: kept in the browser, so that neither a reload nor a fault loses them.
import { sha256Hex } from '../../../engine/hash.ts'
import type { Texts } from '../../../lab/rules/text.ts'
import { recall, remember } from '../../state/remembered.ts'

interface Edit {
  readonly text: string
  /** Which text of the model was changed. */
  readonly of: string
}
const NAME = 'rules'

function recalled(): Record<string, Edit> {
  try {
    const found: unknown = JSON.parse(recall(NAME) ?? '{}')
    const entries = Object.entries(found as Record<string, Edit>)
    return Object.fromEntries(entries.filter(([, edit]) => typeof edit?.text === 'string'))
  } catch {
    return {}
  }
}

let kept = $state.raw<Readonly<Record<string, Edit>>>(recalled())
const keep = (next: Record<string, Edit>) => {
  kept = next
  remember(NAME, JSON.stringify(next))
}
const marked = (original: string) => sha256Hex(original).slice(0, 12)

export const edits = {
  /** Changed files by path. */
  get files(): Texts {
    return Object.fromEntries(Object.entries(kept).map(([path, { text }]) => [path, text]))
  },
  /** The model's own text has changed since this one was written. */
  outdated: (path: string, original: string): boolean => kept[path] !== undefined && kept[path].of !== marked(original),
  write(path: string, text: string, original: string): void {
    const { [path]: before, ...others } = kept
    if (text === original) keep(others)
    else keep({ ...others, [path]: { text, of: before?.of ?? marked(original) } })
  },
  reset(path: string): void {
    const { [path]: _, ...others } = kept
    keep(others)
  },
}
