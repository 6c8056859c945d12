// The valley made larger: more households in each district, or the same districts again and again, as the engine needs them.
import { createWorld, type Population, simulate, type World } from '../src/engine/index.ts'
import { resolveAll } from '../src/host/laboratory.ts'
import { populationOf } from '../src/host/population.ts'
import { runSeed } from '../src/lab/draws.ts'
import { policyOf } from '../src/lab/policy.ts'
import type { Resolved } from '../src/lab/scenario/types.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import { type Facts, model } from '../src/system/model.ts'
import type { Bench } from './valley.ts'

export interface Larger {
  readonly world: World<SystemMoment>
  readonly households: number
  /** Runs the baseline at central parameters from the start to before month `months`. */
  run(months: number): void
}

/**
 * households: each household of the sample so many times, with weights that add up to the same. districts: the whole valley so
 * many times, neighbours within each copy; prices and policy stay those of one valley of that size.
 */
export function larger(
  { lab, central, machine }: Bench,
  { sample, households = 1, districts = 1 }: { sample: number; households?: number; districts?: number },
): Larger {
  const valley = populationOf(lab.facts, central, { sample, seed: 1 })
  const count = lab.frame.districts.length
  const population = repeated(valley, households * districts, (k) => Math.floor(k / households) * count, 1 / households)
  const facts = districts === 1 ? lab.facts : wider(lab.facts, districts)
  const world = createWorld(machine, population, {
    districts: facts.valley.districts.length,
    zones: lab.frame.zones.length,
    modes: model.outcomes.mode_share.parts.length,
    neighbours: facts.valley.districts.map(({ neighbours }) => neighbours),
  })
  const [baseline] = resolveAll(lab, ['baseline'], 'bench') as [Resolved]
  const policy = policyOf(districts === 1 ? baseline : reachingAll(baseline, districts))
  const seed = runSeed(1, 0)
  return {
    world,
    households: population.id.length,
    run: (months) =>
      simulate(world, {
        params: central,
        lever: (month) => policy.at(month),
        world: model.makeWorld(facts, central, {}, seed),
        seed,
        months,
        start: (moment) => model.start(moment, facts),
      }),
  }
}

/** Copy k of a household lives `shift(k)` districts further on. */
function repeated(one: Population, times: number, shift: (k: number) => number, weight: number): Population {
  const n = one.id.length
  const last = one.id.reduce((a, b) => Math.max(a, b), 0) + 1
  const copies = <A extends Float32Array | Uint8Array | Uint8ClampedArray | Uint16Array | Int32Array>(
    from: A,
    value = (old: number, _: number): number => old,
  ): A => {
    const to = new (from.constructor as new (length: number) => A)(n * times)
    for (let k = 0; k < times; k++) for (let i = 0; i < n; i++) to[k * n + i] = value(from[i] as number, k)
    return to
  }
  const columns = Object.entries(one.columns).map(([name, cells]) => [
    name,
    copies(cells, name === 'weight' ? (old) => old * weight : undefined),
  ])
  return {
    columns: Object.fromEntries(columns),
    id: copies(one.id, (id, k) => id + k * last),
    district: copies(one.district, (d, k) => d + shift(k)),
    cohort: copies(one.cohort),
    ...(one.vacant ? { vacant: one.vacant } : {}),
  }
}

function wider(facts: Facts, times: number): Facts {
  const { districts } = facts.valley
  const again = <T>(list: readonly T[]): T[] => Array.from({ length: times }, () => list).flat()
  return {
    ...facts,
    rain: again(facts.rain),
    incidents: again(facts.incidents),
    hours2024: again(facts.hours2024),
    valley: {
      ...facts.valley,
      districts: again(districts).map((one, index) => {
        const first = index - one.index
        return { ...one, index, neighbours: one.neighbours.map((neighbour) => neighbour + first) }
      }),
    },
  }
}

/** The levers of a scenario in every copy of the districts. */
function reachingAll(scenario: Resolved, times: number): Resolved {
  const levers = Object.entries(scenario.levers).map(([name, lever]) => {
    const masks = lever.masks.map((mask) =>
      Float64Array.from({ length: times * mask.length }, (_, d) => mask[d % mask.length] as number),
    )
    return [name, { ...lever, masks }]
  })
  return { ...scenario, levers: Object.fromEntries(levers) }
}
