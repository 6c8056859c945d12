// From mechanisms and the text of their rules to a machine; the only part of the engine that needs the compiler.
import { compile, type Declarations, type Files, stepsOf } from '../language/index.ts'
import { attach, type Code, type Machine, type MomentShape, type RuleUse } from './machine.ts'
import type { Mechanism, StateDeclarations } from './model.ts'
import { checkSchedule, type RuleStage, type Stage, stagesOf } from './schedule.ts'
import { type Kernels, kernelsHere } from './support.ts'

export interface MachineOptions {
  /** Ids of mechanisms to leave out: a rule by its stand-in, a step by its `without` or by nothing. */
  readonly switchedOff?: Iterable<string>
  /** For a memory shared between workers. */
  readonly shared?: boolean
  /** How to compile the rules; what this machine can run, when absent. */
  readonly kernels?: Kernels
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
  { switchedOff = [], shared = false, kernels = kernelsHere() }: MachineOptions = {},
): Machine<M> {
  const off = new Set(switchedOff)
  checkSchedule(state, mechanisms, files, params, off)
  const stages = stagesOf(mechanisms, off)
  const compiled = compileStages(files, ruleDeclarations(state, files, params), stages, shared, kernels)
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
  kernels: Kernels,
): Pick<Code, 'params' | 'uses' | 'kernels' | 'bytes' | 'gaps' | 'columns' | 'steps' | 'shared'> {
  const rules = stages.filter((stage): stage is RuleStage => stage.kind === 'rules')
  const params = Object.keys(declarations.param)
  const columns = Object.keys(declarations.household)
  const empty = { params, uses: {}, kernels, bytes: new Uint8Array(), gaps: [], columns, steps: {}, shared }
  if (rules.length === 0) return empty
  const lists = Object.fromEntries(rules.map((stage) => [stage.kernel, stage.rules]))
  const compiled = compile(files, lists, declarations, {
    id: 'id',
    drawOnce: true,
    shared,
    vectors: kernels === 'simd',
    gaps: kernels === 'simd',
  })
  const accesses = Object.values(compiled.kernels).flatMap((lowered) => lowered.rules)
  const uses = accesses.map(({ name, reads, writes, draws }): [string, RuleUse] => [
    name,
    { reads: [...reads].sort(), writes: [...writes].sort(), draws: [...draws].sort() },
  ])
  const { bytes, gaps } = compiled
  if (kernels !== 'plain') return { ...empty, uses: Object.fromEntries(uses), bytes, gaps }
  const steps = Object.entries(compiled.kernels).map(([name, lowered]) => [name, stepsOf(lowered, declarations)])
  return { ...empty, uses: Object.fromEntries(uses), steps: Object.fromEntries(steps) }
}
