import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { takeLook } from '../../src/cli/look.ts'
import { en } from '../../src/cli/messages/en.ts'
import { es } from '../../src/cli/messages/es.ts'
import { lookTable } from '../../src/cli/skill.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { closedSets, hindcastsIn, writeHindcast } from '../../src/host/hindcasts.ts'
import type { Laboratory } from '../../src/host/laboratory.ts'
import { setOf } from '../../src/lab/hindcast/sets.ts'
import { stackingText, stackWeights } from '../../src/lab/hindcast/stacking.ts'
import { countingLooks } from '../../src/lab/score/looks.ts'
import { DISTRICT_NAMES, MADE, madeUpHindcast, madeUpOrigin, madeUpPack } from '../lab/hindcast/fake.ts'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 240_000 })

// a checkout of its own with made-up forecasts and figures: the shipped hold-out is looked at by nobody here
let root = ''
let folder = ''
const hindcasts = (['rolling', 'holdout'] as const).map((name) =>
  madeUpHindcast(
    name,
    setOf(name, DISTRICT_NAMES).origins.map((origin) => madeUpOrigin(origin)),
  ),
)
const pack = madeUpPack()
const lab = () => ({ root, pack, hashes: { data: '', ...MADE }, sources: { posterior: {} } }) as unknown as Laboratory
const git = (...words: string[]) => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' })
const commit = (words: string) => {
  git('add', '-A')
  git('-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', 'commit', '-q', '-m', words)
}
const refusal = async (): Promise<string[]> => {
  const refused = await takeLook(lab()).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InputError)
  return (refused as InputError).problems.map(({ code, file }) => `${code} ${file}`)
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'vraem-look-'))
  folder = join(root, 'data/hindcasts')
  mkdirSync(folder, { recursive: true })
  mkdirSync(join(root, 'docs'))
  git('init', '-q')
  writeFileSync(join(root, 'README.md'), 'made up\n')
  commit('start')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a look at the hold-out, of made-up figures', () => {
  test('is refused without hindcasts, with the commands that make them', async () => {
    expect(await refusal()).toEqual([
      'no-hindcast data/hindcasts/holdout.json',
      'no-hindcast data/hindcasts/rolling.json',
    ])
  })
  test('is refused without weights, and while anything is not committed', async () => {
    for (const one of hindcasts) await writeHindcast(folder, one)
    expect(await refusal()).toEqual(['stacking data/hindcasts/stacking.json'])
    const { hindcasts: read } = await hindcastsIn(lab())
    const weights = stackWeights(pack, read)
    writeFileSync(join(folder, 'stacking.json'), weights === undefined ? '' : stackingText(weights))
    expect(await refusal()).toEqual([
      'not-committed data/hindcasts/holdout.json',
      'not-committed data/hindcasts/rolling.json',
      'not-committed data/hindcasts/stacking.json',
    ])
    commit('hindcasts and weights')
    writeFileSync(join(root, 'README.md'), 'changed\n')
    expect(await refusal()).toEqual(['not-committed README.md'])
    git('checkout', '-q', 'README.md')
  })
  test('is refused where the weights are others than those of the hindcasts', async () => {
    const file = join(folder, 'stacking.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('"area": 0.08', '"area": 0.2'))
    expect(await refusal()).toEqual(['stacking data/hindcasts/stacking.json'])
    writeFileSync(file, text)
  })
  test('scores the model beside the rules, is written down, and the first one counts', async () => {
    const { look, card, looks } = await takeLook(lab())
    expect(look).toBe(1)
    expect(looks.every(({ commit }) => commit === git('rev-parse', 'HEAD').trim())).toBe(true)
    const rules = looks.filter(({ set, place }) => set === 'holdout' && place === 'VRAEM').map(({ rule }) => rule)
    const asked = ['last value', 'drift since 2004', 'damped', 'drift since 2014', 'drift since 2015']
    for (const rule of [
      'model',
      'stack',
      'last value',
      'drift long',
      'damped',
      ...asked.map((one) => `published ${one}`),
    ])
      expect(rules, rule).toContain(rule)
    expect(looks.find(({ rule }) => rule === 'model')).toMatchObject({ from: 2019, to: 2024, n: 6 })
    expect(card.sets.map(({ id }) => id)).toContain('holdout')
    const text = lookTable({ words: en, language: 'en' }, looks)
    expect(text).toContain('look 1 of')
    expect(text).toContain('CRPS 0.070, 4 of 6')
    expect(lookTable({ words: es, language: 'es' }, looks)).toContain('CRPS 0,070')

    // later forecasts are worse: a second look is another line, and changes nothing in what counts
    const worse = hindcasts.map((one) => ({
      ...one,
      origins: setOf(one.set as 'rolling', DISTRICT_NAMES).origins.map((origin) =>
        madeUpOrigin(origin, { growth: 0.3 }),
      ),
    }))
    for (const one of worse) await writeHindcast(folder, one)
    const weights = stackWeights(pack, (await hindcastsIn(lab())).hindcasts)
    writeFileSync(join(folder, 'stacking.json'), weights === undefined ? '' : stackingText(weights))
    commit('worse')
    const second = await takeLook(lab())
    expect(second.look).toBe(2)
    expect(countingLooks(second.looks)).toEqual(looks)
  })
})

test('a hindcast that needs figures of the hold-out is refused before it was opened', () => {
  expect(closedSets([{ name: 'without-2020' }], 'vraem hindcast')).toEqual([
    expect.objectContaining({
      code: 'hold-out-closed',
      field: 'without-2020',
      expected: 'a first look in docs/looks.csv',
    }),
  ])
})

test('a hindcast that there is not is named, with a near one, in both languages of help', async () => {
  const { code, err } = await vraem(['hindcast', 'spce', 'rollin'])
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(2)
  expect(err).toContain('there is no hindcast "spce"')
  expect(err).toContain('write space if you meant that')
  expect((await vraem(['hindcast', 'spce', '--lang', 'es'])).code).toBe(2)
  expect((await vraem(['hindcast', '--help', '--lang', 'es'])).out).toContain('pronostica años ya pasados')
  expect((await vraem(['validate', '--help'])).out).toContain('open the hold-out')
})
