import { describe, expect, it } from 'vitest'
import { laboratory, model } from './valley.ts'

const { ledger, parameters } = laboratory.pack

describe('what a side of a contradiction stands for in the model', () => {
  const sides = ledger.contradictions.flatMap(({ id, sides }) =>
    sides.flatMap(({ side, standsFor }) => (standsFor === undefined ? [] : [{ at: `${id}${side}`, ...standsFor }])),
  )

  it('is something the model has', () => {
    const switches: Readonly<Record<string, { readonly options: readonly string[] }>> = model.switches
    const mechanisms = new Set(model.mechanisms.map(({ id }) => id))
    const strange = sides.filter(({ kind, target, option }) => {
      if (kind === 'parameter') return !(target in model.parameters)
      if (kind === 'switch') return !switches[target]?.options.includes(option ?? '')
      return !mechanisms.has(target) || (option !== 'on' && option !== 'off')
    })
    expect(strange).toEqual([])
    expect(sides.length).toBeGreaterThan(40)
  })

  it('lies inside the prior of the parameter', () => {
    const priors = new Map(parameters.map((one) => [one.name, one]))
    const outside = sides.filter(({ kind, target, low, high }) => {
      const prior = priors.get(target)
      return kind === 'parameter' && prior && ((low ?? prior.low) < prior.low || (high ?? prior.high) > prior.high)
    })
    expect(outside.map(({ at }) => at)).toEqual([])
  })
})
