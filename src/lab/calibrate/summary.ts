// What a calibration found, for people: what each unknown is now, what is not known of it, and how far each target is missed.
import { quantiles } from '../../engine/quantiles.ts'
import { type Parameter, quantile } from '../../evidence/parameters.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'
import type { FitResult } from './fit.ts'
import type { Influence } from './screening.ts'
import type { CalibrationTarget } from './targets.ts'
import { scores } from './task.ts'

export interface Marginal {
  readonly name: string
  readonly unit: string
  /** In the unit; of a switch the places of its options. */
  readonly prior: Band
  readonly posterior: Band
  /** Standard deviation now over that of the prior, as normal scores. */
  readonly contraction: number
  readonly identified: boolean
  /** The target on which it acts most, and by how many of its standard deviations over its whole range. */
  readonly acts: { readonly target: string; readonly effect: number }
}
export interface Band {
  readonly p05: number
  readonly p50: number
  readonly p95: number
}
export interface Met extends Band {
  readonly id: string
  readonly value: number
  readonly sd: number
  readonly shape: boolean
  /** (median − target) / sd. */
  readonly miss: number
}
export interface FitSummary {
  readonly marginals: readonly Marginal[]
  /** Shocks of the past: median and band by name, standard normal before the fit. */
  readonly shocks: readonly (Band & { readonly name: string; readonly contraction: number })[]
  /** Pairs of unknowns that the data tie together. */
  readonly correlations: readonly { readonly a: string; readonly b: string; readonly r: number }[]
  readonly notIdentified: readonly string[]
  /** Narrower than this counts as known: unknowns that stand for nothing came out no narrower. */
  readonly threshold: number
  readonly targets: readonly Met[]
  readonly districtSd: number
  readonly volumeLeft: number
  readonly nothingLeft: FitResult['nothingLeft']
  /** Every unknown that was looked at, by what it does to the targets. */
  readonly influences: readonly { readonly name: string; readonly weight: number }[]
}

const CLEAR = 0.5
/** Of some hundred members the spread of anything comes out up to a tenth narrower by chance. */
const CLEARLY = 0.9
const bandOf = (values: ArrayLike<number>): Band => {
  const [p05 = 0, p50 = 0, p95 = 0] = quantiles(values, [0.05, 0.5, 0.95]).map((v) => Number(v.toPrecision(5)))
  return { p05, p50, p95 }
}

export function summaryOf(
  result: FitResult,
  targets: readonly CalibrationTarget[],
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
  flat: readonly string[],
): FitSummary {
  const { members, chosen, contraction, yardstick, influences } = result
  const threshold = Math.min(CLEARLY, ...yardstick)
  const byName = new Map(parameters.map((one) => [one.name, one]))
  const inUnit = (name: string) => {
    const parameter = byName.get(name)
    if (parameter)
      return (u: number) => quantile(flat.includes(name) ? { ...parameter, distribution: 'uniform' } : parameter, u)
    const options = optionsOf(switches[name.replace(/^switch_/, '')] as Choice).length
    return (u: number) => Math.floor(u * options)
  }
  const marginals = chosen.map((name): Marginal => {
    const of = inUnit(name)
    const acts = influences.find((one) => one.name === name)?.most ?? { target: '', effect: 0 }
    return {
      name,
      unit: byName.get(name)?.unit ?? '',
      prior: { p05: of(0.05), p50: of(0.5), p95: of(0.95) },
      posterior: bandOf(members.map(({ trial }) => of(trial.given.u[name] as number))),
      contraction: contraction[name] as number,
      identified: (contraction[name] as number) < threshold,
      acts,
    }
  })
  const shocks = Object.keys(members[0]?.trial.given.shocks ?? {}).map((name) => ({
    name,
    ...bandOf(members.map(({ trial }) => trial.given.shocks[name] as number)),
    contraction: contraction[name] as number,
  }))
  return {
    marginals,
    shocks,
    correlations: correlationsOf(result),
    notIdentified: marginals.flatMap(({ name, identified }) => (identified ? [] : [name])),
    threshold,
    targets: targets.map(({ id, value, sd, shape }, k) => {
      const band = bandOf(members.map(({ answers }) => answers[k] as number))
      return { id, value, sd, shape: shape === true, ...band, miss: (band.p50 - value) / sd }
    }),
    districtSd: result.districtSd,
    volumeLeft: result.waves.at(-1)?.volume ?? 1,
    nothingLeft: result.nothingLeft,
    influences: influences.map(({ name, weight }) => ({ name, weight: Number(weight.toPrecision(3)) })),
  }
}

function correlationsOf({ members, chosen }: FitResult): { a: string; b: string; r: number }[] {
  const columns = chosen.map((name) => {
    const z = scores(members.map(({ trial }) => trial.given.u[name] as number))
    const centre = z.reduce((sum, v) => sum + v, 0) / z.length
    const size = Math.sqrt(z.reduce((sum, v) => sum + (v - centre) ** 2, 0))
    return z.map((v) => (v - centre) / (size || 1))
  })
  return chosen
    .flatMap((a, i) =>
      chosen.slice(i + 1).map((b, n) => {
        const [x, y] = [columns[i] as Float64Array, columns[i + 1 + n] as Float64Array]
        return { a, b, r: x.reduce((sum, v, k) => sum + v * (y[k] as number), 0) }
      }),
    )
    .filter(({ r }) => Math.abs(r) >= CLEAR)
    .sort((p, q) => Math.abs(q.r) - Math.abs(p.r))
}

/** What a screening found, in its order, from the text of a summary; undefined where there is none. */
export function influencesIn(summary: string | undefined): Influence[] | undefined {
  if (summary === undefined) return undefined
  const { influences } = JSON.parse(summary) as Partial<Pick<FitSummary, 'influences'>>
  return influences?.map((one) => ({ ...one, most: { target: '', effect: 0 } }))
}
