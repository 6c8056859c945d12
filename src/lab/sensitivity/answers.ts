// From runs to figures: outcomes by run, then effects, indices and curves of them.
import { deviation, mean, quantiles } from '../../engine/quantiles.ts'
import { chanceOf } from '../calibrate/chance.ts'
import { diagnose, emulator } from '../calibrate/emulator.ts'
import { overYears, waysOf } from '../compare.ts'
import type { Collector } from '../ensemble.ts'
import type { Input } from './inputs.ts'
import { elementaryEffects, type Trajectory } from './morris.ts'
import type { Answered, Curve, CurvesAnswer, Grouping, MorrisAnswer, SobolAnswer } from './result.ts'
import { groupedDesign, type SaltelliDesign, sobolIndices } from './sobol.ts'

/** An outcome as level or difference, with its value in each run. */
export interface Runs extends Answered {
  readonly values: Float64Array
}

/** Levels under the first scenario, and differences of the second to it where there is one. */
export function runsOf(collector: Collector, outcomes: readonly string[]): Runs[] {
  const { plan, cells } = collector
  const span = plan.scenarios[0]?.card.span ?? { from: plan.selection.years[0], to: plan.selection.years[1] }
  return outcomes.flatMap((outcome): Runs[] => {
    const line = cells.lines.find((one) => one.outcome === outcome && !one.monthly && one.shownIn.includes('default'))
    if (line === undefined) throw new RangeError(`the runs did not keep ${outcome}`)
    const [how = 'mean'] = waysOf(line)
    const of = (scenario: number) => overYears(collector, scenario, line, span.from, span.to, how)
    const level = of(0)
    const common = { outcome, unit: line.unit, how, from: span.from, to: span.to }
    const levels: Runs = { ...common, what: 'level', values: level }
    if (plan.scenarios.length < 2) return [levels]
    const other = of(1)
    return [levels, { ...common, what: 'difference', values: other.map((v, k) => v - (level[k] as number)) }]
  })
}

/** Hands out the next so many values. */
function inTurn(values: Float64Array): (count: number) => Float64Array {
  let at = 0
  return (count) => {
    at += count
    return values.subarray(at - count, at)
  }
}

const answered = ({ values: _, ...rest }: Runs): Answered => rest

/** Elementary effects of each input. `runs`: point after point of one trajectory after the other. */
export function morrisAnswer(
  runs: Runs,
  trajectories: readonly Trajectory[],
  inputs: readonly Input[],
  groupings: readonly Grouping[],
): MorrisAnswer {
  const { values } = runs
  const next = inTurn(values)
  const byPath = trajectories.map(({ points }) => next(points.length))
  const rows = elementaryEffects(trajectories, byPath)
    .map(({ mu, muStar, sigma, error }, k) => ({
      input: inputs[k]?.name ?? '',
      mu,
      mu_star: muStar,
      sigma,
      error,
      clear: muStar > 2 * error && muStar > 0,
    }))
    .sort((a, b) => b.mu_star - a.mu_star)
  const total = rows.reduce((sum, row) => sum + row.mu_star ** 2, 0)
  const groups = groupings
    .map(({ by, group, names }) => {
      const own = rows.filter(({ input }) => names.includes(input))
      const squares = own.reduce((sum, row) => sum + row.mu_star ** 2, 0)
      return { by, group, share: total > 0 ? squares / total : 0, names: own.slice(0, 3).map(({ input }) => input) }
    })
    .sort((a, b) => b.share - a.share)
  return { ...answered(runs), spread: deviation(values), rows, groups }
}

/** Rows of a design run by run: A, B, then A with each group from B. */
export const pointsOf = ({ a, b, mixed }: SaltelliDesign): Float64Array[] => [...a, ...b, ...mixed.flat()]

const ownOf = (inputs: readonly Input[], groupings: readonly Grouping[]): number[][] => [
  ...inputs.map((_, k) => [k]),
  ...groupings.map(({ names }) => inputs.flatMap(({ name }, k) => (names.includes(name) ? [k] : []))),
]

/** Inputs alone, then groups, as a design of n rows. */
export const designFor = (n: number, inputs: readonly Input[], groupings: readonly Grouping[], seed: number) =>
  groupedDesign(n, inputs.length, ownOf(inputs, groupings), chanceOf(seed, 'saltelli'))

/** Indices from the model's own runs of a design. */
export function sobolOnModel(
  runs: Runs,
  n: number,
  inputs: readonly Input[],
  groupings: readonly Grouping[],
  seed: number,
): SobolAnswer {
  const part = (k: number) => runs.values.subarray(k * n, (k + 1) * n)
  const all = inputs.length + groupings.length
  const values = { a: part(0), b: part(1), mixed: Array.from({ length: all }, (_, k) => part(k + 2)) }
  return withIndices(runs, values, inputs, groupings, seed, { on: 'model' })
}

/** Rows of the design on an emulator: they cost nothing. */
const EMULATED = 1024
/** An emulator that explains less of the runs than this speaks of too little of them. */
export const EXPLAINS = 0.5

/** Indices from an emulator of runs at `points`, with its error: what it does not explain is chance and all other unknowns. */
export function sobolOnEmulator(
  runs: Runs,
  points: readonly Float64Array[],
  inputs: readonly Input[],
  groupings: readonly Grouping[],
  seed: number,
): SobolAnswer {
  const observed = Array.from(runs.values)
  const design = designFor(EMULATED, inputs, groupings, seed)
  if (deviation(observed) === 0) {
    const none = { a: [0, 0], b: [0, 0], mixed: design.mixed.map(() => [0, 0]) }
    return withIndices(runs, none, inputs, groupings, seed, { on: 'emulator' })
  }
  const made = emulator(points, observed)
  const { withinTwo, relativeError } = diagnose(made, observed)
  const explained = Math.max(0, 1 - relativeError ** 2)
  const at = (rows: readonly Float64Array[]) => Float64Array.from(rows, (u) => made.expect(u))
  const values = { a: at(design.a), b: at(design.b), mixed: design.mixed.map(at) }
  return withIndices(runs, values, inputs, groupings, seed, {
    on: 'emulator',
    emulator: { withinTwo, relativeError, explained, bad: explained < EXPLAINS },
  })
}

function withIndices(
  runs: Runs,
  values: Parameters<typeof sobolIndices>[0],
  inputs: readonly Input[],
  groupings: readonly Grouping[],
  seed: number,
  rest: Pick<SobolAnswer, 'on' | 'emulator'>,
): SobolAnswer {
  const indices = sobolIndices(values, chanceOf(seed, 'bootstrap'), RESAMPLES)
  const rows = inputs.map(({ name }, k) => ({ input: name, ...(indices[k] as (typeof indices)[number]) }))
  const groups = groupings.map(({ by, group }, k) => ({
    by,
    group,
    ...(indices[inputs.length + k] as (typeof indices)[number]),
  }))
  return {
    ...answered(runs),
    ...rest,
    spread: deviation(runs.values),
    rows: rows.sort((a, b) => b.total.value - a.total.value),
    groups: groups.sort((a, b) => b.total.value - a.total.value),
  }
}
const RESAMPLES = 100

/** Places at which an input is looked at, one after the other; by option for a switch. */
export const PLACES = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95] as const
export const placesOf = ({ options }: Input): readonly number[] =>
  options === undefined ? PLACES : options.map((_, k) => (k + 0.5) / options.length)

/** Curves of each input. `runs`: input after input, place after place, draw after draw. */
export function curvesAnswer(
  runs: Runs,
  inputs: readonly Input[],
  draws: number,
  valueAt: (input: number, u: number) => number,
): CurvesAnswer {
  const next = inTurn(runs.values)
  const rows = inputs.map((input, k): Curve => {
    const points = placesOf(input).map((u, place) => {
      const own = next(draws)
      const [p10 = 0, p90 = 0] = quantiles(own, [0.1, 0.9])
      return { u, at: input.options?.[place] ?? valueAt(k, u), mean: mean(own), p10, p90 }
    })
    const means = points.map((point) => point.mean)
    return { input: input.name, points, swing: Math.max(...means) - Math.min(...means) }
  })
  return { ...answered(runs), rows: rows.sort((a, b) => b.swing - a.swing) }
}
