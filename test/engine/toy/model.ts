// The toy model ready to run, on a valley of any size.
import { readFileSync } from 'node:fs'
import {
  buildMachine,
  createWorld,
  type MachineOptions,
  type Population,
  type Run,
  simulate,
  type Tables,
  type World,
  type WorldOptions,
} from '../../../src/engine/index.ts'
import { uniformOf } from '../../../src/language/index.ts'
import { mechanisms } from './mechanisms.ts'
import { central, params, state, type Toy } from './state.ts'

const files = ['test/engine/toy/rules.ts', 'src/language/std.ts']
export const FILES = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))

export const machineOf = (options: MachineOptions = {}, order = mechanisms) =>
  buildMachine(state, order, FILES, params, options)

/** n households spread unevenly over the districts; those in `empty` have none. Cohorts of very uneven size. */
export function population(n: number, districts: number, empty: readonly number[] = []): Population {
  const settled = Array.from({ length: districts }, (_, d) => d).filter((d) => !empty.includes(d))
  const u = (k: number, purpose: number) => uniformOf(k, 0, 99, purpose)
  const each = <T>(kind: { from(list: ArrayLike<number>): T }, value: (k: number) => number): T =>
    kind.from(Array.from({ length: n }, (_, k) => value(k)))
  return {
    id: each(Int32Array, (k) => (k * 7919) % 1_000_003),
    district: each(Uint16Array, (k) => settled[Math.floor(u(k, 0) ** 2 * settled.length)] ?? 0),
    cohort: each(Uint8Array, (k) => Math.floor(u(k, 1) * 12)),
    columns: {
      weight: each(Float32Array, (k) => 1 + Math.floor(3 * u(k, 2))),
      soil: each(Float32Array, (k) => 0.5 + u(k, 3)),
      land: each(Float32Array, (k) => 0.5 + 4 * u(k, 4)),
      cash: each(Float32Array, (k) => 100 * u(k, 5)),
      members: each(Uint8Array, (k) => 1 + Math.floor(6 * u(k, 6))),
      reviews: new Uint8Array(n),
    },
    vacant: { weight: 0 },
  }
}

export const tablesOf = (districts: number): Tables => ({
  districts,
  zones: 2,
  modes: 3,
  neighbours: Array.from({ length: districts }, (_, d) => [d - 1, d + 1].filter((n) => n >= 0 && n < districts)),
})

export const worldOf = (n = 700, districts = 6, machine = machineOf(), options: WorldOptions = {}): World<Toy> =>
  createWorld(machine, population(n, districts), tablesOf(districts), options)

export function start({ district, zone, valley }: Toy): void {
  for (const row of district) Object.assign(row, { area: 10, rain: 1, price: 5 + 0.1 * row.index, mood: 0 })
  for (const row of zone) row.pull = 1
  valley.stock = 0
}

export const run: Run<Toy> = {
  params: central,
  lever: (month) => ({ push: month % 24 === 3 ? 0.01 : 0 }),
  world: () => ({ price: 6 }),
  seed: 42,
  months: 24,
  start,
}

/** Runs and tells the state by its hash. */
export function hashAfter(world: World<Toy>, change: Partial<Run<Toy>> = {}): string {
  simulate(world, { ...run, ...change })
  return world.hash()
}
