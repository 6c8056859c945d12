// Unknowns of the model as a reader can take them: the question of a switch, the meaning of a parameter.
import { parameters } from '../../system/parameters.ts'
import { switches } from '../../system/switches.ts'
import { code, plain } from '../description/markdown.ts'
import type { Language } from '../input.ts'

const SWITCH = 'switch_'
/** A note of fewer words explains nothing. */
const LEAST_WORDS = 4

/** Name and meaning, safe in a cell; parameters are explained in English only. */
export function unknownOf(name: string, language: Language): string {
  const question = switches[name.replace(SWITCH, '') as keyof typeof switches]?.[language]
  if (name.startsWith(SWITCH) && question) return `${code(name.slice(SWITCH.length))}: ${question}`
  const about = parameters[name as keyof typeof parameters]?.about
  if (!about || about.startsWith('stated') || about.split(' ').length < LEAST_WORDS) return code(name)
  return `${code(name)}: ${language === 'es' ? '[en] ' : ''}${plain(about)}`
}
