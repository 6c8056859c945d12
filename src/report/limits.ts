// What the reader must know before using a number. The same lines stand under the table and in the report.
import { FEW } from './certainty.ts'
import { number } from './format.ts'
import type { Surroundings, Words } from './input.ts'
import { each, say } from './words.ts'

/** Years the fit never sees. */
export const HOLDOUT: readonly [from: number, to: number] = [2019, 2024]
/** Residents of the districts inside the outline, census of 2017. */
export const PEOPLE = 590_000
/** Districts simulated, and those graded C, where no geography is handed over. */
const DISTRICTS = { all: 95, unverified: 37 }

export function districtsOf(around: Surroundings): { all: number; unverified: number } {
  const cells = around.geography?.cells
  if (!cells || cells.length === 0) return DISTRICTS
  return { all: cells.length, unverified: cells.filter(({ grade }) => grade === 'C').length }
}

export function place(around: Surroundings): Words {
  return say('place', { districts: districtsOf(around).all, people: each((l) => number(PEOPLE, 0, l)) })
}

export function limits(around: Surroundings, draws: number): readonly Words[] {
  const { all, unverified } = districtsOf(around)
  return [
    say('limit_compare'),
    ...(draws < FEW ? [say('limit_few', { n: draws })] : []),
    around.draws ?? say('limit_priors'),
    say('limit_skill', { holdout: HOLDOUT.join('–') }),
    say('limit_scope', { districts: all }),
    say('limit_membership', { unverified, districts: all }),
    say('limit_percent'),
    say('limit_cost'),
    say('limit_harm'),
  ]
}
