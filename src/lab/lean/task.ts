// The lean model as something to be fitted: the benchmark on which algorithms that need tens of thousands of runs can be tried.
import { type Held, heldLevels, heldOutcome } from '../calibrate/held.ts'
import type { CalibrationTarget } from '../calibrate/targets.ts'
import type { FitTask, RunOutcome, RunRequest } from '../calibrate/task.ts'
import { leanAnswer } from './answer.ts'
import type { LeanDrivers } from './drivers.ts'
import { runLean } from './model.ts'
import { LEAN_NAMES, leanValues } from './parameters.ts'

/** What of the targets the lean model answers, as a task, and its runs: no chance, about a millisecond each. */
export function leanTask(
  targets: readonly CalibrationTarget[],
  drivers: LeanDrivers,
): { task: FitTask; simulate: (requests: readonly RunRequest[]) => RunOutcome[] } {
  const answersOf = (u: ArrayLike<number>, of: readonly CalibrationTarget[]): (number | undefined)[] => {
    const values = leanValues(u)
    const run = runLean(values, drivers)
    return of.map((target) => leanAnswer(target, run, values, drivers))
  }
  const middle = answersOf(
    LEAN_NAMES.map(() => 0.5),
    targets,
  )
  const answered = targets.filter((_, k) => middle[k] !== undefined)
  const held: readonly Held[] = heldLevels(answered)
  return {
    task: { names: LEAN_NAMES, targets: held },
    simulate: (requests) =>
      requests.map(({ u }) => {
        const answers = answersOf(u, answered)
        return answers.every((v) => v !== undefined && Number.isFinite(v))
          ? heldOutcome(held, answers as number[])
          : null
      }),
  }
}
