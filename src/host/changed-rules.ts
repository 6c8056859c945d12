/** Rule files that a user has changed: read from a folder, checked against the model, compiled beside the model's own. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Code, ModelError, sha256Hex } from '../engine/index.ts'
import { InputError, nearest, type Problem, sortProblems, throwIfAny } from '../evidence/problem.ts'
import type { NamedRules } from '../lab/manifest.ts'
import { LONGEST_FILE, Refused, syntaxProblems } from '../language/index.ts'
import { model } from '../system/model.ts'
import { codeOf, compiled } from './code.ts'
import { fileFault } from './fault.ts'
import type { Laboratory } from './laboratory.ts'
import { ofRule } from './model-problems.ts'
import { headerProblems } from './rule-headers.ts'
import { readLimited, type Texts } from './sources.ts'

/** What stands in a folder of changed rules, before it is compared with the model. */
export interface RuleTexts {
  /** Name of the folder, as results show it. */
  readonly name: string
  /** By path in the model: 'src/system/farm/choice.ts'. */
  readonly files: Texts
}

export interface ChangedRules extends RuleTexts {
  readonly manifest: NamedRules
  readonly code: Code
  /** Milliseconds that compiling took, with the original rules compiled before. */
  readonly took: number
}

/** Files and folders looked at: several times what the model has. */
const MOST_ENTRIES = 2000
const LIBRARY = 'src/language/std.ts'

/**
 * The .ts files below a folder. `farm/choice.ts`, `system/farm/choice.ts` and `src/system/farm/choice.ts` name the same file of
 * the model; where there is a folder `src`, as in a copy of the program, nothing else is read. Throws InputError.
 */
export async function readRules(folder: string): Promise<RuleTexts> {
  const root = resolve(folder)
  const found = await stat(root).catch((error) => {
    throw fileFault('cannot-read', folder, error)
  })
  if (!found.isDirectory()) throw new InputError([notAFolder(folder)])
  const from = existsSync(join(root, 'src', 'system')) ? join(root, 'src') : root
  const paths = await ruleFilesBelow(from, folder)
  if (paths.length === 0) throw new InputError([nothingThere(folder)])
  const files: Record<string, string> = {}
  for (const path of paths) {
    const name = placeOf(path.slice(root.length + 1).replaceAll('\\', '/'))
    if (files[name] !== undefined) throw new InputError([twice(folder, name)])
    files[name] = await readLimited(path, path, LONGEST_FILE * 4)
  }
  return { name: basename(root).replace(/[^\p{L}\p{N}._-]/gu, '-') || 'rules', files }
}

/** .ts files below a folder, in order of their names. Looks neither into hidden folders nor into installed packages. */
async function ruleFilesBelow(from: string, shown: string): Promise<string[]> {
  const files: string[] = []
  const folders = [from]
  let seen = 0
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
      throw fileFault('cannot-read', shown, error)
    })
    seen += entries.length
    if (seen > MOST_ENTRIES) throw new InputError([tooMany(shown)])
    for (const entry of entries) {
      if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) folders.push(join(folder, entry.name))
      if (!entry.isDirectory() && entry.name.endsWith('.ts')) files.push(join(folder, entry.name))
    }
  }
  return files.sort()
}

function placeOf(path: string): string {
  if (path.startsWith('src/')) return path
  return path.startsWith('system/') ? `src/${path}` : `src/system/${path}`
}

/**
 * Checks and compiles changed rules. Files that are as the model has them are left out. `shown`: a file of the model as the user
 * knows it. Throws InputError with every problem at once.
 */
export function compileRules(lab: Laboratory, given: RuleTexts, shown: (path: string) => string): ChangedRules {
  const own = lab.sources.model
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
    codeOf(lab)
    const start = performance.now()
    const code = compiled(lab, Object.fromEntries(Object.entries(files).filter(([path]) => !named(misplaced, path))))
    const took = performance.now() - start
    throwIfAny(sortProblems(problems.map(show)))
    const hashes = Object.entries(files).map(([path, text]) => ({ path, hash: sha256Hex(text) }))
    return { name: given.name, files, code, took, manifest: { name: given.name, files: hashes } }
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
  [...text.matchAll(/from\s+['"](\.[^'"]*)['"]/g)].map(([, to = '']) => join(path, '..', to).replaceAll('\\', '/'))

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

const notAFolder = (file: string): Problem => ({
  code: 'not-a-folder',
  file,
  what: 'it is a file',
  expected: 'a folder with changed rule files under the paths they have in src/system',
  todo: 'name the folder it stands in',
})
const nothingThere = (file: string): Problem => ({
  code: 'no-rules',
  file,
  what: 'there is no .ts file in it',
  expected: 'changed rule files under the paths they have in src/system, for example farm/choice.ts',
  todo: 'copy the rule file there and change it',
})
const nothingChanged = (file: string): Problem => ({
  code: 'no-rules',
  file,
  what: 'every file in it is as the model has it',
  expected: 'at least one changed rule file',
  todo: 'change a rule, or leave --model out',
})
const tooMany = (file: string): Problem => ({
  code: 'too-many-files',
  file,
  what: 'too much stands in it',
  expected: `at most ${MOST_ENTRIES} files and folders`,
  todo: 'name a folder that holds the changed rule files only',
})
const twice = (file: string, path: string): Problem => ({
  code: 'twice',
  file,
  field: path,
  what: 'it stands there twice, under a long and a short path',
  expected: 'each file once',
  todo: 'remove one of them',
})
