/** Sides of a contradiction run from draws that lie inside them, for what too few futures of a study can say. */
import { mean } from '../engine/quantiles.ts'
import type { Contradiction } from '../evidence/ledger/contradiction.ts'
import { wishesOf } from '../lab/beliefs/asked.ts'
import { isReachable, restrict } from '../lab/beliefs/restrict.ts'
import { usableOf } from '../lab/decide/usable.ts'
import type { DrawList } from '../lab/draws.ts'
import type { Study } from '../lab/study/table.ts'
import { valuesOf } from '../lab/study/table.ts'
import { model } from '../system/model.ts'
import type { Laboratory } from './laboratory.ts'
import { runStudy } from './studies.ts'

/** One side, run inside. */
export interface SideRun {
  readonly group: string
  readonly side: string
  /** Nothing in the model says what this side says, or its values lie outside of what the model may take. */
  readonly why?: 'not in the model' | 'outside the range'
  readonly futures: number
  /** Draws of the posterior that lie on the side by themselves, of how many; and draws of this run that were moved there. */
  readonly inside: number
  readonly of: number
  readonly moved: number
  readonly outcomes: readonly {
    readonly outcome: string
    readonly unit: string
    readonly packages: readonly { readonly name: string; readonly level: number; readonly difference: number }[]
  }[]
}

export interface SideRuns {
  readonly lab: Laboratory
  readonly contradiction: Contradiction
  readonly list: DrawList
  readonly policies: readonly string[]
  readonly outcomes: readonly string[]
  readonly futures: number
  readonly sample: number
  readonly seed: number
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSide?: (side: string) => void
  readonly onProgress?: (done: number, total: number) => void
}

/** Every side, one after the other. Throws Stopped. */
export async function sideRuns(asked: SideRuns): Promise<SideRun[]> {
  const { lab, contradiction, list, policies, outcomes, futures, sample, seed, workers, signal } = asked
  const of = { parameters: lab.pack.parameters, switches: model.switches }
  const runs: SideRun[] = []
  for (const { side, standsFor } of contradiction.sides) {
    const { wishes } = wishesOf([{ contradiction: contradiction.id, side, ...(standsFor && { standsFor }) }])
    const none = {
      group: contradiction.id,
      side,
      futures: 0,
      inside: 0,
      of: list.indices.length,
      moved: 0,
      outcomes: [],
    }
    if (wishes.length === 0 || !wishes.every((wish) => isReachable(wish, of))) {
      runs.push({ ...none, why: wishes.length === 0 ? 'not in the model' : 'outside the range' })
      continue
    }
    asked.onSide?.(side)
    const { draws, inside, moved } = restrict(list, wishes, of, futures)
    const { study } = await runStudy(lab, {
      ...{ policies, futures, seed, sample, draws, workers, signal },
      onProgress: asked.onProgress,
    })
    runs.push({ ...none, futures: study.futures, inside, moved, outcomes: levelsOf(study, outcomes) })
  }
  return runs
}

function levelsOf(study: Study, outcomes: readonly string[]): SideRun['outcomes'] {
  const { study: usable, kept } = usableOf(study)
  return usable.outcomes
    .filter(({ name }) => outcomes.includes(name))
    .map((outcome) => {
      const levels = usable.policies.map((_, k) => {
        const values = valuesOf(usable, outcome, k)
        return mean(Float64Array.from(kept, (f) => values[f] as number))
      })
      const packages = usable.policies.map(({ name }, k) => ({
        name,
        level: levels[k] as number,
        difference: (levels[k] as number) - (levels[0] as number),
      }))
      return { outcome: outcome.name, unit: outcome.unit, packages }
    })
}
