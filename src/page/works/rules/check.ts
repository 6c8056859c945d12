// Changed rules looked at: what is wrong with them, how they read in symbols and units, and their code.
import { sha256Hex } from '../../../engine/hash.ts'
import { InputError, type Problem } from '../../../evidence/problem.ts'
import { compileChanged, type Original } from '../../../lab/rules/compile.ts'
import { Library, type RuleAccess } from '../../../language/compiler/library.ts'
import { equations, show, unit } from '../../../language/index.ts'
import { functionsOf } from '../../../report/description/mechanisms.ts'
import { model } from '../../../system/model.ts'
import { formula } from '../formula.ts'
import { FOLDER } from './folder.ts'
import type { Checked, LiveSymbols, Question } from './protocol.ts'
import { unitsOf } from './units.ts'

/** Never throws for what somebody wrote. */
export function check(original: Original, question: Question): Checked {
  const symbols = symbolsOf(original, question)
  if (Object.keys(question.files).length === 0) return { problems: [], symbols }
  try {
    const { code, manifest } = compileChanged(original, { name: FOLDER, files: question.files })
    const key = sha256Hex(JSON.stringify(manifest.files))
    return { problems: [], symbols, rules: { code: { key, code }, named: manifest } }
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems, symbols }
    return { problems: [unexpected(question.file, error)], symbols }
  }
}

function symbolsOf({ texts }: Original, { files, file, rule }: Question): LiveSymbols | undefined {
  try {
    const all = { ...texts, ...files }
    const access = new Library(all).rule(rule)
    if (!('fn' in access) || access.file !== file) return undefined
    const units = unitsOf(all, access)
    return {
      formulas: equations(access).map((one) => ({
        ...formula(one),
        line: one.line,
        unit: units.get(one.line) ?? columnUnit(access, one.line),
      })),
      where: functionsOf(access).map(({ about, equations: of }) => ({ about, formulas: of.map(formula) })),
    }
  } catch {
    // what cannot be read is told as a problem; its formulas wait until it can
    return undefined
  }
}

/** The declared unit of the column or sum that is written on a line. */
function columnUnit({ text }: RuleAccess, line: number): string {
  const [, table, column = ''] =
    /^\s*(?:if \(.*\) )?([ho])\.(\w+)\s*[-+*/]?=/.exec(text.split('\n')[line - 1] ?? '') ?? []
  const columns: Readonly<Record<string, { readonly unit: string }>> =
    table === 'h' ? model.state.household : table === 'o' ? model.state.sums : {}
  const found = columns[column]?.unit
  return found === undefined ? '' : show(unit(found))
}

const unexpected = (file: string, error: unknown): Problem => ({
  code: 'compiler',
  file,
  what: `the compiler gave up: ${error instanceof Error ? error.message : String(error)}`,
  expected: 'a rule of the rule language',
  todo: 'undo the last change',
})
