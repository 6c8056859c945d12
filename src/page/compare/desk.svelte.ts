// The comparison on the reader's desk: kept in the address, with the steps back and forward.
import type { Problem } from '../../evidence/problem.ts'
import { here } from '../state/here.svelte.ts'
import { checked } from './checked.ts'
import { type Comparison, initial, withPackage } from './comparison.ts'
import type { Draft } from './draft.ts'
import { engine } from './engine.svelte.ts'
import { type LinkFault, readLink, writeLink } from './link.ts'

/** Moves of one slider within this time are one step, milliseconds. */
const BURST = 1200
/** Browsers refuse addresses that change too often, milliseconds. */
const CALM = 120
/** Steps back. */
const DEPTH = 100

let now = $state.raw<Comparison>(initial)
let place = $state(0)
let faults = $state.raw<readonly LinkFault[]>([])
let dropped = $state.raw<readonly Problem[]>([])
let past = $state.raw<readonly Comparison[]>([])
let coming = $state.raw<readonly Comparison[]>([])
let written: string | undefined
/** What the address says now: it follows a moving slider at a distance. */
let seen: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let burst = { name: '', at: 0 }

function put(next: Comparison): void {
  now = next
  place = Math.min(place, next.packages.length - 1)
  written = writeLink(next)
  clearTimeout(timer)
  timer = setTimeout(follow, CALM)
}

function follow(): void {
  clearTimeout(timer)
  if (written === undefined) return
  seen = written
  here.amend({ comparar: seen })
}
// a tab that is put to sleep may never wake up: what was moved last is in the address by then
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && follow())
addEventListener('pagehide', follow)

export const table = {
  get now(): Comparison {
    return now
  },
  /** Which package the levers move. */
  get place(): number {
    return place
  },
  set place(wanted: number) {
    place = wanted
  },
  get draft(): Draft {
    return now.packages[place] ?? { levers: {}, world: {}, model: {} }
  },
  get faults() {
    return faults
  },
  get dropped() {
    return dropped
  },
  get canUndo() {
    return past.length > 0
  },
  get canRedo() {
    return coming.length > 0
  },
  /** `name`: of what moves, so that a burst of moves is one step back. */
  change(next: Comparison, name = ''): void {
    const together = name !== '' && name === burst.name && performance.now() - burst.at < BURST
    burst = { name, at: performance.now() }
    if (!together) past = [...past, now].slice(-DEPTH)
    coming = []
    put(next)
  },
  edit(draft: Draft, name = ''): void {
    this.change(withPackage(now, place, draft), name)
  },
  undo(): void {
    const last = past.at(-1)
    if (!last) return
    past = past.slice(0, -1)
    coming = [...coming, now]
    burst = { name: '', at: 0 }
    put(last)
  },
  redo(): void {
    const next = coming.at(-1)
    if (!next) return
    coming = coming.slice(0, -1)
    past = [...past, now]
    put(next)
  },
  /** Reads the address where it says something new. Needs the laboratory. */
  follow(text: string): void {
    const { lab } = engine
    if (!lab || text === seen) return
    seen = text
    if (text === written) return
    const read = readLink(text)
    const found = checked(read.comparison, lab.scenarios, lab.vocabulary, lab.draws.indices.length)
    faults = read.faults
    dropped = found.dropped
    if (written !== undefined) past = [...past, now].slice(-DEPTH)
    now = found.comparison
    place = Math.min(place, now.packages.length - 1)
    written = text
  },
  forget(): void {
    faults = []
    dropped = []
  },
}
