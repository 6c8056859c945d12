// What the rule editor says of a text, without a browser: problems, symbols, units, the code it runs, the files it hands over.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { compileRules, readRules } from '../../src/host/changed-rules.ts'
import { codeOf } from '../../src/host/code.ts'
import { openLaboratory } from '../../src/host/laboratory.ts'
import { codeWith } from '../../src/lab/rules/compile.ts'
import { withoutHeader } from '../../src/lab/rules/text.ts'
import { check } from '../../src/page/works/rules/check.ts'
import { FOLDER } from '../../src/page/works/rules/folder.ts'
import { crc32, parcelOf } from '../../src/page/works/rules/parcel.ts'
import { model } from '../../src/system/model.ts'

const lab = await openLaboratory()
const original = { texts: lab.sources.model, kernels: lab.kernels }
const FILE = 'src/system/farm/labour.ts'
const TEXT = withoutHeader(lab.sources.model[FILE] ?? '')
const checked = (text?: string) =>
  check(original, { files: text === undefined ? {} : { [FILE]: text }, file: FILE, rule: 'labour' })
const lineOf = (part: string) => TEXT.split('\n').findIndex((line) => line.includes(part)) + 1

test('rule files without their headers compile to the same bytes', () => {
  const paths = model.ruleFiles.filter((path) => path.startsWith('src/system/'))
  const files = Object.fromEntries(paths.map((path) => [path, withoutHeader(lab.sources.model[path] ?? '')]))
  expect(Object.values(files).join('')).not.toMatch(/SystemMechanism|claims/)
  expect(codeWith(original, files).bytes).toEqual(codeOf(lab).bytes)
})

test('the original in symbols, each value with its unit', () => {
  const { problems, symbols, rules } = checked()
  expect(problems).toEqual([])
  expect(rules).toBeUndefined()
  const unitOf = (name: string) => symbols?.formulas.find(({ text }) => text.startsWith(`${name} `))?.unit
  expect(['family', 'rounds', 'paidOnCoca', "wage money[i]'"].map(unitOf)).toEqual([
    'day/month',
    '1',
    'PEN/month',
    'PEN/month',
  ])
  expect(symbols?.formulas[0]?.math).toMatch(/^<math/)
})

test('a unit that does not fit is told with its place, and the symbols follow the text', () => {
  const { problems, symbols, rules } = checked(TEXT.replace('- paidOnCoca - meals', '- paidOnCoca - cocaHands'))
  const line = lineOf('- paidOnCoca - meals')
  expect(problems).toMatchObject([{ file: FILE, line, what: 'subtracts PEN/month and day/month' }])
  expect(symbols?.formulas.find((one) => one.line === line)?.text).toContain('- cocaHands')
  expect(rules).toBeUndefined()
})

test('half a line, a loop without end, a missing rule: told, never thrown', () => {
  expect(checked(TEXT.replace('h.adults * p.family_days', 'h.adults * ')).symbols).toBeUndefined()
  const endless =
    'for (let a = 0; a < 60; a++) for (let b = 0; b < 60; b++) for (let c = 0; c < 60; c++) h.wageMoney = h.wageMoney * (a + b * c)'
  const texts = [
    TEXT.replace('h.adults * p.family_days', 'h.adults * '),
    TEXT.replace('  h.wageMoney = onFarms + inTown', `  ${endless}`),
    TEXT.replace('export const labour', 'export const work'),
    '',
  ]
  expect(texts.map((text) => checked(text).problems.length > 0)).toEqual([true, true, true, true])
})

test('a change compiles to the code of `vraem --model` on the file that is handed over', async () => {
  const text = TEXT.replace('h.adults * p.family_days', 'h.adults * p.family_days * 0.5')
  const { problems, rules } = checked(text)
  expect(problems).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  try {
    const path = join(folder, FOLDER, 'farm', 'labour.ts')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    const own = compileRules(lab, await readRules(join(folder, FOLDER)), (shown) => shown)
    expect(rules?.code.code).toEqual(own.code)
    expect(rules?.named).toEqual(own.manifest)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the parcel is a ZIP that others can open', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  const folder = mkdtempSync(join(tmpdir(), 'parcel-'))
  try {
    const file = join(folder, 'my-rules.zip')
    const files = { 'my-rules/farm/labour.ts': '// ñandú\n', 'referencia.yaml': 'title: x\n' }
    writeFileSync(file, parcelOf(files))
    const read = `import json,sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))`
    let found: unknown
    try {
      found = JSON.parse(execFileSync('python3', ['-c', read, file], { encoding: 'utf8' }))
    } catch {
      // no Python here: the checksum above stands alone
      return
    }
    expect(found).toEqual(files)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
