// Rule files that a user changed: what is taken, and how each mistake is told.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { InputError, type Problem } from '../../src/evidence/problem.ts'
import { type ChangedRules, compileRules, readRules } from '../../src/host/changed-rules.ts'
import { codeOf } from '../../src/host/code.ts'
import { openLaboratory } from '../../src/host/laboratory.ts'

const lab = await openLaboratory()
const CHOICE = 'src/system/farm/choice.ts'
const original = (path: string) => lab.sources.model[path] ?? ''

const folders: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  folders.push(folder)
})
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})
function put(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const compiled = async (): Promise<ChangedRules> =>
  compileRules(lab, await readRules(folder), (path) => path.replace('src/system/', ''))

async function problems(): Promise<readonly Problem[]> {
  try {
    await compiled()
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}
/** A statement put before the last brace of the rule `choice`. */
const withStatement = (statement: string) =>
  original(CHOICE).replace(/(\n {2}h\.choice = h\.here[^\n]*)/, `$1\n  ${statement}`)
const LINE =
  original(CHOICE)
    .split('\n')
    .findIndex((line) => line.startsWith('  h.choice = h.here')) + 2

describe('what is taken', () => {
  it.each(['farm/choice.ts', 'system/farm/choice.ts', 'src/system/farm/choice.ts'])('%s', async (path) => {
    put(path, original(CHOICE).replace('p.norm_weight * 2', 'p.norm_weight * 3'))
    const { files, manifest, code, name } = await compiled()
    expect(Object.keys(files)).toEqual([CHOICE])
    expect(manifest).toEqual({ name, files: [{ path: CHOICE, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }] })
    expect(code.bytes).not.toEqual(codeOf(lab).bytes)
    expect(code.stages).toEqual(codeOf(lab).stages)
  })

  it('a copy of all of src, of which only what differs counts', async () => {
    for (const [path, text] of Object.entries(lab.sources.model)) put(path, text)
    put(CHOICE, `${original(CHOICE)}\n// mine\n`)
    const { files, code } = await compiled()
    expect(Object.keys(files)).toEqual([CHOICE])
    expect(code.bytes).toEqual(codeOf(lab).bytes)
  })

  it('a helper of its own, which a changed rule imports', async () => {
    put('farm/my-helper.ts', 'export const thrice = (a: number): number => 3 * a\n')
    const text = original(CHOICE).replace('p.norm_weight * 2', 'p.norm_weight * thrice(1)')
    put('farm/choice.ts', `import { thrice } from './my-helper.ts'\n${text}`)
    expect(Object.keys((await compiled()).files)).toEqual([CHOICE, 'src/system/farm/my-helper.ts'])
  })
})

describe('what is wrong with a rule: file, line, column, what to write', () => {
  it.each([
    ['a rule outside the subset', 'while (h.cash > 0) h.cash -= 1', 3, /while loop/, /for \(let k/],
    ['a unit fault', 'h.cash += h.land', 3, /adds PEN and ha/, /PEN\/ha/],
    ['an index that differs between households', 'h.cash += [1, 2, 3][h.choice]', 13, /index differs/, /pick\(\)/],
    ['a misspelt column', 'h.cahs = 1', 5, /h\.cahs is not declared/, /did you mean cash/],
    ['a number drawn at two places of the rule', "h.choice = draw('choice')", 14, /drawn in line \d+ already/, /const/],
    [
      "another rule's stream",
      "h.choice = draw('weather')",
      14,
      /drawn by ageing \(src\/system\/farm\/ageing/,
      /stream/,
    ],
    [
      'loops without end',
      'for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) for (let c = 0; c < 60; c++) h.choice = h.choice + a * b * c',
      expect.any(Number),
      /grow too long/,
      /shorten/,
    ],
  ] as const)('%s', async (_, statement, column, what, todo) => {
    put('farm/choice.ts', withStatement(statement))
    const found = await problems()
    expect(found[0]).toMatchObject({ code: 'rule', file: 'farm/choice.ts', line: LINE, column })
    expect(found[0]?.what).toMatch(what)
    expect(found[0]?.todo).toMatch(todo)
  })

  it('all of them at once, in two files', async () => {
    put('farm/choice.ts', withStatement('h.cahs = 1\n  h.cash += h.land'))
    const FAMILY = 'src/system/people/family.ts'
    put('people/family.ts', original(FAMILY).replace(/h\.adults/, 'h.adutls'))
    put('market/leaf-price.ts', 'export const a = 1\n')
    expect((await problems()).map(({ code, file }) => `${code} ${file}`)).toEqual([
      'rule farm/choice.ts',
      'rule farm/choice.ts',
      'not-a-rule market/leaf-price.ts',
      'rule people/family.ts',
    ])
  })

  it('text that is no TypeScript, and a file of a megabyte', async () => {
    put('farm/choice.ts', `${original(CHOICE)}\nexport const (`)
    expect(await problems()).toMatchObject([{ code: 'rule', file: 'farm/choice.ts', line: expect.any(Number) }])
    put('farm/choice.ts', `${original(CHOICE)}${'// long\n'.repeat(130_000)}`)
    expect(await problems()).toMatchObject([{ file: 'farm/choice.ts', what: expect.stringMatching(/characters/) }])
  })
})

describe('what is wrong with the folder', () => {
  it('a step, which is no rule', async () => {
    put('market/leaf-price.ts', `${original('src/system/market/leaf-price.ts')}\n// mine\n`)
    const [found] = await problems()
    expect(found).toMatchObject({ code: 'not-a-rule', file: 'market/leaf-price.ts' })
    expect(found?.todo).toMatch(/copy of the whole program/)
  })

  it('a file that the model does not have', async () => {
    put('farm/choise.ts', original(CHOICE))
    expect(await problems()).toMatchObject([
      { code: 'unknown-file', file: 'farm/choise.ts', todo: expect.stringContaining(CHOICE) },
    ])
  })

  it('a header that would have no effect, and a rule that is gone', async () => {
    put(
      'farm/choice.ts',
      original(CHOICE).replace("when: 'review'", "when: 'monthly'").replace('const keepAll', 'const keepNone'),
    )
    const found = await problems()
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(
      expect.arrayContaining(['header when', 'rule-missing keepAll']),
    )
  })

  it('a header whose call for an early review is taken away', async () => {
    put('farm/choice.ts', original(CHOICE).replace(/\n {2}again: '\w+',/, ''))
    expect(await problems()).toMatchObject([
      { code: 'header', field: 'again', expected: expect.stringMatching(/^again: '/) },
    ])
  })

  it('a file that ends in the middle, and one that is no text of a program', async () => {
    put('farm/choice.ts', original(CHOICE).slice(0, -40))
    put('farm/purse.ts', '\u0000\u0001\u0002')
    const found = await problems()
    expect(found.map(({ file }) => file)).toEqual(['farm/choice.ts', 'farm/purse.ts'])
    for (const { line, column, todo } of found)
      expect({ line, column, todo }).toEqual({
        line: expect.any(Number),
        column: expect.any(Number),
        todo: expect.stringMatching(/TypeScript/),
      })
  })

  it('nothing in it, nothing changed, no folder, a file', async () => {
    expect(await problems()).toMatchObject([{ code: 'no-rules' }])
    put('farm/choice.ts', original(CHOICE))
    expect(await problems()).toMatchObject([{ code: 'no-rules', what: expect.stringContaining('as the model has it') }])
    await expect(readRules(join(folder, 'absent'))).rejects.toMatchObject({ problems: [{ code: 'cannot-read' }] })
    await expect(readRules(join(folder, 'farm/choice.ts'))).rejects.toMatchObject({
      problems: [{ code: 'not-a-folder' }],
    })
  })

  it('one file under two paths', async () => {
    put('farm/choice.ts', original(CHOICE))
    put('system/farm/choice.ts', original(CHOICE))
    await expect(readRules(folder)).rejects.toMatchObject({ problems: [{ code: 'twice', field: CHOICE }] })
  })

  it('far too much', async () => {
    for (let k = 0; k < 2001; k++) writeFileSync(join(folder, `${k}.md`), '')
    await expect(readRules(folder)).rejects.toMatchObject({ problems: [{ code: 'too-many-files' }] })
  })
})
