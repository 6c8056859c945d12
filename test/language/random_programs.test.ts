// Random programs over the whole language, with hostile values: kernel = oracle in every bit (any NaN equals any NaN).
// PROGRAMS=2000 SEED=7 npx vitest run test/language/random_programs.test.ts
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/language/index.ts'
import { ruleFile } from './fixture/files.ts'
import { decl, program } from './fixture/programs.ts'
import { disagreement } from './fixture/trial.ts'

const numRuns = Number(process.env.PROGRAMS ?? 250)
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
const LARGEST = 4000 // nodes

test('kernel and oracle agree on random programs', { timeout: 60 * numRuns + 60_000 }, () => {
  let compared = 0
  const agree = fc.property(program, fc.integer(), (body, start) => {
    const files = ruleFile(body)
    const { bytes, kernels } = compile(files, { run: ['x'] }, decl)
    fc.pre((kernels.run?.graph.nodes.length ?? 0) < LARGEST)
    expect(disagreement(files, bytes, start, { most: 40, share: 0.15 })).toBeUndefined()
    compared++
  })
  fc.assert(agree, { numRuns, ...seed })
  expect(compared).toBeGreaterThanOrEqual(numRuns)
})
