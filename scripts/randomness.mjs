/**
 * The draws of the model as raw words for a statistical battery, keyed as the model keys them: for each month and household,
 * all pairs of streams under several seeds, both words of every block of the generator. Words that lie beside each other in
 * this order have keys that differ in one place by little, which is where a weak generator shows.
 */
import { spawn, spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { pathToFileURL } from 'node:url'
import { PrepareError, prepare, root } from './prepare.mjs'

const USE = `Words for a statistical battery; nothing of the project needs one.

  node scripts/randomness.mjs | dieharder -a -g 200        all tests, some hours
  node scripts/randomness.mjs | dieharder -d 15 -g 200     one test; dieharder -l lists them
  node scripts/randomness.mjs --run -d 15                  the same, started from here
  node scripts/randomness.mjs --from 1 | dieharder …       the same with other seeds

A few WEAK among a hundred p-values are expected of a perfect generator; repeat such a test with other seeds. FAILED is not.
`
const MISSING = 'dieharder is not installed: on Debian and Ubuntu, apt-get install dieharder\n'

/** Seeds beside each other (of tests and bisections), and seeds as draws of an ensemble get them. */
const SEEDS_BESIDE = [1, 2, 3]
const SEEDS_OF_DRAWS = 3
const HOUSEHOLDS = 160_000
const MONTHS = 432
const BUFFER = 2 ** 16

const argv = process.argv.slice(2)
const hasBattery = spawnSync('dieharder', ['-l'], { stdio: 'ignore' }).error === undefined
if (argv[0] === '--run') process.exitCode = hasBattery ? await runBattery(argv.slice(1)) : refuse(MISSING)
else if (argv[0] === '--from' && Number.isSafeInteger(Number(argv[1]))) await streamWords(Number(argv[1]))
else if (argv.length > 0 || isatty(1)) {
  console.error(`${USE}${hasBattery ? '' : `\n${MISSING}`}`)
  process.exitCode = argv.length > 0 && argv[0] !== '--help' ? 2 : 0
} else await streamWords(0)

/** Streams until the reader has had enough; after the last month with the next seeds. first: with which seeds to begin. */
async function streamWords(first) {
  try {
    await prepare()
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error
    return refuse(`${error.message}\n`)
  }
  const load = (module) => import(pathToFileURL(join(root, 'dist/src', module)).href)
  const { counterOf, philox2x32 } = await load('language/draws.js')
  const { runSeed } = await load('lab/draws.js')
  const { state } = await load('system/state.js')

  const words = new Uint32Array(BUFFER)
  let at = 0
  for (let round = first; ; round++) {
    const drawn = Array.from({ length: SEEDS_OF_DRAWS }, (_, k) => runSeed(1, round * SEEDS_OF_DRAWS + k))
    const seeds = [...SEEDS_BESIDE.map((seed) => seed + round * SEEDS_BESIDE.length), ...drawn]
    for (let month = 0; month < MONTHS; month++)
      for (let id = 0; id < HOUSEHOLDS; id++)
        for (let stream = 0; stream < state.streams.length; stream += 2)
          // most rules draw once; the second index stands for those that draw again
          for (const seed of seeds)
            for (const index of [0, 1]) {
              const pair = philox2x32(id, counterOf(month, stream, index), seed)
              words[at] = pair[0]
              words[at + 1] = pair[1]
              at += 2
              if (at < BUFFER) continue
              if (!written(new Uint8Array(words.buffer))) return
              at = 0
            }
  }
}

/** False when nobody reads any more. */
function written(bytes) {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(1, bytes, from)
    } catch (error) {
      if (error.code === 'EPIPE') return false
      if (error.code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
  return true
}

/** Exit code of the battery, reading from a second process of this script. */
function runBattery(options) {
  const source = spawn(process.execPath, [process.argv[1]], { stdio: ['ignore', 'pipe', 'inherit'] })
  const battery = spawn('dieharder', ['-g', '200', ...options], { stdio: [source.stdout, 'inherit', 'inherit'] })
  source.stdout.destroy() // the battery has the pipe now: the source notices when it ends
  return new Promise((resolve) => battery.on('close', (code) => resolve(code ?? 1)))
}

function refuse(words) {
  process.stderr.write(words)
  process.exitCode = 2
  return 2
}
