import { type ChildProcess, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRoot } from '../../src/host/root.ts'

interface Heard {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const root = findRoot()
const size = ['--draws', '2', '--sample', '1/200', '--prior', '--lang', 'en']
let folder = ''
let whole: Heard

function launch(argv: readonly string[]): { child: ChildProcess; heard: Promise<Heard> } {
  const child = spawn(process.execPath, [join(root, 'bin/vraem.mjs'), ...argv], { cwd: root })
  const heard = new Promise<Heard>((resolve) => {
    let out = ''
    let err = ''
    child.stdout.on('data', (piece) => (out += piece))
    child.stderr.on('data', (piece) => (err += piece))
    child.on('close', (code) => resolve({ code, out, err }))
  })
  return { child, heard }
}
const vraem = (...argv: string[]) => launch(argv).heard
const at = (...path: string[]) => join(folder, ...path)

/** Everything but the moment of writing. */
function resultIn(name: string): unknown {
  const result = JSON.parse(readFileSync(at(name, 'result.json'), 'utf8'))
  return { ...result, manifest: { ...result.manifest, created: '' } }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-ensemble-'))
  whole = await vraem(
    'compare',
    'baseline',
    'copy-of-baseline',
    'cacao-first',
    ...size,
    '--workers',
    '2',
    '--json',
    '--out',
    at('whole'),
  )
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a comparison', () => {
  it('prints nothing but JSON on stdout with --json, as the contract has it', () => {
    expect(whole.code, whole.err).toBe(0)
    const result = JSON.parse(whole.out)
    expect(Object.keys(result).slice(0, 1)).toEqual(['manifest'])
    expect(result.reference).toBe('baseline')
    const row = result.outcomes.find(
      (r: { outcome: string; place: string }) => r.outcome === 'coca_area' && r.place === 'VRAEM',
    )
    for (const key of [
      'scenario',
      'outcome',
      'unit',
      'year',
      'place',
      'p05',
      'p25',
      'p50',
      'p75',
      'p95',
      'mean',
      'difference',
    ]) {
      expect(row).toHaveProperty(key)
    }
    for (const key of ['p05', 'p50', 'p95']) expect(row.difference).toHaveProperty(key)
    expect(whole.err).toContain('2 of 2 draws')
  })

  it('finds no difference between a policy and its copy, and some between others', () => {
    const { outcomes } = JSON.parse(whole.out)
    const differences = (name: string): number[] =>
      outcomes
        .filter((row: { scenario: string }) => row.scenario === name)
        .flatMap(({ difference }: { difference: { p05: number; p50: number; p95: number } }) => [
          difference.p05,
          difference.p50,
          difference.p95,
        ])
    expect(differences('copy-of-baseline').length).toBeGreaterThan(100)
    expect(differences('copy-of-baseline').every((value) => value === 0)).toBe(true)
    expect(differences('cacao-first').some((value) => value !== 0)).toBe(true)
  })

  it('leaves whole files with the manifest, and nothing unfinished', () => {
    expect(readdirSync(at('whole')).sort()).toEqual([
      'manifest.json',
      'outcomes.csv',
      'outcomes.parquet',
      'periods.csv',
      'periods.parquet',
      'report.html',
      'request.json',
      'result.json',
    ])
    expect(readFileSync(at('whole', 'result.json'), 'utf8')).toBe(whole.out)
  })
})

describe('verify', () => {
  it('reproduces a saved comparison on another number of workers', async () => {
    const { code, out, err } = await vraem('verify', at('whole'), '--workers', '1', '--json', '--lang', 'en')
    expect(code, err).toBe(0)
    expect(JSON.parse(out)).toEqual({ same: true, differences: [], files: [] })
  }, 240_000)

  it('fails on a number that somebody changed', async () => {
    mkdirSync(at('tampered'))
    for (const name of readdirSync(at('whole'))) copyFileSync(at('whole', name), at('tampered', name))
    const csv = readFileSync(at('tampered', 'outcomes.csv'), 'utf8')
    writeFileSync(
      at('tampered', 'outcomes.csv'),
      csv.replace(/\d(?=\n$)/, (digit) => String((Number(digit) + 1) % 10)),
    )
    const { code, out } = await vraem('verify', at('tampered', 'manifest.json'), '--workers', '2', '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toContain('outcomes.csv: not what the run gives')
  }, 240_000)

  it('fails on a manifest that somebody changed', async () => {
    const manifest = JSON.parse(readFileSync(at('whole', 'manifest.json'), 'utf8'))
    writeFileSync(
      at('other.json'),
      JSON.stringify({ ...manifest, result: manifest.result.replace(/^./, (c: string) => (c === '0' ? '1' : '0')) }),
    )
    const { code, out } = await vraem('verify', at('other.json'), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).differences).toMatchObject([{ field: 'result' }])
  }, 240_000)
})

describe('Ctrl-C', () => {
  it('keeps finished draws, says how to go on, and --resume ends with the same bits', async () => {
    const { child, heard } = launch([
      'compare',
      'baseline',
      'copy-of-baseline',
      'cacao-first',
      ...size,
      '--workers',
      '1',
      '--out',
      at('stopped'),
    ])
    const members = at('stopped', 'unfinished', 'members.bin')
    // The head of the file is there at once; more bytes mean a finished draw.
    while (child.exitCode === null && !(existsSync(members) && statSync(members).size > 64))
      await new Promise((r) => setTimeout(r, 20))
    child.kill('SIGINT')
    const stopped = await heard
    expect(stopped.code).toBe(130)
    expect(stopped.out).toBe('')
    expect(stopped.err).toMatch(/Stopped\. [12] of 2 draws are finished and kept\. Go on with: vraem compare --resume /)
    expect(stopped.err).not.toMatch(/\n\s+at /)
    expect(readdirSync(at('stopped'))).toEqual(['unfinished'])

    const refused = await vraem('run', 'baseline', ...size, '--out', at('stopped'))
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('it holds finished draws of a run with other')

    const resumed = await vraem('compare', '--resume', at('stopped'), '--workers', '3', '--lang', 'en')
    expect(resumed.code, resumed.err).toBe(0)
    expect(resumed.err).toMatch(/Going on: [12] of 2 draws were finished before/)
    expect(resultIn('stopped')).toEqual(resultIn('whole'))
    expect(readdirSync(at('stopped'))).not.toContain('unfinished')

    const again = await vraem('compare', '--resume', at('stopped'), '--json')
    expect(again.code).toBe(0)
    expect(again.out).toBe(readFileSync(at('stopped', 'result.json'), 'utf8'))
  }, 300_000)
})
