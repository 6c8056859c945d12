// A page that times the laboratory in the browser that shows it.

import { measures } from '../../src/system/measure.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import {
  type Collector,
  firstDraws,
  headlines,
  type Laboratory,
  openLaboratory,
  openPool,
  type Pool,
  type Resolved,
  resolved,
  rowsInTurns,
  selectionFor,
} from '../../src/web/index.ts'

export interface Timing {
  readonly name: string
  readonly value: number
  readonly unit: string
}

const MONTHS = 432
const DRAWS = 16
const MANY = 24

/** Tasks over 50 ms in the page itself, since it was loaded. */
const longTasks: PerformanceEntry[] = []
new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })

/** The longest of those between two moments, milliseconds; 0 when none took 50. */
const longest = (from: number, to: number): number =>
  Math.max(0, ...longTasks.filter(({ startTime }) => startTime >= from && startTime < to).map((task) => task.duration))

/** What a reader waits for: the bands of the headline outcomes, ready to be drawn; what else was kept follows. */
async function band(lab: Laboratory, pool: Pool, scenario: Resolved, count = DRAWS): Promise<number> {
  const selection = selectionFor('compare', { outcomes, measures })
  const began = performance.now()
  const plan = { scenarios: [scenario], draws: firstDraws(lab.draws, count), months: MONTHS, selection }
  const collector: Collector = await pool.gather({ plan })
  await rowsInTurns(collector, 0, 'default', headlines(outcomes))
  const shown = performance.now() - began
  await rowsInTurns(collector, 0, 'default')
  return shown
}

/** The reference with another order for crews, from January 2025 on. */
function moved(reference: Resolved, hectares: number): Resolved {
  const from = 300
  const lever = 'forced_eradication'
  const crews = reference.levers[lever]
  if (crews === undefined) throw new Error(`there is no lever ${lever}`)
  const fields = Object.fromEntries(
    Object.entries(crews.fields).map(([name, values]) => [
      name,
      name === 'hectares_per_year' ? values.map((value, month) => (month < from ? value : hectares)) : values,
    ]),
  )
  return { ...reference, levers: { ...reference.levers, [lever]: { ...crews, fields } } }
}

const least = (values: readonly number[]): number => Math.min(...values)

async function times(say: (what: string) => void): Promise<Timing[]> {
  const ms = (name: string, value: number): Timing => ({ name, value, unit: 'ms' })
  const began = performance.now()
  const lab = await openLaboratory()
  const opened = performance.now()
  const pool = openPool(lab, { workers: 2 })
  await pool.ready
  const ready = performance.now()
  const baseline = resolved(lab, 'baseline')
  say('first band, cold')
  const cold = await band(lab, pool, baseline)
  say('branches')
  const branches: number[] = []
  for (let k = 1; k <= 4; k++) branches.push(await band(lab, pool, moved(baseline, 1000 * k)))
  say('first band, warm')
  const warm: number[] = []
  for (let k = 0; k < 2; k++) {
    const other = resolved(lab, 'baseline')
    // another past: nothing that is kept can be used
    other.levers.forced_eradication?.fields.hectares_per_year?.fill(100 + k, 0, 12)
    warm.push(await band(lab, pool, other))
  }
  say('members a second')
  const many = await band(lab, pool, resolved(lab, 'history-no-air-law'), MANY)
  const { refusals } = pool
  pool.close()
  // entries of the last tasks come behind them
  await new Promise((resolve) => setTimeout(resolve, 100))
  return [
    ms('browser_open_ms', opened - began),
    ms('browser_workers_ready_ms', ready - opened),
    ms('browser_first_band_cold_ms', cold),
    ms('browser_first_band_ms', least(warm)),
    ms('browser_branch_ms', least(branches)),
    { name: 'browser_members_per_second', value: (1000 * MANY) / many, unit: '1/s, two workers' },
    { name: 'browser_functions_missing', value: refusals, unit: 'done without, since the host forbids code from text' },
    ms('browser_longest_task_at_start_ms', longest(0, ready)),
    ms('browser_longest_task_ms', longest(ready, Number.POSITIVE_INFINITY)),
  ]
}

const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
const say = (what: string): void => {
  at('state').textContent = what
}

at('go').onclick = async () => {
  const button = at('go') as HTMLButtonElement
  button.disabled = true
  try {
    const rows = await times(say)
    at('rows').replaceChildren(
      ...rows.map(({ name, value, unit }) => {
        const line = document.createElement('tr')
        for (const text of [name, value.toPrecision(3), unit]) line.insertCell().textContent = text
        return line
      }),
    )
    say('done')
    Object.assign(window, { timings: rows })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    button.disabled = false
  }
}
