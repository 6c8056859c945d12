import { expect, test } from 'vitest'
import { coverage } from '../../src/evidence/ledger/coverage.ts'
import { reconcile } from '../../src/evidence/ledger/reconcile.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { shippedFiles } from './files.ts'

/** What the shipped ledger promises. That it is sound is in package.test.ts; that the model's citations are, in test/system. */

const pack = loadPackage(shippedFiles())
const { ledger } = pack
const found = coverage(ledger, pack)

test('claims of all five documents and of sources beyond them', () => {
  expect(ledger.claims.length).toBeGreaterThan(600)
  const sources = new Set(ledger.claims.map(({ source }) => source))
  for (const document of ['000', '001', '002', '003', '004']) expect(sources).toContain(document)
  expect(sources.size).toBeGreaterThan(5)
})

test('no two of one document say the same at one place, and no id leads nowhere', () => {
  expect(found).toMatchObject({ duplicates: 0, dangling: 0 })
})

test('every sentence that holds something has a claim or a reason', () => {
  expect(found.sentences.map(({ source }) => source)).toEqual(['000', '001', '002', '003', '004'])
  for (const { source, open, holding, claimed } of found.sentences) {
    expect(open, source).toEqual([])
    expect(claimed / holding, source).toBeGreaterThan(0.3)
  }
})

test('45 contradictions or more, each with a reason', () => {
  expect(found.contradictions.all).toBeGreaterThanOrEqual(45)
})

test('parameters rest on claims or say judgement', () => {
  expect(found.parameters.unlinked).toEqual([])
  expect(found.parameters.claimed.length + found.parameters.judgement.length).toBe(found.parameters.all)
  expect(pack.descriptor?.resources.find(({ name }) => name === 'parameters')?.grounded).toBe(true)
})

test('every observation has a source, and every series a subject', () => {
  expect(ledger.observations.filter(({ source }) => source === '').map(({ locator }) => locator)).toEqual([])
  expect(found.unsorted).toEqual([])
})

test('claims are told in Spanish too', () => {
  expect(ledger.claims.filter(({ paraphrase }) => paraphrase.es === '').map(({ id }) => id)).toEqual([])
})

test('the survey of coca and what repeats it are one voice a year', () => {
  const [valley] = reconcile(ledger, { subject: 'coca_area', place: 'VRAEM', from: 2010, to: 2020 }).places
  const many = valley?.byYear.filter(({ voices }) => voices > 1).map(({ of }) => of.en)
  expect(many).toEqual([])
})

test('no lab reading stands as a figure of a source: what is derived says so, what only has a sign has no figure', () => {
  const own = ledger.claims.filter(({ attributedTo }) => attributedTo.includes('VRAEM Lab'))
  expect(own.filter(({ flags }) => !flags.includes('derived')).map(({ id }) => id)).toEqual([])
  for (const name of ['title_coca_odds', 'power_access_coca_odds', 'extreme_poverty_coca_odds'])
    expect(found.parameters.signOnly).toContain(name)
})
