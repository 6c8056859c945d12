// A new year from end to end, with made-up figures: forecast, import, learn. Areas after 2018 are replaced by made-up ones too.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { forecast } from '../../src/cli/commands/forecast.ts'
import { learn } from '../../src/cli/commands/learn.ts'
import { en } from '../../src/cli/messages/en.ts'
import { hashOfTargets } from '../../src/cli/new-year.ts'
import type { Options } from '../../src/cli/options.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { importEvidence } from '../../src/host/evidence.ts'
import { targetsFor } from '../../src/host/fits.ts'
import { type Laboratory, openLaboratory } from '../../src/host/laboratory.ts'
import { findRoot } from '../../src/host/root.ts'
import { readPosteriorFolder } from '../../src/host/sources.ts'
import { listOf, trialAt } from '../../src/lab/calibrate/trial.ts'
import { uniformFor } from '../../src/lab/draws.ts'
import type { Learnt } from '../../src/lab/forecast/learnt.ts'
import { bandOf } from '../../src/lab/forecast/registered.ts'
import { posteriorFiles, readPosterior } from '../../src/lab/posterior.ts'
import { learntWords } from '../../src/report/learnt.ts'

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

const DRAWS = 9
const ROWS = 'series,place,year,month,value,low,high,unit,source_title,source_year,url,confidence,note'
/** The chance that all draws share, so that nine of them show what their unknowns do. */
const DRAW = 3
let root = ''
let areas = ''
/** The made-up figure of 2025. */
let figure = 0
let before: Laboratory
let after: Laboratory

/** Made-up areas of the valley and the country: 5 % more each year after 2018. */
function madeUp(): void {
  const [head, ...lines] = areas.split('\n')
  const changed = lines.map((line) => {
    const [, series, place = '', year] = /^(\w+),(VRAEM|Peru),(20(?:19|2\d)),,/.exec(line) ?? []
    if (!series || !/^coca_area_(devida|unodc)$/.test(series)) return line
    const value = { VRAEM: 24_111, Peru: 54_134 }[place] ?? 0
    const made = Math.round(value * 1.05 ** (Number(year) - 2018))
    return line.replace(/^(\w+,\w+,\d+,,)[^,]*/, `$1${made}`)
  })
  writeFileSync(fileOfAreas(), [head, ...changed].join('\n'))
}
const fileOfAreas = () => join(root, 'data', 'series', 'coca_area.csv')

function posteriorOf(lab: Laboratory, folder: string, model = lab.hashes.model): void {
  const names = ['leaf_price_outside_2000', 'outside_growth', 'valley_discount', 'area_drift', 'mood 2023', 'mood 2024']
  const trials = Array.from({ length: DRAWS }, (_, k) =>
    trialAt(
      names,
      names.map((name) => 0.05 + 0.9 * uniformFor(name, k, 7)),
      DRAW,
      [],
    ),
  )
  const list = { ...listOf(trials, 1), note: { en: 'Made up.', es: 'Inventada.' } }
  const files = posteriorFiles(list, {
    command: 'vraem calibrate --until 2024 --seed 1',
    created: '2026-01-01T00:00:00.000Z',
    version: lab.version,
    parameters: lab.hashes.parameters,
    model,
    targets: hashOfTargets(targetsFor(lab, { until: 2024 }).targets),
    until: 2024,
    sample: 200,
    runs: DRAWS,
  })
  cpSync(join(root, 'package.json'), join(root, folder, 'package.json'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text)
}

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function said(
  command: (call: Call, lab: Laboratory) => Promise<number>,
  lab: Laboratory,
  options: Options,
  operands: string[] = [],
): Promise<Said> {
  let [out, err] = ['', '']
  const say = (text: string) => {
    err += text
  }
  const io = {
    out: (text: string) => {
      out += text
      return Promise.resolve()
    },
    ...{ err: say, renew: say, env: {}, cwd: root, terminal: false, columns: 100 },
  }
  const all = { workers: 0, sample: 200, ...options }
  const code = await command({ io, words: en, language: 'en', command: 'vraem learn', operands, options: all }, lab)
  return { code, out, err }
}

const refused = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(fault).toBeInstanceOf(InputError)
  return (fault as InputError).problems
}

/** The ledger names rows by what they say, so rows are imported into the data as they are. */
async function imported(rows: string, name: string): Promise<Laboratory> {
  writeFileSync(join(root, name), `${ROWS}\n${rows}\n`)
  writeFileSync(fileOfAreas(), areas)
  const folder = join(root, 'data')
  const result = await importEvidence({ folder, file: join(root, name), name, options: {}, write: true })
  expect(result.problems).toEqual([])
  madeUp()
  return openLaboratory({}, root)
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'vraem-new-year-'))
  const own = findRoot()
  for (const name of ['src', 'scenarios', 'checks', 'package.json']) symlinkSync(join(own, name), join(root, name))
  cpSync(join(own, 'data'), join(root, 'data'), { recursive: true })
  for (const name of ['posterior', 'forecasts', 'hindcasts'])
    rmSync(join(root, 'data', name), { recursive: true, force: true })
  areas = readFileSync(fileOfAreas(), 'utf8')
  madeUp()
  before = await openLaboratory({}, root)
  posteriorOf(before, 'made-up')
  posteriorOf(before, 'old', '0'.repeat(64))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const learnt = (folder: string): Learnt => JSON.parse(readFileSync(join(root, folder, 'learnt.json'), 'utf8'))

it('says what is missing, before anything is run', async () => {
  expect(await refused(said(learn, before, {}))).toMatchObject([
    { code: 'no-posterior', todo: 'make one with vraem calibrate' },
  ])
  expect(await refused(said(learn, before, { posterior: 'old' }))).toMatchObject([
    { code: 'posterior-old', todo: expect.stringContaining('vraem calibrate --until 2024 --seed 1') },
  ])
  expect(await refused(said(learn, before, { posterior: 'nowhere' }))).toMatchObject([{ code: 'no-posterior' }])
  expect(await refused(said(learn, before, { posterior: 'made-up', year: 2024 }))).toMatchObject([
    { code: 'already-learnt', field: '--year' },
  ])
})

it('registers a forecast once, lists it, shows it, and finds it changed when it was', async () => {
  expect((await said(forecast, before, {}, ['list'])).out).toBe(`${en.ahead.noForecasts}\n`)
  const made = await said(forecast, before, { posterior: 'made-up', json: true })
  const document = JSON.parse(made.out)
  expect(document.origins[0]).toMatchObject({ origin: 2024, information: { until: 2024 } })
  const area = document.origins[0].forecasts.filter(
    (one: { series: string; place: string }) => one.series === 'coca_area_devida' && one.place === 'VRAEM',
  )
  expect(area.map(({ year }: { year: number }) => year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030])
  expect(area[0]?.values).toHaveLength(DRAWS)
  const own = document.outcomes.find((one: { outcome: string }) => one.outcome === 'coca_area')
  figure = Math.round(0.85 * (bandOf(own.values)[2] ?? 0))
  const files = readdirSync(join(root, 'data', 'forecasts')).sort()
  expect(files).toEqual([
    `${document.madeBy.created.slice(0, 10)}-${document.sha256.slice(0, 8)}.csv`,
    `${document.madeBy.created.slice(0, 10)}-${document.sha256.slice(0, 8)}.json`,
  ])
  const listed = JSON.parse((await said(forecast, before, { json: true }, ['list'])).out)
  expect(listed).toMatchObject({ forecasts: [{ origin: 2024, scored: 0 }], problems: [] })
  expect(listed.forecasts[0].waiting).toBe(document.origins[0].forecasts.length)
  const shown = await said(forecast, before, {}, ['show', document.sha256.slice(0, 8)])
  expect(shown.out).toContain(en.ahead.noneCame)
  expect(await refused(said(forecast, before, {}, ['show', 'nothing']))).toMatchObject([{ code: 'unknown-forecast' }])
  // it is no part of the data package
  expect((await openLaboratory({}, root)).hashes.data).toBe(before.hashes.data)
  const path = join(root, 'data', 'forecasts', files[1] as string)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(String(area[0].values[0]), String(area[0].values[0] + 1)))
  expect(await refused(said(forecast, before, {}, ['list']))).toMatchObject([{ code: 'forecast-changed' }])
  writeFileSync(path, text)
})

it('learns a new figure: posterior, score of the forecast, a paragraph in two languages', async () => {
  after = await imported(`coca_area_devida,VRAEM,2025,,${figure},,,ha,A made-up survey,2026,,high,`, 'new.csv')
  const { code, out, err } = await said(learn, after, { posterior: 'made-up', out: 'learnt' })
  expect(code).toBe(0)
  expect(err).toContain('register the next forecast')
  const what = learnt('learnt')
  expect(what).toMatchObject({ from: { until: 2024 }, until: 2025, draws: DRAWS, unit: 'ha' })
  const area = what.figures.find(({ id }) => id === 'coca area 2025')
  expect(area).toMatchObject({ year: 2025, unit: 'ha', plain: false })
  expect((area?.value ?? 0) / figure).toBeCloseTo(1, 3)
  const miss = (p50 = Number.NaN) => Math.abs(Math.log(p50 / figure))
  expect(miss(area?.after.p50)).toBeLessThan(miss(area?.before.p50))
  expect(what.forecast?.name).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{8}$/)
  const scored = what.scores.filter(({ series }) => series === 'coca_area')
  expect(scored.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['model', 'last value']))
  expect(scored[0]).toMatchObject({ origin: 2024, year: 2025, observed: figure })
  expect(what.next.map(({ year }) => year)).toEqual([2026, 2027, 2028])
  expect(what.moved.some(({ by }) => Math.abs(by) > 0.1)).toBe(true)
  expect(what.earlier.figures).toBeGreaterThan(5)
  const { list, manifest, problems } = readPosterior(
    await readPosteriorFolder(join(root, 'learnt')),
    'learnt',
    after.hashes,
  )
  expect(problems).toEqual([])
  expect(manifest).toMatchObject({
    until: 2025,
    from: { until: 2024, command: 'vraem calibrate --until 2024 --seed 1' },
  })
  expect(list?.fitted?.shocks).toEqual(['mood 2023', 'mood 2024', 'mood 2025'])
  expect(out).toContain(learntWords(what, 'en'))
  const both = readFileSync(join(root, 'learnt', 'learnt.md'), 'utf8')
  expect(both).toContain(learntWords(what, 'es'))
  expect(learntWords(what, 'en')).toMatch(/fell (inside|above|below) .* registered as .*CRPS 0\.\d+, (no )?better than/)
  expect(learntWords(what, 'es')).toMatch(/cayó .* del pronóstico registrado/)
  expect(learntWords({ ...what, forecast: null }, 'en')).toContain('no forecast was registered')
})

it('does not learn the same year twice, nor write over a posterior', async () => {
  expect(await refused(said(learn, after, { posterior: 'learnt', out: 'again' }))).toMatchObject([
    { code: 'nothing-new', what: expect.stringContaining('no figure after 2025') },
  ])
  expect(existsSync(join(root, 'again'))).toBe(false)
  expect(await refused(said(learn, after, { posterior: 'made-up', out: 'learnt' }))).toMatchObject([
    { code: 'posterior-exists' },
  ])
})

it('refuses figures that contradict each other, with both lines', async () => {
  const two = await imported(
    `coca_area_devida,VRAEM,2025,,${figure + 4000},,,ha,Another made-up survey,2026,,high,`,
    'other.csv',
  )
  const [problem] = await refused(said(learn, two, { posterior: 'made-up', out: 'never' }))
  expect(problem).toMatchObject({ code: 'contradiction', field: 'coca_area_devida VRAEM 2025' })
  expect(problem?.what).toMatch(/^it is \d+ here and \d+ in .*:\d+$/)
  expect(existsSync(join(root, 'never'))).toBe(false)
})
