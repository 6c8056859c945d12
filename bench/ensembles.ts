// Ensembles: members a second, what pairing saves, and what a sample of the households costs in accuracy.

import { drawsFor } from '../src/cli/draws.ts'
import { deviation, type Kernels, mean } from '../src/engine/index.ts'
import { type Gathering, gather } from '../src/host/ensemble.ts'
import { resolveAll } from '../src/host/laboratory.ts'
import { Stopped } from '../src/host/pool.ts'
import type { Collector } from '../src/lab/ensemble.ts'
import type { Ratio, Row } from './figures.ts'
import { type Bench, HEADLINE, MONTHS } from './valley.ts'

const YEARS = { from: 2000, to: 2035 } as const
/** Members beyond this number are drawn from the priors. */
const SHIPPED = 64

interface Ensemble {
  readonly scenarios: readonly string[]
  readonly draws: number
  readonly sample: number
  readonly workers: number
}

function run(
  { lab }: Pick<Bench, 'lab'>,
  { scenarios, draws, sample, workers }: Ensemble,
  more: Pick<Gathering, 'onProgress' | 'signal'> = {},
) {
  const plan = {
    scenarios: resolveAll(lab, scenarios, 'bench'),
    // the shipped list is shorter than the longest of these ensembles
    draws: drawsFor(lab, { draws, prior: draws > SHIPPED }, 'bench'),
    months: MONTHS,
    selection: {
      outcomes: HEADLINE,
      years: [YEARS.from, YEARS.to] as [number, number],
      districts: [],
      districtYears: [],
      monthly: [],
    },
  }
  return gather({ lab, plan, sample, workers, ...more })
}

/** Mean over the years from `from` on, by draw, for the valley under the outcome's own scope. */
function means(collector: Collector, scenario: number, outcome: string, from: number): Float64Array {
  const line = collector.cells.lines.find((one) => one.outcome === outcome && one.shownIn.includes('default'))
  const values = new Float64Array(collector.count)
  if (line === undefined) return values
  const years = line.times.flatMap((year, k) => (year >= from ? [k] : []))
  for (const k of years)
    collector.values(scenario, line.offset + k).forEach((value, draw) => {
      values[draw] = (values[draw] as number) + value / years.length
    })
  return values
}

/**
 * Members (one scenario, one draw, 432 months) a second, once all threads are warm. Kernels without vectors and without
 * WebAssembly are compared at 1/200, since plain loops take seconds for a member.
 */
export async function membersPerSecond({ lab }: Bench): Promise<Row[]> {
  const rate = async (workers: number, kernels: Kernels, members: number, sample = 20) => {
    const times: number[] = []
    const draws = members + 2 * workers
    const onProgress = () => void times.push(performance.now())
    const own = kernels === lab.kernels ? lab : { ...lab, kernels }
    await run({ lab: own }, { scenarios: ['baseline'], draws, sample, workers }, { onProgress })
    // the first members of each thread pay for its start
    const warm = times.slice(1 + 2 * workers)
    return (1000 * (warm.length - 1)) / ((warm.at(-1) as number) - (warm[0] as number))
  }
  return [
    { name: 'members_per_second_1_20', value: await rate(1, lab.kernels, 16), unit: `1/s, ${lab.kernels} kernels` },
    { name: 'members_per_second_1_20_two_workers', value: await rate(2, lab.kernels, 32), unit: '1/s' },
    {
      name: 'members_per_second_1_200',
      value: await rate(1, lab.kernels, 8, 200),
      unit: `1/s, ${lab.kernels} kernels`,
    },
    { name: 'members_per_second_1_200_scalar', value: await rate(1, 'scalar', 6, 200), unit: '1/s, no vectors' },
    { name: 'members_per_second_1_200_plain', value: await rate(1, 'plain', 2, 200), unit: '1/s, no WebAssembly' },
  ]
}

const CANCELLED = 7

/** From the wish to stop, in the middle of members on two threads, until whoever waits is told. */
export async function cancelling(bench: Bench): Promise<Row[]> {
  const times: number[] = []
  for (let k = 0; k < CANCELLED; k++) {
    const controller = new AbortController()
    let asked = 0
    const stop = () => {
      asked = performance.now()
      controller.abort()
    }
    const onProgress = (done: number) => {
      if (done === 2) setTimeout(stop, 10)
    }
    await run(
      bench,
      { scenarios: ['baseline'], draws: 400, sample: 20, workers: 2 },
      { onProgress, signal: controller.signal },
    ).catch((error) => {
      if (!(error instanceof Stopped)) throw error
      times.push(performance.now() - asked)
    })
  }
  times.sort((a, b) => a - b)
  return [
    { name: 'cancel_ms', value: times[CANCELLED >> 1] as number, unit: `ms, median of ${CANCELLED}` },
    { name: 'cancel_worst_ms', value: times.at(-1) as number, unit: `ms, worst of ${CANCELLED}` },
  ]
}

/**
 * Standard error of the difference of a policy to the baseline when both meet the same draws and shocks, over the standard error
 * when they do not, at equal numbers of draws; means of 2030 to 2035. What is left when paired is that a policy works better in
 * some worlds than in others. `paired_se_ratio` is that of the first policy on coca area.
 */
export async function pairing(bench: Bench, draws: number): Promise<Ratio[]> {
  const policies = ['cacao-first', 'eradication-30k']
  const collector = await run(bench, { scenarios: ['baseline', ...policies], draws, sample: 40, workers: 2 })
  const all = policies.flatMap((policy, k) =>
    HEADLINE.map((outcome) => {
      const [reference, value] = [means(collector, 0, outcome, 2030), means(collector, k + 1, outcome, 2030)]
      const paired = deviation(value.map((one, draw) => one - (reference[draw] as number)))
      const unpaired = Math.hypot(deviation(value), deviation(reference))
      return { name: `paired_se_ratio_${policy.replaceAll('-', '_')}_${outcome}`, value: paired / unpaired }
    }),
  )
  return [{ name: 'paired_se_ratio', value: all.find(({ name }) => name.endsWith('coca_area'))?.value ?? NaN }, ...all]
}

/** How far the mean over draws and years of 1/10 is from that of all households, per cent. */
export async function sampling(bench: Bench, draws: number): Promise<Row[]> {
  const [tenth, whole] = [
    await run(bench, { scenarios: ['baseline'], draws, sample: 10, workers: 2 }),
    await run(bench, { scenarios: ['baseline'], draws, sample: 1, workers: 2 }),
  ]
  return HEADLINE.map((outcome) => {
    const [part, all] = [tenth, whole].map((one) => mean(means(one, 0, outcome, YEARS.from))) as [number, number]
    return { name: `sample_1_10_vs_1_1_${outcome}`, value: 100 * (part / all - 1), unit: '%' }
  })
}
