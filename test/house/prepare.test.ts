import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './tree.ts'

/** A small checkout with the real scripts and packages and a program of a few lines. */
let checkout: string

const MAIN = `
import { answer } from './answer.ts'
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === 'fault') throw new Error('planted')
  process.stdout.write(JSON.stringify({ answer, argv }) + '\\n')
  return argv[0] === 'wrong' ? 2 : 0
}
`

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'vraem-prepare-'))
  for (const part of [
    'scripts',
    'bin',
    'types',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ]) {
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction')
  mkdirSync(join(checkout, 'src', 'cli'), { recursive: true })
  write('main.ts', MAIN)
  write('answer.ts', 'export const answer: number = 1\n')
})

afterAll(() => {
  rmSync(checkout, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFileSync(join(checkout, 'src', 'cli', name), text)
}

function vraem(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'bin', 'vraem.mjs'), ...argv], {
    encoding: 'utf8',
    env: { ...process.env, VRAEM_DEBUG: '' },
  })
  return { status, stdout, stderr }
}

function outcomeOf(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (part) => {
    stdout += part
  })
  child.stderr?.on('data', (part) => {
    stderr += part
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

describe('a checkout gets itself ready', () => {
  test('two commands started at once build once and both answer', async () => {
    const start = () =>
      spawn(process.execPath, [join(checkout, 'bin', 'vraem.mjs'), 'x'], { stdio: ['ignore', 'pipe', 'pipe'] })
    const outcomes = await Promise.all([outcomeOf(start()), outcomeOf(start())])
    const answers = outcomes.map(({ code, stdout }) => ({ code, stdout }))
    const expected = { code: 0, stdout: '{"answer":1,"argv":["x"]}\n' }
    expect(answers).toEqual([expected, expected])
    expect(outcomes.filter(({ stderr }) => stderr.includes('Building'))).toHaveLength(1)
    expect(existsSync(join(checkout, '.prepare.lock'))).toBe(false)
  })

  test('nothing is said and nothing is built when nothing has changed', () => {
    const stamp = readFileSync(join(checkout, 'dist', '.build-stamp'), 'utf8')
    expect(vraem('x')).toEqual({ status: 0, stdout: '{"answer":1,"argv":["x"]}\n', stderr: '' })
    expect(readFileSync(join(checkout, 'dist', '.build-stamp'), 'utf8')).toBe(stamp)
  })

  test('an edited file is built again; words go to stderr, the answer alone to stdout', () => {
    write('answer.ts', 'export const answer: number = 22\n')
    expect(vraem('--json')).toEqual({ status: 0, stdout: '{"answer":22,"argv":["--json"]}\n', stderr: 'Building …\n' })
  })

  test('an edit that keeps the size is seen by its time', () => {
    write('answer.ts', 'export const answer: number = 33\n')
    utimesSync(join(checkout, 'src', 'cli', 'answer.ts'), new Date(), new Date(Date.now() + 5_000))
    expect(vraem('x').stdout).toBe('{"answer":33,"argv":["x"]}\n')
  })

  test('what was emitted from a deleted file goes away', () => {
    write('extra.ts', 'export const extra = 1\n')
    vraem('x')
    expect(existsSync(join(checkout, 'dist', 'src', 'cli', 'extra.js'))).toBe(true)
    rmSync(join(checkout, 'src', 'cli', 'extra.ts'))
    vraem('x')
    expect(existsSync(join(checkout, 'dist', 'src', 'cli', 'extra.js'))).toBe(false)
    expect(existsSync(join(checkout, 'dist', 'src', 'cli', 'extra.js.map'))).toBe(false)
  })

  test('the exit code of the program is the exit code of the command', () => {
    expect(vraem('wrong').status).toBe(2)
  })

  test('a fault in the program is told without a stack trace', () => {
    const { status, stderr } = vraem('fault')
    expect(status).toBe(3)
    expect(stderr).toContain('planted')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a file that cannot be parsed stops the build with its place and leaves the old build', () => {
    write('answer.ts', 'export const answer: number = = 4\n')
    const { status, stdout, stderr } = vraem('x')
    expect(status).toBe(3)
    expect(stdout).toBe('')
    expect(stderr).toContain('src/cli/answer.ts')
    expect(readFileSync(join(checkout, 'dist', 'src', 'cli', 'answer.js'), 'utf8')).toContain('33')
    write('answer.ts', 'export const answer: number = 44\n')
    expect(vraem('x').stdout).toBe('{"answer":44,"argv":["x"]}\n')
  })

  test('the lock of a process that has died is taken over', () => {
    const died = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], {
      encoding: 'utf8',
    }).stdout
    writeFileSync(join(checkout, '.prepare.lock'), `${died} 0`)
    write('answer.ts', 'export const answer: number = 555\n')
    expect(vraem('x').stdout).toBe('{"answer":555,"argv":["x"]}\n')
    expect(existsSync(join(checkout, '.prepare.lock'))).toBe(false)
  })

  test('the command works through a link, as npx calls it', () => {
    if (process.platform === 'win32') return
    symlinkSync(join(checkout, 'bin', 'vraem.mjs'), join(checkout, 'linked'))
    const { stdout } = spawnSync(process.execPath, [join(checkout, 'linked'), 'x'], { encoding: 'utf8' })
    expect(stdout).toBe('{"answer":555,"argv":["x"]}\n')
  })
})
