// Rule files that somebody has changed: checked against the model, compiled in place of the model's own.
import { buildMachine, type Code, type Kernels, ModelError, sha256Hex } from '../../engine/index.ts'
import { InputError, nearest, type Problem, sortProblems, throwIfAny } from '../../evidence/problem.ts'
import { resolve } from '../../language/compiler/source.ts'
import { Refused, syntaxProblems } from '../../language/index.ts'
import { model } from '../../system/model.ts'
import type { NamedRules } from '../manifest.ts'
import { headerProblems } from './headers.ts'
import { ofRule } from './problems.ts'
import type { Texts } from './text.ts'

/** Changed rule files, before they are compared with the model. */
export interface RuleTexts {
  /** As results show it; of a folder, its name. */
  readonly name: string
  readonly files: Texts
}

/** What rules are compiled beside. */
export interface Original {
  /** Texts of the model; those of `model.ruleFiles` at least. */
  readonly texts: Texts
  /** What household rules are compiled to here. */
  readonly kernels: Kernels
}

export interface CompiledRules extends RuleTexts {
  readonly manifest: NamedRules
  readonly code: Code
}

const LIBRARY = 'src/language/std.ts'

/** The model's rules with some files changed. Throws ModelError, and the language's Refused. */
export function codeWith({ texts, kernels }: Original, changed: Texts): Code {
  const own = model.ruleFiles.map((path) => [path, texts[path] ?? ''])
  const files = { ...Object.fromEntries(own), ...changed }
  return buildMachine(model.state, model.mechanisms, files, model.parameters, { kernels }).code
}

/**
 * Checks and compiles changed rules. Files that are as the model has them are left out. `shown`: a file of the model as the user
 * knows it. Throws InputError with every problem at once.
 */
export function compileChanged(
  original: Original,
  given: RuleTexts,
  shown: (path: string) => string = (path) => path,
): CompiledRules {
  const own = original.texts
  const files = Object.fromEntries(Object.entries(given.files).filter(([path, text]) => text !== own[path]))
  const misplaced = placeProblems(files, own)
  const broken = syntaxProblems(files).map(ofRule)
  // what cannot be read says nothing of its rules
  const readable = Object.fromEntries(Object.entries(files).filter(([path]) => !named(broken, path)))
  const problems = [...misplaced, ...broken, ...headerProblems(readable)]
  if (Object.keys(files).length === 0) problems.push(nothingChanged(given.name))
  const show = (problem: Problem) =>
    files[problem.file] === undefined ? problem : { ...problem, file: shown(problem.file) }
  if (broken.length > 0) throw new InputError(sortProblems(problems.map(show)))
  try {
    const placed = Object.fromEntries(Object.entries(files).filter(([path]) => !named(misplaced, path)))
    const code = codeWith(original, placed)
    throwIfAny(sortProblems(problems.map(show)))
    const hashes = Object.entries(files).map(([path, text]) => ({ path, hash: sha256Hex(text) }))
    return { name: given.name, files, code, manifest: { name: given.name, files: hashes } }
  } catch (error) {
    if (error instanceof Refused) {
      const found = error.problems.map(ofRule)
      const inChanged = found.filter(({ file }) => files[file] !== undefined)
      // what a broken rule no longer does for the rules after it is no mistake of theirs
      problems.push(...(inChanged.length > 0 || problems.length > 0 ? inChanged : found))
    } else if (error instanceof ModelError)
      problems.push(...error.faults.map(({ where, ...fault }) => ({ code: 'rule', file: where, ...fault })))
    else throw error
    throw new InputError(sortProblems(distinct(problems).map(show)))
  }
}

const named = (problems: readonly Problem[], file: string): boolean => problems.some((one) => one.file === file)

function placeProblems(files: Texts, own: Texts): Problem[] {
  const changeable = model.ruleFiles.filter((path) => path !== LIBRARY)
  const imported = new Set(Object.entries(files).flatMap(([path, text]) => importsOf(path, text)))
  return Object.keys(files).flatMap((path): Problem[] => {
    if (changeable.includes(path) || (own[path] === undefined && imported.has(path))) return []
    if (own[path] !== undefined) return [notARule(path)]
    const near = nearest(path, Object.keys(own))
    return [
      {
        code: 'unknown-file',
        file: path,
        what: 'the model has no such file, and no changed rule imports it',
        expected: `a changed copy of a rule file, for example ${changeable[0]}`,
        todo: near === undefined ? 'give it the name of the file it replaces' : `name it ${near} if you meant that`,
      },
    ]
  })
}

const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(/from\s+['"](\.[^'"]*)['"]/g)].map(([, to = '']) => resolve(path, to))

const notARule = (path: string): Problem => ({
  code: 'not-a-rule',
  file: path,
  what: 'it holds no household rule but a part of the program, which is not compiled from text',
  expected: `changed household rules: ${model.ruleFiles.filter((one) => one !== LIBRARY).join(', ')}`,
  todo: 'change it in a copy of the whole program and give both programs the same command: equal seeds keep the draws paired',
})

const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify([one.file, one.line, one.column, one.what]), one])).values(),
]

const nothingChanged = (file: string): Problem => ({
  code: 'no-rules',
  file,
  what: 'every file in it is as the model has it',
  expected: 'at least one changed rule file',
  todo: 'change a rule, or leave --model out',
})
