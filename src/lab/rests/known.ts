// What the past tells of the unknowns behind an ensemble of draws: from the summary that a calibration writes.
import { z } from 'zod'
import type { DrawList } from '../draws.ts'
import { jsonOf } from '../own-file.ts'

/** Facts to this year screened the list of data/draws. */
const SCREENED_UNTIL = 2018

/** How the draws of an ensemble were made, as far as an answer rests on it. */
export interface Known {
  readonly kind: DrawList['kind']
  /** Year of the last facts that the draws were chosen by; absent for plain priors. */
  readonly until?: number
  /** Unknowns, switches and yearly shocks that the past narrows. Absent where the draws were not calibrated: then there are none. */
  readonly identified?: readonly string[]
  /** Hash of the whole list of draws, where it was calibrated. */
  readonly draws?: string
}

const summary = z.object({
  threshold: z.number(),
  marginals: z.array(z.object({ name: z.string(), identified: z.boolean(), contraction: z.number() })),
  shocks: z.array(z.object({ name: z.string(), contraction: z.number() })),
  influences: z.array(z.object({ name: z.string() })),
})
const manifest = z.object({ until: z.int(), draws: z.string().exactOptional() })

/** What a calibration fitted, and what it could not tell. */
export interface Identification {
  /** Unknowns that were fitted. */
  readonly fitted: number
  /** Those that the facts do not tell: spread now over that of the prior, 1 for no narrower. The widest first. */
  readonly open: readonly { readonly name: string; readonly contraction: number }[]
  /** Unknowns that moved no fact enough to be fitted: they keep their priors. */
  readonly kept: number
}

/** Undefined where there is no summary that can be read. */
export function identificationIn(posterior: Readonly<Record<string, string>>): Identification | undefined {
  const found = summary.safeParse(jsonOf(posterior['summary.json']))
  if (!found.success) return undefined
  const { marginals, influences } = found.data
  const names = new Set(marginals.map(({ name }) => name))
  return {
    fitted: marginals.length,
    open: marginals
      .flatMap(({ name, identified, contraction }) => (identified ? [] : [{ name, contraction }]))
      .sort((a, b) => b.contraction - a.contraction),
    kept: influences.filter(({ name }) => !names.has(name)).length,
  }
}

/** Reads `summary.json` and `manifest.json` of a posterior. A summary that is missing or cannot be read identifies nothing. */
export function knownOf({ kind }: Pick<DrawList, 'kind'>, posterior: Readonly<Record<string, string>>): Known {
  if (kind === 'prior') return { kind }
  if (kind === 'screened') return { kind, until: SCREENED_UNTIL }
  const made = manifest.safeParse(jsonOf(posterior['manifest.json']))
  const found = summary.safeParse(jsonOf(posterior['summary.json']))
  return {
    kind,
    ...(made.success ? made.data : {}),
    identified: found.success
      ? [
          ...found.data.marginals.filter(({ identified }) => identified).map(({ name }) => name),
          ...found.data.shocks.filter(({ contraction }) => contraction < found.data.threshold).map(({ name }) => name),
        ]
      : [],
  }
}
