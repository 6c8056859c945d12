import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ModelError } from '../../src/engine/index.ts'
import { formatProblem } from '../../src/evidence/problem.ts'
import { modelProblems } from '../../src/host/model-problems.ts'
import { Refused } from '../../src/language/index.ts'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('vraem model', () => {
  it('--odd gives the description in the language asked for, or as data', async () => {
    const english = await vraem(['model', '--odd', '--lang', 'en'])
    expect(english).toMatchObject({ code: 0, err: '' })
    expect(english.out).toContain('# Description of the model (ODD+D)\n')
    const spanish = await vraem(['model', '--odd', '--lang', 'es'])
    expect(spanish.out).toContain('# Descripción del modelo (ODD+D)\n')
    const { mechanisms, entities } = JSON.parse((await vraem(['model', '--odd', '--json'])).out)
    expect(mechanisms.length).toBeGreaterThan(50)
    expect(entities[0].columns[0]).toHaveProperty('unit')
  })

  it('--graph gives DOT of the whole map or of mechanisms, or both as data', async () => {
    const whole = await vraem(['model', '--graph'])
    expect(whole.out).toMatch(/^digraph model \{\n/)
    expect(whole.out).toContain('"district.trust" -> ')
    const reduced = await vraem(['model', '--graph', '--reduced'])
    expect(reduced.out).toMatch(/^digraph mechanisms \{\n/)
    const map = JSON.parse((await vraem(['model', '--graph', '--json'])).out)
    expect(Object.keys(map)).toEqual(['nodes', 'edges', 'mechanisms'])
    expect(map.mechanisms.loops.pairs.length).toBeGreaterThan(0)
  })

  it('--out holds what would have been printed, and nothing is left beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-'))
    try {
      const { out } = await vraem(['model', '--graph', '--reduced'])
      const file = join(folder, 'new', 'map.dot')
      const written = await vraem(['model', '--graph', '--reduced', '--out', file])
      expect(written).toMatchObject({ code: 0, out: '' })
      expect(written.err).toContain(file)
      expect(readFileSync(file, 'utf8')).toBe(out)
      expect(readdirSync(join(folder, 'new'))).toEqual(['map.dot'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    [[], '--parameters, --odd, --graph'],
    [['--odd', '--graph'], '--odd and --graph are asked for at once'],
    [['--odd', '--reduced'], 'there is no map to reduce'],
  ])('%j is refused', async (words, said) => {
    const { code, err } = await vraem(['model', ...words])
    expect(code).toBe(2)
    expect(err).toContain(said)
  })
})

describe('a model that is wrong', () => {
  it('is told as any other input: the place, what is wrong, what to do', () => {
    const rule = { file: 'src/system/farm/a.ts', line: 3, column: 5, what: 'h.chash is not declared' }
    const refused = new Refused([
      { ...rule, instead: 'did you mean cash?' },
      { file: 'schedule', line: 0, column: 0, what: 'no rule is called a', instead: 'did you mean b?' },
    ])
    expect(modelProblems(refused)?.map(formatProblem)).toEqual([
      'src/system/farm/a.ts:3:5: h.chash is not declared — expected a rule of the rule language (docs/write-a-mechanism.md); do change this place: did you mean cash?',
      'schedule: no rule is called a — expected a rule of the rule language (docs/write-a-mechanism.md); do change this place: did you mean b?',
    ])
    const model = new ModelError([
      { where: 'trust', what: 'is there twice', expected: 'unique ids', todo: 'rename one' },
    ])
    expect(modelProblems(model)?.map(formatProblem)).toEqual([
      'src/system: trust: is there twice — expected unique ids; do rename one',
    ])
    expect(modelProblems(new Error('a fault'))).toBeUndefined()
  })
})
