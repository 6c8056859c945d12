// The process of `apart`: one ensemble, and what it took, as JSON.
import { gather } from '../src/host/ensemble.ts'
import { openLaboratory, resolveAll } from '../src/host/laboratory.ts'
import { selectionFor } from '../src/lab/cells.ts'
import { priorDraws } from '../src/lab/draws.ts'
import { monthlyRows, outcomeRows } from '../src/lab/ensemble.ts'
import { model } from '../src/system/model.ts'
import type { Lived, Order } from './apart.ts'
import { HEADLINE } from './valley.ts'

const loadedMs = performance.now()

const { draws, sample, months, workers, keep, warming } = JSON.parse(process.argv[2] ?? '') as Order
const lab = await openLaboratory()
const openedMs = performance.now()
const span = { from: 2000, to: 1999 + months / 12 }
const years: [number, number] = [span.from, span.to]
const headline = { outcomes: HEADLINE, years, districts: [], districtYears: [], monthly: [] }
let firstMs = 0
let began = 0
const collector = await gather({
  lab,
  sample,
  workers,
  onProgress(done) {
    if (done === 1) firstMs = performance.now()
    if (done === warming) began = performance.now()
  },
  plan: {
    scenarios: resolveAll(lab, ['baseline'], 'bench'),
    draws: priorDraws(1, draws + warming),
    months,
    selection: keep === 'run' ? selectionFor('run', model, span) : headline,
  },
})
const gathered = performance.now()
// as a command does at the end
const rows = outcomeRows(collector, 0, 'default').length + monthlyRows(collector, 0).length
if (rows === 0) throw new Error('the ensemble has no row')
const lived: Lived = {
  loadedMs,
  openedMs,
  firstMs,
  seconds: (gathered - began) / 1000,
  rowsSeconds: (performance.now() - gathered) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(lived))
