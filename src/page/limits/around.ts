// What the report's own list of limits needs to know, from the facts that the page carries.
import type { Cell, Surroundings } from '../../report/input.ts'
import type { PackedFacts } from '../works/packed.ts'

/** Districts by number and grade only: nothing is drawn from them here. */
export function aroundOf({ districts, unverified, draws }: PackedFacts): Surroundings {
  const cells = Array.from(
    { length: districts },
    (_, k): Cell => ({
      ubigeo: '',
      name: '',
      grade: k < unverified ? 'C' : 'A',
      rings: [],
    }),
  )
  return { draws, geography: { cells, rivers: [], roads: [], towns: [] } }
}
