/** The command line: reads the words, runs one command, gives the exit code. */
import { join } from 'node:path'
import { CommanderError } from 'commander'
import { formatProblem, InputError, type Problem } from '../evidence/problem.ts'
import { STOPPED_EXIT } from '../host/interrupt.ts'
import { modelProblems } from '../host/model-problems.ts'
import { Stopped } from '../host/pool.ts'
import { findRoot, packageOf } from '../host/root.ts'
import { commands } from './commands/index.ts'
import { type Io, processIo, visibleIo } from './io.ts'
import { languageOf } from './language.ts'
import { en, type Messages } from './messages/en.ts'
import { es } from './messages/es.ts'
import { unknownOption } from './options.ts'
import { allOptionNames, programOf } from './program.ts'

/** Exit codes: what users and scripts can rely on. */
const DONE = 0
const WRONG_INPUT = 2
const FAULT = 3

/**
 * Runs `vraem` with these words (without node and script). Gives the exit code: 0 done, 1 a check failed, 2 the input was
 * wrong, 3 a fault in the program, 130 stopped with Ctrl-C. Never throws.
 */
export async function main(argv: readonly string[], given: Io = processIo()): Promise<number> {
  const io = visibleIo(given)
  const language = languageOf(argv, io.env)
  const words = language === 'es' ? es : en
  const about = packageOf(join(findRoot(), 'package.json'))
  let code = DONE
  try {
    const face = { io, words, language, version: about.version ?? '0' }
    const program = programOf(commands, face, (result) => {
      code = result
    })
    // `vraem help run` is `vraem run --help`.
    const asked = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
    await program.parseAsync([...asked], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return await commanderEnd(error, argv, io)
    if (error instanceof InputError) return await wrongInput(error.problems, argv, io)
    if (error instanceof Stopped) {
      io.err(`${'words' in error ? error.words : words.stoppedPlain}\n`)
      return STOPPED_EXIT
    }
    const problems = modelProblems(error)
    if (problems !== undefined) return await wrongInput(problems, argv, io)
    return fault(error, argv, io, words, about.bugs?.url)
  }
}

async function wrongInput(problems: readonly Problem[], argv: readonly string[], io: Io): Promise<number> {
  io.err(problems.map((problem) => `${formatProblem(problem)}\n`).join(''))
  if (argv.includes('--json')) await io.out(`${JSON.stringify({ problems })}\n`)
  return WRONG_INPUT
}

/** Help and version end through an error too; what is left is an option before the command, or one without its value. */
async function commanderEnd(error: CommanderError, argv: readonly string[], io: Io): Promise<number> {
  if (error.exitCode === 0) return DONE
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const problem: Problem =
    error.code === 'commander.optionMissingArgument'
      ? {
          code: 'missing-value',
          file: 'vraem',
          field: word.split(' ')[0] ?? word,
          what: 'its value is missing',
          expected: word,
          todo: 'write a value after it, or leave it out',
        }
      : unknownOption(word, allOptionNames, 'vraem')
  return wrongInput([problem], argv, io)
}

function fault(error: unknown, argv: readonly string[], io: Io, words: Messages, url: string | undefined): number {
  const message = error instanceof Error ? error.message : String(error)
  io.err(`${words.fault(message.split('\n')[0] ?? message)}\n${words.reportFault(url)}\n`)
  const debug = argv.includes('--debug') || io.env.VRAEM_DEBUG !== undefined
  if (debug && error instanceof Error) io.err(`${error.stack ?? ''}\n`)
  return FAULT
}
