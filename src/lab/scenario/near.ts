import { nearest } from '../../evidence/problem.ts'

/** What to do about an unknown word: write the nearest known one, or choose from the list when it is short. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return `write "${near}" if that is meant`
  if (known.length === 0) return 'remove it'
  return known.length <= 24 ? `use one of: ${known.join(', ')}` : 'look the name up in the list of known names'
}
