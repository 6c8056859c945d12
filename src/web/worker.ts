// Entry of a worker: prepares one world, then runs whole draws, year by year, so that it hears when it is to leave one.
import { attach } from '../engine/machine.ts'
import { type Made, refusals, register } from '../engine/written.ts'
import { InputError } from '../evidence/problem.ts'
import { type Branches, branchesOf, type ChangedMachine, type DrawRun } from '../lab/branches.ts'
import { centralValues } from '../lab/draws.ts'
import type { Job } from '../lab/member.ts'
import { model } from '../system/model.ts'
import type { Shares } from '../valley/growers.ts'
import { synthesise } from '../valley/population.ts'
import type { Answer, Boot, Order } from './protocol.ts'

interface Port {
  onmessage: ((event: { readonly data: Order }) => void) | null
  postMessage(answer: Answer, transfer?: Transferable[]): void
}
const port = self as unknown as Port

/** Between two looks at the messages, milliseconds: a look costs a tenth of one. */
const BREATH = 12

/** Where it cannot be loaded, the texts are tried. */
const made = import(/* @vite-ignore */ new URL(import.meta.packed.written ?? '', import.meta.url).href).then(
  (module: { readonly made: Made }) => register(module.made),
  () => {},
)

let branches: Branches | undefined
let draw: ((job: Job) => DrawRun) | undefined
let changed: ChangedMachine | undefined
/** Runs up to this number are to be left. */
let leave = -1

port.onmessage = ({ data }) => {
  if (data.kind === 'open') void made.then(() => told(undefined, () => open(data.boot)))
  else if (data.kind === 'plan') told(undefined, () => plan(data))
  else if (data.kind === 'run') void run(data.id, data.job)
  else if (data.kind === 'leave') leave = Math.max(leave, data.id)
  else port.postMessage({ kind: 'pong' })
}

function open({ code, households, ...rest }: Boot): void {
  const machine = attach(model.state, model.mechanisms, code)
  const population = 'columns' in households ? households : madeFrom(rest, households)
  branches = branchesOf({ ...rest, model, machine, population })
  port.postMessage({ kind: 'ready' })
}

function madeFrom({ facts, parameters }: Pick<Boot, 'facts' | 'parameters'>, of: { sample: number; seed: number }) {
  return synthesise(facts.valley, centralValues(parameters, model.switches) as unknown as Shares, of)
}

function plan({ plan, rules }: Extract<Order, { kind: 'plan' }>): void {
  if (rules && changed?.key !== rules.key)
    changed = { key: rules.key, machine: attach(model.state, model.mechanisms, rules.code) }
  draw = branches?.open(plan, rules && changed)
}

async function run(id: number, job: Job): Promise<void> {
  try {
    if (draw === undefined) throw new RangeError('no plan is open')
    const years = draw(job)
    let last = performance.now()
    for (let step = years.next(); ; step = years.next()) {
      if (step.done) {
        const buffers = step.value.members.map(({ buffer }) => buffer as ArrayBuffer)
        port.postMessage({ kind: 'done', id, result: step.value, refusals: refusals() }, buffers)
        return
      }
      if (performance.now() - last < BREATH) continue
      await breath()
      last = performance.now()
      if (leave < id) continue
      // lets the run tidy up behind itself
      years.return(undefined as never)
      port.postMessage({ kind: 'left', id })
      return
    }
  } catch (error) {
    fault(id, error)
  }
}

function told(id: number | undefined, act: () => void): void {
  try {
    act()
  } catch (error) {
    fault(id, error)
  }
}

function fault(id: number | undefined, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const problems = error instanceof InputError ? { problems: error.problems } : {}
  port.postMessage({ kind: 'fault', ...(id === undefined ? {} : { id }), message, ...problems })
}

const { port1: bell, port2: hand } = new MessageChannel()

/** Lets messages in; a timer would wait four milliseconds. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    bell.onmessage = () => resolve()
    hand.postMessage(undefined)
  })
}
