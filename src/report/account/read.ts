// Files that other commands write, as far as an account of the model tells of them. A file that is not as it was written is not told of.
import { z } from 'zod'
import { readCsv } from '../../evidence/csv.ts'
import { jsonOf } from '../../lab/own-file.ts'

const band = { p05: z.number(), p50: z.number(), p95: z.number() }
const summary = z.object({
  threshold: z.number(),
  marginals: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      contraction: z.number(),
      identified: z.boolean(),
      prior: z.object(band),
      posterior: z.object(band),
    }),
  ),
  correlations: z.array(z.object({ a: z.string(), b: z.string(), r: z.number() })),
  targets: z.array(z.object({ id: z.string(), value: z.number(), sd: z.number(), ...band, miss: z.number() })),
  /** The strongest first. */
  influences: z.array(z.object({ name: z.string(), weight: z.number() })),
})
/** What a calibration found: `summary.json` of a posterior, cut down. */
export type Summary = z.infer<typeof summary>

/** In stated errors: a target whose middle lies nearer counts as met. */
const MET = 2
/** `district 050505 2018` */
const OF_DISTRICT = /^district (\d{6}) /

/** Ubigeo of the district whose figure a target is. */
export const districtOf = (target: string): string | undefined => OF_DISTRICT.exec(target)?.[1]

/** How many targets there are, met and missed, and how many of the missed are figures of single districts. */
export function metIn({ targets }: Summary) {
  const missed = targets.filter(({ miss }) => Math.abs(miss) >= MET)
  const districts = missed.filter(({ id }) => districtOf(id) !== undefined).length
  return { targets: targets.length, met: targets.length - missed.length, missed: missed.length, districts }
}

const share = z.object({ share: z.number(), low: z.number(), high: z.number() })
const recovery = z.object({
  histories: z.int(),
  created: z.string(),
  model: z.string(),
  better: z.string().exactOptional(),
  entries: z
    .array(
      z.object({
        name: z.string(),
        crps: z.array(z.number()).min(1),
        calibration: z.object({ coverage: share }),
      }),
    )
    .min(1),
})
/** How often bands held a truth that was known: `docs/recovery.json`, cut down. */
export type Recovered = z.infer<typeof recovery>

/** Undefined where there is no file, or one that `vraem calibrate` did not write. */
export const readSummary = (text: string | undefined): Summary | undefined => read(summary, text)
/** Undefined where there is no file, or one that `vraem recover` did not write. */
export const readRecovered = (text: string | undefined): Recovered | undefined => read(recovery, text)

function read<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  return text === undefined ? undefined : schema.safeParse(jsonOf(text)).data
}

/** One swap of the mechanism contest, and how many patterns, answers and orders of packages it changes. */
export interface StructureRow {
  readonly swap: string
  readonly verdict: string
  readonly patterns: number
  readonly answers: number
  readonly ranks: number
}

/** Reads `docs/structure.csv`; undefined where there is none, or one that `vraem structure` did not write. */
export function readStructure(text: string | undefined): StructureRow[] | undefined {
  if (text === undefined) return undefined
  const [head, ...lines] = readCsv(text, 'docs/structure.csv').records
  if (head?.cells.slice(0, 3).join() !== 'swap,verdict,kind') return undefined
  const swaps = new Map<string, { swap: string; verdict: string; pattern: number; answer: number; rank: number }>()
  for (const { cells } of lines) {
    const [swap = '', verdict = '', kind = ''] = cells
    const row = swaps.get(swap) ?? { swap, verdict, pattern: 0, answer: 0, rank: 0 }
    swaps.set(swap, row)
    if (kind === 'pattern' || kind === 'answer' || kind === 'rank') row[kind] += 1
  }
  return [...swaps.values()].map(({ swap, verdict, pattern, answer, rank }) => ({
    swap,
    verdict,
    patterns: pattern,
    answers: answer,
    ranks: rank,
  }))
}
