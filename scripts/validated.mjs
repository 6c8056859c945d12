// Writes data/validation/validated.json: what a run of `vraem validate` found, cut down to id, status and share of each pattern,
// with the draws, the sample, the date and the model of that run. Page and report show it beside the charts.
//   npm run validated -- --draws 320 --sample 1/20          runs vraem validate with these options
//   npm run validated -- --from FILE --draws 320 --sample 1/20   takes what `vraem validate --json` printed into a file
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '64' },
    sample: { type: 'string', default: '1/20' },
    from: { type: 'string' },
  },
})
const { findRoot } = await import('../dist/src/host/root.js')
const { openLaboratory } = await import('../dist/src/host/laboratory.js')
const { shippedDraws } = await import('../dist/src/cli/draws.js')
const { knownOf } = await import('../dist/src/lab/rests/known.js')
const { VALIDATED_FILE, cutDown } = await import('../dist/src/lab/misses.js')

const lab = await openLaboratory({}, findRoot())
const list = shippedDraws(lab)
const { until } = list ? knownOf(list, lab.sources.posterior) : {}
const validated = cutDown(JSON.parse(values.from === undefined ? ran() : readFileSync(values.from, 'utf8')), {
  draws: Number(values.draws),
  ...(until === undefined ? {} : { until }),
  sample: Number(values.sample.split('/').at(-1)),
  date: new Date().toISOString().slice(0, 10),
  model: lab.hashes.model,
})
const file = join(root, VALIDATED_FILE)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(`${file}.tmp`, `${JSON.stringify(validated, null, 1)}\n`)
renameSync(`${file}.tmp`, file)
const count = (status) => validated.patterns.filter((one) => one.status === status).length
process.stderr.write(
  `${VALIDATED_FILE}: ${count('inside')} inside, ${count('outside')} outside, of ${validated.patterns.length}\n`,
)

function ran() {
  const words = [
    join(root, 'bin', 'vraem.mjs'),
    'validate',
    '--json',
    '--draws',
    values.draws,
    '--sample',
    values.sample,
  ]
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 0) return stdout
  process.exit(status ?? 1)
}
