import { describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { languageOf } from '../../src/cli/language.ts'
import { en } from '../../src/cli/messages/en.ts'
import { es } from '../../src/cli/messages/es.ts'
import { vraem } from './fake_io.ts'

// Reading the whole data package takes seconds on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

describe('help', () => {
  it.each(commands.map((spec) => spec.name))('of %s has its words, examples and the common options', async (name) => {
    for (const [language, words] of [
      ['en', en],
      ['es', es],
    ] as const) {
      const { code, out, err } = await vraem([...name.split(' '), '--help', '--lang', language])
      expect(code).toBe(0)
      expect(err).toBe('')
      expect(out).toContain(words.examples)
      expect(out).toContain(words.commands[name].examples[0])
      for (const option of ['--json', '--seed', '--draws', '--sample', '--workers']) expect(out).toContain(option)
    }
  })

  it('lists the commands, and the version is that of the package', async () => {
    const help = await vraem(['--help'])
    expect(help.code).toBe(0)
    for (const spec of commands) expect(help.out).toContain(spec.name.split(' ')[0])
    expect(await vraem([])).toMatchObject({ code: 0, out: help.out })
    expect(await vraem(['help', 'run'])).toEqual(await vraem(['run', '--help']))
    expect((await vraem(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('language', () => {
  it('is what --lang says, then the locale, then the system', () => {
    expect(languageOf(['run', '--lang', 'es'], { LANG: 'en_US.UTF-8' }, 'en-US')).toBe('es')
    expect(languageOf(['--lang=en'], { LANG: 'es_PE.UTF-8' }, 'es-PE')).toBe('en')
    expect(languageOf([], { LANG: 'es_PE.UTF-8' }, 'en-US')).toBe('es')
    expect(languageOf([], { LC_ALL: 'en_GB.UTF-8', LANG: 'es_PE.UTF-8' }, 'es-PE')).toBe('en')
    expect(languageOf([], { LANG: 'C.UTF-8' }, 'es-PE')).toBe('es')
    expect(languageOf([], {}, 'en-US')).toBe('en')
    expect(languageOf([], { LANG: 'qu_PE.UTF-8' }, 'en-US')).toBe('es')
  })

  it('changes every word: no Spanish text is the English one', () => {
    const same = (Object.keys(en.options) as (keyof typeof en.options)[]).filter(
      (key) => en.options[key] === es.options[key],
    )
    expect(same).toEqual([])
    const commandsSame = commands.filter(({ name }) => en.commands[name].about === es.commands[name].about)
    expect(commandsSame).toEqual([])
  })
})

describe('answers', () => {
  it('of data check are the problems of the folder, as JSON and in words', async () => {
    const good = await vraem(['data', 'check', '--json'])
    expect(good.code).toBe(0)
    expect(JSON.parse(good.out)).toEqual({ problems: [] })
    const bad = await vraem(['data', 'check', 'test/cli/fixtures/data', '--json'])
    expect(bad.code).toBe(2)
    const { problems } = JSON.parse(bad.out)
    expect(problems.length).toBeGreaterThan(1)
    expect(problems[0]).toMatchObject({ file: expect.stringContaining('test/cli/fixtures/data/') })
    expect((await vraem(['data', 'check', 'test/cli/fixtures/data'])).out).toContain(problems[0].what)
  })

  it('of model --parameters are every parameter with unit and source', async () => {
    const { code, out } = await vraem(['model', '--parameters', '--json'])
    expect(code).toBe(0)
    const { parameters } = JSON.parse(out)
    expect(parameters.length).toBeGreaterThan(100)
    for (const key of ['name', 'unit', 'low', 'central', 'high', 'distribution', 'source'])
      expect(parameters[0]).toHaveProperty(key)
  })
})
