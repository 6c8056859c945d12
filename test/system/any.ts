// Random scenarios and draws for property tests.
import fc from 'fast-check'
import { quantile } from '../../src/evidence/parameters.ts'
import { type LeverValues, levers } from '../../src/system/levers.ts'
import type { ParameterValues } from '../../src/system/parameters.ts'
import { switches } from '../../src/system/switches.ts'
import { worldChoices } from '../../src/system/world.ts'
import { lab, tables } from './trial.ts'

/** Mostly inside, often at an end. */
const share = fc.oneof({ weight: 3, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constantFrom(0, 1))

/** Parameter values at random quantiles of their priors, and random switches. */
export const anyDraw: fc.Arbitrary<Partial<ParameterValues>> = fc
  .tuple(
    fc.array(share, { minLength: lab.pack.parameters.length, maxLength: lab.pack.parameters.length }),
    fc.tuple(...Object.values(switches).map(({ options }) => fc.nat(options.length - 1))),
  )
  .map(([quantiles, options]) => ({
    ...Object.fromEntries(lab.pack.parameters.map((one, k) => [one.name, quantile(one, quantiles[k] ?? 0.5)])),
    ...Object.fromEntries(Object.keys(switches).map((name, k) => [`switch_${name}`, options[k] ?? 0])),
  })) as fc.Arbitrary<Partial<ParameterValues>>

export const anyChoices: fc.Arbitrary<Record<string, string>> = fc.record(
  Object.fromEntries(
    Object.entries(worldChoices).map(([name, { options }]) => [name, fc.constantFrom(...Object.keys(options))]),
  ),
) as fc.Arbitrary<Record<string, string>>

/** Values of every lever at random quantiles of its range; places: all, or a random set of districts. */
const anyPackage: fc.Arbitrary<LeverValues> = fc.record(
  Object.fromEntries(
    Object.entries(levers).map(([name, { fields, places }]) => [
      name,
      fc
        .tuple(
          fc.array(share, { minLength: 8, maxLength: 8 }),
          places
            ? fc.oneof(
                fc.constant(new Array<number>(tables.districts).fill(1)),
                fc.array(fc.constantFrom(0, 1), { minLength: tables.districts, maxLength: tables.districts }),
              )
            : fc.constant(new Array<number>(tables.districts).fill(1)),
        )
        .map(([values, where]) => ({
          ...Object.fromEntries(
            Object.entries(fields).map(([field, { low, high, words }], k) => {
              const value = low + (high - low) * (values[k] ?? 0)
              return [field, words ? Math.round(value) : value]
            }),
          ),
          where: Float64Array.from(where),
        })),
    ]),
  ),
) as unknown as fc.Arbitrary<LeverValues>

/** Two or three packages of levers, one after the other at random dates. */
export const anyPolicy = (months: number): fc.Arbitrary<(month: number) => LeverValues> =>
  fc.array(fc.tuple(fc.nat(months), anyPackage), { minLength: 2, maxLength: 3 }).map((steps) => {
    const sorted = [...steps].sort((a, b) => a[0] - b[0])
    return (month: number) => {
      const due = sorted.filter(([from]) => from <= month).at(-1) ?? sorted[0]
      return (due as (typeof sorted)[number])[1]
    }
  })

export const anySeed = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
