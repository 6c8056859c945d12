import { describe, expect, test } from 'vitest'
import { readWishes } from '../../../src/lab/decide/thresholds.ts'

const known = ['poverty_rate', 'deaths']
const read = (text: string) => readWishes(text, 'wishes.yaml', known)

describe('the file of thresholds', () => {
  test('thresholds and weights', () => {
    expect(read('thresholds:\n  poverty_rate: {at_most: 0.3}\nweights: {deaths: 3, poverty_rate: 0}\n')).toEqual({
      problems: [],
      wishes: { thresholds: [{ outcome: 'poverty_rate', at_most: 0.3 }], weights: { deaths: 3 } },
    })
  })

  test('every mistake at once, each with its line and field', () => {
    const text = 'thresholds:\n  povrty_rate: {at_most: 0.3}\n  deaths: {at_most: many}\nweigths: {deaths: 1}\n'
    expect(read(text).problems.map(({ line, field }) => [line, field])).toEqual(
      expect.arrayContaining([
        [2, 'thresholds.povrty_rate'],
        [3, 'thresholds.deaths.at_most'],
        [4, 'weigths'],
      ]),
    )
    expect(read(text).wishes).toBeUndefined()
  })

  test.each([
    ['thresholds: {deaths: {}}', 'thresholds.deaths'],
    ['thresholds: {deaths: {at_most: 1, at_least: 2}}', 'thresholds.deaths'],
    ['weights: {deaths: 0}', 'weights'],
    ['weights: {deaths: -1}', 'weights.deaths'],
    ['thresholds: {deaths: {at_most: .nan}}', 'thresholds.deaths.at_most'],
    ['thresholds:', 'thresholds'],
    ['{}', ''],
    ['- a', 'file'],
  ])('%s is told', (text, field) => {
    const { problems, wishes } = read(text)
    expect(wishes).toBeUndefined()
    expect(problems.map((problem) => problem.field)).toContain(field)
  })
})
