import { describe, expect, test } from 'vitest'
import { readRule, readWeights, writtenRule } from '../../../src/lab/discover/rule.ts'

const known = ['poverty_rate', 'deaths', 'deaths/civilian']

describe('rules of failing', () => {
  test.each(['poverty_rate>0.3', 'poverty_rate<0.3', 'regret:deaths', 'worse:deaths/civilian'])('%s', (text) => {
    const read = readRule(text, known)
    expect('failing' in read && writtenRule(read.failing)).toBe(text)
  })

  test.each([
    ['povrty_rate>0.3', /there is no outcome/],
    ['poverty_rate=0.3', /not a rule/],
    ['poverty_rate>1.2.3', /not a rule/],
    ['better:deaths', /not a rule/],
    ['', /not a rule/],
  ])('%s is told', (text, what) => {
    const read = readRule(text, known)
    expect('fault' in read && read.fault.what).toMatch(what)
  })
})

test('weights: all mistakes at once', () => {
  expect(readWeights('deaths=3, poverty_rate=0.5', known)).toEqual({
    weights: { deaths: 3, poverty_rate: 0.5 },
    faults: [],
  })
  expect(readWeights('deaths=-1,poverty=2,x', known).faults.map(({ what }) => what)).toEqual([
    '"deaths=-1" is not a weight',
    'there is no outcome "poverty"',
    '"x" is not a weight',
  ])
})
