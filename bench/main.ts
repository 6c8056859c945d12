/** `npm run bench`: figures that depend on the machine and its load, so they are printed and never tested. */
import { chancePairing } from './chance.ts'
import { membersPerSecond, pairing, sampling } from './ensembles.ts'
import { type Ratio, type Row, tableOf } from './figures.ts'
import { fullScale, kernels } from './speed.ts'
import { openBench } from './valley.ts'

const HELP = `npm run bench -- [--json] [--full]
  --json  one JSON object on stdout: {rows: [{name, value, unit}], ratios: [{name, value}]}
  --full  more draws: 64 for pairing, 16 for the comparison of samples (about half an hour)
`

/** Exit code 0, or 2 for an unknown option. */
export async function main(argv: readonly string[]): Promise<number> {
  const known = ['--json', '--full', '--help']
  const unknown = argv.filter((option) => !known.includes(option))
  if (unknown.length > 0 || argv.includes('--help')) {
    const wrong = unknown.length > 0
    process[wrong ? 'stderr' : 'stdout'].write(wrong ? `${unknown.join(' ')}: not an option\n${HELP}` : HELP)
    return wrong ? 2 : 0
  }
  const full = argv.includes('--full')
  const rows: Row[] = [{ name: 'start_ms', value: performance.now(), unit: 'ms' }]
  const ratios: Ratio[] = []
  const say = (what: string) => process.stderr.write(`${what} …\n`)

  const bench = await openBench()
  say('full scale')
  rows.push(...fullScale(bench))
  say('kernels')
  const kernel = kernels(bench)
  rows.push(...kernel.rows)
  ratios.push(...kernel.ratios)
  say('members a second')
  rows.push(...(await membersPerSecond(bench)))
  say('paired and unpaired comparisons')
  ratios.push(...(await pairing(bench, full ? 64 : 24)), ...chancePairing(bench, full ? 32 : 12))
  say('1/10 against 1/1')
  rows.push(...(await sampling(bench, full ? 16 : 4)))

  process.stdout.write(
    argv.includes('--json') ? `${JSON.stringify({ rows, ratios })}\n` : `${tableOf({ rows, ratios })}\n`,
  )
  return 0
}
