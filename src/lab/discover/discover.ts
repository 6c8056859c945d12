// Scenario discovery: in which futures does a package fail? A box in few dimensions, how well it stands, and a tree as a check.
import { drawsOf } from '../../engine/draws.ts'
import { quantiles } from '../../engine/quantiles.ts'
import { usableOf } from '../decide/usable.ts'
import type { Study, Told } from '../study/table.ts'
import { cart, type Leaf } from './cart.ts'
import { AIMS, atLeast, type ChosenBox, findBox } from './choice.ts'
import { type Failing, failingIn } from './failing.ts'
import type { PrimOptions } from './prim.ts'
import { type Box, type Dimension, type Fit, fitOf, insideOf, overlapOf, type Space, spaceOf } from './space.ts'

/** A restriction with the words of its dimension. */
export interface Limit extends Told {
  readonly dimension: string
  readonly unit?: string
  readonly low?: number
  readonly high?: number
  /** Options that stay, and how many there are. */
  readonly options?: readonly ({ readonly name: string } & Told)[]
  readonly of?: number
}

export interface FoundBox extends Fit {
  readonly limits: readonly (Limit & {
    readonly quasiP: number
    /** Share of the reruns whose box restricts this dimension. */
    readonly again: number
  })[]
}

export interface Discovery {
  readonly policy: string
  readonly failing: Failing
  readonly futures: { readonly asked: number; readonly kept: number; readonly failed: number; readonly fails: number }
  /**
   * `box` one that stands; `weak` one that stands but misses an aim (coverage 0.6, density 0.75, found again in 8 of 10 halves);
   * `none` nothing better than chance; `never`, `always`, `few`: too few futures fail, or pass, to look for a box.
   */
  readonly verdict: 'box' | 'weak' | 'none' | 'never' | 'always' | 'few' | 'unknown'
  readonly box?: FoundBox
  /** What the boxes of half of the draws do in the other half: middle density there, beside the share that fails at all. */
  readonly elsewhere?: { readonly density: number; readonly base: number; readonly chance: number }
  /** Share of the halves whose box covers mostly the same futures. */
  readonly again?: number
  readonly trajectory?: readonly (Fit & { readonly dimensions: number })[]
  readonly tree?: Fit & {
    readonly leaves: readonly (Fit & { readonly limits: readonly Limit[] })[]
    /** Futures in both box and tree, of those in either. */
    readonly overlap?: number
  }
}

export interface DiscoverOptions extends PrimOptions {
  /** Name of the package. */
  readonly policy: string
  readonly failing: Failing
  readonly seed?: number
  /** Halves of the draws in which a box is looked for again. */
  readonly reruns?: number
}

/** Failing, and passing, futures without which nothing is looked for. */
const FEW = 15
const AGAIN = 0.8
const middle = (values: readonly number[]): number => quantiles(values, [0.5])[0] as number

export function discover(study: Study, options: DiscoverOptions): Discovery {
  const { policy, failing, seed = 1, reruns = 20 } = options
  const { draws } = study
  const usable = usableOf(study)
  const { kept, failed } = usable
  const fails = failingIn(
    usable,
    study.policies.findIndex(({ name }) => name === policy),
    failing,
  )
  const count = fails?.reduce((sum, one) => sum + one, 0) ?? 0
  const said = {
    policy,
    failing,
    futures: { asked: study.futures, kept: kept.length, failed, fails: count },
  }
  if (fails === undefined) return { ...said, verdict: 'unknown' }
  if (count === 0) return { ...said, verdict: 'never' }
  if (count === kept.length) return { ...said, verdict: 'always' }
  if (count < FEW || kept.length - count < FEW) return { ...said, verdict: 'few' }
  const space = spaceOf(study, kept)
  const prim = { ...options, least: options.least ?? leastOf(count, kept.length) }
  const { steps, chosen } = findBox(space, fails, prim)
  const blocks = draws && Array.from(kept, (f) => draws[f] as number)
  const halves = halvesOf(kept.length, reruns, seed, blocks).map((half) => inHalf(space, fails, half, prim, chosen))
  const tree = cart(space, fails)
  const trajectory = steps.map(({ box, ...fit }) => ({ ...fit, dimensions: box.length }))
  const elsewhere = {
    density: middle(halves.map(({ density }) => density)),
    base: count / kept.length,
    chance: middle(halves.map(({ chance }) => chance)),
  }
  const inside = chosen && insideOf(space, chosen.box)
  const shown = {
    ...fitOf(tree.inside, fails),
    leaves: tree.leaves.map((leaf) => leafOf(space, leaf, fails)),
    ...(inside === undefined ? {} : { overlap: overlapOf(inside, tree.inside) }),
  }
  if (chosen === undefined || !(elsewhere.chance < 0.05))
    return { ...said, verdict: 'none', elsewhere, trajectory, tree: shown }
  const again = halves.filter(({ same }) => same).length / halves.length
  const reached = chosen.coverage >= AIMS.coverage && chosen.density >= AIMS.density && again >= AGAIN
  return {
    ...said,
    verdict: reached ? 'box' : 'weak',
    box: {
      coverage: chosen.coverage,
      density: chosen.density,
      mass: chosen.mass,
      limits: chosen.box.map((restriction, at) => ({
        ...limitOf(space, restriction),
        quasiP: chosen.quasiP[at] as number,
        again: halves.filter(({ dimensions }) => dimensions.includes(restriction.dimension)).length / halves.length,
      })),
    },
    elsewhere,
    again,
    trajectory,
    tree: shown,
  }
}

/** Rare failing needs smaller boxes than the usual twentieth of all futures. */
const leastOf = (fails: number, count: number): number => Math.max(FEW / count, Math.min(0.05, fails / count / 2))

/** 1 for futures in the first half, by rerun; futures of one draw are never parted. */
function halvesOf(count: number, reruns: number, seed: number, draws?: readonly number[]): Uint8Array[] {
  const names = [...new Set(draws ?? Array.from({ length: count }, (_, f) => f))]
  const chance = drawsOf(['half'])
  chance.seed = seed
  return Array.from({ length: reruns }, (_, rerun) => {
    const keys = names.map((name, k) => ({ name, key: chance.uniform('half', k, rerun) }))
    keys.sort((a, b) => a.key - b.key)
    const first = new Set(keys.slice(0, Math.ceil(names.length / 2)).map(({ name }) => name))
    return Uint8Array.from({ length: count }, (_, f) => (first.has(draws?.[f] ?? f) ? 1 : 0))
  })
}

/** The box of one half: its dimensions, whether it is the whole's, and what it does in the other half. */
function inHalf(
  space: Space,
  fails: Uint8Array,
  half: Uint8Array,
  prim: PrimOptions,
  whole: ChosenBox | undefined,
): { density: number; chance: number; same: boolean; dimensions: number[] } {
  const places = [...half.keys()].filter((f) => half[f] === 1)
  const part: Space = {
    count: places.length,
    dimensions: space.dimensions.map((one) => ({
      ...one,
      values: Float64Array.from(places, (f) => one.values[f] as number),
    })),
  }
  const failsHere = Uint8Array.from(places, (f) => fails[f] as number)
  const found = findBox(part, failsHere, prim).chosen
  const inside = insideOf(space, found?.box ?? [])
  let base = 0
  let others = 0
  let held = 0
  let caught = 0
  for (let f = 0; f < space.count; f++) {
    if (half[f] === 1) continue
    others++
    base += fails[f] as number
    held += inside[f] as number
    caught += (inside[f] as number) * (fails[f] as number)
  }
  const share = base / Math.max(1, others)
  return {
    density: held === 0 ? share : caught / held,
    chance: found === undefined || held === 0 ? 1 : atLeast(caught, held, share),
    same: whole !== undefined && found !== undefined && overlapOf(inside, insideOf(space, whole.box)) >= 0.5,
    dimensions: (found?.box ?? []).map(({ dimension }) => dimension),
  }
}

const leafOf = (space: Space, { box }: Leaf, fails: Uint8Array): Fit & { limits: readonly Limit[] } => ({
  ...fitOf(insideOf(space, box), fails),
  limits: box.map((restriction) => limitOf(space, restriction)),
})

function limitOf({ dimensions }: Space, { dimension, low, high, options }: Box[number]): Limit {
  const { name, en, es, unit, options: all } = dimensions[dimension] as Dimension
  return {
    dimension: name,
    en,
    es,
    ...(unit === undefined ? {} : { unit }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(options === undefined || all === undefined
      ? {}
      : { options: options.flatMap((option) => all[option] ?? []), of: all.length }),
  }
}
