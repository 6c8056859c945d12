// Writes data/validation/rests.json: what the answers of the shipped packages rest on, from every draw of the shipped posterior.
//   npm run rests                      runs vraem compare over them with all draws, one household in 200
//   npm run rests -- --from FILE       takes what `vraem compare … --json` printed into a file
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const file = (name) => join(root, name)
const { values } = parseArgs({ options: { from: { type: 'string' }, sample: { type: 'string', default: '1/200' } } })
const { PACKAGES } = await import('../dist/src/cli/commands/start.js')
const { RESTS_FILE, restsTable } = await import('../dist/src/lab/rests/table.js')

const shipped = JSON.parse(readFileSync(file('data/posterior/manifest.json'), 'utf8'))
// an older table would be told again in place of what is worked out now
rmSync(file(RESTS_FILE), { force: true })
const { manifest, scenarios, marks } = JSON.parse(values.from === undefined ? ran() : readFileSync(values.from, 'utf8'))
const { kind, count: all } = manifest.draws
const same = ['model', 'parameters'].every((name) => manifest[name] === shipped[name])
if (kind !== 'posterior' || all !== shipped.count || !same || marks?.rests === undefined) {
  process.stderr.write('the comparison was not made with all draws of the posterior in data/posterior\n')
  process.exit(1)
}
const names = scenarios.map(({ name }) => name)
// the list as it is shipped: the weights of the first so many may differ from it in their last bits
const table = restsTable({ ...manifest, draws: { ...manifest.draws, hash: shipped.draws } }, names, marks.rests)
mkdirSync(dirname(file(RESTS_FILE)), { recursive: true })
writeFileSync(`${file(RESTS_FILE)}.tmp`, `${JSON.stringify(table)}\n`)
renameSync(`${file(RESTS_FILE)}.tmp`, file(RESTS_FILE))
const count = (basis) => marks.rests.filter((one) => one.basis === basis).length
process.stderr.write(
  `${RESTS_FILE}: of ${marks.rests.length} answers ${count('prior-driven')} prior-driven, ${count('not told')} not told\n`,
)

function ran() {
  const size = ['--draws', String(shipped.count), '--sample', values.sample]
  const words = [file('bin/vraem.mjs'), 'compare', ...PACKAGES, ...size, '--json']
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 0) return stdout
  process.exit(status ?? 1)
}
