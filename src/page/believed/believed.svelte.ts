// The comparison under what the reader believes: draws that were run already are reweighed at once, then a run of its own follows.
import { FIRST_BAND } from '../../lab/bands.ts'
import { movedBeyondChance } from '../../lab/beliefs/chance.ts'
import { insideOf, type Restricted, restrict } from '../../lab/beliefs/restrict.ts'
import { SAID } from '../../report/brief/moved.ts'
import type { Compared } from '../../report/compared.ts'
import { switches } from '../../system/switches.ts'
import { type Collector, type Laboratory, type Plan, Stopped } from '../../web/index.ts'
import { readBeliefs } from '../beliefs.ts'
import { engine } from '../compare/engine.svelte.ts'
import { running } from '../compare/running.svelte.ts'
import { snapshot, summary } from '../compare/summary.ts'
import { ask } from '../ledger/ask.ts'
import { here } from '../state/here.svelte.ts'
import { type Believed, believedIn, type Demands, demandsOf } from './sides.ts'

export type Phase = 'waiting' | 'reweighed' | 'running' | 'done' | 'nothing' | 'stopped' | 'failed'

let sides = $state.raw<readonly Believed[]>([])
let demands = $state.raw<Demands>()
let restricted = $state.raw<Restricted>()
let before = $state.raw<Compared>()
let after = $state.raw<Compared>()
let beyond = $state.raw<ReadonlySet<string>>(new Set())
let phase = $state<Phase>('waiting')
let done = $state(0)
/** What the answer shown was worked out for. */
let key: { readonly text: string; readonly of: unknown } | undefined
let turn = 0

export const believed = {
  get sides() {
    return sides
  },
  get demands() {
    return demands
  },
  get restricted() {
    return restricted
  },
  /** Of all simulations, and of those that keep to what is believed; both whole answers of the first screen. */
  get before() {
    return before
  },
  get after() {
    return after
  },
  /** What moved by more than chance. */
  get beyond() {
    return beyond
  },
  get phase() {
    return phase
  },
  get done() {
    return done
  },
}

/** For a view, while it is open: keeps the answer in step with the address and with the comparison. */
export function believing(): void {
  running()
  $effect(() => {
    const text = here.query.creo ?? ''
    const { answer, lab } = engine
    const whole = engine.phase === 'done' && answer?.final && answer.gathered.count > 0 ? answer : undefined
    void follow(text, lab, whole)
  })
}

async function follow(text: string, lab: Laboratory | undefined, answer: typeof engine.answer): Promise<void> {
  if (key?.text === text && key.of === answer?.gathered) return
  const mine = ++turn
  const stale = () => mine !== turn
  const beliefs = readBeliefs(text)
  if (key?.text !== text) after = undefined
  key = { text, of: answer?.gathered }
  phase = 'waiting'
  try {
    const sheets = await Promise.all(Object.keys(beliefs).map((id) => ask('contradiction', id)))
    if (stale()) return
    sides = believedIn(beliefs, sheets)
    if (lab && answer && sides.length > 0) await work(lab, answer.gathered, answer.front, stale)
  } catch (error) {
    if (stale()) return
    key = undefined
    phase = error instanceof Stopped ? 'stopped' : 'failed'
  }
}

async function work(lab: Laboratory, gathered: Collector, front: Compared, stale: () => boolean): Promise<void> {
  const { plan, count } = gathered
  const of = { parameters: lab.parameters, switches }
  const asked = demandsOf(sides, of, plan.scenarios)
  demands = asked
  before = front
  if (asked.conflicts.length > 0 || asked.wishes.length === 0) {
    after = undefined
    restricted = undefined
    phase = 'nothing'
    return
  }
  const found = restrict(lab.draws, asked.wishes, of, plan.draws.indices.length)
  restricted = found
  const places = insideOf(plan.draws, asked.wishes, of).filter((place) => place < count)
  const fixes = Object.keys(found.fixed).length > 0
  if (places.length >= FIRST_BAND && !fixes) {
    await show(lab, gathered, at(gathered, places), stale)
    if (stale()) return
    phase = 'reweighed'
  }
  done = 0
  if (phase !== 'reweighed') phase = 'running'
  const run = await engine.beside({
    plan: planUnder(plan, found),
    onProgress: (n) => {
      if (!stale()) done = n
    },
  })
  if (stale()) return
  await show(lab, gathered, snapshot(run), stale)
  if (!stale()) phase = 'done'
}

async function show(lab: Laboratory, all: Collector, some: Collector, stale: () => boolean): Promise<void> {
  const found = await summary(lab, some, false, stale)
  if (!found || stale()) return
  beyond = movedBeyondChance(all, some, SAID)
  after = found
}

/** The same comparison with other draws, switches fixed where no draw takes what is believed. */
function planUnder(plan: Plan, { draws, fixed }: Restricted): Plan {
  const under = { ...plan, draws }
  if (Object.keys(fixed).length === 0) return under
  const scenarios = plan.scenarios.map((one) => ({
    ...one,
    // another hash: it is another scenario to whoever keeps what was run
    card: { ...one.card, hash: `${one.card.hash} ${JSON.stringify(fixed)}`, model: { ...one.card.model, ...fixed } },
  }))
  return { ...under, scenarios }
}

/** Some of the simulations that were gathered. */
function at(gathered: Collector, places: readonly number[]): Collector {
  const all = new Float64Array(gathered.count)
  return {
    ...gathered,
    count: places.length,
    values(scenario, cell, into = new Float64Array(places.length)) {
      gathered.values(scenario, cell, all)
      places.forEach((place, k) => {
        into[k] = all[place] as number
      })
      return into
    },
  }
}
