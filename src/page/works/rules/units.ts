// The unit of each value that a rule names. The compiler tells units where they clash, so each value is assigned to a column of a
// unit that nothing else has, in a copy of the text that is thrown away.
import { ruleDeclarations } from '../../../engine/build.ts'
import type { Texts } from '../../../lab/rules/text.ts'
import type { RuleAccess } from '../../../language/compiler/library.ts'
import { children, type Syntax } from '../../../language/compiler/source.ts'
import { lower, Refused } from '../../../language/index.ts'
import { model } from '../../../system/model.ts'

const COLUMN = 'unitOfThis'
const UNIT = 'unitofthis'
const PLAIN = 'a plain number'
const TOLD = new RegExp(`^h\\.${COLUMN} is in ${UNIT}; the assignment joins ${UNIT} and (.+)$`)

/** By line of the file, the unit of the value that is named there; plain numbers have '1'. */
export function unitsOf(files: Texts, access: RuleAccess): Map<number, string> {
  const { file, name, fn } = access
  const probed = { ...files, [file]: withProbes(access.text, fn.body) }
  const rules = model.mechanisms.flatMap((one) => (one.kind === 'rule' ? [one.rule] : []))
  const declared = ruleDeclarations(model.state, files, model.parameters)
  const household = { ...declared.household, [COLUMN]: { unit: UNIT, about: 'asks for a unit' } }
  // rules before it write what it reads within the month
  const before = rules.includes(name) ? rules.slice(0, rules.indexOf(name) + 1) : [name]
  const startOf = new Map(declarationsIn(fn.body).map(({ endLine, line }) => [endLine, line]))
  try {
    lower(probed, before, { ...declared, household })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Map(
      error.problems.flatMap(({ file: where, line, what }): [number, string][] => {
        const unit = TOLD.exec(what)?.[1]
        return unit === undefined || where !== file ? [] : [[startOf.get(line) ?? line, unit === PLAIN ? '1' : unit]]
      }),
    )
  }
  return new Map()
}

/** On the line of each `const x = …` and `let x = …` of one name: the question for its unit. */
function withProbes(text: string, body: Syntax): string {
  let probed = text
  const places = declarationsIn(body).sort((a, b) => b.end - a.end)
  for (const { end, name } of places) probed = `${probed.slice(0, end)}; h.${COLUMN} = ${name};${probed.slice(end)}`
  return probed
}

interface Named {
  readonly name: string
  readonly end: number
  readonly line: number
  readonly endLine: number
}

function declarationsIn(node: Syntax): Named[] {
  if (node.type !== 'VariableDeclaration') return children(node).flatMap(declarationsIn)
  const [only, second] = node.declarations
  if (only?.id.type !== 'Identifier' || !only.init || second) return []
  const [line = 0, endLine = 0] = [node.loc?.start.line, node.loc?.end.line]
  return [{ name: only.id.name, end: node.end, line, endLine }]
}
