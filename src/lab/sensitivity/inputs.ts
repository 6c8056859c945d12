// What a sensitivity analysis turns: parameters and switches, over their priors or over what the past left of them.
import { quantile } from '../../engine/quantiles.ts'
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import { type Parameter, quantile as priorQuantile } from '../../evidence/parameters.ts'
import { unknownsOf } from '../calibrate/trial.ts'
import { namesIn } from '../contested/questions.ts'
import { type DrawList, uniformFor } from '../draws.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'

export interface Input {
  /** Of a parameter; `switch_<name>` of a switch. */
  readonly name: string
  readonly kind: 'parameter' | 'switch'
  /** Subsystem of the parameter table; `mechanisms in dispute` for switches. */
  readonly subsystem: string
  readonly unit: string
  /** Values at the 5th and 95th part of the range that was turned; of a switch none. */
  readonly low?: number
  readonly high?: number
  readonly options?: readonly string[]
  /** Contradictions of the ledger whose sides stand for values of it. */
  readonly contradictions: readonly string[]
}

export const RIVALS = 'rival mechanisms'

/** From the place in the range turned, in (0, 1), to the quantile of the prior that a draw is given. */
export type Turn = (u: number) => number

export interface Turned {
  readonly inputs: readonly Input[]
  readonly turns: readonly Turn[]
}

export interface TurnedOf {
  readonly parameters: readonly Parameter[]
  readonly switches: Readonly<Record<string, Choice>>
  readonly contradictions: readonly Contradiction[]
  /** Draws whose marginal ranges are turned over; priors where absent, and for what was never fitted. */
  readonly posterior?: DrawList | undefined
}

/** All parameters and switches that may be other than they are. */
export function turnedOf({ parameters, switches, contradictions, posterior }: TurnedOf): Turned {
  const behind = new Map<string, string[]>()
  for (const one of contradictions)
    for (const name of namesIn(one)) behind.set(name, [...(behind.get(name) ?? []), one.id])
  const flat = new Set(posterior?.fitted?.flat)
  const known = new Map(parameters.map((one) => [one.name, one]))
  const names = unknownsOf(parameters, switches)
  const turns = names.map((name) => turnFor(name, posterior))
  const inputs = names.map((name, k): Input => {
    const parameter = known.get(name)
    const common = { name, contradictions: behind.get(name) ?? [] }
    if (parameter === undefined) {
      const options = optionsOf(switches[name.slice('switch_'.length)] as Choice)
      return { ...common, kind: 'switch', subsystem: RIVALS, unit: '', options }
    }
    const prior = flat.has(name) ? { ...parameter, distribution: 'uniform' as const } : parameter
    const at = (u: number) => priorQuantile(prior, (turns[k] as Turn)(u))
    const { subsystem, unit } = parameter
    return { ...common, kind: 'parameter', subsystem, unit, low: at(0.05), high: at(0.95) }
  })
  return { inputs, turns }
}

function turnFor(name: string, posterior: DrawList | undefined): Turn {
  const column = posterior?.fitted?.unknowns.indexOf(name) ?? -1
  if (column < 0) return (u) => u
  const sorted = Float64Array.from(posterior?.fitted?.rows ?? [], (row) => row[column] as number).sort()
  return (u) => quantile(sorted, u)
}

/** The inputs of these names, in this order. */
export function picked({ inputs, turns }: Turned, names: readonly string[]): Turned {
  const places = names.map((name) => inputs.findIndex((one) => one.name === name)).filter((place) => place >= 0)
  return {
    inputs: places.map((place) => inputs[place] as Input),
    turns: places.map((place) => turns[place] as Turn),
  }
}

/** A run that is wanted: the draw at a place of the base list, with inputs turned. NaN: as the draw has it. */
export interface Wanted {
  readonly place: number
  readonly u: ArrayLike<number>
}

const EDGE = 1e-5
const inside = (u: number): number => Math.min(1 - EDGE, Math.max(EDGE, u))

/** The wanted runs as a list of draws. Everything that is not turned is as in the base draw, its chance and shocks too. */
export function listOfWanted(wanted: readonly Wanted[], { inputs, turns }: Turned, base: DrawList): DrawList {
  const fitted = base.fitted
  const columns = new Map(fitted?.unknowns.map((name, k) => [name, k]))
  const own = inputs.map(({ name }) => name)
  const rest = (fitted?.unknowns ?? []).filter((name) => !own.includes(name))
  const shocks = fitted?.shocks ?? []
  const rows = wanted.map(({ place, u }) => {
    const row = fitted?.rows[place]
    const draw = base.indices[place] as number
    const asDrawn = (name: string): number => {
      const column = columns.get(name)
      return (column === undefined ? undefined : row?.[column]) ?? uniformFor(name, draw, base.seed)
    }
    return [
      ...own.map((name, k) => {
        const at = u[k] as number
        return inside(Number.isNaN(at) ? asDrawn(name) : (turns[k] as Turn)(at))
      }),
      ...rest.map(asDrawn),
      ...shocks.map((_, k) => row?.[columns.size + k] ?? 0),
    ]
  })
  return {
    kind: base.kind,
    seed: base.seed,
    indices: wanted.map(({ place }) => base.indices[place] as number),
    note: base.note,
    fitted: {
      unknowns: [...own, ...rest],
      shocks,
      flat: fitted?.flat ?? [],
      rows,
      weights: wanted.map(() => 1 / wanted.length),
    },
  }
}
