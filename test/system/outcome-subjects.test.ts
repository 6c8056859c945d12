import { expect, it } from 'vitest'
import { coverage } from '../../src/evidence/ledger/coverage.ts'
import { outcomeSubjects } from '../../src/system/outcome-subjects.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { laboratory } from './valley.ts'

const { ledger } = laboratory.pack

it('every outcome is spoken of by subjects that the ledger has', () => {
  const unknown = Object.values(outcomeSubjects)
    .flat()
    .filter((subject) => !ledger.subjects.has(subject))
  expect(unknown).toEqual([])
})

it('each outcome of the contract is a row with claims and origins', () => {
  const found = coverage(ledger, laboratory.pack, outcomeSubjects).outcomes
  expect(found.map(({ outcome }) => outcome)).toEqual(Object.keys(outcomes))
  for (const { outcome, claims, observations, origins } of found) {
    expect(claims + observations, outcome).toBeGreaterThan(0)
    expect(origins.length, outcome).toBeGreaterThan(0)
  }
})
