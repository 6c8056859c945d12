/** The households at the start, as every command that needs them makes them. */
import { setImmediate } from 'node:timers/promises'
import type { Facts } from '../system/model.ts'
import type { Shares } from '../valley/growers.ts'
import { type Synthesis, synthesise, synthesiseInTurns } from '../valley/population.ts'

export interface Draw {
  readonly sample: number
  readonly seed: number
}

/** Households drawn from the facts; grower types at the given (central) parameter values. */
export const populationOf = (facts: Facts, values: Readonly<Record<string, number>>, options: Draw): Synthesis =>
  synthesise(facts.valley, values as unknown as Shares, options)

/** Most milliseconds at a time. */
const TURN = 10

/** The same; signals and timers get their turn meanwhile. `go` is asked each time and may throw. */
export async function populationInTurns(
  facts: Facts,
  values: Readonly<Record<string, number>>,
  options: Draw,
  go: () => void,
): Promise<Synthesis> {
  const turns = synthesiseInTurns(facts.valley, values as unknown as Shares, options)
  for (let since = performance.now(); ; ) {
    const turn = turns.next()
    if (turn.done) return turn.value
    if (performance.now() - since < TURN) continue
    await setImmediate()
    go()
    since = performance.now()
  }
}
