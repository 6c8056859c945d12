/** Instruments of scenarios in all sets, and one before the others, as one study. */
import { InputError, type Problem } from '../evidence/problem.ts'
import type { DrawList } from '../lab/draws.ts'
import {
  factorial,
  firsts,
  type Instrument,
  type InstrumentWord,
  instrumentsOf,
} from '../lab/interactions/instruments.ts'
import { type Interactions, interactionsOf } from '../lab/interactions/interactions.ts'
import { resolve } from '../lab/scenario/library.ts'
import { model } from '../system/model.ts'
import type { Laboratory } from './laboratory.ts'
import { runStudy, type StudyWish } from './studies.ts'

/** The scenario in which no instrument is in force. */
export const BASE = 'baseline'

export interface InteractionsWish extends Omit<StudyWish, 'policies'> {
  readonly instruments: readonly Instrument[]
  /** Months by which all but the first instrument begin later. */
  readonly late: number
  readonly draws: DrawList
}

/** Instruments as words name them; the scenarios are there. Throws InputError with every problem. */
export function readInstruments(lab: Laboratory, words: readonly InstrumentWord[]): Instrument[] {
  const base = resolve(BASE, lab.scenarios, lab.vocabulary)
  const wanted = words.map((word) => ({ word, resolved: resolve(word.scenario, lab.scenarios, lab.vocabulary) }))
  const { instruments, problems } = instrumentsOf(base, wanted, model.levers)
  if (problems.length > 0) throw new InputError(problems)
  return instruments
}

/** Problems of the words before anything is opened: too few, too many, twice. */
export function countProblems(words: readonly string[], command: string): Problem[] {
  const twice = words.filter((word, k) => words.indexOf(word) < k)
  const at = { code: 'instruments', file: command }
  return [
    ...(words.length < 2 || words.length > 6
      ? [
          {
            ...at,
            what: `${words.length} ${words.length === 1 ? 'instrument is' : 'instruments are'} named`,
            expected: 'two to six; five of the shipped packages when none is named',
            todo: words.length < 2 ? 'name another one' : 'leave some out: each doubles the runs',
          },
        ]
      : []),
    ...twice.map((word) => ({
      ...at,
      field: word,
      what: 'it is named twice',
      expected: 'each once',
      todo: 'leave one out',
    })),
  ]
}

/** Throws InputError, and Stopped when `signal` is aborted: finished futures are in the folder. */
export async function runInteractions(lab: Laboratory, wish: InteractionsWish): Promise<Interactions> {
  const { instruments, late, ...rest } = wish
  const base = resolve(BASE, lab.scenarios, lab.vocabulary)
  const { study } = await runStudy(lab, {
    ...rest,
    policies: [...factorial(base, instruments), ...firsts(base, instruments, late)],
  })
  return interactionsOf(study, instruments, late)
}
