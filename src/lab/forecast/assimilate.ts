// New figures taken into a posterior: its draws are run on, and moved by an ensemble inversion towards what was reported.
import { normalCdf } from '../../engine/distributions.ts'
import { chanceOf } from '../calibrate/chance.ts'
import { drive } from '../calibrate/drive.ts'
import { ensembleInversion } from '../calibrate/inversion.ts'
import { type FitTarget, type RunOutcome, scores } from '../calibrate/task.ts'
import { listOf, type RunTrials, type Trial, trialAt } from '../calibrate/trial.ts'
import type { DrawList, Fitted } from '../draws.ts'

export interface Assimilating {
  readonly list: DrawList
  /** What was reported; the answers of `run` begin with these, in their order. */
  readonly targets: readonly FitTarget[]
  /** Shocks of the new years, which no draw has yet. */
  readonly added: readonly string[]
  readonly run: RunTrials
  readonly signal: AbortSignal
  readonly onProgress?: (done: number) => void
}

export interface Assimilated {
  /** The new posterior: draws of equal weight. */
  readonly list: DrawList
  /** Answers of the draws, before and after, to all that `run` answers. */
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
  readonly moved: readonly Moved[]
  readonly runs: number
}

/** What happened to one unknown; numbers of the prior's quantiles, or of standard normals for shocks. */
export interface Moved {
  readonly name: string
  readonly shock: boolean
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Of the means as normal scores, in standard deviations of what was believed before. */
  readonly by: number
  /** Spread now over spread before. */
  readonly narrowed: number
}

/** Steps at most: few figures are taken in at once. */
const STEPS = 4
/** Fewer draws say nothing of how unknowns and figures hang together. */
export const FEWEST = 8

/**
 * The posterior with the new figures taken in; undefined where it was stopped. Correlations that chance alone would make count for
 * nothing. Throws RangeError for a list that is no posterior, or of which fewer than eight draws run.
 */
export async function assimilate(wish: Assimilating): Promise<Assimilated | undefined> {
  const { list, targets, added, signal } = wish
  if (list.fitted === undefined) throw new RangeError('the list is no posterior')
  const names = [...list.fitted.unknowns, ...list.fitted.shocks, ...added]
  const { flat } = list.fitted
  const all = pointsOf(list.fitted, added, list.seed)
  let runs = 0
  const answered = async (points: readonly (readonly number[])[], draws: readonly number[]) => {
    const trials = points.map((u, k) => trialAt(names, u, draws[k] as number, flat))
    runs += trials.length
    return { trials, answers: await wish.run(trials) }
  }
  const first = await answered(all, list.indices)
  if (first.answers.length < all.length) return undefined
  const good = all.map((_, k) => k).filter((k) => first.answers[k] !== null)
  if (good.length < FEWEST) throw new RangeError(`${good.length} draws run to the new year`)
  const draws = good.map((k) => list.indices[k] as number)
  let latest: { trials: readonly Trial[]; answers: readonly RunOutcome[] } = {
    trials: good.map((k) => first.trials[k] as Trial),
    answers: good.map((k) => first.answers[k] as RunOutcome),
  }
  const before = latest
  const points = good.map((k) => all[k] as readonly number[])
  const algorithm = ensembleInversion({
    size: points.length,
    steps: STEPS,
    taper: true,
    groups: [{ points, share: 1 }],
  })
  let asked = 0
  const { finished } = await drive(
    algorithm,
    { names, targets },
    list.seed,
    async (requests) => {
      // the first round asks for what was just run
      if (asked++ > 0)
        latest = await answered(
          requests.map(({ u }) => u),
          draws,
        )
      return latest.answers.map((answer) => answer?.slice(0, targets.length) ?? null)
    },
    { signal, onProgress: ({ done }) => wish.onProgress?.(done) },
  )
  if (!finished) return undefined
  const kept = latest.trials.flatMap((trial, k) => {
    const [now, then] = [latest.answers[k], before.answers[k]]
    return now && then ? [{ trial, now, then, old: before.trials[k] as Trial }] : []
  })
  return {
    list: listOf(
      kept.map(({ trial }) => trial),
      list.seed,
    ),
    before: kept.map(({ then }) => then),
    after: kept.map(({ now }) => now),
    moved: names.map((name) =>
      movedOf(
        name,
        kept.map(({ old }) => old),
        kept.map(({ trial }) => trial),
      ),
    ),
    runs,
  }
}

/** Draws on the unit cube; the shocks of new years as chance has them. */
function pointsOf({ unknowns, rows }: Fitted, added: readonly string[], seed: number): number[][] {
  const chance = chanceOf(seed, `new year ${added.join()}`)
  return rows.map((row, k) => [
    ...row.map((value, j) => (j < unknowns.length ? value : normalCdf(value))),
    ...added.map((_, j) => chance.uniform(k, j)),
  ])
}

function movedOf(name: string, old: readonly Trial[], now: readonly Trial[]): Moved {
  const shock = old[0]?.given.u[name] === undefined
  const valuesOf = (trials: readonly Trial[]) =>
    trials.map(({ given }) => (shock ? given.shocks[name] : given.u[name]) as number)
  const [before, after] = [valuesOf(old), valuesOf(now)]
  const [a, b] = [before, after].map((values) => momentsOf(shock ? values : scores(values)))
  const spread = a?.sd ?? 0
  const by = spread === 0 ? 0 : ((b?.mean ?? 0) - (a?.mean ?? 0)) / spread
  return { name, shock, before, after, by, narrowed: spread === 0 ? 1 : (b?.sd ?? 0) / spread }
}

function momentsOf(values: ArrayLike<number>): { mean: number; sd: number } {
  const all = Array.from(values)
  const mean = all.reduce((sum, v) => sum + v, 0) / all.length
  return { mean, sd: Math.sqrt(all.reduce((sum, v) => sum + (v - mean) ** 2, 0) / all.length) }
}
