// Forecasts that go on from the last figures: by draw, what the model says grew or fell since then.
import { pow } from '../../language/std.ts'
import { anchorOf } from './anchor.ts'
import { after, driftOfArea, inDistrict, OWN_GROWTH, SMALL } from './drift.ts'
import { figure } from './figure.ts'
import { type Formula, formulaOf, type Target } from './formula.ts'
import type { PredictFrame } from './predict.ts'
import type { Draw, Reader } from './reading.ts'
import type { Term } from './terms.ts'

/** Whose growth districts share. */
export const VALLEY: Term = { outcome: 'coca_area', place: 'VRAEM', share: 1 }

export interface Anchored {
  /** What drifts since the last figure, in ln units. */
  readonly sd: number
  /** Figures of the place itself are known. */
  readonly own: boolean
  /** Errors of surveys, and most of what places mean, are in the drift already. */
  readonly exact: boolean
  /** The figure that goes on from the last one, of the model's value under draw `k` in the unit of the series, times an error. */
  goOn(k: number, value: number, error: number): number
}

/** How the forecast of a row goes on; undefined for the past, for what no figure tells of, and where the model alone is asked. */
export function anchored(
  target: Target,
  { rule, terms }: Formula,
  read: Reader,
  draws: readonly Draw[],
  { pack, frame, start }: PredictFrame,
): Anchored | undefined {
  const anchor = start === 'model' ? undefined : anchorOf(target, rule, pack)
  if (anchor === undefined || rule.anchor === undefined) return undefined
  const { drift, keeps = 1 } = rule.anchor
  const area = drift === 'area'
  const modelled = new Float64Array(draws.length)
  let sameLimits = true
  const used = area ? draws.map((draw): Draw => ({ ...draw, exact: true })) : draws
  for (const base of anchor.base) {
    const formula = formulaOf(base, pack, frame)
    const values = typeof formula === 'string' ? undefined : figure(formula, base, read, used)
    if (typeof formula === 'string' || values === undefined) return undefined
    sameLimits &&= sharesOf(formula.terms) === sharesOf(terms)
    for (let k = 0; k < modelled.length; k++)
      modelled[k] = (modelled[k] as number) + formula.factor * (values[k] as number)
  }
  const { observed, since } = anchor
  const own = anchor.of !== 'others'
  if (!area) {
    const small = rule.money ? 0 : SMALL * anchor.base.length
    const left = pow(keeps, since)
    const kept = modelled.map((value) => pow((observed + small) / (value + small), left))
    return {
      sd: drift * after(since, keeps),
      own,
      exact: false,
      goOn: (k, value, error) => value * (kept[k] as number) * error,
    }
  }
  const shared = sameLimits && terms.every(inDistrict)
  const [then, later] = shared ? [read(VALLEY, { year: target.year - since }), read(VALLEY, target)] : []
  const valley = then && later?.map((value, k) => (value + SMALL) / ((then[k] as number) + SMALL))
  return {
    sd: driftOfArea(terms, observed, since),
    own,
    exact: true,
    goOn(k, value, error) {
      const grown = (value + SMALL) / ((modelled[k] as number) + SMALL)
      const growth = valley ? pow(grown, OWN_GROWTH) * pow(valley[k] as number, 1 - OWN_GROWTH) : grown
      return Math.max(0, (observed + SMALL) * growth * error - SMALL)
    },
  }
}

const sharesOf = (terms: readonly Term[]): string => terms.map(({ place, share }) => `${place} ${share}`).join()
