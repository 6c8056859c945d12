// The order of a month: mechanisms act in the order of the list; neighbouring household rules that the same households run
// are fused into one kernel.
import { type Fault, refuse } from './fault.ts'
import type { Mechanism, RuleMechanism, StateDeclarations, StepMechanism } from './model.ts'
import { RESERVED } from './rows.ts'

export interface StepStage {
  readonly kind: 'step'
  readonly mechanism: string
}
export interface RuleStage {
  readonly kind: 'rules'
  /** Name of the kernel. */
  readonly kernel: string
  /** again: the households whose review is not due, where they are called. */
  readonly when: 'monthly' | 'review' | 'again'
  /** Of `again`: the district column that calls them. */
  readonly call?: string
  readonly mechanisms: readonly string[]
  /** Rules in the order in which they run: stand-ins where a mechanism is switched off. */
  readonly rules: readonly string[]
}
export type Stage = StepStage | RuleStage

/** A rule that also runs when households are called to think again. */
interface Called {
  readonly call: string
  readonly id: string
  readonly rule: string
}

/** The stages of a month; `off` holds the ids of mechanisms that are switched off. */
export function stagesOf<M>(mechanisms: readonly Mechanism<M>[], off: ReadonlySet<string>): Stage[] {
  const stages: Stage[] = []
  let called: Called[] = []
  const callAgain = () => {
    for (const call of new Set(called.map((one) => one.call))) {
      const heard = called.filter((one) => one.call === call)
      stages.push({
        kind: 'rules',
        kernel: `again${stages.length}`,
        when: 'again',
        call,
        mechanisms: heard.map(({ id }) => id),
        rules: heard.map(({ rule }) => rule),
      })
    }
    called = []
  }
  for (const one of mechanisms) {
    if (one.kind === 'step' || one.when === 'monthly') callAgain()
    if (one.kind === 'step') {
      stages.push({ kind: 'step', mechanism: one.id })
      continue
    }
    const rule = off.has(one.id) ? one.without : one.rule
    if (one.again) called.push({ call: one.again, id: one.id, rule })
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
  callAgain()
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
    if (one.kind === 'rule' && one.again !== undefined) faults.push(...againFaults(state, one))
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
  if (state.moves) {
    const { column, month, spare } = state.moves
    const goes = state.household[column]
    if (!goes || goes.flow || goes.fixed)
      faults.push(
        fault('state.moves.column', `is ${column}`, 'a stored household column that rules write', 'declare it'),
      )
    if (!Number.isInteger(month) || month < 0 || month > 11)
      faults.push(fault('state.moves.month', `is ${month}`, 'a month from 0 to 11', 'correct it'))
    if (!(spare >= 0)) faults.push(fault('state.moves.spare', `is ${spare}`, 'a share of at least 0', 'correct it'))
  }
  return faults
}

function againFaults(state: StateDeclarations, { id, when, again }: RuleMechanism): Fault[] {
  if (when !== 'review') return [fault(id, `runs again, but ${when}`, "when: 'review'", 'leave out `again`')]
  if (again && state.district[again]) return []
  return [fault(id, `runs again where ${again} is set`, 'a column of the district table', 'correct `again`')]
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
