import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeStudy } from '../../src/host/study-files.ts'
import type { StudyResult } from '../../src/lab/study/study.ts'
import { chanceOf, toyStudy, uniforms } from '../lab/decide/toy-study.ts'
import { vraem } from './fake_io.ts'

const FUTURES = 200
const { normal } = chanceOf(3)
const numbers = uniforms(3, FUTURES, 8)
const bad = (f: number) => (numbers[1]?.values[f] as number) < 0.3
const study = toyStudy(
  3,
  FUTURES,
  [
    { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => 60 - 10 * k + normal(f, k) },
    { name: 'poverty_rate', unit: '1', better: 'less', value: (k, f) => (k === 2 && bad(f) ? 0.5 : 0.3 - 0.01 * k) },
  ],
  numbers,
)
const manifest = { command: 'study', futures: FUTURES, schema: 1 } as StudyResult['manifest']
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vraem-decide-'))
  await writeStudy(folder, { study, districts: [], groups: [], failures: [], manifest }, { tables: false })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const wishes = async (text: string) => {
  const file = join(folder, 'wishes.yaml')
  await writeFile(file, text)
  return file
}

describe('vraem decide', () => {
  test('a finished study in words, in both languages, and as JSON', async () => {
    const es = await vraem(['decide', '--study', folder, '--lang', 'es'])
    expect(es).toMatchObject({ code: 0 })
    expect(es.out).toContain('Muertes violentas: «Package 2» es el mejor paquete')
    expect(es.out).toContain('Los resultados no se suman')
    const json = JSON.parse((await vraem(['decide', '--study', folder, '--json'])).out)
    expect(json.decision.outcomes[0].rankings.mean).toMatchObject({ order: ['p2', 'p1', 'p0'], separable: true })
  })

  test('some packages, another reference, thresholds and weights', async () => {
    const file = await wishes('thresholds: {poverty_rate: {at_most: 0.31}}\nweights: {deaths: 1, poverty_rate: 1}\n')
    const { out, err } = await vraem(['decide', 'p1', 'p2', '--study', folder, '--thresholds', file])
    expect(out).toMatch(/No package keeps the thresholds more often than the reference: 100/)
    expect(out).toMatch(/With the weights that you gave/)
    expect(out).not.toContain('p0 ')
    expect(err).toContain('is told against p0 only')
  })

  test('a table of another program is read (EMA columns); NaN in it is told with its line and column', async () => {
    const file = join(folder, 'mine.csv')
    const row = (k: number) =>
      `${k >> 1},${(k >> 1) / 30},${k % 2 === 0 ? 'a' : 'b'},${20 - 5 * (k % 2) + (k >> 1) / 100}`
    await writeFile(file, `experiment,u,policy,deaths\n${Array.from({ length: 60 }, (_, k) => row(k)).join('\n')}\n`)
    expect((await vraem(['decide', '--study', file])).out).toContain('Violent deaths: “b” is the best package')
    await writeFile(file, 'experiment,u,policy,deaths\n0,0.1,a,NaN\n0,0.1,b,3\n')
    const { code, err } = await vraem(['decide', '--study', file])
    expect(code).toBe(2)
    expect(err).toMatch(/mine\.csv:2: deaths/)
  })

  test('thresholds that nobody can meet, and one package alone, are answers', async () => {
    const file = await wishes('thresholds: {deaths: {at_most: 1}}\n')
    expect((await vraem(['decide', '--study', folder, '--thresholds', file])).out).toMatch(
      /No package reaches .* the best seen is/,
    )
    const one = await vraem(['decide', 'p1', '--study', folder])
    expect(one).toMatchObject({ code: 0 })
    expect(one.out).toContain('There is one package only')
  })

  test.each([
    [
      ['decide', 'p7', 'p1', 'p1', '--study', 'HERE'],
      [/p7: the study does not have/, /p1: it is named twice/],
    ],
    [
      ['decide', '--study', 'HERE', '--weights', 'deths=2,poverty_rate=0'],
      [/write deaths/, /not a weight/],
    ],
    [
      ['decide', '--study', 'HERE', '--budget', '1e6', '--futures', '9'],
      [/--futures: a finished study/, /--budget: a finished/],
    ],
    [['decide', '--study', '/nowhere/at/all'], [/study.bin/]],
    [['decide', '--resume', '/nowhere/at/all'], [/no stopped study/]],
    [['decide', 'baseline', '--budget', '-3'], [/soles a year/]],
    [['decide', 'baseline', '--budget', '3e6'], [/no package to scale/]],
  ])('%j is told, exit code 2', async (words, told) => {
    const { code, err } = await vraem(words.map((word) => (word === 'HERE' ? folder : word)))
    expect(code).toBe(2)
    for (const line of told) expect(err).toMatch(line)
  })
})

describe('vraem discover', () => {
  test('finds where a package fails, in plain words', async () => {
    const { code, out } = await vraem([
      'discover',
      'p2',
      '--study',
      folder,
      '--fails',
      'poverty_rate>0.4',
      '--lang',
      'es',
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/Falla sobre todo cuando u1 queda por debajo de 0,(29|30)/)
    const json = JSON.parse(
      (await vraem(['discover', 'p2', '--study', folder, '--fails', 'worse:poverty_rate', '--json'])).out,
    )
    expect(json.discoveries[0]).toMatchObject({ policy: 'p2', verdict: 'box', box: { limits: [{ dimension: 'u1' }] } })
  })

  test('a package or a rule that there is not', async () => {
    const { code, err } = await vraem(['discover', 'p9', '--study', folder])
    expect(code).toBe(2)
    expect(err).toMatch(/does not have this package/)
    expect((await vraem(['discover', '--study', folder, '--fails', 'worse:povertyrate'])).err).toMatch(
      /write poverty_rate/,
    )
  })
})
