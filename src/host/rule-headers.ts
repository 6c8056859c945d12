/** What a changed rule file says about its place in the month: the program keeps that, so a change of it would be in vain. */
import type { Problem } from '../evidence/problem.ts'
import { model } from '../system/model.ts'
import type { Texts } from './sources.ts'

const KEPT = ['id', 'kind', 'when', 'file', 'rule', 'without'] as const

/** One problem for each rule that is missing from a changed file, and for each word of its header that has no effect. */
export const headerProblems = (files: Texts): Problem[] =>
  model.mechanisms.flatMap((mechanism) => {
    if (mechanism.kind !== 'rule') return []
    const { file } = mechanism
    const text = files[file]
    if (text === undefined) return []
    const missing = [...new Set([mechanism.rule, mechanism.without])].flatMap((rule): Problem[] => {
      if (new RegExp(`export\\s+const\\s+${rule}\\s*=\\s*rule\\s*\\(`).test(text)) return []
      return [
        {
          code: 'rule-missing',
          file,
          field: rule,
          what: `the changed file has no rule of this name${rule === mechanism.rule ? '' : ', which stands in when the mechanism is off'}`,
          expected: `export const ${rule} = rule(…)`,
          todo: 'write it, or take it over from the original file',
        },
      ]
    })
    const header = /:\s*SystemMechanism\s*=\s*\{([\s\S]*?)\n\}/.exec(text)
    const changed = KEPT.flatMap((field): Problem[] => {
      const said = new RegExp(`^\\s*${field}:\\s*'([^']*)'`, 'm').exec(header?.[1] ?? '')
      if (said === null || said[1] === mechanism[field]) return []
      const line = text
        .slice(0, (header?.index ?? 0) + text.slice(header?.index).indexOf(said[0].trim()))
        .split('\n').length
      return [
        {
          code: 'header',
          file,
          line,
          field,
          what: `'${said[1]}' would have no effect: when and by whom a rule is run is part of the program`,
          expected: `${field}: '${mechanism[field]}', as the model has it`,
          todo: 'change what the rule does; for another place in the month change a copy of the whole program',
        },
      ]
    })
    return [...missing, ...changed]
  })
