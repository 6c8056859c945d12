// Draws of the uncertain: draw i of a parameter is a function of the seed, the parameter's name and i, and of nothing else.
import { sha256Hex } from '../engine/hash.ts'
import { type Parameter, quantile } from '../evidence/parameters.ts'
import { philox2x32 } from '../language/draws.ts'
import type { Words } from './results.ts'
import { type Choice, optionsOf } from './scenario/types.ts'

/** Which draws an ensemble runs, and how they were chosen. Written as data/draws/*.json. */
export interface DrawList {
  readonly kind: 'prior' | 'screened' | 'posterior'
  readonly seed: number
  readonly indices: readonly number[]
  readonly note: Words
  /** Draws tried to find these. */
  readonly tried?: number
  /** Patterns a draw had to meet, with what was asked of each. */
  readonly criteria?: readonly string[]
  /** Hash of the parameters and the model for which the list was made. */
  readonly madeFor?: string
  /** What calibration found, draw by draw; everything else of a draw is keyed by its number, as in the priors. */
  readonly fitted?: Fitted
}

/** Rows of a posterior. */
export interface Fitted {
  /** Parameters, and switches as `switch_<name>`, whose quantiles the rows give. */
  readonly unknowns: readonly string[]
  /** Yearly shocks, as `mood 2005`, whose standard normal numbers follow in the rows. */
  readonly shocks: readonly string[]
  /** Parameters whose prior is flat over its range. */
  readonly flat: readonly string[]
  /** By draw, in the order of `indices`. */
  readonly rows: readonly (readonly number[])[]
  /** By draw; they add up to one. */
  readonly weights: readonly number[]
}

/** What is given of one draw: quantiles of priors and yearly shocks by name. */
export interface Given {
  readonly u: Readonly<Record<string, number>>
  readonly shocks: Readonly<Record<string, number>>
  readonly flat: readonly string[]
}

/** What a list gives of the draw at `place` in it; undefined where draws are keyed by their number alone. */
export function givenAt({ fitted }: DrawList, place: number): Given | undefined {
  const row = fitted?.rows[place]
  if (fitted === undefined || row === undefined) return undefined
  const { unknowns, shocks, flat } = fitted
  const from = unknowns.length
  return {
    u: Object.fromEntries(unknowns.map((name, k) => [name, row[k] as number])),
    shocks: Object.fromEntries(shocks.map((name, k) => [name, row[from + k] as number])),
    flat,
  }
}

/** SHA-256 of what a list runs: seed and numbers, and the rows of a posterior. */
export const hashOfDraws = ({ seed, indices, fitted }: DrawList): string =>
  sha256Hex(JSON.stringify(fitted === undefined ? [seed, indices] : [seed, indices, fitted]))

/** The first `count` draws of the priors, unscreened. */
export const priorDraws = (seed: number, count: number): DrawList => ({
  kind: 'prior',
  seed,
  indices: Array.from({ length: count }, (_, i) => i),
  note: { en: 'Draws from the priors, not screened.', es: 'Muestras de las distribuciones previas, sin filtrar.' },
})

/** The first `count` of a list; the whole list when it has fewer. */
export const firstDraws = (list: DrawList, count: number): DrawList => drawsWhere(list, (place) => place < count)

/** The draws at some places of a list, in their order. */
export const drawsWhere = (list: DrawList, wanted: (place: number) => boolean): DrawList => ({
  ...list,
  indices: list.indices.filter((_, place) => wanted(place)),
  ...(list.fitted && { fitted: rowsWhere(list.fitted, wanted) }),
})

function rowsWhere(fitted: Fitted, wanted: (place: number) => boolean): Fitted {
  const weights = fitted.weights.filter((_, place) => wanted(place))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    ...fitted,
    rows: fitted.rows.filter((_, place) => wanted(place)),
    weights: weights.map((weight) => weight / total),
  }
}

/** FNV-1a over the UTF-16 units of a name: 32 bits that stay the same whatever is added beside it. */
export function nameKey(name: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < name.length; k++) hash = Math.imul(hash ^ name.charCodeAt(k), 0x01000193)
  return hash >>> 0
}

/** Uniform in (0, 1), one of 2^32 values, for draw `index` of what is called `name`. */
export function uniformFor(name: string, index: number, seed: number): number {
  const [word] = philox2x32(index, nameKey(name), seed)
  return (word + 0.5) * 2 ** -32
}

/** Seed of the model's own chance in draw `index`: the same for every scenario, so that differences are paired. */
export const runSeed = (seed: number, index: number): number => philox2x32(index, nameKey('run seed'), seed)[1] | 0

/**
 * Parameter values of one draw, in the units of the parameters, and `switch_<name>` with the place of the option in its
 * declaration. `fixed` names options that a scenario fixes; every other switch is drawn with equal chances, or keeps its
 * default where it is only asked for. A fixed switch changes no other value. `given`: quantiles that are known take the place
 * of drawn ones.
 */
export function drawValues(
  index: number,
  seed: number,
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
  fixed: Readonly<Record<string, string>> = {},
  given?: Given,
): Record<string, number> {
  const values: Record<string, number> = {}
  const u = (name: string): number => given?.u[name] ?? uniformFor(name, index, seed)
  for (const parameter of parameters) {
    const prior = given?.flat.includes(parameter.name) ? { ...parameter, distribution: 'uniform' as const } : parameter
    values[parameter.name] = quantile(prior, u(parameter.name))
  }
  for (const [name, choice] of Object.entries(switches)) {
    const options = optionsOf(choice)
    const drawn = choice.asked ? options.indexOf(choice.default) : Math.floor(u(`switch_${name}`) * options.length)
    const chosen = fixed[name]
    values[`switch_${name}`] = chosen === undefined ? drawn : options.indexOf(chosen)
  }
  return values
}

/** Central values and default options: what a run without uncertainty uses. */
export function centralValues(
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
): Record<string, number> {
  const values: Record<string, number> = Object.fromEntries(parameters.map(({ name, central }) => [name, central]))
  for (const [name, choice] of Object.entries(switches))
    values[`switch_${name}`] = optionsOf(choice).indexOf(choice.default)
  return values
}
