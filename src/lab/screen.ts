// Draws whose history is not absurd: the priors cut down by the patterns dated 2018 or earlier.
import type { Cells } from './cells.ts'
import type { DrawList } from './draws.ts'
import { meets } from './patterns/patterns.ts'
import type { Pattern } from './patterns/schema.ts'
import { yearsOf } from './patterns/schema.ts'

/** What a draw must do to be kept. */
export interface ScreenRule {
  readonly patterns: readonly Pattern[]
  /** Of the C-patterns, how many may be missed. Bounds may not be missed. */
  readonly misses: number
}

/** C-patterns with facts up to 2018, and the bounds: what draws are screened by. */
export const screenPatterns = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.filter(
    ({ role, answer, tests }) =>
      answer === 'history' &&
      (role === 'bound' || (role === 'C' && tests.flatMap(yearsOf).every((year) => year <= 2018))),
  )

export interface Verdict {
  readonly draw: number
  readonly kept: boolean
  /** Ids of the patterns missed. */
  readonly missed: readonly string[]
}

/** Judges one run of history. Throws RangeError when the run did not keep what a pattern needs. */
export function judge(draw: number, rule: ScreenRule, cells: Cells, values: ArrayLike<number>): Verdict {
  const missed = rule.patterns.filter((pattern) => {
    const answer = meets(pattern, cells, values)
    if (answer === undefined) throw new RangeError(`the run lacks what pattern ${pattern.id} needs`)
    return answer.met < answer.of
  })
  const bounds = missed.some(({ role }) => role === 'bound')
  return { draw, kept: !bounds && missed.length <= rule.misses, missed: missed.map(({ id }) => id) }
}

/**
 * The draws kept, in the order tried. `runMember` gives the values of history under a draw, laid out by `cells`. Ends when
 * `want` draws are kept or the candidates are used up.
 */
export function screen(
  candidates: DrawList,
  rule: ScreenRule,
  cells: Cells,
  runMember: (draw: number) => ArrayLike<number>,
  want = candidates.indices.length,
): { list: DrawList; verdicts: Verdict[] } {
  const verdicts: Verdict[] = []
  let kept = 0
  for (const draw of candidates.indices) {
    if (kept >= want) break
    const verdict = judge(draw, rule, cells, runMember(draw))
    verdicts.push(verdict)
    if (verdict.kept) kept++
  }
  return { list: screenedList(candidates.seed, rule, verdicts), verdicts }
}

/** The list from verdicts, for a host that runs the members itself. */
export function screenedList(seed: number, rule: ScreenRule, verdicts: readonly Verdict[], madeFor?: string): DrawList {
  const indices = verdicts.filter(({ kept }) => kept).map(({ draw }) => draw)
  const ids = rule.patterns.map(({ id }) => id)
  return {
    kind: 'screened',
    seed,
    indices,
    tried: verdicts.length,
    criteria: [...ids, `misses allowed: ${rule.misses}`],
    note: {
      en: `Draws from the priors; ${indices.length} of ${verdicts.length} kept, whose history misses no bound and at most ${rule.misses} of the patterns dated 2018 or earlier. Not a calibration.`,
      es: `Muestras de las distribuciones previas; quedan ${indices.length} de ${verdicts.length}, cuya historia cumple los límites y falla a lo más ${rule.misses} de los patrones fechados hasta 2018. No es una calibración.`,
    },
    ...(madeFor === undefined ? {} : { madeFor }),
  }
}
