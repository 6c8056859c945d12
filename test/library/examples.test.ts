// The library by its name, as a script has it: the examples run, and types say what may be asked.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const example = async (name: string, ...words: string[]) =>
  (await run(process.execPath, [join(root, 'examples', `${name}.mjs`), ...words], { cwd: root })).stdout

describe('examples', { timeout: 240_000 }, () => {
  it('are those that run here', () => {
    const names = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'))
    expect(names).toEqual(['compare.mjs', 'own-rule.mjs', 'study.mjs'])
  })

  it('compare two packages, for the valley and for households', async () => {
    const said = await example('compare', '2', '200')
    expect(said).toMatch(/^poverty_rate \(1\): -?\d/m)
    expect(said).toMatch(/^Landless and town: -?\d+ soles/m)
  })

  it('show regret in a small study', async () => {
    expect(await example('study', '2', '200')).toMatch(/^ {2}eradication-30k: \d+\.?\d*, \d/m)
  })

  it('run a rule of their own', async () => {
    expect(await example('own-rule', '2', '200')).toMatch(/extreme poverty, middle future: baseline [\d.]+ %/)
  })
})

describe('the library', () => {
  it('is documented by what it exports', () => {
    const page = readFileSync(join(root, 'docs/library.md'), 'utf8')
    const text = readFileSync(join(root, 'src/library/index.ts'), 'utf8')
    const values = [...text.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) =>
      names.split(',').flatMap((name) => (/^\s*(type\s|$)/.test(name) ? [] : [name.trim()])),
    )
    expect(values.length).toBeGreaterThan(10)
    expect(values.filter((name) => !page.includes(`\`${name}`))).toEqual([])
  })
})
