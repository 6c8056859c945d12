// A newcomer's exercise, timed: in a copy of the checkout one mechanism is copied under a new name, changed, registered and given
// a check, and is wrong in one way after the other. Every fault must be told by the types, a test or a command; then all is right.
// node scripts/exercise.mjs [--keep]   exit 0 when each fault was told and nothing is told at the end.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { root } from './prepare.mjs'

const LEFT_OUT = ['node_modules', 'dist', 'out', '.git', '.emit', 'coverage']
const NEW = 'src/system/farm/coffee-pest.ts'
const SCHEDULE = 'src/system/schedule.ts'
const folder = mkdtempSync(join(tmpdir(), 'vraem-exercise-'))
const at = (path) => join(folder, path)
const change = (path, from, to) => {
  const text = readFileSync(at(path), 'utf8')
  if (!text.includes(from))
    throw new Error(`${path} no longer holds "${from}": the exercise must be brought up to date`)
  writeFileSync(at(path), text.replace(from, to))
}
const add = (path, text) => writeFileSync(at(path), readFileSync(at(path), 'utf8') + text)

/** What a newcomer types. */
const node = (...words) => [process.execPath, words]
const vitest = (...tests) => node('node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', ...tests)
const COMMANDS = {
  types: node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'),
  headers: vitest('test/system/headers.test.ts'),
  gaps: vitest('test/report/description/gaps.test.ts'),
  patterns: vitest('test/lab/patterns.test.ts'),
  effect: vitest('test/system/switch-off.test.ts'),
  balance: vitest('test/system/conservation.test.ts', '-t', 'every account'),
  data: node('bin/vraem.mjs', 'data', 'check', '--lang', 'en'),
  compiler: node('bin/vraem.mjs', 'model', '--odd', '--lang', 'en', '--out', 'out/model.md'),
  parameters: node('scripts/parameters.mjs'),
}

/** Runs a command in the copy; gives its exit code, what it said, and the seconds it took. */
function run(name) {
  const [program, words] = COMMANDS[name]
  const env = {
    ...process.env,
    MECHANISM: 'coffee-pest',
    SEED: '1',
    RUNS: '10',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    CI: '1',
  }
  const from = performance.now()
  if (words[0].includes('vitest')) build()
  const done = spawnSync(program, words, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 27 })
  return { code: done.status ?? 1, said: `${done.stdout}${done.stderr}`, seconds: (performance.now() - from) / 1000 }
}

/** Tests that start workers run what was emitted last. */
const build = () => spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: folder, stdio: 'ignore' })

let missed = 0
let total = 0
/** One thing that a newcomer does, who should tell what about it, and whether it did. */
function step(title, doing, told) {
  process.stdout.write(`\n${title}\n`)
  doing()
  for (const [name, ...patterns] of told) {
    const { code, said, seconds } = run(name)
    total += seconds
    const lines = said.split('\n').map((line) => line.trim())
    const found = patterns.map((pattern) => lines.find((line) => pattern.test(line)))
    const good = patterns.length === 0 ? code === 0 : code !== 0 && !found.includes(undefined)
    if (!good) missed += 1
    process.stdout.write(
      `  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${good ? verdict(patterns) : 'MISSED'}\n`,
    )
    for (const line of found) if (line) process.stdout.write(`${' '.repeat(21)}${line.slice(0, 160)}\n`)
    if (!good) process.stdout.write(`${said.slice(-2000)}\n`)
  }
}
const verdict = (patterns) => (patterns.length === 0 ? 'nothing to say' : 'tells')

const HEADER = `export const coffeePestText: SystemMechanism = {
  id: 'coffee-pest',
  kind: 'rule',
  when: 'monthly',
  file: '${NEW}',
  rule: 'coffeePest',
  without: 'noPest',
  subsystems: ['S8'],
  says: 'Pests take a part of the bearing coffee every year.',
`
const PARAMETER = (unit) =>
  `coffee_pest_loss,legal_crops,${unit},0.02,0.05,0.1,triangular,judgement,,judgement,Share of bearing coffee that pests take\n`
const fileOf = (header, rule) => `import { quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

${HEADER}${header}}

/** What pests take from the coffee. */
export const coffeePest = rule(({ h, p, o }) => {
${rule}})

/** Without it no coffee is lost to pests. */
export const noPest = rule(() => {})
`
const NO_MONTHS = `  const lost = h.coffeeBearing * p.coffee_pest_loss * quantity(1, '1')
  h.coffeeBearing -= lost
  o.lostLegalHa += h.weight * h.here * lost
`
const GOOD_RULE = `  const lost = h.coffeeBearing * (p.coffee_pest_loss / quantity(12, 'month/yr')) * quantity(1, 'month')
  h.coffeeBearing -= lost
  o.lostLegalHa += h.weight * h.here * lost
`
const header = (claims, ignores, off) =>
  `  claims: ${claims},\n  ignores: ${ignores},\n  effect: { outcome: 'legal_crop_area/coffee', off: '${off}', atLeast: 0.01, years: [2004, 2006] },\n`
const GOOD_CLAIMS = "{ C0946: 'rust halved coffee in places' }"
const GOOD_IGNORES = "'Which pest it is, and what growers do against it.'"
const mechanism = (text) => writeFileSync(at(NEW), text)
const PATTERN = (claim) => `  - id: coffee-left
    number: 0
    role: V
    answer: history
    en: Coffee is still grown
    es: Todavía se cultiva café
    source: exercise
    claims:
      C0946: ${claim}
    tests:
      - {statistic: each, outcome: legal_crop_area/coffee, years: [2001, 2005], band: [1, 1000000]}
`

function exercise() {
  step('0  The checkout as it is', () => {}, [['types'], ['headers'], ['gaps']])
  step('1  A mechanism is copied under a new name', () => cpSync(at('src/system/farm/coca-stand.ts'), at(NEW)), [
    ['gaps', /the mechanism of src\/system\/farm\/coffee-pest\.ts is not in the list/],
  ])
  const register = () => {
    change(
      SCHEDULE,
      'import { contractText }',
      "import { coffeePestText } from './farm/coffee-pest.ts'\nimport { contractText }",
    )
    change(SCHEDULE, '  legalCropsText,\n', '  coffeePestText,\n  legalCropsText,\n')
  }
  step('2  It is registered before it has a name of its own', register, [
    ['types', /no exported member 'coffeePestText'|has no exported member named 'coffeePestText'/],
  ])
  const own = () => mechanism(readFileSync(at(NEW), 'utf8').replace('cocaStandText', 'coffeePestText'))
  step('3  … its object is renamed, its id, rule and file are not', own, [
    ['headers', /coca-stand: is in the schedule twice/],
  ])
  const begun = () => mechanism(fileOf('', '  h.coffeBearing -= h.coffeeBearing * p.coffee_pest_loss\n'))
  step(
    '4  Header and rule are begun: a column is misspelt, a parameter is not in the table, half the header is missing',
    begun,
    [['types', /claims, ignores, effect/, /coffeBearing/, /coffee_pest_loss/]],
  )
  const row = () => {
    add('data/parameters.csv', PARAMETER(''))
    mechanism(fileOf(header('{}', "''", 'lowers'), NO_MONTHS))
  }
  step('5  The parameter gets a row without a unit, the header empty grounds', row, [
    ['data', /parameters\.csv.*unit/],
    ['types', /coffee_pest_loss/],
  ])
  const unit = () => change('data/parameters.csv', PARAMETER(''), PARAMETER('1/yr'))
  step('6  The row gets its unit', unit, [
    ['data'],
    ['parameters'],
    ['types'],
    ['compiler', /^src\/system\/farm\/coffee-pest\.ts:\d+:\d+: subtracts ha and ha\/yr/],
  ])
  const rule = () => mechanism(fileOf(header('{}', "''", 'lowers'), GOOD_RULE))
  step('7  The rule has its units; grounds and the sentence on what it ignores are empty', rule, [
    ['compiler'],
    ['gaps', /coffee-pest\.ts: `claims` is empty/, /coffee-pest\.ts: `ignores` is no sentence/],
    ['headers', /coffee-pest says what it claims/],
  ])
  const grounds = () => mechanism(fileOf(header("{ C0946: 'rust' }", GOOD_IGNORES, 'lowers'), GOOD_RULE))
  step('8  A claim is cited in one word', grounds, [['gaps', /coffee-pest\.ts: C0946: five words/]])
  const wrongWay = () => mechanism(fileOf(header(GOOD_CLAIMS, GOOD_IGNORES, 'lowers'), GOOD_RULE))
  step('9  The effect is stated the wrong way round', wrongWay, [['gaps'], ['effect', /coffee-pest lowers/]])
  const leak = GOOD_RULE.replace(/ {2}o\.lostLegalHa.*\n/, '')
  const right = (text) => mechanism(fileOf(header(GOOD_CLAIMS, GOOD_IGNORES, 'raises'), text))
  step('10 The effect is right; what pests take vanishes from the accounts', () => right(leak), [
    ['effect'],
    ['balance', /legal/],
  ])
  step('11 A step forgets one of its reads', () => {
    right(GOOD_RULE)
    change('src/system/nature/climate.ts', "reads: ['district.rain', 'world.rain'", "reads: ['world.rain'")
  }, [['headers', /district\.rain/]])
  step('12 The lists are right again; the mechanism gets its check, which cites a claim in two words', () => {
    change('src/system/nature/climate.ts', "reads: ['world.rain'", "reads: ['district.rain', 'world.rain'")
    add('checks/household.yaml', PATTERN('coffee left'))
  }, [['patterns', /five words/]])
  step(
    '13 All is right',
    () => change('checks/household.yaml', 'C0946: coffee left', 'C0946: coffee outlives its worst years'),
    [['types'], ['data'], ['headers'], ['gaps'], ['effect'], ['balance'], ['patterns'], ['compiler']],
  )
  const described = readFileSync(at('out/model.md'), 'utf8').includes('#### `coffee-pest`')
  process.stdout.write(`\nThe description ${described ? 'has' : 'LACKS'} a section on it.\n`)
  if (!described) missed += 1
}

try {
  process.stdout.write(`The exercise runs in ${folder}\n`)
  const taken = (path) => !LEFT_OUT.includes(relative(root, path).split(/[\\/]/)[0])
  cpSync(root, folder, { recursive: true, filter: taken })
  symlinkSync(join(root, 'node_modules'), at('node_modules'), 'junction')
  build()
  exercise()
  process.stdout.write(
    `\n${missed === 0 ? 'Every fault was told' : `${missed} MISSED`}; ${total.toFixed(0)} s of checks.\n`,
  )
} finally {
  if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true, force: true })
}
process.exitCode = missed === 0 ? 0 : 1
