/** The households at the start, as every command that needs them makes them. */
import type { Facts } from '../system/model.ts'
import type { Shares } from '../valley/growers.ts'
import { type Synthesis, synthesise } from '../valley/population.ts'

/** Households drawn from the facts; grower types at the given (central) parameter values. */
export function populationOf(
  facts: Facts,
  values: Readonly<Record<string, number>>,
  options: { readonly sample: number; readonly seed: number },
): Synthesis {
  return synthesise(facts.valley, values as unknown as Shares, options)
}
