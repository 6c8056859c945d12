// What a changed rule file says about its place in the month: the program keeps that, so a change of it would be in vain.
import type { RuleMechanism } from '../../engine/model.ts'
import type { Problem } from '../../evidence/problem.ts'
import { model } from '../../system/model.ts'
import type { Texts } from './text.ts'

const KEPT = ['id', 'kind', 'when', 'again', 'file', 'rule', 'without'] as const

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
    return [...missing, ...changedFields(text, mechanism)]
  })

/** The header's words that differ from the model's. A file without a header keeps the model's. */
function changedFields(text: string, mechanism: RuleMechanism): Problem[] {
  const header = /:\s*SystemMechanism\s*=\s*\{([\s\S]*?)\n\}/.exec(text)
  if (header === null) return []
  const lineOf = (at: number) => text.slice(0, at).split('\n').length
  return KEPT.flatMap((field): Problem[] => {
    const said = new RegExp(`^\\s*${field}:\\s*['"]([^'"]*)['"]`, 'm').exec(header[1] ?? '')
    const own = mechanism[field]
    if (said?.[1] === own) return []
    const line = lineOf(header.index + (said ? text.slice(header.index).indexOf(said[0].trim()) : 0))
    return [
      {
        code: 'header',
        file: mechanism.file,
        line,
        field,
        what: `${said ? `'${said[1]}'` : 'leaving it out'} would have no effect: when and by whom a rule is run is part of the program`,
        expected: own === undefined ? `no ${field}, as the model has it` : `${field}: '${own}', as the model has it`,
        todo: 'change what the rule does; for another place in the month change a copy of the whole program',
      },
    ]
  })
}
