// Where the shipped scenarios put each lever: marks on the sliders.
import type { Words } from '../../report/input.ts'
import { type Laboratory, resolved } from '../../web/index.ts'
import { endValue, TODAY } from './draft.ts'
import { inSlices } from './slices.ts'

export interface Tick {
  readonly value: number
  readonly today: boolean
  readonly titles: readonly Words[]
}
/** By `lever.field`. */
export type Ticks = ReadonlyMap<string, readonly Tick[]>

export async function ticksOf(lab: Laboratory): Promise<Ticks> {
  const found = new Map<string, Map<number, { today: boolean; titles: Words[] }>>()
  const shown = [...lab.scenarios.values()].filter(
    ({ name }) => !name.startsWith('history') && !name.startsWith('copy'),
  )
  await inSlices(
    shown,
    ({ name, title }) => {
      const scenario = resolved(lab, name)
      for (const [lever, { fields }] of Object.entries(lab.vocabulary.levers))
        for (const field of Object.keys(fields)) {
          const key = `${lever}.${field}`
          const values = found.get(key) ?? new Map()
          const value = endValue(scenario, lever, field)
          const tick = values.get(value) ?? { today: false, titles: [] }
          values.set(value, { today: tick.today || name === TODAY, titles: [...tick.titles, title] })
          found.set(key, values)
        }
    },
    () => false,
  )
  return new Map(
    [...found].map(([key, values]) => [
      key,
      [...values].map(([value, { today, titles }]) => ({ value, today, titles })).sort((a, b) => a.value - b.value),
    ]),
  )
}
