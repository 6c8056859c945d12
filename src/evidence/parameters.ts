import jStat from 'jstat'
import { grouped } from './ledger/grouped.ts'
import type { Link } from './ledger/link.ts'
import type { DataPackage } from './package.ts'
import { InputError, nearest, type Problem } from './problem.ts'
import { type Table, textIn } from './table.ts'

export type Distribution = 'triangular' | 'normal' | 'lognormal' | 'uniform' | 'beta'

/** An uncertain quantity of the model with its prior. low <= central <= high, all in `unit`. */
export interface Parameter {
  readonly name: string
  readonly subsystem: string
  readonly unit: string
  readonly low: number
  readonly central: number
  readonly high: number
  readonly distribution: Distribution
  readonly source: string
  readonly url: string
  readonly confidence: string
  readonly note: string
  /** Ids of the claims it is linked to in evidence/links.csv; `['judgement']` where there are none. */
  readonly claims: readonly string[]
  readonly line: number
}

/**
 * The parameters of parameters.csv in file order, with the claims that `links` give them. Rows without three numbers are
 * passed over (they are reported elsewhere).
 */
export function parametersIn(table: Table | undefined, links: readonly Link[]): Parameter[] {
  const claimsOf = grouped(links.flatMap((l) => (l.kind === 'parameter' ? [[l.target, l.claim] as const] : [])))
  return (table?.rows ?? []).flatMap(({ line, values }) => {
    const { low, central, high } = values
    if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number') return []
    return {
      name: textIn(values, 'name'),
      subsystem: textIn(values, 'subsystem'),
      unit: textIn(values, 'unit'),
      low,
      central,
      high,
      distribution: (values.distribution as Distribution | null) ?? 'triangular',
      source: textIn(values, 'source'),
      url: textIn(values, 'url'),
      confidence: textIn(values, 'confidence'),
      note: textIn(values, 'note'),
      claims: claimsOf.get(textIn(values, 'name')) ?? ['judgement'],
      line,
    }
  })
}

/** Ranges out of order, priors that do not exist. */
export function parameterProblems(parameters: readonly Parameter[], file: string): Problem[] {
  const problems: Problem[] = []
  for (const { name, low, central, high, distribution, line } of parameters) {
    const place = { file, line, field: name }
    if (!(low <= central && central <= high)) {
      const what = `low ${low}, central ${central}, high ${high} are out of order`
      problems.push({
        code: 'order',
        ...place,
        what,
        expected: 'low <= central <= high',
        todo: 'correct the three figures',
      })
    }
    if (distribution === 'lognormal' && low <= 0) {
      const todo = 'choose a positive low or another distribution'
      problems.push({ code: 'prior', ...place, what: `a lognormal prior with low ${low}`, expected: 'low > 0', todo })
    }
  }
  return problems
}

/** The parameter with this name. Throws an InputError that suggests a similar name. */
export function parameterByName(pack: DataPackage, name: string): Parameter {
  const found = pack.parameters.find((parameter) => parameter.name === name)
  if (found) return found
  const near = nearest(
    name,
    pack.parameters.map((parameter) => parameter.name),
  )
  const todo = near === undefined ? 'choose a name of that file' : `write "${near}" if that is meant`
  const what = `there is no parameter "${name}"`
  throw new InputError([
    { code: 'unknown-parameter', file: 'parameters.csv', what, expected: 'a name in parameters.csv', todo },
  ])
}

/** Standard normal quantile at 95 %: low and high of normal and lognormal priors are the 5 % and 95 % points. */
const Z95 = 1.6448536269514722

/**
 * Inverse distribution function of the prior: a value in the parameter's unit for u in [0, 1]; never falls as u rises and
 * always lies in [low, high].
 *
 * - triangular: minimum low, mode central, maximum high
 * - uniform: low … high; central plays no part
 * - normal: mean central, standard deviation (high - low) / (2·1.645), so that low and high lie where the 5 % and 95 % points
 *   of a symmetric range lie; then cut to [low, high] and renormalised, so no mass heaps up at the ends
 * - lognormal: median central, sigma of the logarithm ln(high / low) / (2·1.645), cut likewise
 * - beta: the PERT distribution on [low, high] with mode central (shapes 1 + 4·(central - low)/(high - low) and
 *   1 + 4·(high - central)/(high - low))
 *
 * Throws a RangeError if u is not a number from 0 to 1.
 */
export function quantile(parameter: Pick<Parameter, 'low' | 'central' | 'high' | 'distribution'>, u: number): number {
  if (!(u >= 0 && u <= 1)) throw new RangeError(`quantile: u is ${u}, expected a number from 0 to 1`)
  const { low, central, high, distribution } = parameter
  if (high <= low) return low
  const value = u === 0 ? low : u === 1 ? high : inverse(distribution, low, central, high, u)
  return Math.min(high, Math.max(low, value))
}

function inverse(distribution: Distribution, low: number, central: number, high: number, u: number): number {
  const width = high - low
  // jstat loses the last digits of u below about 1e-12 (and returns NaN at the very end).
  const inside = Math.min(1 - 1e-12, Math.max(1e-12, u))
  switch (distribution) {
    case 'uniform':
      return low + width * u
    case 'triangular':
      return jStat.triangular.inv(u, low, high, central)
    case 'beta':
      return low + width * jStat.beta.inv(inside, 1 + (4 * (central - low)) / width, 1 + (4 * (high - central)) / width)
    case 'normal':
      return cutNormal(central, width / (2 * Z95), low, high, inside)
    case 'lognormal':
      return Math.exp(
        cutNormal(Math.log(central), Math.log(high / low) / (2 * Z95), Math.log(low), Math.log(high), inside),
      )
  }
}

function cutNormal(mean: number, sd: number, low: number, high: number, u: number): number {
  const from = jStat.normal.cdf(low, mean, sd)
  const to = jStat.normal.cdf(high, mean, sd)
  return jStat.normal.inv(from + u * (to - from), mean, sd)
}
