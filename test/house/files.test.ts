import { describe, expect, test } from 'vitest'
import { filesBelow, importsOf, readText, type SourceFile } from './tree.ts'

const LONGEST = 300
const EMPTY_NAMES = ['util', 'utils', 'helper', 'helpers', 'manager', 'managers', 'common', 'misc', 'shared', 'stuff']
const EMPTY_DECLARATION = /\b(?:class|function|const|let|interface|type)\s+\w*(?:Manager|Helper|Util)s?\b/

const code = ['src', 'bench', 'web', 'scripts', 'bin'].flatMap((folder) => filesBelow(folder, ['.ts', '.mjs', '.js']))
const tests = filesBelow('test', ['.ts'])

/** A table written out by a script, which says so in its first line, is as long as its source. */
const MADE = /^\/\/ Made from data\/\S+ by `npm run \S+`/

function tooLong({ path, text }: SourceFile): string[] {
  if (MADE.test(text)) return []
  const lines = text.replace(/\n$/, '').split('\n').length
  return lines > LONGEST ? [`${path}: ${lines} lines; split it at its second idea`] : []
}

function emptyNames({ path, text }: SourceFile): string[] {
  const words = path.split(/[/._-]/).map((word) => word.toLowerCase())
  const inPath = words.filter((word) => EMPTY_NAMES.includes(word)).map((word) => `${path}: "${word}" says nothing`)
  const declared = EMPTY_DECLARATION.exec(text)
  return declared ? [...inPath, `${path}: "${declared[0]}" says nothing`] : inPath
}

describe('files', () => {
  test(`no source or test over ${LONGEST} lines`, () => {
    expect([...code, ...tests].flatMap(tooLong)).toEqual([])
    expect(tooLong({ path: 'src/lab/a.ts', text: 'x\n'.repeat(LONGEST + 1) })).toHaveLength(1)
    expect(tooLong({ path: 'src/lab/a.ts', text: 'x\n'.repeat(LONGEST) })).toEqual([])
    const made = '// Made from data/parameters.csv by `npm run parameters`\n'
    expect(tooLong({ path: 'src/system/a.ts', text: made + 'x\n'.repeat(LONGEST) })).toEqual([])
  })

  test('no name that says nothing', () => {
    expect(code.flatMap(emptyNames)).toEqual([])
    expect(emptyNames({ path: 'src/lab/utils.ts', text: '' })).toHaveLength(1)
    expect(emptyNames({ path: 'src/lab/date-helpers/a.ts', text: '' })).toHaveLength(1)
    expect(emptyNames({ path: 'src/lab/a.ts', text: 'export class RunManager {}' })).toHaveLength(1)
    expect(emptyNames({ path: 'src/lab/community.ts', text: 'const managed = 1' })).toEqual([])
  })

  test('every test file is picked up by the test command', () => {
    const strays = tests.filter(({ path, text }) => /^(?:test|it|describe)\(/m.test(text) && !path.endsWith('.test.ts'))
    expect(strays.map(({ path }) => path)).toEqual([])
  })

  test('no test is left switched off or alone', () => {
    const marked = tests.filter(({ text }) => /^\s*(?:test|it|describe)\.(?:only|skip|todo)\(/m.test(text))
    expect(marked.map(({ path }) => path)).toEqual([])
  })

  test('what runs before the packages are there needs none of them', () => {
    const entries = ['bin/vraem.mjs', 'scripts/prepare.mjs', 'scripts/test.mjs', 'scripts/bench.mjs']
    const reached = reachedFrom(entries)
    expect(reached.scripts).toContain('scripts/lock.mjs')
    expect(reached.others.filter((name) => !name.startsWith('node:'))).toEqual([])
  })
})

/** Files that the entries import, directly or not, and the names of everything else that they import. */
function reachedFrom(entries: readonly string[]): { scripts: string[]; others: string[] } {
  const scripts = [...entries]
  const others: string[] = []
  for (const path of scripts) {
    for (const found of importsOf({ path, text: readText(path) })) {
      if (found.path === undefined) others.push(found.written)
      else if (!scripts.includes(found.path)) scripts.push(found.path)
    }
  }
  return { scripts, others }
}
