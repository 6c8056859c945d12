// Nothing comes from nowhere: leaf, product, people, land, crops and money, over random scenarios, draws and seeds.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTrial } from './any.ts'
import { audit } from './audits.ts'
import { unknownNames } from './bounds.ts'
import { people, run, valleySum, worldOf } from './trial.ts'

const world = worldOf(people(200))
const RUNS = Number(process.env.RUNS ?? 30)

test('every account balances, everything fits, nothing is negative', { timeout: 10_000 * RUNS }, () => {
  expect(unknownNames()).toEqual([])
  fc.assert(
    fc.property(anyTrial(120), (trial) => {
      const books = audit(world)
      run(world, { ...trial, onMonth: books.month })
      expect(books.wrong).toEqual([])
    }),
    // shrinking a whole run of the valley takes longer than reading what is wrong
    { numRuns: RUNS, seed: Number(process.env.SEED ?? 2000), endOnFailure: true },
  )
})

test('the books are not empty: coca, contracts, moves, eradication and debts all occur', { timeout: 60_000 }, () => {
  const land = { plantedFrontierHa: 0, clearedLegalHa: 0, settledHa: 0, takenLegalHa: 0, leftLandHa: 0 }
  const coca = { uprootedHa: 0, replantedHa: 0, givenUpHa: 0, contractDroppedHa: 0, abandonedHa: 0 }
  const money = { grantPen: 0, farmWagePen: 0, unpaidPen: 0, broughtPen: 0, takenAwayPen: 0, transferIncomePen: 0 }
  const all: Record<string, number> = { ...land, ...coca, ...money }
  for (const trial of fc.sample(anyTrial(120), { numRuns: 20, seed: 5 })) {
    run(world, {
      ...trial,
      onMonth: (moment) => {
        for (const name of Object.keys(all))
          all[name] = (all[name] ?? 0) + valleySum(moment, (d) => d.sum[name as 'grantPen'])
      },
    })
  }
  expect(Object.entries(all).filter(([, value]) => !(value > 0))).toEqual([])
})
