import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, readText, root, type SourceFile } from './tree.ts'

const DECISION_LINES = 40
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => ({ path, text: readText(path) })),
  ...filesBelow('docs', ['.md']),
]

function decisionFaults({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n')
  const number = /(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1]
  const faults: string[] = []
  if (lines.length > DECISION_LINES) faults.push(`${path}: ${lines.length} lines, at most ${DECISION_LINES}`)
  if (number === undefined) faults.push(`${path}: named 000-a-few-words.md`)
  if (!lines[0]?.startsWith(`# ${number} `)) faults.push(`${path}: begins with "# ${number} Title"`)
  return faults
}

/** Links of a page to files of the checkout that are not there. */
function deadLinks({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(?:https?|mailto):/.test(target))
    .filter((target) => !existsSync(join(root, path, '..', target)))
    .map((target) => `${path}: ${target}`)
}

describe('documents', () => {
  test('the README names the two commands and the licences', () => {
    const readme = readText('README.md')
    for (const words of ['npm start', 'npm test', 'vraem compare', 'LICENSE-DATA', 'CITATION.cff', '20.19']) {
      expect(readme).toContain(words)
    }
  })

  test('folders named in the README table exist', () => {
    const named = [...readText('README.md').matchAll(/^\| (`[^|]+`) \|/gm)]
      .flatMap((row) => [...(row[1] ?? '').matchAll(/`([^`]+)\/`/g)])
      .map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
  })

  test('every layer of src is named in the README', () => {
    const layers = new Set(filesBelow('src', ['.ts']).map(({ path }) => `src/${path.split('/')[1]}/`))
    expect([...layers].filter((layer) => !readText('README.md').includes(layer))).toEqual([])
  })

  test(`decisions are titled, numbered once and at most ${DECISION_LINES} lines`, () => {
    const decisions = filesBelow('docs/decisions', ['.md'])
    expect(decisions.length).toBeGreaterThan(2)
    expect(decisions.flatMap(decisionFaults)).toEqual([])
    const numbers = decisions.map(({ path }) => /\d{3}/.exec(path)?.[0])
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
    expect(
      decisionFaults({ path: 'docs/decisions/007-a.md', text: '# 007 A\n'.concat('x\n'.repeat(DECISION_LINES)) }),
    ).toHaveLength(1)
    expect(decisionFaults({ path: 'docs/decisions/007-a.md', text: 'Some text' })).toHaveLength(1)
    expect(decisionFaults({ path: 'docs/decisions/last.md', text: '# 007 A' })).toHaveLength(2)
  })

  test('no link leads nowhere', () => {
    expect(pages.flatMap(deadLinks)).toEqual([])
    expect(deadLinks({ path: 'README.md', text: '[x](nowhere.md)' })).toHaveLength(1)
  })

  test('version and licence are the same everywhere', () => {
    const { version, license } = JSON.parse(readText('package.json')) as { version: string; license: string }
    const lock = JSON.parse(readText('package-lock.json')) as { version: string }
    expect(lock.version).toBe(version)
    expect(readText('CITATION.cff')).toContain(`\nversion: ${version}\n`)
    expect(readText('CITATION.cff')).toContain(`\nlicense: ${license}\n`)
    expect(readText('CHANGELOG.md')).toContain(`## ${version}`)
    expect(readText('LICENSE')).toContain('Apache License')
    expect(readText('LICENSE-DATA')).toContain('https://creativecommons.org/licenses/by/4.0/')
  })
})
