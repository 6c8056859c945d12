// Morris screening as an algorithm: path after path through all unknowns, then those that matter most for what is fitted.
import { elementaryEffects, morrisTrajectories } from '../sensitivity/morris.ts'
import { chanceOf } from './chance.ts'
import { type Algorithm, type FitTask, usable } from './task.ts'

export interface ScreeningOptions {
  /** Paths. A path runs once more than there are unknowns. */
  readonly paths: number
  readonly levels: number
}

export interface ScreeningState {
  readonly seed: number
  readonly runs: number
  readonly path: number
  /** Answers of each point by path; null for a path with a failed run. */
  readonly outcomes: readonly (readonly (readonly number[])[] | null)[]
}

const designOf = (task: FitTask, seed: number, { paths, levels }: ScreeningOptions) =>
  morrisTrajectories(paths, levels, task.names.length, chanceOf(seed, 'screening'))

/** Every point of a path is run with the chance of that path, so that its steps show the unknowns alone. */
export function morrisScreening(given: Partial<ScreeningOptions> = {}): Algorithm<ScreeningState> {
  const options = { paths: 10, levels: 6, ...given }
  return {
    name: 'morris-screening',
    start: (_task, seed) => ({ seed, runs: 0, path: 0, outcomes: [] }),
    ask: (task, { seed, path }) =>
      path >= options.paths
        ? []
        : (designOf(task, seed, options)[path]?.points ?? []).map((u) => ({ u: Array.from(u), seed: path })),
    tell: (task, state, outcomes) => {
      const found = outcomes.map((outcome) => usable(outcome, task))
      const whole = found.every((outcome) => outcome !== null)
      return {
        ...state,
        runs: state.runs + outcomes.length,
        path: state.path + 1,
        outcomes: [...state.outcomes, whole ? (found as (readonly number[])[]) : null],
      }
    },
    // it weighs unknowns, not points
    posterior: () => [],
    progress: ({ path, runs }) => ({
      done: path / options.paths,
      runs,
      words: `path ${path} of ${options.paths} through the unknowns`,
    }),
  }
}

export interface Influence {
  readonly name: string
  /** Root mean square over the targets of the mean absolute effect, in standard deviations of the target; none counts more than 3. */
  readonly weight: number
  /** The target on which it acts most, and by how many of its standard deviations. */
  readonly most: { readonly target: string; readonly effect: number }
}

/** Unknowns in the order of what they do to the targets. Throws RangeError when every path failed. */
export function influences(task: FitTask, state: ScreeningState, given: Partial<ScreeningOptions> = {}): Influence[] {
  const options = { paths: 10, levels: 6, ...given }
  const design = designOf(task, state.seed, options)
  const places = state.outcomes.flatMap((outcome, k) => (outcome ? [k] : []))
  if (places.length === 0) throw new RangeError('every path of the screening has a failed run')
  const paths = places.map((k) => design[k] as (typeof design)[number])
  const effects = task.targets.map(({ sd }, j) =>
    elementaryEffects(
      paths,
      places.map((k) => (state.outcomes[k] ?? []).map((answers) => (answers[j] as number) / sd)),
    ),
  )
  return task.names
    .map((name, i): Influence => {
      const own = effects.map((of) => of[i]?.muStar ?? 0)
      const top = own.indexOf(Math.max(...own))
      const sum = own.reduce((all, v) => all + Math.min(v, 3) ** 2, 0)
      return {
        name,
        weight: Math.sqrt(sum / own.length),
        most: { target: task.targets[top]?.id ?? '', effect: own[top] ?? 0 },
      }
    })
    .sort((a, b) => b.weight - a.weight)
}
