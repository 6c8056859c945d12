// Which box of the trajectory to show: few dimensions, each of which pulls its weight, much coverage, much density.
import jStat from 'jstat'
import { type PrimOptions, type PrimStep, paste, peel } from './prim.ts'
import { relevant } from './relevance.ts'
import { type Box, type Fit, fitOf, insideOf, type Space, within } from './space.ts'

/** What a box that explains failure should reach, and the most dimensions that people keep in mind. */
export const AIMS = { coverage: 0.6, density: 0.75, dimensions: 4 } as const
/** A restriction as good as this by chance is none. */
export const QUASI_P = 0.05

/** Uncertainties that are peeled among. */
const LOOKED_AT = 10
/** Boxes that are pasted, best first: pasting is the dear part. */
const PASTED = 4

export interface ChosenBox extends Fit {
  readonly box: Box
  /** By restriction: how likely its density is to arise by chance from the box without it. */
  readonly quasiP: readonly number[]
}

/**
 * By restriction, the chance to find as many failing futures among as many as the box holds, were they drawn from the box
 * without that restriction (binomial). Descriptive: the box was looked for, so the numbers flatter.
 */
export function quasiPs({ count, dimensions }: Space, fails: Uint8Array, box: Box): number[] {
  // how many restrictions a future violates, and which was the last: the box without one holds those that violate it alone
  const broken = new Uint8Array(count)
  const which = new Int16Array(count)
  box.forEach((restriction, at) => {
    const values = dimensions[restriction.dimension]?.values as Float64Array
    for (let f = 0; f < count; f++) {
      if (within(values[f] as number, restriction)) continue
      broken[f] = (broken[f] as number) + 1
      which[f] = at
    }
  })
  let held = 0
  let caught = 0
  const more = new Float64Array(box.length)
  const failing = new Float64Array(box.length)
  for (let f = 0; f < count; f++) {
    if (broken[f] === 0) {
      held++
      caught += fails[f] as number
    } else if (broken[f] === 1) {
      const at = which[f] as number
      more[at] = (more[at] as number) + 1
      failing[at] = (failing[at] as number) + (fails[f] as number)
    }
  }
  return box.map((_, at) => {
    const share = (caught + (failing[at] as number)) / Math.max(1, held + (more[at] as number))
    return more[at] === 0 ? 1 : atLeast(caught, held, share)
  })
}

/** Chance of at least k successes in n. */
export function atLeast(k: number, n: number, share: number): number {
  if (k <= 0 || share >= 1) return 1
  return share <= 0 ? 0 : jStat.ibeta(share, k, n - k + 1)
}

/** What looking for a box brings: the first trajectory, and the box that people can use best. */
export interface Found {
  readonly steps: readonly PrimStep[]
  readonly chosen?: ChosenBox
}

/**
 * Peels among the uncertainties that go with failing most clearly; then again among a few of them, by what the first trajectory
 * leaned on; cuts each box down to restrictions that count, and pastes the best.
 */
export function findBox(space: Space, fails: Uint8Array, options: PrimOptions): Found {
  const near = relevant(space, fails, LOOKED_AT)
  const steps = peelAmong(space, fails, near, options)
  const sets = new Map<string, readonly number[]>()
  const add = (set: readonly number[]) => set.length > 0 && sets.set([...set].sort((a, b) => a - b).join(), set)
  for (let most = 1; most <= AIMS.dimensions; most++) add(near.slice(0, most))
  for (const { box } of steps) {
    const chances = quasiPs(space, fails, box)
    const order = box.map((_, at) => at).sort((a, b) => (chances[a] as number) - (chances[b] as number))
    add(order.slice(0, AIMS.dimensions).map((at) => box[at]?.dimension as number))
  }
  const boxes = new Map<string, Box>()
  for (const set of sets.values())
    for (const { box } of peelAmong(space, fails, set, options)) {
      const left = strongest(space, fails, box)
      if (left.length > 0) boxes.set(JSON.stringify(left), left)
    }
  const plain = [...boxes.values()].map((box) => chosenOf(space, fails, box))
  const first = plain.sort((a, b) => useOf(b) - useOf(a)).slice(0, PASTED)
  const pasted = first.map(({ box }) => strongest(space, fails, paste(space, fails, box)))
  const found = [...first, ...pasted.filter((box) => box.length > 0).map((box) => chosenOf(space, fails, box))]
  const [chosen] = found.sort((a, b) => useOf(b) - useOf(a))
  return chosen === undefined ? { steps } : { steps, chosen }
}

/** The trajectory among some dimensions, told in the places of all. */
function peelAmong(space: Space, fails: Uint8Array, among: readonly number[], options: PrimOptions): PrimStep[] {
  const dimensions = among.map((k) => space.dimensions[k] as Space['dimensions'][number])
  return peel({ ...space, dimensions }, fails, options).map((step) => ({
    ...step,
    box: step.box.map((one) => ({ ...one, dimension: among[one.dimension] as number })),
  }))
}

const chosenOf = (space: Space, fails: Uint8Array, box: Box): ChosenBox => ({
  box,
  quasiP: quasiPs(space, fails, box),
  ...fitOf(insideOf(space, box), fails),
})

/** Drops restrictions, the one most likely by chance first, until few are left and each of them counts. */
function strongest(space: Space, fails: Uint8Array, box: Box): Box {
  let now = box
  while (now.length > 0) {
    const chances = quasiPs(space, fails, now)
    const weakest = chances.indexOf(Math.max(...chances))
    const fits = now.length <= AIMS.dimensions
    if (fits && (chances[weakest] as number) <= QUASI_P) return now
    // with many to drop, all that are plainly chance go at once
    const most = now.length - AIMS.dimensions
    const order = chances.map((_, at) => at).sort((a, b) => (chances[b] as number) - (chances[a] as number))
    const gone = most > 4 ? order.slice(0, Math.ceil(most / 2)) : [weakest]
    now = now.filter((_, at) => !gone.includes(at))
  }
  return now
}

/** How near it comes to the aim that it misses most; then coverage and density in harmony, less for each dimension. */
function useOf({ coverage, density, box }: ChosenBox): number {
  const reached = Math.min(1, coverage / AIMS.coverage, density / AIMS.density)
  const harmony = (2 * coverage * density) / Math.max(1e-9, coverage + density)
  return reached + 0.3 * harmony - 0.02 * box.length
}
