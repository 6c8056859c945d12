// The world as it was known at an origin: drivers go on from what they were, policies stay as they are, nothing that came later is told.
import type { Parameter } from '../../evidence/parameters.ts'
import type { Facts, Path } from '../../system/facts.ts'
import { FIRST, LAST, type Resolved } from '../scenario/types.ts'

/** Years over whose mean growth a wage is carried on. */
const WAGE_YEARS = 5
/** First year of the pandemic: nobody knew of it before. */
const PANDEMIC = 2020
const PANDEMIC_PARAMETER = 'pandemic_outlet_loss'

const upTo = (path: Path, year: number): Path => path.filter(([at]) => at < year + 1)

/** A step function that goes on with its mean growth of the last years. */
function carriedOn(path: Path, origin: number): Path {
  const known = upTo(path, origin)
  const [lastYear, last] = known.at(-1) ?? [origin, 0]
  const [, before = last] = known.findLast(([year]) => year <= lastYear - WAGE_YEARS) ?? []
  const growth = before > 0 ? Math.log(last / before) / WAGE_YEARS : 0
  const years = Array.from({ length: LAST - origin }, (_, k) => origin + 1 + k)
  return [...known, ...years.map((year) => [year, last * Math.exp(growth * (year - origin))] as const)]
}

/**
 * Facts of the model as of the end of a year. Prices and the exchange rate stay at their last value, wages go on with their mean
 * growth, yields and rain return to their usual course (rain with its spread), nothing is announced.
 */
export function factsAt(facts: Facts, origin: number): Facts {
  const months = (origin - FIRST + 1) * 12
  return {
    ...facts,
    announcements: facts.announcements.filter(({ month }) => month < months),
    exchangeRate: upTo(facts.exchangeRate, origin),
    minimumWage: carriedOn(facts.minimumWage, origin),
    cacaoPrice: upTo(facts.cacaoPrice, origin),
    coffeePrice: upTo(facts.coffeePrice, origin),
    coffeeYield: [...upTo(facts.coffeeYield, origin), [origin + 1, 1]],
    legalLeafDemand: upTo(facts.legalLeafDemand, origin),
    rain: facts.rain.map((path) => upTo(path, origin)),
    leadersLost: facts.leadersLost < months ? facts.leadersLost : -1,
  }
}

/** The same past of what the fit saw, and later drivers as they came: wages apart, whose base year would move the past. */
export const factsTold = (facts: Facts, origin: number): Facts => ({
  ...facts,
  minimumWage: factsAt(facts, origin).minimumWage,
})

/** A scenario whose levers stay, after the origin, as they were in its last month. */
export function policyAt(scenario: Resolved, origin: number): Resolved {
  const from = (origin - FIRST + 1) * 12
  const levers = Object.fromEntries(
    Object.entries(scenario.levers).map(([name, { fields, mask, masks }]) => [
      name,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, values]) => [
            field,
            values.map((value, month) => (month < from ? value : (values[from - 1] as number))),
          ]),
        ),
        mask: mask.map((value, month) => (month < from ? value : (mask[from - 1] as number))),
        masks,
      },
    ]),
  )
  return { card: { ...scenario.card, name: `${scenario.card.name} to ${origin}` }, levers }
}

/** Parameters without a pandemic that nobody knew of at the origin. */
export const parametersAt = (parameters: readonly Parameter[], origin: number): Parameter[] =>
  parameters.map((parameter) =>
    parameter.name === PANDEMIC_PARAMETER && origin < PANDEMIC
      ? { ...parameter, low: 0, central: 0, high: 0 }
      : parameter,
  )
