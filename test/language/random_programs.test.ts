// Random programs over the whole language, with hostile values: kernel = oracle in every bit (any NaN equals any NaN).
// PROGRAMS=2000 SEED=7 npx vitest run test/language/random_programs.test.ts
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, oracle } from '../../src/language/index.ts'
import { ruleFile } from './fixture/files.ts'
import { decl, hostile, program } from './fixture/programs.ts'
import { difference, numbers, World } from './fixture/world.ts'

const numRuns = Number(process.env.PROGRAMS ?? 250)
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
const LARGEST = 4000 // nodes

test('kernel and oracle agree on random programs', { timeout: 60 * numRuns + 60_000 }, () => {
  let compared = 0
  const agree = fc.property(program, fc.integer(), (body, start) => {
    const files = ruleFile(body)
    const { bytes, kernels } = compile(files, { run: ['x'] }, decl)
    fc.pre((kernels.run?.graph.nodes.length ?? 0) < LARGEST)
    const rnd = numbers(start)
    const n = 1 + Math.floor(rnd() * 40)
    const world = new World(decl, n)
    world.fill(() => (rnd() < 0.15 ? (hostile[Math.floor(rnd() * hostile.length)] ?? 0) : rnd() * 40 - 10))
    world.district.set([rnd() * 3, rnd() * 3])
    const run = {
      lo: 4 * Math.floor((rnd() * n) / 4),
      hi: n,
      month: Math.floor(rnd() * 2048),
      seed: (rnd() * 2 ** 32) | 0,
    }
    const other = world.copy()
    world.run(world.kernels(bytes).run, run.lo, run.hi, run.month, run.seed)
    oracle(files, ['x'], decl)({ ...other, ...run })
    expect(difference(world, other)).toBeUndefined()
    compared++
  })
  fc.assert(agree, { numRuns, ...seed })
  expect(compared).toBeGreaterThanOrEqual(numRuns)
})
