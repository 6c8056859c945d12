import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { vraem } from './fake_io.ts'

// Reading the whole data package takes seconds on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lines = (text: string) => text.trimEnd().split('\n')
const noStack = (text: string) => expect(text).not.toMatch(/\n\s+at /)

describe('mistakes on the command line', () => {
  it('in the command get a near name', async () => {
    const { code, out, err } = await vraem(['comprae', 'baseline', 'balanced'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('there is no command "comprae"')
    expect(err).toContain('vraem compare')
    noStack(err)
  })

  it('in the second word of a command get a near name, also with options behind it', async () => {
    const { code, err } = await vraem(['evidence', 'serch', 'coca', '--lang', 'en', '--json'])
    expect(code).toBe(2)
    expect(err).toContain('there is no command "serch"')
    expect(err).toContain('vraem evidence search')
  })

  it('are listed all at once', async () => {
    const { code, err } = await vraem([
      'compare',
      'baselin',
      'cacao-first',
      '--draws',
      'many',
      '--sample',
      '3/20',
      '--seeds',
      '7',
    ])
    expect(code).toBe(2)
    expect(lines(err)).toHaveLength(4)
    expect(err).toContain('--draws: "many" cannot be used — expected a whole number')
    expect(err).toContain('--sample: "3/20" cannot be used — expected 1/n')
    expect(err).toContain('--seeds: there is no such option')
    expect(err).toContain('write --seed if you meant that')
    expect(err).toContain('write baseline if you meant that')
    noStack(err)
  })

  it.each(['1/0', '1/201', '0', '20', '1/2.5', '-1/5', '2/2', '1/'])('in the sample: %s', async (sample) => {
    const { code, err } = await vraem(['run', 'history', `--sample=${sample}`])
    expect(code).toBe(2)
    expect(err).toContain('expected 1/n with a whole n from 1 to 200')
  })

  it.each([
    ['--draws', '0'],
    ['--draws', '-3'],
    ['--draws', '1e3'],
    ['--seed', '0.5'],
    ['--workers', 'two'],
    ['--lang', 'fr'],
    ['--scope', 'B'],
  ])('in the value of %s: %s', async (option, value) => {
    const { code, err } = await vraem(['run', 'history', `${option}=${value}`])
    expect(code).toBe(2)
    expect(err).toContain(`${option}: "${value}" cannot be used`)
  })

  it('in the number of operands', async () => {
    expect(await vraem(['compare', 'baseline'])).toMatchObject({ code: 2 })
    expect(await vraem(['run'])).toMatchObject({ code: 2 })
    const { code, err } = await vraem(['run', 'history', 'baseline'])
    expect(code).toBe(2)
    expect(err).toContain('"baseline" has no meaning here')
  })

  it('with a value that is missing', async () => {
    const { code, err } = await vraem(['run', 'history', '--draws'])
    expect(code).toBe(2)
    expect(err).toContain('--draws: its value is missing')
  })

  it('with a scenario named twice', async () => {
    const { code, err } = await vraem(['compare', 'baseline', 'baseline'])
    expect(code).toBe(2)
    expect(err).toContain('baseline: it is named twice')
  })

  it('reach programs as JSON too', async () => {
    const { code, out } = await vraem(['run', 'histroy', '--json', '--draws', '0'])
    expect(code).toBe(2)
    const { problems } = JSON.parse(out)
    expect(problems.map((problem: { code: string }) => problem.code).sort()).toEqual(['bad-option', 'unknown-scenario'])
  })
})

describe('files that users name', () => {
  it('are missed with their path', async () => {
    const { code, err } = await vraem(['run', 'absent.yaml'])
    expect(code).toBe(2)
    expect(err).toContain('absent.yaml: cannot be read: it is not there (ENOENT)')
    noStack(err)
  })

  it('are reported with line and field when they are wrong', async () => {
    const file = join(folder, 'mine.yaml')
    writeFileSync(
      file,
      'title: {en: Mine, es: Mía}\nfrom: baseline\nlevers:\n  forced_eradicaton: {hectares_per_year: 10}\n  dialogue: {effort: 7}\n',
    )
    const { code, err } = await vraem(['run', file])
    expect(code).toBe(2)
    expect(err).toContain(`${file}:4:`)
    expect(err).toContain(`${file}:5:`)
    noStack(err)
  })

  it('may be neither UTF-16, nor ten megabytes of nothing', async () => {
    const wide = join(folder, 'wide.yaml')
    writeFileSync(wide, Buffer.from('title: x\n', 'utf16le'))
    expect(await vraem(['run', wide])).toMatchObject({ code: 2, err: expect.stringContaining('UTF-8') })
    const long = join(folder, 'long.yaml')
    writeFileSync(long, Buffer.alloc(10 << 20, ' '))
    expect(await vraem(['run', long])).toMatchObject({ code: 2, err: expect.stringContaining('long.yaml') })
  })

  it('of a run to go on with must be there, and alone', async () => {
    const { code, err } = await vraem(['run', '--resume', folder, '--draws', '3'])
    expect(code).toBe(2)
    expect(err).toContain('--draws: it stands in the folder already')
    expect(err).toContain('there is no stopped run here')
  })

  it('of a manifest must be one', async () => {
    const file = join(folder, 'manifest.json')
    writeFileSync(file, '{"schema": 1, "seed": "x"}')
    const { code, err } = await vraem(['verify', file])
    expect(code).toBe(2)
    expect(lines(err).length).toBeGreaterThan(3)
    writeFileSync(file, '{"schema": 1,')
    expect(await vraem(['verify', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('not readable as JSON'),
    })
  })
})

describe('an output folder that cannot be written', () => {
  it('is said before any work is done', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, out, err } = await vraem([
      'run',
      'history',
      '--draws',
      '1',
      '--sample',
      '1/200',
      '--out',
      join(file, 'out'),
    ])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('cannot be written: a part of the path is a file')
    expect(err).not.toContain('Preparing')
    noStack(err)
  })

  it.skipIf(process.getuid?.() === 0)('because of its rights', async () => {
    const closed = mkdtempSync(join(folder, 'closed-'))
    chmodSync(closed, 0o500)
    const { code, err } = await vraem(['run', 'history', '--draws', '1', '--out', closed])
    expect(code).toBe(2)
    expect(err).toContain('you may not write')
    expect(readdirSync(closed)).toEqual([])
  })
})
