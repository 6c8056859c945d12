// Ensembles in a process of their own, for figures that belong to a whole process: its start, and the most memory it ever took.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findRoot } from '../src/host/root.ts'
import type { Row } from './figures.ts'

export interface Order {
  readonly draws: number
  /** One household in so many. */
  readonly sample: number
  readonly months: number
  readonly workers: number
  /** Headline outcomes of the valley, or all that `vraem run` keeps. */
  readonly keep: 'headline' | 'run'
  /** Members that are done before the clock of `seconds` starts; they come on top of `draws`. */
  readonly warming: number
}

/** Milliseconds since the process began; memory with all threads. */
export interface Lived {
  readonly loadedMs: number
  readonly openedMs: number
  readonly firstMs: number
  /** For `draws` members, and to make quantiles of all that is kept. */
  readonly seconds: number
  readonly rowsSeconds: number
  readonly peakMb: number
}

/** Runs an ensemble in a new process. Rejects with what it said when it fails. */
export async function apart(order: Order): Promise<Lived> {
  const entry = fileURLToPath(new URL('./apart-entry.js', import.meta.url))
  const { code, out } = await ended([entry, JSON.stringify(order)])
  if (code !== 0) throw new Error(`the ensemble apart ended with ${code}: ${out}`)
  return JSON.parse(out) as Lived
}

function ended(words: readonly string[]): Promise<{ code: number | null; out: string; ms: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, words, { cwd: findRoot(), stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.on('error', reject).on('close', (code) => resolve({ code, out, ms: performance.now() - began }))
  })
}

const small = { sample: 200, months: 12, workers: 2, keep: 'headline', warming: 0 } as const

/** Memory by number of members, at 1/200 and over one year, and whole members at 1/20: 1,000 if `full`, else 300; two workers. */
export async function memory(full: boolean, say: (what: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (const draws of [64, 1024, ...(full ? [10_000] : [])]) {
    say(`${draws} small members in a process of their own`)
    const { peakMb } = await apart({ ...small, draws })
    rows.push({ name: `memory_members_${draws}`, value: peakMb, unit: 'MB, peak of a process, 1/200, one year' })
  }
  const members = full ? 1000 : 300
  say(`${members} members at 1/20`)
  const whole: Order = { draws: members, sample: 20, months: 432, workers: 2, keep: 'run', warming: 0 }
  const { seconds, rowsSeconds, peakMb } = await apart(whole)
  return [
    ...rows,
    { name: `members_${members}_1_20_seconds`, value: seconds, unit: 's, two workers' },
    { name: `members_${members}_1_20_rows_seconds`, value: rowsSeconds, unit: 's, quantiles of all that `run` keeps' },
    { name: `members_${members}_1_20_memory`, value: peakMb, unit: 'MB, peak of the process' },
  ]
}

/** From the start of a process to its first member, and the whole of a command: the least of a few. */
export async function starting(): Promise<Row[]> {
  const lived: Lived[] = []
  const commands: number[] = []
  for (let k = 0; k < 3; k++) {
    lived.push(await apart({ ...small, draws: 1, sample: 20, months: 432, workers: 1 }))
    commands.push((await ended([join(findRoot(), 'bin', 'vraem.mjs'), '--version'])).ms)
  }
  const least = (of: (one: Lived) => number) => Math.min(...lived.map(of))
  return [
    { name: 'start_command_ms', value: Math.min(...commands), unit: 'ms, `vraem --version`' },
    { name: 'start_loaded_ms', value: least(({ loadedMs }) => loadedMs), unit: 'ms, code loaded' },
    { name: 'start_opened_ms', value: least(({ openedMs }) => openedMs), unit: 'ms, and data read' },
    { name: 'start_first_member_ms', value: least(({ firstMs }) => firstMs), unit: 'ms, and first member at 1/20' },
  ]
}
