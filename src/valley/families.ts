import { inverseNormal } from '../engine/draws.ts'
import { exp, log } from '../language/std.ts'
import type { HouseholdColumns } from './columns.ts'
import type { District } from './district.ts'
import type { HouseholdDraws } from './draws.ts'

/**
 * Share of persons under 15 in 2000. Judgement: a third of the valley was under 15 at the census of 2017 (claim C0309), and the
 * share of the country fell by about a fifth between the two years.
 */
export const UNDER_15 = 0.4
/** Poverty line of the rural valley in soles of 2015 per person and month. Judgement: rural lines of the survey lie at 220–250. */
export const POVERTY_LINE = 230
/** Spread of income per person within a district, ln units. */
const INCOME_SPREAD = 0.7
/** Coca's part of a grower's net income, a household survey of 2001. */
const COCA_PART = 0.47

/** Cumulative chances of a Poisson count with this mean, up to `most`. */
function poisson(mean: number, most: number): number[] {
  const steps: number[] = []
  let chance = exp(-mean)
  let sum = chance
  for (let k = 0; k <= most; k++) {
    steps.push(sum)
    chance *= mean / (k + 1)
    sum += chance
  }
  return steps
}
const countOf = (steps: readonly number[], u: number): number => {
  let k = 0
  while (k < steps.length - 1 && u > (steps[k] as number)) k++
  return k
}

/** Moves a column of whole numbers to an exact sum by ones, walking through the households with a stride. */
function settle(column: Float32Array, first: number, count: number, total: number, least: number, most: number): void {
  let sum = 0
  for (let k = first; k < first + count; k++) sum += column[k] as number
  const stride = 7
  for (let turn = 0; sum !== total && turn < count * 40; turn++) {
    const k = first + ((turn * stride) % count)
    const value = column[k] as number
    if (sum < total && value < most + Math.floor(turn / count)) {
      column[k] = value + 1
      sum++
    } else if (sum > total && value > least) {
      column[k] = value - 1
      sum--
    }
  }
}

/** Adults and children of a district's households; the sums are the district's. Whole persons, one adult at least. */
export function fillFamilies(
  columns: HouseholdColumns,
  draws: HouseholdDraws,
  district: District,
  first: number,
): void {
  const { adults, children } = columns
  const count = district.households
  const persons = Math.max(district.population.start, count)
  const young = Math.min(Math.round(persons * UNDER_15), persons - count)
  const grown = poisson((persons - young) / count - 1, 7)
  const small = poisson(young / count, 9)
  for (let k = 0; k < count; k++) {
    adults[first + k] = 1 + countOf(grown, draws.adults[k] as number)
    children[first + k] = countOf(small, draws.children[k] as number)
  }
  settle(adults, first, count, persons - young, 1, 8)
  settle(children, first, count, young, 0, 9)
}

/**
 * Income of the last year, coca's part and savings. Incomes per person are lognormal, higher in town, with land and with coca,
 * lower with many children, and set so that the district's share of persons below the line is its poverty at the start.
 */
export function fillIncome(columns: HouseholdColumns, draws: HouseholdDraws, district: District, first: number): void {
  const count = district.households
  const standing = new Float64Array(count)
  let holders = 0
  for (let k = 0; k < count; k++) {
    const at = first + k
    const coca = (columns.cocaYoung[at] as number) + (columns.cocaBearing[at] as number)
    if (coca > 0) holders++
    const base = columns.farm[at] === 1 ? 0.3 * log(0.5 + (columns.land[at] as number)) : 0.4
    const crowded = 0.1 * (columns.children[at] as number)
    standing[k] = 0.8 * inverseNormal(draws.income[k] as number) + base + (coca > 0 ? 0.35 : 0) - crowded
  }
  const edge = povertyEdge(standing, columns, first, district.poverty.start)
  const plot = district.cocaHa / Math.max(1, holders)
  for (let k = 0; k < count; k++) {
    const at = first + k
    const persons = (columns.adults[at] as number) + (columns.children[at] as number)
    const income = persons * POVERTY_LINE * exp(INCOME_SPREAD * ((standing[k] as number) - edge))
    const coca = (columns.cocaYoung[at] as number) + (columns.cocaBearing[at] as number)
    columns.income[at] = income
    columns.cocaIncome[at] = plot > 0 ? income * Math.min(0.8, (COCA_PART * coca) / plot) : 0
    columns.cash[at] = 0.8 * income * exp(0.6 * inverseNormal(draws.cash[k] as number))
  }
}

/** The standing below which `share` of the persons live, by halving. */
function povertyEdge(standing: Float64Array, columns: HouseholdColumns, first: number, share: number): number {
  let [low, high] = [-8, 8]
  const persons = new Uint8Array(standing.length)
  let all = 0
  for (let k = 0; k < standing.length; k++) {
    persons[k] = (columns.adults[first + k] as number) + (columns.children[first + k] as number)
    all += persons[k] as number
  }
  for (let step = 0; step < 26; step++) {
    const middle = (low + high) / 2
    let below = 0
    for (let k = 0; k < standing.length; k++) {
      if ((standing[k] as number) < middle) below += persons[k] as number
    }
    if (below < share * all) low = middle
    else high = middle
  }
  return high
}
