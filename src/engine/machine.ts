// A model made ready to run: mechanisms in order, rules compiled. Made once per process and used by every world.
import type { Gap } from '../language/index.ts'
import type { KernelSteps } from '../language/stepwise.ts'
import { refuse } from './fault.ts'
import type { Mechanism, StateDeclarations } from './model.ts'
import { type ModuleFor, modulesOf } from './modules.ts'
import type { Stage, StepStage } from './schedule.ts'
import type { Kernels } from './support.ts'

/** What a rule touches: 'h.cash', 'd.leafPrice', 'p.leafYield', 'o.income'; streams by name. */
export interface RuleUse {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly draws: readonly string[]
}

/** The compiled part of a machine: plain data, can be posted to a worker. */
export interface Code {
  readonly stages: readonly Stage[]
  readonly switchedOff: readonly string[]
  /** Parameters in the kernels' row. */
  readonly params: readonly string[]
  /** By rule name. */
  readonly uses: Readonly<Record<string, RuleUse>>
  /** What the rules are compiled to; all give the same bits. */
  readonly kernels: Kernels
  /** `simd`, `scalar`: a WebAssembly module; else empty, as when the schedule has no rule. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where `bytes` lack the address of a column, and the columns that gaps count. */
  readonly gaps: readonly Gap[]
  readonly columns: readonly string[]
  /** `plain`: what each kernel does, step by step; else empty. */
  readonly steps: Readonly<Record<string, KernelSteps>>
  /** Whether it wants a shared memory. */
  readonly shared: boolean
}

/** The part of a moment that the engine sets; see model.ts for all of it. */
export interface MomentShape {
  readonly district: readonly unknown[]
  readonly p: unknown
  readonly lever: unknown
  readonly world: unknown
  readonly month: number
}

export interface Machine<M extends MomentShape> {
  readonly state: StateDeclarations
  readonly mechanisms: readonly Mechanism<M>[]
  readonly code: Code
  /** Undefined when the schedule has no rule, or its rules run as plain steps. */
  readonly moduleFor: ModuleFor | undefined
}

/**
 * The machine again from its code, in a worker that has imported the same state and mechanisms. Throws ModelError when a
 * step of the code is not among the mechanisms.
 */
export function attach<M extends MomentShape>(
  state: StateDeclarations,
  mechanisms: readonly Mechanism<M>[],
  code: Code,
): Machine<M> {
  const steps = new Set(mechanisms.filter((one) => one.kind === 'step').map((one) => one.id))
  const lost = code.stages.filter((stage) => stage.kind === 'step' && !steps.has(stage.mechanism)) as StepStage[]
  refuse(
    lost.map(({ mechanism }) => ({
      where: mechanism,
      what: 'is in the code but is no step here',
      expected: 'the mechanisms that the code was made from',
      todo: 'build the machine again',
    })),
  )
  return { state, mechanisms, code, moduleFor: code.bytes.length > 0 ? modulesOf(code) : undefined }
}

/** Switches steps off in a machine that is built, without compiling; rules need `buildMachine`. Throws RangeError for a rule. */
export function withoutSteps<M extends MomentShape>(machine: Machine<M>, ids: Iterable<string>): Machine<M> {
  const off = new Set([...machine.code.switchedOff, ...ids])
  for (const id of ids)
    if (!machine.mechanisms.some((one) => one.kind === 'step' && one.id === id))
      throw new RangeError(`${id} is not a step of this machine`)
  return { ...machine, code: { ...machine.code, switchedOff: [...off] } }
}
