// What the compiler of rules says, in Spanish. `*` stands for a name, a unit, a number or a sign: {1}, {2} … A test finds
// what the compiler says and nobody has put into Spanish; it is then shown in English.
import type { Problem } from '../../../evidence/problem.ts'
import type { Words } from '../../../report/input.ts'
import { SPANISH } from './spanish.ts'

export interface SpokenProblem {
  readonly what: Words
  readonly todo: Words
  /** Nobody has put it into Spanish. */
  readonly english: boolean
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patternOf = (english: string) => new RegExp(`^${escaped(english).replaceAll('\\*', '(.+)')}$`)
/** What says most is tried first. */
const lettersOf = (english: string): number => english.replace(/[* ]/g, '').length
let table: [RegExp, string][] | undefined

/** Undefined where the table has no such sentence. */
export function inSpanish(english: string): string | undefined {
  table ??= Object.entries(SPANISH)
    .sort(([a], [b]) => lettersOf(b) - lettersOf(a))
    .map(([key, spanish]) => [patternOf(key), spanish])
  const inside = /^(.*) \(in ([^()]+:\d+)\)$/.exec(english)
  if (inside?.[1]) {
    const said = inSpanish(inside[1])
    return said && `${said} (en ${inside[2]})`
  }
  for (const [pattern, spanish] of table) {
    const found = pattern.exec(english)
    if (found)
      return spanish.replace(/\{(\d)(u?)\}/g, (_, k: string, unit: string) => {
        const word = found[Number(k)] ?? ''
        return unit && word === '1' ? 'un valor sin unidad' : wordInSpanish(word)
      })
  }
  return undefined
}

/** Words of the compiler that fill holes. */
const FILLED: readonly (readonly [RegExp, string])[] = [
  [/\ba plain number\b/, 'un número sin unidad'],
  [/^in line (\d+)$/, 'en la línea $1'],
  [/^by (.+)$/, 'por $1'],
]
const wordInSpanish = (word: string): string => FILLED.reduce((text, [from, to]) => text.replace(from, to), word)

export function spoken({ what, todo }: Problem): SpokenProblem {
  const advice = todo.replace(/^change this place: /, '')
  const [said, advised] = [inSpanish(what), inSpanish(advice)]
  const english = said === undefined || advised === undefined
  return {
    what: { en: what, es: said ?? what },
    todo: { en: advice, es: advised ?? advice },
    english,
  }
}
