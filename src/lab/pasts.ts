// Histories up to a policy date, and the states to which they led, draw by draw.
import type { Snapshot } from '../engine/index.ts'
import { hashOfDraws } from './draws.ts'
import type { Membership } from './groups/tally.ts'
import { type Plan, same } from './member.ts'
import { firstDifference } from './policy.ts'
import type { Resolved } from './scenario/types.ts'

/** Where one draw stood at the policy date. */
export interface Trunk {
  readonly p: Record<string, number>
  readonly choices: Readonly<Record<string, string>>
  readonly outside: (month: number) => unknown
  readonly snapshot: Snapshot
  /** What was written down until then. */
  readonly values: Float64Array
  /** Who was in which household group, where that is kept. */
  readonly members?: Membership | undefined
}

/** What scenarios have in common until `month`. */
export interface Past {
  readonly month: number
  readonly scenario: Resolved
  /** Under which rules: '' for the model's own. */
  readonly rules: string
  readonly selection: string
  /** Tells draws of one number apart: the seed, and what a posterior gives. */
  readonly draws: string
  readonly trunks: Map<number, Trunk[]>
}

export interface Pasts {
  /**
   * The past of each scenario of a plan, known or new; undefined where the month is 0. Pasts of other plans may now make room.
   * changed: tells the changed rules of the plan from any others. watched: names what was measured for rules of policy.
   */
  of(plan: Plan, months: readonly number[], changed: string, watched?: string): (Past | undefined)[]
  /** Keeps a trunk; false where there is no room: then until `forgetSpare`. */
  keep(past: Past, draw: number, trunk: Trunk): boolean
  forgetSpare(): void
}

/** room: most bytes that are kept. */
export function pastsOf(room: number): Pasts {
  let known: Past[] = []
  let wanted = new Set<Past>()
  let bytes = 0
  let spare: [Past, number, Trunk][] = []
  const makeRoom = (size: number): boolean => {
    while (bytes + size > room) {
      const old = known.find((past) => !wanted.has(past))
      if (old === undefined) return false
      known = known.filter((past) => past !== old)
      bytes -= [...old.trunks.values()].flat().reduce((sum, trunk) => sum + sizeOf(trunk), 0)
    }
    return true
  }
  return {
    of(plan, months, changed, watched = '') {
      const selection = `${JSON.stringify(plan.selection)}${watched}`
      const { seed, fitted } = plan.draws
      const draws = fitted ? hashOfDraws(plan.draws) : String(seed)
      const found = plan.scenarios.map((scenario, k) => {
        const month = months[k] ?? 0
        if (month === 0) return undefined
        const rules = scenario.rules ? changed : ''
        const like = known.find(
          (past) =>
            past.month === month &&
            past.rules === rules &&
            past.draws === draws &&
            past.selection === selection &&
            same(past.scenario.card.model, scenario.card.model) &&
            firstDifference(past.scenario, scenario) >= month,
        )
        const past = like ?? { month, scenario, rules, selection, draws, trunks: new Map() }
        // the one used last goes last when room is made
        known = [...known.filter((one) => one !== past), past]
        return past
      })
      wanted = new Set(found.filter((past) => past !== undefined))
      return found
    },
    keep(past, draw, trunk) {
      const size = sizeOf(trunk)
      const fits = makeRoom(size)
      const there = past.trunks.get(draw)
      if (there) there.push(trunk)
      else past.trunks.set(draw, [trunk])
      bytes += size
      if (!fits) spare.push([past, draw, trunk])
      return fits
    },
    forgetSpare() {
      for (const [past, draw, trunk] of spare) {
        const left = past.trunks.get(draw)?.filter((one) => one !== trunk) ?? []
        if (left.length > 0) past.trunks.set(draw, left)
        else past.trunks.delete(draw)
        bytes -= sizeOf(trunk)
      }
      spare = []
    },
  }
}

const sizeOf = ({ snapshot, values, members }: Trunk): number =>
  snapshot.bytes.byteLength + values.byteLength + (members?.byteLength ?? 0)
