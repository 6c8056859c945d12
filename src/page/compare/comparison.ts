// What is compared: a reference, up to three packages, the world they all meet, and how many simulations.
import { type Draft, preset, TODAY } from './draft.ts'

export interface Comparison {
  /** Name of a shipped scenario. */
  readonly reference: string
  readonly packages: readonly Draft[]
  /** Choices about the outside world; the same for the reference and every package. */
  readonly world: Readonly<Record<string, string>>
  readonly draws: number
}

/** As many as the command line takes when nothing is said. */
export const DRAWS = 64
export const FIRST_PRESET = 'cacao-first'

export const initial: Comparison = { reference: TODAY, packages: [preset(FIRST_PRESET)], world: {}, draws: DRAWS }

export const letterOf = (place: number): string => 'ABC'.charAt(place)

export const withPackage = (all: Comparison, place: number, draft: Draft): Comparison => ({
  ...all,
  packages: all.packages.map((one, k) => (k === place ? draft : one)),
})
