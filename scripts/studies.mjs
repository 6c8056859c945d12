// Writes data/studies/shipped/: the shipped packages under the same futures, which page and commands show without running anything.
//   npm run studies                           1,500 futures, one household in 20; stopped, it goes on where it was
//   npm run studies -- --futures 300 --sample 100 --workers 1
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    futures: { type: 'string', default: '1500' },
    sample: { type: 'string', default: '20' },
    workers: { type: 'string' },
    out: { type: 'string', default: 'data/studies/shipped' },
  },
})
const PACKAGES = [
  ...['baseline', 'cacao-first', 'eradication-30k', 'school-transfers', 'roads-power-health', 'community-control'],
  ...['balanced', 'bases-and-patrols'],
]

await prepare()
const { openLaboratory, runStudy, Stopped, writeStudy } = await import('../dist/src/library/index.js')
const say = (words) => process.stderr.write(`${words}\n`)
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())
const [futures, sample] = [Number(values.futures), Number(values.sample)]
// finished futures stay here until the study is written
const folder = join(root, 'out', `studies-${futures}-${sample}`)
mkdirSync(folder, { recursive: true })

const start = performance.now()
let [told, from] = [0, undefined]
const seconds = () => (performance.now() - start) / 1000
try {
  const result = await runStudy(await openLaboratory(), {
    ...{ policies: PACKAGES, futures, sample, folder, signal: stop.signal },
    ...(values.workers && { workers: Number(values.workers) }),
    onFailed: ({ future, policy, what }) => say(`future ${future} is left out: ${policy}: ${what}`),
    onProgress(done, total) {
      if (from === undefined) say(`${done} of ${total} futures are there already`)
      from ??= done
      if (seconds() - told < 30 && done < total) return
      told = seconds()
      const rate = (done - from) / told
      const memory = Math.round(process.memoryUsage().rss / 1e6)
      say(`${Math.round(told)} s: ${done} of ${total} futures, ${rate.toFixed(2)} a second, ${memory} MB`)
    },
  })
  // seven digits are more than a study says
  await writeStudy(join(root, values.out), result, { precision: 'f32', tables: false })
  await writeStudy(folder, result)
  say(`${values.out}: ${result.study.futures} futures, ${result.manifest.failed} left out, ${Math.round(seconds())} s`)
} catch (error) {
  if (!(error instanceof Stopped)) throw error
  say(`stopped; what is finished lies in ${folder}: the same command goes on with it`)
  process.exitCode = 130
}
