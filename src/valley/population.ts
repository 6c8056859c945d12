import type { Population } from '../engine/blocks.ts'
import type { HouseholdColumns } from './columns.ts'
import type { Valley } from './district.ts'
import { growerTypes, type Shares, type TypeDraws } from './growers.ts'
import { type Whole, wholePopulation } from './households.ts'
import { sampleOf } from './sample.ts'

/** The households at the start: what the engine needs, and what the grower types are read from. */
export interface Synthesis extends Population, TypeDraws {
  readonly columns: HouseholdColumns
  /** The sample is one in so many. */
  readonly sample: number
  readonly seed: number
}

const SAMPLES = { least: 1, most: 200 }

/** The full population of a valley is made once; only the last seed is kept. */
const made = new WeakMap<Valley, { seed: number; whole: Whole }>()

/** The full population, from memory where it was made before with this seed. */
function* wholeInTurns(valley: Valley, seed: number): Generator<void, Whole> {
  const known = made.get(valley)
  if (known?.seed === seed) return known.whole
  const whole = yield* wholePopulation(valley, seed)
  made.set(valley, { seed, whole })
  return whole
}

function ended<T>(turns: Generator<void, T>): T {
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

/**
 * The households of the valley in January 2000, or a sample of one in `sample` of them (a whole number 1 … 200). A household has
 * the same id in every sample of a seed. By district a sample keeps, through weights, the numbers of growers, other farms, town households
 * and vacant slots, adults, children, land, coca, cacao, coffee and food of the full population. The columns are shared
 * between calls: not to be written to. Throws RangeError for a sample outside its range.
 */
export const synthesise = (
  valley: Valley,
  shares: Shares,
  options: { sample?: number; seed?: number } = {},
): Synthesis => ended(synthesiseInTurns(valley, shares, options))

/** The same, pausing after each district: some milliseconds of work at a time. */
export function* synthesiseInTurns(
  valley: Valley,
  shares: Shares,
  { sample = 1, seed = 1 }: { sample?: number; seed?: number } = {},
): Generator<void, Synthesis> {
  if (!Number.isInteger(sample) || sample < SAMPLES.least || sample > SAMPLES.most) {
    throw new RangeError(`sample must be a whole number from ${SAMPLES.least} to ${SAMPLES.most}, not ${sample}`)
  }
  const whole = yield* wholeInTurns(valley, seed)
  if (sample === 1) {
    const id = Int32Array.from({ length: whole.cohort.length }, (_, k) => k)
    return finish({ ...whole, id, sample, seed }, shares)
  }
  const { chosen, columns } = yield* sampleOf(whole, sample)
  return finish(
    {
      columns,
      id: chosen,
      district: Uint16Array.from(chosen, (k) => whole.district[k] as number),
      cohort: Uint8Array.from(chosen, (k) => whole.cohort[k] as number),
      typeDraw: Float32Array.from(chosen, (k) => whole.typeDraw[k] as number),
      holder: Uint8Array.from(chosen, (k) => whole.holder[k] as number),
      holderShare: whole.holderShare,
      sample,
      seed,
    },
    shares,
  )
}

const finish = (parts: Omit<Synthesis, 'vacant'>, shares: Shares): Synthesis => ({
  columns: { ...parts.columns, grower: growerTypes(parts, shares) },
  id: parts.id,
  district: parts.district,
  cohort: parts.cohort,
  typeDraw: parts.typeDraw,
  holder: parts.holder,
  holderShare: parts.holderShare,
  sample: parts.sample,
  seed: parts.seed,
  vacant: { weight: 0, here: 0 },
})

/** The same households with the grower types of other shares. */
export const retype = (population: Synthesis, shares: Shares): Synthesis => ({
  ...population,
  columns: { ...population.columns, grower: growerTypes(population, shares) },
})
