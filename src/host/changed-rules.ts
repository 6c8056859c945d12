/** Rule files that a user has changed: read from a folder, compiled beside the model's own. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { InputError, type Problem } from '../evidence/problem.ts'
import { type CompiledRules, compileChanged, type RuleTexts } from '../lab/rules/compile.ts'
import { LONGEST_FILE } from '../language/index.ts'
import { codeOf } from './code.ts'
import { fileFault } from './fault.ts'
import type { Laboratory } from './laboratory.ts'
import { readLimited } from './sources.ts'

export interface ChangedRules extends CompiledRules {
  /** Milliseconds that compiling took, with the original rules compiled before. */
  readonly took: number
}

/** Files and folders looked at: several times what the model has. */
const MOST_ENTRIES = 2000

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

/** Checks and compiles changed rules, as `compileChanged`, with the original rules compiled before. */
export function compileRules(lab: Laboratory, given: RuleTexts, shown: (path: string) => string): ChangedRules {
  codeOf(lab)
  const start = performance.now()
  const done = compileChanged({ texts: lab.sources.model, kernels: lab.kernels }, given, shown)
  return { ...done, took: performance.now() - start }
}

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
