/**
 * `npm test`: lint, type check, every test; the last line is `N passed, N failed`, where the lint and the type check count
 * as one each. Arguments go to vitest (`npm test -- test/house`).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrepareError, prepare, root } from './prepare.mjs'
import { spawnOpenly } from './spawn.mjs'

const packages = join(root, 'node_modules')

try {
  await prepare({ web: true })
} catch (error) {
  if (!(error instanceof PrepareError)) throw error
  finish({ passed: 0, failed: 1 }, `${error.message}\n`)
}
if (process.exitCode === undefined) {
  const checks = [
    await check('lint', join(packages, '@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings', '.']),
    await check('types', join(packages, 'typescript', 'bin', 'tsc'), ['-p', 'tsconfig.json']),
    await tests(process.argv.slice(2)),
  ]
  finish({ passed: sum(checks.map((c) => c.passed)), failed: sum(checks.map((c) => c.failed)) })
}

async function check(name, script, args) {
  const code = await spawnOpenly(process.execPath, [script, ...args], root)
  process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'failed'}\n`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function tests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'vraem-test-'))
  const file = join(folder, 'result.json')
  const vitest = join(packages, 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await spawnOpenly(process.execPath, [vitest, 'run', ...reporters, ...args], root)
  const counted = count(file)
  rmSync(folder, { recursive: true, force: true })
  // A run that ends badly without a failed test (a crash, an unhandled rejection) is a failure too.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function count(file) {
  let result
  try {
    result = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0 }
  }
  // A file that cannot even be loaded has no tests in it; it counts as one failure.
  const broken = result.testResults.filter((f) => f.status === 'failed' && !f.assertionResults.some(hasFailed)).length
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken }
}

function hasFailed(assertion) {
  return assertion.status === 'failed'
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

function finish({ passed, failed }, words = '') {
  process.stdout.write(`${words}${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
