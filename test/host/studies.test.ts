// Studies: the same futures for all packages, the same bits on any workers, kept when stopped, failures told, and files that others open.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gather } from '#dist/src/host/ensemble.js'
import { type Laboratory, openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { Stopped } from '#dist/src/host/pool.js'
import { runStudy, type StudyWish } from '#dist/src/host/studies.js'
import { readStudy, writeStudy } from '#dist/src/host/study-files.js'
import { selectionFor } from '#dist/src/lab/cells.js'
import { overYears } from '#dist/src/lab/compare.js'
import { type DrawList, priorDraws } from '#dist/src/lab/draws.js'
import type { StudyResult } from '#dist/src/lab/study/study.js'
import { valuesOf } from '#dist/src/lab/study/table.js'
import { model } from '#dist/src/system/model.js'

const POLICIES = ['baseline', 'crews-and-transfers']
/** Has a rule that looks back at months before the packages part. */
const OWN = `
title: {en: Crews and transfers, es: Brigadas y transferencias}
from: eradication-30k
rules:
  - when: {outcome: leaf_price, above: 6, unit: PEN/kg, for_months: 18}
    then: {school_transfers: {coverage: 0.8, pen_per_child: 110}}
    lasts_months: 24
`
const FUTURES = 6
let lab: Laboratory
let folder = ''
let result: StudyResult

/** Three draws, the last of which cannot be run beyond 2026. */
const draws: DrawList = {
  ...priorDraws(1, 3),
  kind: 'posterior',
  fitted: {
    ...{ unknowns: ['demand_growth_post2025'], shocks: ['border 2027'], flat: [], weights: [1 / 3, 1 / 3, 1 / 3] },
    rows: [
      [0.5, 0],
      [0.6, 0],
      [0.5, Number.NaN],
    ],
  },
}
const wish = (more: Partial<StudyWish> = {}): StudyWish => ({
  ...{ policies: POLICIES, futures: FUTURES, sample: 200, workers: 2, draws, created: '2026-01-01' },
  ...more,
})

beforeAll(async () => {
  lab = await openLaboratory({ 'crews-and-transfers.yaml': OWN })
  folder = mkdtempSync(join(tmpdir(), 'vraem-study-'))
  result = await runStudy(lab, wish())
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a study', { timeout: 240_000 }, () => {
  it('spreads draws and worlds evenly', () => {
    const { study } = result
    expect([...(study.draws ?? [])].sort()).toEqual([0, 0, 1, 1, 2, 2])
    for (const one of study.uncertainties.filter(({ name }) => name.startsWith('world_'))) {
      if (one.kind !== 'choice') throw new Error(`${one.name} is no choice`)
      const each = one.options.map((_, k) => one.values.filter((value) => value === k).length)
      expect(each).toEqual(one.options.map(() => FUTURES / one.options.length))
    }
  })

  it('leaves out futures in which the model fails, says which, and goes on', () => {
    const { study, failures } = result
    const lost = [...study.failed.keys()].filter((f) => study.failed[f] === 1)
    expect(lost).toEqual([...(study.draws ?? []).keys()].filter((f) => study.draws?.[f] === 2))
    expect(failures.map(({ future }) => future)).toEqual(lost.flatMap((future) => [future, future]))
    expect(failures[0]?.what).toMatch(/NaN/)
    const area = study.outcomes.find(({ name }) => name === 'coca_area')
    for (const policy of [0, 1])
      valuesOf(study, area as never, policy).forEach((value, f) => {
        expect(Number.isNaN(value)).toBe(lost.includes(f))
      })
    expect(result.districts.every(({ mean }) => Number.isFinite(mean))).toBe(true)
    expect(result.manifest.failed).toBe(2)
  })

  it('gives the first use of a draw the bits of any other run of it', async () => {
    const { study } = result
    const first = [...(study.draws ?? [])].indexOf(0)
    const choices = Object.fromEntries(
      study.uncertainties.flatMap((one) =>
        one.kind === 'choice' && one.name.startsWith('world_')
          ? [[one.name.slice(6), one.options[one.values[first] as number]?.name ?? '']]
          : [],
      ),
    )
    const scenarios = resolveAll(lab, POLICIES, 'test').map((one) => ({
      ...one,
      card: { ...one.card, world: choices },
    }))
    const selection = selectionFor('compare', model, { from: 2025, to: 2035 })
    const plan = { scenarios, draws: { ...draws, indices: [0] }, months: 432, selection }
    const collector = await gather({ lab, plan, sample: 200, workers: 0 })
    for (const { name, how, values } of study.outcomes) {
      const line = collector.cells.lines.find(
        (one) => one.outcome === name && ['VRAEM', 'outside'].includes(one.place) && one.shownIn.includes('default'),
      )
      if (line === undefined) throw new Error(`no line of ${name}`)
      for (const policy of [0, 1]) {
        const other = overYears(collector, policy, line, 2025, 2035, how)[0]
        expect([name, values[policy * FUTURES + first]]).toEqual([name, other])
      }
    }
  })

  it('is the same without workers, and after a stop', async () => {
    const alone = await runStudy(lab, wish({ workers: 0 }))
    expect(alone.manifest.result).toBe(result.manifest.result)
    expect(alone.groups).toEqual(result.groups)
    const kept = join(folder, 'stopped')
    mkdirSync(kept)
    const stop = new AbortController()
    const onProgress = (done: number) => done > 0 && stop.abort()
    await expect(runStudy(lab, wish({ folder: kept, signal: stop.signal, onProgress, workers: 1 }))).rejects.toThrow(
      Stopped,
    )
    const told: number[] = []
    const again = await runStudy(lab, wish({ folder: kept, onProgress: (done) => void told.push(done) }))
    expect(told[0]).toBeGreaterThan(0)
    expect(again.manifest).toEqual(result.manifest)
    expect(again.districts).toEqual(result.districts)
    const other = runStudy(lab, wish({ folder: kept, seed: 2 }))
    await expect(other).rejects.toThrow(/another|other/)
  })

  it('refuses packages that decide what futures should', async () => {
    const [baseline] = resolveAll(lab, ['baseline'], 'test')
    if (baseline === undefined) throw new Error('no baseline')
    const fixed = { ...baseline, card: { ...baseline.card, name: 'x', world: { cacao_price: 'high' } } }
    const asked = runStudy(lab, wish({ policies: [fixed, baseline, baseline] }))
    await expect(asked).rejects.toThrow(/fixes cacao_price[\s\S]*named twice/)
    await expect(runStudy(lab, wish({ policies: ['basline'] }))).rejects.toThrow(/baseline/)
  })
})

describe('the study that ships', () => {
  it('is of this model, its data and its posterior, and small', async () => {
    const at = join(lab.root, 'data/studies/shipped')
    const { study, manifest, districts, groups } = await readStudy(at)
    expect(manifest).toMatchObject(lab.hashes)
    expect(study.policies.map(({ name, hash }) => [name, hash])).toEqual(
      resolveAll(
        lab,
        manifest.policies.map(({ name }) => name),
        'test',
      ).map(({ card }) => [card.name, card.hash]),
    )
    expect(study.policies).toHaveLength(8)
    expect(manifest.failed / study.futures).toBeLessThan(0.01)
    expect(districts.length).toBe(8 * 3 * lab.frame.districts.length)
    expect(groups.some(({ suppressed }) => !suppressed)).toBe(true)
    expect(statSync(join(at, 'study.bin')).size).toBeLessThan(3 << 20)
  })
})

describe('files of a study', { timeout: 60_000 }, () => {
  const at = (name: string) => join(folder, 'files', name)
  beforeAll(() => writeStudy(join(folder, 'files'), result))

  it('are read back whole', async () => {
    const read = await readStudy(join(folder, 'files'))
    // a difference is shown in one line, not in thousands; zero is zero, whatever its sign
    const said = (one: StudyResult) =>
      createHash('sha256')
        .update(inspect(one, { depth: null, maxArrayLength: null }).replaceAll(' -0', ' 0'))
        .digest('hex')
    expect(said(read)).toBe(said(result))
    await writeStudy(join(folder, 'small'), result, { precision: 'f32', tables: false })
    const small = await readStudy(join(folder, 'small'))
    expect(small.study.outcomes[0]?.values[0]).toBeCloseTo(result.study.outcomes[0]?.values[0] as number, 3)
    await expect(readStudy(folder)).rejects.toThrow(/study.bin/)
  })

  it('open in DuckDB, with values, types, units and the manifest', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()
    const file = at('experiments.parquet')
    const columns = await ask(`describe select * from '${file}'`)
    const types = new Map(columns.map(({ column_name, column_type }) => [column_name, column_type]))
    expect([...types.keys()].slice(0, 2)).toEqual(['experiment', 'world_cacao_price'])
    expect(types.get('experiment')).toBe('INTEGER')
    expect(types.get('world_cacao_price')).toBe('VARCHAR')
    expect(types.get('demand_growth_post2025')).toBe('DOUBLE')
    expect(types.get('deaths/civilian')).toBe('DOUBLE')
    const rows = await ask(
      `select policy, count(*)::int as n, avg(coca_area) as ha from '${file}' where not failed group by policy order by ha desc`,
    )
    const { study } = result
    const area = study.outcomes.find(({ name }) => name === 'coca_area') as StudyResult['study']['outcomes'][number]
    const whole = valuesOf(study, area, 0).filter((value) => !Number.isNaN(value))
    expect(rows.map(({ policy, n }) => [policy, n])).toEqual(POLICIES.map((name) => [name, 4]))
    expect(rows[0]?.ha).toBeCloseTo(whole.reduce((sum, value) => sum + value, 0) / whole.length, 6)
    const holes = await ask(`select count(*)::int as n from '${file}' where coca_area is null`)
    expect(holes[0]?.n).toBe(4)
    const facts = await ask(`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`)
    const told = new Map(facts.map(({ key, value }) => [key, JSON.parse(String(value))]))
    expect(told.get('vraem.units')).toMatchObject({ coca_area: 'ha', cacao_price: 'PEN/kg' })
    expect(told.get('vraem.manifest')).toEqual(result.manifest)
    const groups = await ask(`select distinct "group" from '${at('groups.parquet')}'`)
    expect(groups.length).toBeGreaterThan(8)
    const better = await ask(`select avg(better) as b from '${at('districts.parquet')}' where outcome = 'poverty_rate'`)
    expect(better[0]?.b).toBeGreaterThanOrEqual(0)
    connection.closeSync()
  })

  it('are CSV too, holes left empty', () => {
    const [head = '', first = '', ...rest] = readFileSync(at('experiments.csv'), 'utf8').trimEnd().split('\n')
    expect(rest).toHaveLength(FUTURES * POLICIES.length - 1)
    expect(first.split(',')).toHaveLength(head.split(',').length)
    expect(head.split(',').at(-1)).toBe('failed')
  })
})
