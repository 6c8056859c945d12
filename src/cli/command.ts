/** What a command is: its name, what may stand after it, and what it does. */
import type { Io } from './io.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages/en.ts'
import type { OptionName, Options } from './options.ts'

/** One call of a command, with its words and options read and checked. */
export interface Call {
  readonly io: Io
  readonly words: Messages
  readonly language: Language
  /** As the user writes it: `vraem compare`. */
  readonly command: string
  /** Words that are no options. */
  readonly operands: readonly string[]
  readonly options: Options
}

export interface CommandSpec {
  /** One or two words: `run`, `data check`. */
  readonly name: keyof Messages['commands']
  /** Placeholder of the operands as help shows it: `SCENARIO`, `[SCENARIO ...]`; absent when it takes none. */
  readonly operands?: string
  /** Least and most operands. */
  readonly count: readonly [number, number]
  /** Operands are names of scenarios, or paths of scenario files. */
  readonly scenarios?: true
  /** Options beside the common ones. */
  readonly options: readonly OptionName[]
  /** Does the work and gives the exit code: 0 done, 1 a check failed. Wrong input is an InputError. */
  run(call: Call): Promise<number>
}
