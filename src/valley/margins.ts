import { POVERTY_LINE } from './families.ts'
import type { Synthesis } from './population.ts'

/** What a household of the population counts for. */
export type Count = (household: number) => number

/** Adds up, by district, what the households present count for, with their weights. */
export const counter =
  ({ columns: { weight, here }, district }: Synthesis, districts: number) =>
  (count: Count): Float64Array => {
    const sums = new Float64Array(districts)
    for (let k = 0; k < district.length; k++) {
      const d = district[k] as number
      sums[d] = (sums[d] as number) + (weight[k] as number) * (here[k] as number) * count(k)
    }
    return sums
  }

/** Persons, households, land and crops of a population by district. */
export function districtSums(population: Synthesis, districts: number) {
  const { columns, holder } = population
  const sum = counter(population, districts)
  const of = (...names: (keyof typeof columns)[]): Float64Array =>
    sum((k) => names.reduce((all, name) => all + (columns[name][k] as number), 0))
  const persons: Count = (k) => (columns.adults[k] as number) + (columns.children[k] as number)
  return {
    persons: of('adults', 'children'),
    children: of('children'),
    households: sum(() => 1),
    farms: of('farm'),
    growers: sum((k) => holder[k] as number),
    poor: sum((k) => ((columns.income[k] as number) < POVERTY_LINE * persons(k) ? persons(k) : 0)),
    land: of('land'),
    coca: of('cocaYoung', 'cocaBearing'),
    cacao: of('cacaoYoung', 'cacaoBearing'),
    coffee: of('coffeeYoung', 'coffeeBearing'),
    food: of('food'),
  }
}
