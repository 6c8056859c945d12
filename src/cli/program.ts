/** The commands as commander sees them. It splits words and writes help; what is wrong with them is said in our own form. */
import { Command, Option } from 'commander'
import { InputError, nearest, type Problem } from '../evidence/problem.ts'
import { shippedNames, unknownScenarios } from '../host/named.ts'
import { findRoot } from '../host/root.ts'
import type { Call, CommandSpec } from './command.ts'
import type { Io } from './io.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages/en.ts'
import { COMMON, flagsOf, type OptionName, optionKinds, readOptions, unknownOption } from './options.ts'

interface Face {
  readonly io: Io
  readonly words: Messages
  readonly language: Language
  readonly version: string
}

/** The program with all commands; `done` is told the exit code of the one that ran. */
export function programOf(commands: readonly CommandSpec[], face: Face, done: (code: number) => void): Command {
  const program = dressed(new Command('vraem'), face)
  program.description(face.words.about).version(face.version, '-V, --version', face.words.version)
  program.option(flagsOf('lang'), face.words.options.lang).helpCommand(false).enablePositionalOptions()
  program.argument('[command]').usage(`${face.words.commandWord} ${face.words.optionsWord}`).allowExcessArguments()
  program.action((name: string | undefined) => {
    if (name === undefined) program.outputHelp()
    else
      throw new InputError([
        unknownCommand(
          name,
          'vraem',
          commands.map((spec) => spec.name),
        ),
      ])
  })
  for (const spec of commands) addCommand(program, spec, face, done)
  return program
}

function addCommand(program: Command, spec: CommandSpec, face: Face, done: (code: number) => void): void {
  const [first = '', second] = spec.name.split(' ')
  const parent = second === undefined ? program : groupOf(program, first, face)
  const command = dressed(new Command(second ?? first), face)
  const words = face.words.commands[spec.name]
  command.description(words.about)
  if (spec.operands !== undefined) command.argument('[operands...]')
  command.usage(`${spec.operands === undefined ? '' : `${spec.operands} `}${face.words.optionsWord}`)
  // What is wrong is collected by our own checks, all at once.
  command.allowUnknownOption().allowExcessArguments()
  for (const name of new Set<OptionName>([...spec.options, ...COMMON])) {
    const option = new Option(flagsOf(name), face.words.options[name])
    command.addOption(option)
  }
  command.addHelpText(
    'after',
    `\n${face.words.examples}\n${words.examples.map((line) => `  ${line}`).join('\n')}\n\n${face.words.exitCodes}`,
  )
  command.action(async () => done(await spec.run(await callOf(command, spec, face))))
  parent.addCommand(command)
}

/** A word that only leads to others, as `data` does. */
function groupOf(program: Command, name: string, face: Face): Command {
  const known = program.commands.find((command) => command.name() === name)
  if (known) return known
  const group = dressed(new Command(name), face).argument('[command]').usage(face.words.commandWord).helpCommand(false)
  // A misspelt command is told as that, whatever options follow it.
  group.allowUnknownOption().allowExcessArguments()
  group.description(face.words.groups[name as keyof Messages['groups']])
  group.action((word: string | undefined) => {
    const names = group.commands.map((command) => command.name())
    if (word === undefined) group.outputHelp()
    else throw new InputError([unknownCommand(word, `vraem ${name}`, names)])
  })
  program.addCommand(group)
  return group
}

function dressed(command: Command, face: Face): Command {
  const { words, io } = face
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Arguments:': words.argumentsTitle,
    'Options:': words.optionsTitle,
    'Commands:': words.commandsTitle,
  }
  command.helpOption('-h, --help', words.help)
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    helpWidth: Math.min(io.columns, 120),
    visibleArguments: () => [],
    subcommandTerm: (sub) => sub.name(),
  })
  command.configureOutput({ writeOut: (text) => void io.out(text), writeErr: () => undefined })
  return command.exitOverride()
}

/** Words and options of the call, or an InputError with everything that is wrong with them. */
async function callOf(command: Command, spec: CommandSpec, face: Face): Promise<Call> {
  const name = `vraem ${spec.name}`
  const { options, problems } = readOptions(command.opts(), name)
  const strange = command.args.findIndex((word) => /^-./.test(word))
  const operands = strange < 0 ? command.args : command.args.slice(0, strange)
  const known = [...new Set([...spec.options, ...COMMON])]
  problems.push(
    ...command.args.filter((word) => /^-./.test(word)).map((word) => unknownOption(word, known, name)),
    ...countProblems(operands, spec, options.resume !== undefined || strange >= 0, name),
    ...(spec.scenarios === true ? unknownScenarios(operands, await shippedNames(findRoot()), name) : []),
  )
  if (problems.length > 0) throw new InputError(problems)
  return { io: face.io, words: face.words, language: face.language, command: name, operands, options }
}

/** `lenient`: something else may explain that operands are missing. */
function countProblems(operands: readonly string[], spec: CommandSpec, lenient: boolean, name: string): Problem[] {
  const [least, most] = spec.count
  const expected = spec.operands ?? 'nothing but options'
  if (operands.length < least && !lenient) {
    const what =
      operands.length === 0 ? 'something is missing after the command' : `"${operands.join(' ')}" is not enough`
    return [{ code: 'missing-operand', file: name, what, expected, todo: `look at ${name} --help` }]
  }
  return operands.slice(most).map((word) => ({
    code: 'unexpected-operand',
    file: name,
    what: `"${word}" has no meaning here`,
    expected,
    todo: `leave it out, or look at ${name} --help`,
  }))
}

function unknownCommand(word: string, program: string, names: readonly string[]): Problem {
  const near = nearest(word, names)
  return {
    code: 'unknown-command',
    file: program,
    what: `there is no command "${word}"`,
    expected: names.join(', '),
    todo: near === undefined ? `look at ${program} --help` : `write ${program} ${near} if you meant that`,
  }
}

/** Options of any command, for words at the wrong place. */
export const allOptionNames = Object.keys(optionKinds) as readonly OptionName[]
