// From mechanisms and the text of their rules to a machine; the only part of the engine that needs the compiler.
import { compile, type Declarations, type Files } from '../language/index.ts'
import { attach, type Code, type Machine, type MomentShape, type RuleUse } from './machine.ts'
import type { Mechanism, StateDeclarations } from './model.ts'
import { checkSchedule, type RuleStage, type Stage, stagesOf } from './schedule.ts'

export interface MachineOptions {
  /** Ids of mechanisms to leave out: a rule by its stand-in, a step by its `without` or by nothing. */
  readonly switchedOff?: Iterable<string>
  /** For a memory shared between workers. */
  readonly shared?: boolean
}

/**
 * Compiles a model.
 *
 * mechanisms: in the order of the month. files: path -> text of the rule files and of all that they import. params: all
 * parameters; those that rules mention enter the kernels' row.
 *
 * Throws ModelError when the schedule does not fit the state, the language's Refused when a rule is wrong.
 */
export function buildMachine<M extends MomentShape>(
  state: StateDeclarations,
  mechanisms: readonly Mechanism<M>[],
  files: Files,
  params: Readonly<Record<string, ParameterDeclaration>>,
  { switchedOff = [], shared = false }: MachineOptions = {},
): Machine<M> {
  const off = new Set(switchedOff)
  checkSchedule(state, mechanisms, files, params, off)
  const stages = stagesOf(mechanisms, off)
  const compiled = compileStages(files, ruleDeclarations(state, files, params), stages, shared)
  return attach(state, mechanisms, { stages, switchedOff: [...off], ...compiled })
}

/** A parameter as the rules see it. */
export interface ParameterDeclaration {
  readonly unit: string
  readonly about: string
}

/** What rules may name: the state, the identity that keys the draws, and those parameters that some file mentions. */
export function ruleDeclarations(
  state: StateDeclarations,
  files: Readonly<Record<string, string>>,
  params: Readonly<Record<string, ParameterDeclaration>>,
): Declarations {
  const texts = Object.values(files)
  const mentioned = new Set(texts.flatMap((text) => [...text.matchAll(/\bp\.(\w+)/g)].map(([, name]) => name)))
  const param = Object.entries(params)
    .filter(([name]) => mentioned.has(name))
    .map(([name, { unit, about }]) => [name, { unit, about, value: 0 }])
  return {
    household: { id: { type: 'i32', unit: '1', about: 'keys the draws', fixed: true }, ...state.household },
    district: state.district,
    param: Object.fromEntries(param),
    sums: state.sums,
    streams: state.streams,
  }
}

/** Compiles the kernels of these stages. Throws the language's Refused with every mistake in the rules. */
export function compileStages(
  files: Readonly<Record<string, string>>,
  declarations: Declarations,
  stages: readonly Stage[],
  shared: boolean,
): Pick<Code, 'params' | 'uses' | 'bytes' | 'shared'> {
  const rules = stages.filter((stage): stage is RuleStage => stage.kind === 'rules')
  const params = Object.keys(declarations.param)
  if (rules.length === 0) return { params, uses: {}, bytes: new Uint8Array(), shared }
  const lists = Object.fromEntries(rules.map((stage) => [stage.kernel, stage.rules]))
  const { bytes, kernels } = compile(files, lists, declarations, { id: 'id', shared })
  const accesses = Object.values(kernels).flatMap((lowered) => lowered.rules)
  const uses = accesses.map(({ name, reads, writes, draws }): [string, RuleUse] => [
    name,
    { reads: [...reads].sort(), writes: [...writes].sort(), draws: [...draws].sort() },
  ])
  return { params, uses: Object.fromEntries(uses), bytes: Uint8Array.from(bytes), shared }
}
