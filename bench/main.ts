/** `npm run bench`: figures that depend on the machine and its load, so they are printed and never tested. */
import { loadavg } from 'node:os'
import { memory, starting } from './apart.ts'
import { chancePairing } from './chance.ts'
import { cancelling, membersPerSecond, pairing, sampling } from './ensembles.ts'
import { type Figures, type Ratio, type Row, tableOf } from './figures.ts'
import { growth } from './growth.ts'
import { kernels } from './kernels.ts'
import { searching } from './search.ts'
import { fullScale } from './speed.ts'
import { openBench } from './valley.ts'

const HELP = `npm run bench -- [--json] [--full | --growth | --browser]
  --json     one JSON object on stdout: {rows: [{name, value, unit}], ratios: [{name, value}]}
  --full     more draws: 64 for pairing, 16 for the comparison of samples; 1,000 whole and 10,000 small members (about half an hour)
  --growth   instead of all else: time and memory by households, members and districts (some minutes)
  --browser  instead of all else: the page and its engine in headless Chromium
`

/** Exit code 0, or 2 for an unknown option. */
export async function main(argv: readonly string[]): Promise<number> {
  const known = ['--json', '--full', '--growth', '--browser', '--help']
  const unknown = argv.filter((option) => !known.includes(option))
  if (unknown.length > 0 || argv.includes('--help')) {
    const wrong = unknown.length > 0
    process[wrong ? 'stderr' : 'stdout'].write(wrong ? `${unknown.join(' ')}: not an option\n${HELP}` : HELP)
    return wrong ? 2 : 0
  }
  const say = (what: string) =>
    process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`)
  const figures = argv.includes('--growth')
    ? await growth(await openBench(), say)
    : argv.includes('--browser')
      ? { rows: await browser(), ratios: [] }
      : await all(argv.includes('--full'), say)
  process.stdout.write(`${argv.includes('--json') ? JSON.stringify(figures) : tableOf(figures)}\n`)
  return 0
}

/** What a bench answers without further words; `full` takes more draws. */
async function all(full: boolean, say: (what: string) => void): Promise<Figures> {
  const rows: Row[] = [
    { name: 'start_ms', value: performance.now(), unit: 'ms' },
    { name: 'load', value: loadavg()[0] ?? 0, unit: 'mean of the last minute, before the first figure' },
  ]
  const ratios: Ratio[] = []
  const bench = await openBench()
  say('full scale')
  rows.push(...fullScale(bench))
  say('kernels')
  const kernel = kernels(bench)
  rows.push(...kernel.rows)
  ratios.push(...kernel.ratios)
  kernel.notes.forEach(say)
  say('members a second')
  rows.push(...(await membersPerSecond(bench)), ...(await cancelling(bench)))
  say('start')
  rows.push(...(await starting()))
  rows.push(...(await memory(full, say)))
  say('paired and unpaired comparisons')
  ratios.push(...(await pairing(bench, full ? 64 : 24)), ...chancePairing(bench, full ? 32 : 12))
  say('1/10 against 1/1')
  rows.push(...(await sampling(bench, full ? 16 : 4)))
  say('search')
  rows.push(...searching(bench.lab.pack.ledger))
  return { rows, ratios }
}

/** The page of the bench in a browser; what drives one is only loaded when it is asked for. */
async function browser(): Promise<Row[]> {
  const { browserRows } = await import('./browser.ts')
  const { firstUseRows } = await import('./first-use.ts')
  const { mapFrameRows } = await import('./map-frames.ts')
  return [...(await firstUseRows()), ...(await browserRows()), ...(await mapFrameRows())]
}
