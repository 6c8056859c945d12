// How time and memory grow with households, members and districts: sizes, seconds, the straight line through them, and the
// exponent that fits them.
import { apart } from './apart.ts'
import type { Figures, Ratio, Row } from './figures.ts'
import { larger } from './repeated.ts'
import type { Bench } from './valley.ts'

/** Months of a run over households or districts, of a member, and members before the first that counts. */
const MONTHS = 24
const YEAR = 12
const WARMING = 60

interface Point {
  readonly size: number
  readonly seconds: number
}

/**
 * households: all of them, 1 to 8 times. members: at 1/200 and over one year, on two workers of a process of their own.
 * districts: 95 to 1,900, as many as Peru has, with the households of a sample of 1/20 in each.
 */
export async function growth(bench: Bench, say: (what: string) => void): Promise<Figures> {
  const rows: Row[] = []
  const ratios: Ratio[] = []
  const curve = (name: string, points: readonly Point[]) => {
    rows.push(...points.map(({ size, seconds }) => ({ name: `growth_${name}_${size}`, value: seconds, unit: 's' })))
    const { slope, start, off } = straight(points)
    rows.push(
      { name: `growth_${name}_each`, value: 1000 * slope, unit: 'ms for each, by the straight line' },
      { name: `growth_${name}_start`, value: 1000 * start, unit: 'ms before the first, by the straight line' },
      { name: `growth_${name}_off`, value: 100 * off, unit: '% off the straight line at most' },
    )
    const { exponent, fit } = line(points)
    ratios.push({ name: `growth_${name}_exponent`, value: exponent }, { name: `growth_${name}_fit_r2`, value: fit })
  }

  say('members, 10 to 10,000')
  const counted: Point[] = []
  for (const size of [10, 100, 1000, 10_000]) {
    const order = { draws: size, sample: 200, months: YEAR, workers: 2, keep: 'headline', warming: WARMING } as const
    const { seconds, peakMb } = await apart(order)
    counted.push({ size, seconds })
    rows.push({ name: `growth_members_${size}_memory`, value: peakMb, unit: 'MB, peak of the process' })
  }
  curve('members', counted)

  const sizes = (
    name: string,
    unit: string,
    all: readonly (readonly [size: number, shape: Parameters<typeof larger>[1]])[],
  ) => {
    const points = all.map(([size, shape]) => {
      say(`${size} ${name}`)
      const { world, run } = larger(bench, shape)
      run(YEAR)
      const seconds = Math.min(...[0, 1, 2].map(() => timed(() => run(MONTHS))))
      rows.push({ name: `growth_${name}_${size}_memory`, value: (world.layout.pages * 65_536) / 1e6, unit })
      return { size, seconds }
    })
    curve(name, points)
  }
  const unit = 'MB, the memory of the world'
  sizes(
    'districts',
    unit,
    [1, 2, 4, 8, 20].map((districts) => [95 * districts, { sample: 20, districts }]),
  )
  sizes(
    'households',
    unit,
    [1, 2, 4, 8].map((households) => [households, { sample: 1, households }]),
  )
  return { rows, ratios }
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

/**
 * seconds = start + slope · size with the least squares of relative errors, since sizes span magnitudes; `off`: the largest
 * relative error.
 */
export function straight(points: readonly Point[]): { slope: number; start: number; off: number } {
  const sum = (term: (point: Point) => number) => points.reduce((total, one) => total + term(one) / one.seconds ** 2, 0)
  const [w, x, y] = [sum(() => 1), sum(({ size }) => size), sum(({ seconds }) => seconds)]
  const [xx, xy] = [sum(({ size }) => size ** 2), sum(({ size, seconds }) => size * seconds)]
  const slope = (w * xy - x * y) / (w * xx - x * x)
  const start = (y - slope * x) / w
  const off = Math.max(...points.map(({ size, seconds }) => Math.abs((start + slope * size) / seconds - 1)))
  return { slope, start, off }
}

/** Least squares of ln seconds on ln size: the slope, and the share of the variance that the line explains. */
export function line(points: readonly Point[]): { exponent: number; fit: number } {
  const x = points.map(({ size }) => Math.log(size))
  const y = points.map(({ seconds }) => Math.log(seconds))
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (term: (k: number) => number) => x.reduce((total, _, k) => total + term(k), 0)
  const [dx, dy] = [(k: number) => (x[k] as number) - mx, (k: number) => (y[k] as number) - my]
  const [xy, xx, yy] = [sum((k) => dx(k) * dy(k)), sum((k) => dx(k) ** 2), sum((k) => dy(k) ** 2)]
  return { exponent: xy / xx, fit: xy ** 2 / (xx * yy) }
}
