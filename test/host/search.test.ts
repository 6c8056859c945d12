// A search on the model itself: stopped and gone on with, it finds the same, bit for bit; what it writes can be compared.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Laboratory, openLaboratory } from '../../src/host/laboratory.ts'
import { Stopped } from '../../src/host/pool.ts'
import { FRONT_FILE, runSearch, type SearchWish } from '../../src/host/search.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { readScenarios } from '../../src/lab/scenario/library.ts'
import { readSearch, type SearchFile } from '../../src/lab/search/file.ts'
import { studyOutcomes } from '../../src/lab/study/layout.ts'
import { model } from '../../src/system/model.ts'

const folder = mkdtempSync(join(tmpdir(), 'vraem-search-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SHORT = 'title: {en: A, es: B}\nfrom: baseline\nspan: {from: 2025, to: 2026}\n'
const TEXT = `from: short
start: 2025-01
levers:
  school_transfers: {pen_per_child: {low: 75, high: 250, step: 25}}
rules:
  - when: {outcome: leaf_price, below: {low: 5, high: 25, step: 5}, delay_months: 3}
    then: {school_transfers: {coverage: 0.95}}
objectives: [{outcome: child_labour}, {outcome: public_cost}]
`

test('stopped after a generation and gone on with, the same packages and figures', { timeout: 300_000 }, async () => {
  const lab: Laboratory = await openLaboratory({ 'short.yaml': SHORT })
  const { search, problems } = readSearch(TEXT, 'x.yaml', lab.vocabulary, studyOutcomes(model))
  expect(problems).toEqual([])
  const wish: Omit<SearchWish, 'folder'> = {
    ...{ search: search as SearchFile, draws: priorDraws(1, 4), futures: 1, fresh: 2, candidates: 4, size: 2 },
    ...{ packages: 2, seed: 1, sample: 200, workers: 0 },
  }
  const whole = await runSearch(lab, { ...wish, folder: join(folder, 'whole') })
  const stop = new AbortController()
  const half = { ...wish, folder: join(folder, 'half') }
  await expect(
    runSearch(lab, { ...half, signal: stop.signal, onGeneration: () => stop.abort() }),
  ).rejects.toBeInstanceOf(Stopped)
  const kept = JSON.parse(readFileSync(join(half.folder, FRONT_FILE), 'utf8'))
  expect(kept).toMatchObject({ tried: 2, objectives: [{ outcome: 'child_labour', want: 'less' }, {}] })
  expect(kept.front.length).toBeGreaterThan(0)
  const again = await runSearch(lab, half)
  expect(again).toEqual(whole)
  expect(whole).toMatchObject({ tried: 4, generations: 2, limitsBroken: false })
  const files = Object.fromEntries(whole.packages.map(({ name, text }) => [`${name}.yaml`, text]))
  expect(readScenarios({ ...lab.sources.scenarios, 'short.yaml': SHORT, ...files }, lab.vocabulary).problems).toEqual(
    [],
  )
  // money for school costs, and nothing of it is free
  for (const { scores } of whole.assessment.found) expect(Number.isFinite(scores[1]?.fresh)).toBe(true)
})
