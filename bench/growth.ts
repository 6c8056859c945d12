// How time and memory grow with households, members and districts: sizes, seconds, and the exponent that fits them.
import { gather } from '../src/host/ensemble.ts'
import { resolveAll } from '../src/host/laboratory.ts'
import { priorDraws } from '../src/lab/draws.ts'
import type { Figures, Ratio, Row } from './figures.ts'
import { larger } from './repeated.ts'
import { type Bench, HEADLINE } from './valley.ts'

/** Months of a run over households or districts, and of a member. */
const MONTHS = 24
const YEAR = 12
const WARMING = 60

interface Point {
  readonly size: number
  readonly seconds: number
}

/**
 * households: all of them, 1 to 8 times. members: at 1/200 and over one year, on one thread. districts: 95 to 1,900, with the
 * households of a sample of 1/20 in each.
 */
export async function growth(bench: Bench, say: (what: string) => void): Promise<Figures> {
  const rows: Row[] = []
  const ratios: Ratio[] = []
  const curve = (name: string, points: readonly Point[]) => {
    rows.push(...points.map(({ size, seconds }) => ({ name: `growth_${name}_${size}`, value: seconds, unit: 's' })))
    const { exponent, fit } = line(points)
    ratios.push({ name: `growth_${name}_exponent`, value: exponent }, { name: `growth_${name}_fit_r2`, value: fit })
  }

  say('members, 10 to 10,000')
  const counted: Point[] = []
  for (const size of [10, 100, 1000, 10_000]) {
    const seconds = await members(bench, size)
    counted.push({ size, seconds })
    // the most so far: it stays where it is when members leave nothing behind
    rows.push({ name: `growth_members_${size}_memory`, value: process.resourceUsage().maxRSS / 1024, unit: 'MB, peak' })
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

/** Seconds of so many members, once others before them have paid for opening, and for V8 to optimise what all members run. */
async function members({ lab }: Bench, count: number): Promise<number> {
  let began = 0
  await gather({
    lab,
    sample: 200,
    workers: 0,
    onProgress: (done) => {
      if (done === WARMING) began = performance.now()
    },
    plan: {
      scenarios: resolveAll(lab, ['baseline'], 'bench'),
      draws: priorDraws(1, count + WARMING),
      months: YEAR,
      selection: { outcomes: HEADLINE, years: [2000, 2000], districts: [], districtYears: [], monthly: [] },
    },
  })
  return (performance.now() - began) / 1000
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
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
