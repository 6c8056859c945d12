// `--model DIR` from the outside: mechanism against mechanism as policy against policy, and what a mistake in a rule looks like.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRoot } from '../../src/host/root.ts'

const root = findRoot()
const size = ['--draws', '2', '--sample', '1/200', '--prior', '--lang', 'en', '--workers', '2']
const choice = readFileSync(join(root, 'src/system/farm/choice.ts'), 'utf8')
let folder = ''
const at = (...path: string[]) => join(folder, ...path)

function vraem(argv: readonly string[], env: Record<string, string> = {}) {
  const options = { cwd: folder, env: { ...process.env, ...env } }
  const child = spawn(process.execPath, [join(root, 'bin/vraem.mjs'), ...argv], options)
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    let out = ''
    let err = ''
    child.stdout.on('data', (piece) => (out += piece))
    child.stderr.on('data', (piece) => (err += piece))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
function rules(name: string, text: string) {
  mkdirSync(at(name, 'farm'), { recursive: true })
  writeFileSync(at(name, 'farm', 'choice.ts'), text)
}

interface Row {
  readonly scenario: string
  readonly outcome: string
  readonly difference: { readonly p05: number; readonly p95: number; readonly above: number; readonly below: number }
  readonly within?: Row['difference']
}
const moved = (rows: readonly Row[], of: (row: Row) => Row['difference'] | undefined = (row) => row.difference) =>
  rows.filter((row) => (of(row)?.above ?? 0) + (of(row)?.below ?? 0) > 0)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-rules-'))
  rules('same', `${choice}\n// another text of the same rule\n`)
  rules('bold', choice.replace('p.norm_weight * 2', 'p.norm_weight * 4'))
  rules('wrong', choice.replace('const keep = 0', 'const keep = h.cash + h.land'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('run --model', () => {
  it('answers the changed model with its difference to the original, and can be verified', async () => {
    const argv = ['run', 'history', '--model', 'bold', '--json', '--out', at('ran'), ...size]
    const { code, out, err } = await vraem(argv, { VRAEM_NO_SIMD: '1' })
    expect(code, err).toBe(0)
    expect(err).toMatch(/Changed rules compiled in \d+ ms: src\/system\/farm\/choice\.ts/)
    expect(err).toContain('WebAssembly has no vectors here')
    const result = JSON.parse(out)
    expect(result.manifest).toMatchObject({
      command: 'run',
      kernels: 'scalar',
      scenarios: [{ name: 'history' }],
      rules: {
        name: 'bold',
        files: [{ path: 'src/system/farm/choice.ts', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      },
    })
    expect(result.reference).toBe('history')
    expect(result.scenario.name).toBe('history@bold')
    const rows: Row[] = result.outcomes
    expect(new Set(rows.map(({ scenario }) => scenario))).toEqual(new Set(['history@bold']))
    expect(moved(rows).some(({ outcome }) => outcome === 'coca_area')).toBe(true)
    expect(new Set(result.periods.map(({ scenario }: Row) => scenario))).toEqual(new Set(['history', 'history@bold']))

    const again = await vraem(['verify', at('ran'), '--json', '--workers', '1'])
    expect(again.code, again.err + again.out).toBe(0)
    expect(JSON.parse(again.out)).toEqual({ same: true, differences: [], files: [] })

    rmSync(at('ran', 'request.json'))
    const alone = await vraem(['verify', at('ran', 'manifest.json')])
    expect(alone.code).toBe(2)
    expect(alone.err).toContain('whose text is not here')
  }, 240_000)

  it('tells a mistake with file, line and column, and exits with 2', async () => {
    const { code, err, out } = await vraem(['run', 'history', '--model', 'wrong', '--json', ...size])
    expect(code).toBe(2)
    expect(err).toMatch(/wrong\/farm\/choice\.ts:\d+:\d+: adds PEN and ha — .*; do change this place:/)
    expect(JSON.parse(out).problems).toMatchObject([
      { code: 'rule', line: expect.any(Number), column: expect.any(Number) },
    ])
    expect(err).not.toMatch(/\n\s+at /)
  }, 60_000)
})

describe('compare --model', () => {
  it('finds no difference between rules of the same meaning, under any policy', async () => {
    const argv = ['compare', 'baseline', 'cacao-first', '--model', 'same', '--json', '--out', at('compared'), ...size]
    const { code, out, err } = await vraem(argv)
    expect(code, err).toBe(0)
    const result = JSON.parse(out)
    expect(result.scenarios.map(({ name }: { name: string }) => name)).toEqual([
      'baseline',
      'cacao-first',
      'baseline@same',
      'cacao-first@same',
    ])
    const rows = (name: string): Row[] => result.outcomes.filter(({ scenario }: Row) => scenario === name)
    expect(moved(rows('baseline@same'))).toEqual([])
    expect(moved(rows('cacao-first')).length).toBeGreaterThan(100)
    const differences = (name: string) => rows(name).map(({ difference }) => difference)
    expect(differences('cacao-first@same')).toEqual(differences('cacao-first'))
    // under the same rules the reference is baseline@same, which is the baseline
    expect(rows('cacao-first@same').map(({ within }) => within)).toEqual(differences('cacao-first'))
    expect(rows('cacao-first')[0]).not.toHaveProperty('within')
    expect(result.manifest).toMatchObject({ kernels: 'simd', rules: { name: 'same' } })
  }, 240_000)
})
