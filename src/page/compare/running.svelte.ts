// Keeps the answer in step with the desk: opens the laboratory, follows the address, asks at every change. For views, while they are open.

import type { Plan } from '../../web/index.ts'
import { here } from '../state/here.svelte.ts'
import { views } from '../views.ts'
import { table } from './desk.svelte.ts'
import { engine } from './engine.svelte.ts'
import { planOf } from './plan.ts'

let plan = $state.raw<Plan>()
let last: unknown

export const asked = {
  /** What runs, or ran last; its scenarios hold every lever's values. */
  get plan(): Plan | undefined {
    return plan
  },
}

export function running(): void {
  void engine.open()
  $effect(() => {
    if (engine.lab) table.follow(here.query.comparar ?? '')
  })
  $effect(() => {
    const { lab } = engine
    const { now } = table
    if (!lab || now === last) return
    last = now
    plan = planOf(lab, now)
    void engine.ask(plan)
  })
  // Once an answer stands, the code of the other views is fetched, so that they open without a connection too.
  $effect(() => {
    if (engine.phase === 'done') for (const { open } of views) void open().catch(() => {})
  })
}
