// Random scenarios and draws for property tests.
import fc from 'fast-check'
import { quantile } from '../../src/evidence/parameters.ts'
import { type LeverValues, levers } from '../../src/system/levers.ts'
import type { ParameterValues } from '../../src/system/parameters.ts'
import { switches } from '../../src/system/switches.ts'
import { worldChoices } from '../../src/system/world.ts'
import { lab, type Trial, tables } from './trial.ts'

/** Mostly inside, often at an end. */
const share = fc.oneof({ weight: 3, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, fc.constantFrom(0, 1))

/** Parameter values at random quantiles of their priors, and random switches. */
const anyDraw: fc.Arbitrary<Partial<ParameterValues>> = fc
  .tuple(
    fc.array(share, { minLength: lab.pack.parameters.length, maxLength: lab.pack.parameters.length }),
    fc.tuple(...Object.values(switches).map(({ options }) => fc.nat(options.length - 1))),
  )
  .map(([quantiles, options]) => ({
    ...Object.fromEntries(lab.pack.parameters.map((one, k) => [one.name, quantile(one, quantiles[k] ?? 0.5)])),
    ...Object.fromEntries(Object.keys(switches).map((name, k) => [`switch_${name}`, options[k] ?? 0])),
  })) as fc.Arbitrary<Partial<ParameterValues>>

const anyChoices: fc.Arbitrary<Record<string, string>> = fc.record(
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
const anyPolicy = (months: number): fc.Arbitrary<(month: number) => LeverValues> =>
  fc.array(fc.tuple(fc.nat(months), anyPackage), { minLength: 2, maxLength: 3 }).map((steps) => {
    const sorted = [...steps].sort((a, b) => a[0] - b[0])
    return (month: number) => {
      const due = sorted.filter(([from]) => from <= month).at(-1) ?? sorted[0]
      return (due as (typeof sorted)[number])[1]
    }
  })

/** Any policy in any world under any draw and seed, for 60 months or more. */
export const anyTrial = (months: number): fc.Arbitrary<Trial> =>
  fc
    .record({
      months: fc.integer({ min: 60, max: months }),
      p: anyDraw,
      choices: anyChoices,
      policy: anyPolicy(months),
      seed: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    })
    // hundreds of numbers: a failure is found again by its seed
    .map((trial) => Object.assign(trial, { [fc.toStringMethod]: () => `trial of seed ${trial.seed}` }))
