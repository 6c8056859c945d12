// The order of a month: mechanisms act in the order of the list; neighbouring household rules that the same households run
// are fused into one kernel.
import { type Fault, refuse } from './fault.ts'
import type { Mechanism, StateDeclarations, StepMechanism } from './model.ts'
import { RESERVED } from './rows.ts'

export interface StepStage {
  readonly kind: 'step'
  readonly mechanism: string
}
export interface RuleStage {
  readonly kind: 'rules'
  /** Name of the kernel. */
  readonly kernel: string
  readonly when: 'monthly' | 'review'
  readonly mechanisms: readonly string[]
  /** Rules in the order in which they run: stand-ins where a mechanism is switched off. */
  readonly rules: readonly string[]
}
export type Stage = StepStage | RuleStage

/** The stages of a month; `off` holds the ids of mechanisms that are switched off. */
export function stagesOf<M>(mechanisms: readonly Mechanism<M>[], off: ReadonlySet<string>): Stage[] {
  const stages: Stage[] = []
  for (const one of mechanisms) {
    if (one.kind === 'step') {
      stages.push({ kind: 'step', mechanism: one.id })
      continue
    }
    const rule = off.has(one.id) ? one.without : one.rule
    const last = stages.at(-1)
    if (last?.kind === 'rules' && last.when === one.when)
      stages[stages.length - 1] = {
        ...last,
        mechanisms: [...last.mechanisms, one.id],
        rules: [...last.rules, rule],
      }
    else
      stages.push({
        kind: 'rules',
        kernel: `${one.when}${stages.length}`,
        when: one.when,
        mechanisms: [one.id],
        rules: [rule],
      })
  }
  return stages
}

/**
 * Checks what mechanisms say of themselves against the state, the parameters and the rule files; throws ModelError with all
 * faults. The text of the rules is the compiler's to judge.
 */
export function checkSchedule<M>(
  state: StateDeclarations,
  mechanisms: readonly Mechanism<M>[],
  files: Readonly<Record<string, string>>,
  params: Readonly<Record<string, unknown>>,
  off: ReadonlySet<string>,
): void {
  const faults = [...stateFaults(state), ...idFaults(mechanisms, off)]
  for (const one of mechanisms) {
    if (one.kind === 'step') faults.push(...stepFaults(state, one, params))
    else if (files[one.file] === undefined)
      faults.push(
        fault(one.id, `names the file ${one.file}`, `one of ${Object.keys(files).join(', ')}`, 'correct `file`'),
      )
    else {
      if (!declares(files[one.file], one.rule))
        faults.push(fault(one.id, `names the rule ${one.rule}`, `a rule exported by ${one.file}`, 'correct `rule`'))
      if (!Object.values(files).some((text) => declares(text, one.without)))
        faults.push(fault(one.id, `names the stand-in ${one.without}`, 'a rule of a rule file', 'correct `without`'))
    }
  }
  refuse(faults)
}

const fault = (where: string, what: string, expected: string, todo: string): Fault => ({ where, what, expected, todo })

const declares = (text: string | undefined, rule: string): boolean =>
  new RegExp(`export\\s+const\\s+${rule}\\b`).test(text ?? '')

function stateFaults(state: StateDeclarations): Fault[] {
  const faults: Fault[] = []
  for (const table of ['district', 'zone', 'mode', 'valley', 'sums'] as const)
    for (const name of RESERVED)
      if (name in state[table]) faults.push(fault(`state.${table}.${name}`, 'is taken', 'another name', 'rename it'))
  if ('id' in state.household)
    faults.push(fault('state.household.id', 'is added by the engine', 'no such column', 'leave it out'))
  return faults
}

function idFaults<M>(mechanisms: readonly Mechanism<M>[], off: ReadonlySet<string>): Fault[] {
  const ids = mechanisms.map((one) => one.id)
  const twice = ids.filter((id, k) => ids.indexOf(id) !== k)
  const unknown = [...off].filter((id) => !ids.includes(id))
  return [
    ...twice.map((id) => fault(id, 'is in the schedule twice', 'unique ids', 'rename one of them')),
    ...unknown.map((id) =>
      fault(id, 'is switched off but is not in the schedule', 'an id of the schedule', 'correct it'),
    ),
  ]
}

/** What a step may name: the tables of its moment, and what is set from outside. */
const OUTSIDE = new Set(['lever', 'world'])

function stepFaults<M>(
  state: StateDeclarations,
  step: StepMechanism<M>,
  params: Readonly<Record<string, unknown>>,
): Fault[] {
  const tables: Readonly<Record<string, Readonly<Record<string, { fixed?: true }>>>> = {
    district: state.district,
    zone: state.zone,
    mode: state.mode,
    valley: state.valley,
    sum: state.sums,
  }
  const faults: Fault[] = []
  const check = (name: string, writing: boolean) => {
    const [table = '', column = ''] = name.split('.')
    const list = writing ? 'writes' : 'reads'
    const declared = tables[table]?.[column]
    if (!writing && OUTSIDE.has(table)) return
    if (!declared)
      faults.push(fault(step.id, `${list} ${name}, which is not declared`, 'table.column', `correct \`${list}\``))
    else if (writing && (declared.fixed || table === 'sum'))
      faults.push(
        fault(step.id, `writes ${name}, which no step may`, 'a column that is not fixed', 'leave it as it is'),
      )
  }
  for (const name of step.reads) check(name, false)
  for (const name of step.writes) check(name, true)
  for (const name of step.parameters)
    if (!(name in params))
      faults.push(fault(step.id, `names the parameter ${name}`, 'a declared parameter', 'correct `parameters`'))
  return faults
}
