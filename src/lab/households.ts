// What an ensemble of the valley's own model needs to make its world: table sizes, and households whose kinds are drawn anew.
import type { Tables } from '../engine/index.ts'
import { type Facts, model } from '../system/model.ts'
import { growerTypes, type Shares } from '../valley/growers.ts'
import type { Synthesis } from '../valley/population.ts'
import type { ContextInput } from './member.ts'
import type { Frame } from './model.ts'

/** Rows of each table of the valley. */
export const tablesOf = (facts: Facts, frame: Frame): Tables => ({
  districts: frame.districts.length,
  zones: frame.zones.length,
  modes: model.outcomes.mode_share.parts.length,
  neighbours: facts.valley.districts.map(({ neighbours }) => neighbours),
})

/** Who never grows and who cannot be deterred are uncertain shares: each draw has its own. */
export function growersOf(population: Synthesis): NonNullable<ContextInput['prepare']> {
  const types = new Uint8Array(population.typeDraw.length)
  return (world, p) => {
    growerTypes(population, p as unknown as Shares, types)
    const grower = world.household.grower
    if (grower === undefined) return
    const { slotOf } = world.placement
    for (let k = 0; k < types.length; k++) grower[slotOf[k] as number] = types[k] as number
  }
}
