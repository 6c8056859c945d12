// Rules on growth: an autoregression on itself, and a regression on last year's prices.
import type { Forecaster, Known } from '../rolling.ts'
import { lastOf, tooShort, type Yearly } from '../yearly.ts'
import { leastSquares } from './regression.ts'
import { follow, type Path, type PathRule } from './walk.ts'

interface Growth {
  /** Year at whose end it was reached, and years that it took. */
  readonly year: number
  readonly years: number
  /** Mean change a year on the scale of the series. */
  readonly rate: number
}

const FEWEST_GROWTHS = 4
/** Persistence of growth is kept within what a series of a dozen figures can tell. */
const PERSISTENCE = [-0.5, 0.9] as const

function growthsOf({ points }: Yearly): Growth[] {
  return points.slice(1).map(({ year, y }, k) => {
    const before = points[k] as Yearly['points'][number]
    return { year, years: year - before.year, rate: (y - before.y) / (year - before.year) }
  })
}

const autoregression: PathRule = ({ series }) => {
  const growths = growthsOf(series)
  if (growths.length < FEWEST_GROWTHS) throw tooShort(series, FEWEST_GROWTHS + 1)
  const years = growths.reduce((sum, growth) => sum + growth.years, 0)
  const mean = growths.reduce((sum, growth) => sum + growth.rate * growth.years, 0) / years
  let both = 0
  let own = 0
  for (let k = 1; k < growths.length; k++) {
    const [before, now] = [growths[k - 1], growths[k]] as [Growth, Growth]
    both += (before.rate - mean) * (now.rate - mean)
    own += (before.rate - mean) ** 2
  }
  const rho = own === 0 ? 0 : Math.min(PERSISTENCE[1], Math.max(PERSISTENCE[0], both / own))
  const last = growths.at(-1) as Growth
  const { y } = lastOf(series)
  return (ahead) => {
    let level = y
    let growth = last.rate - mean
    let variance = ahead ** 2 / years
    let weight = 0
    for (let k = 1; k <= ahead; k++) {
      growth *= rho
      level += mean + growth
      weight = 1 + rho * weight
      variance += weight ** 2
    }
    return { mean: level, variance }
  }
}

/**
 * Growth this year = mean + ρ (growth of last year − mean). Growth over missing years counts as its mean a year. ρ by least
 * squares, kept within −0.5 and 0.9; the error of the mean growth is in the band. Needs five figures.
 */
export const growthOnItself = (): Forecaster => follow(autoregression)

/**
 * Growth = a + Σ b · (price of the year before − its mean), least squares with a ridge of one figure's weight on each b, so that
 * a dozen figures do not buy a perfect fit. After the origin prices stay as last known. `prices` names series beside; a growth
 * counts where every price is known in the year before it ended, or at most `age` years earlier.
 */
export const growthOnPrices = (prices: readonly string[], age = 1): Forecaster =>
  follow((known) => regression(known, prices, age))

function regression(known: Known, names: readonly string[], age: number): Path {
  const { series } = known
  const prices = names.map((name) => {
    const price = known.beside[name]
    if (price === undefined) throw tooShort({ ...series, name, points: [] }, FEWEST_GROWTHS)
    return price
  })
  const priceAt = (year: number, price: Yearly, slack: number): number | undefined =>
    price.points.findLast((point) => point.year <= year && point.year >= year - slack)?.y
  const cases = growthsOf(series).flatMap((growth) => {
    const before = prices.map((price) => priceAt(growth.year - 1, price, age))
    return before.every((price) => price !== undefined) ? [{ growth, before }] : []
  })
  if (cases.length < FEWEST_GROWTHS + names.length)
    throw tooShort(series, FEWEST_GROWTHS + names.length, `give ${cases.length} growths with known prices`)
  const middle = names.map((_, j) => cases.reduce((sum, { before }) => sum + (before[j] as number), 0) / cases.length)
  const scale = names.map(
    (_, j) =>
      Math.sqrt(
        cases.reduce((sum, { before }) => sum + ((before[j] as number) - (middle[j] as number)) ** 2, 0) / cases.length,
      ) || 1,
  )
  const standard = (before: readonly number[]) =>
    before.map((price, j) => (price - (middle[j] as number)) / (scale[j] as number))
  const [constant = 0, ...slopes] = leastSquares(
    cases.map(({ before }) => [1, ...standard(before)]),
    cases.map(({ growth }) => growth.rate),
    [0, ...names.map(() => 1)],
  )
  const latest = prices.map((price) => lastOf(price).y)
  const rate = standard(latest).reduce((sum, price, j) => sum + price * (slopes[j] as number), constant)
  const { y } = lastOf(series)
  return (ahead) => ({ mean: y + rate * ahead, variance: ahead + ahead ** 2 / cases.length })
}
