// Runs an algorithm to its end, or until it is stopped; and what is written between rounds.
import { sha256Hex } from '../../engine/hash.ts'
import type { Problem } from '../../evidence/problem.ts'
import type { Algorithm, FitTask, Progress, RunOutcome, RunRequest } from './task.ts'

/** Runs the model; outcomes in the order asked. */
export type Simulate = (requests: readonly RunRequest[]) => Promise<readonly RunOutcome[]> | readonly RunOutcome[]

export interface DriveOptions<State> {
  /** Where to go on; a new start when left out. */
  readonly from?: State
  readonly signal?: AbortSignal
  /** Told after each round. */
  readonly onProgress?: (progress: Progress) => void
  /** Given the state after each round, to be kept for going on later. */
  readonly onState?: (state: State) => void | Promise<void>
}

/** The last state, and whether the algorithm finished (false: it was stopped, and may go on from this state). */
export async function drive<State>(
  algorithm: Algorithm<State>,
  task: FitTask,
  seed: number,
  simulate: Simulate,
  options: DriveOptions<State> = {},
): Promise<{ state: State; finished: boolean }> {
  let state = options.from ?? algorithm.start(task, seed)
  for (;;) {
    if (options.signal?.aborted) return { state, finished: false }
    const wanted = algorithm.ask(task, state)
    if (wanted.length === 0) return { state, finished: true }
    const outcomes = await simulate(wanted)
    // runs cut short by a stop are not told: the round is asked again
    if (options.signal?.aborted && outcomes.length < wanted.length) return { state, finished: false }
    if (outcomes.length !== wanted.length)
      throw new RangeError(`${wanted.length} runs were asked for and ${outcomes.length} came back`)
    state = algorithm.tell(task, state, outcomes)
    options.onProgress?.(algorithm.progress(state))
    await options.onState?.(state)
  }
}

/** An interrupted calibration as it is written. */
interface Checkpoint<State> {
  readonly algorithm: string
  readonly seed: number
  /** Hash of the unknowns, the targets and `madeFor`. */
  readonly task: string
  readonly state: State
}

/** Hash of what a calibration rests on. `madeFor`: whatever else must not change, such as hashes of parameters and rules. */
export const hashOfTask = (task: FitTask, madeFor: string): string =>
  sha256Hex(JSON.stringify([task.names, task.targets.map(({ id, value, sd }) => [id, value, sd]), madeFor]))

export const saveCheckpoint = <State>(
  algorithm: Algorithm<State>,
  task: FitTask,
  seed: number,
  madeFor: string,
  state: State,
): string => `${JSON.stringify({ algorithm: algorithm.name, seed, task: hashOfTask(task, madeFor), state })}\n`

/** The state to go on from, or why not. */
export function readCheckpoint<State>(
  text: string,
  file: string,
  algorithm: Algorithm<State>,
  task: FitTask,
  seed: number,
  madeFor: string,
): { state?: State; problems: Problem[] } {
  const refuse = (code: string, what: string, expected: string): { problems: Problem[] } => ({
    problems: [{ code, file, what, expected, todo: 'run the calibration without --resume, or delete the file' }],
  })
  let saved: Partial<Checkpoint<State>> | null
  try {
    saved = JSON.parse(text)
  } catch {
    return refuse('checkpoint', 'it is not JSON, perhaps cut off while it was written', 'a checkpoint of a calibration')
  }
  if (saved === null || typeof saved !== 'object' || saved.state === undefined)
    return refuse('checkpoint', 'it holds no state', 'a checkpoint of a calibration')
  if (saved.algorithm !== algorithm.name)
    return refuse('checkpoint-algorithm', `it was written by ${saved.algorithm}`, algorithm.name)
  if (saved.seed !== seed) return refuse('checkpoint-seed', `it was made with seed ${saved.seed}`, `seed ${seed}`)
  if (saved.task !== hashOfTask(task, madeFor))
    return refuse('checkpoint-task', 'it was made for other targets, parameters or rules', 'what is calibrated now')
  return { state: saved.state, problems: [] }
}
