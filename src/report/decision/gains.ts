// Who gains and who loses under a package: household groups and districts, counted over the same futures.
import { GROUP_MEASURES, GROUPS, NOT_SAID } from '../../lab/groups/groups.ts'
import type { DistrictRow, Effect, GroupFigures } from '../../lab/study/assemble.ts'
import type { StudyPolicy } from '../../lab/study/table.ts'
import { certaintyOf } from '../certainty.ts'
import { labelOf } from '../format.ts'
import type { Words } from '../input.ts'
import { each, joined, plainWords } from '../words.ts'
import { inner, listed, titleOf } from './named.ts'
import { tell } from './words.ts'

export interface Sides {
  readonly districts: readonly DistrictRow[]
  readonly groups: readonly GroupFigures[]
  readonly policies: readonly StudyPolicy[]
  /** Futures that the figures rest on. */
  readonly futures: number
  /** Names of districts by ubigeo. */
  readonly names: ReadonlyMap<string, string>
}

export type Side = 'gain' | 'lose' | 'open' | 'same'

/** Whether people are better off: in nine futures of ten, and by more than half a percent. */
export function sideOf({ difference, better, mean }: Effect, unit: string, futures: number): Side {
  if (better === undefined) return 'open'
  const scale = unit === '1' ? 1 : Math.abs(mean - difference.mean)
  const { verdict, direction } = certaintyOf(difference, scale, futures)
  if (verdict === 'no change') return 'same'
  if (verdict !== 'very likely') return 'open'
  const up = direction > 0
  return up === (better === difference.above) ? 'gain' : 'lose'
}

/** Measures of groups that the summary speaks of; the rest is in the table. */
const SAID: readonly string[] = ['income', 'poverty_rate', 'child_labour', 'school_attendance']

/** More groups that gain than this are counted; those that lose are always named. */
const NAMED = 3

/** Sentences for one package; with what the data cannot say at the end, always. */
export function gainsSentences(sides: Sides, policy: string): Words[] {
  const { districts, groups, policies, futures } = sides
  const own = groups.filter((row) => row.policy === policy && !row.suppressed)
  if (own.length === 0 && districts.length === 0) return [tell('gains_none')]
  const name = titleOf(policies, policy)
  const reference = titleOf(policies, policies[0]?.name ?? '')
  const said = SAID.flatMap((measure) => {
    const rows = own.filter((row) => row.measure === measure)
    if (rows.length === 0) return []
    const of = (side: Side) => rows.filter((row) => sideOf(row, row.unit, futures) === side)
    const named = (list: readonly GroupFigures[]) =>
      joined(
        list.map(({ group }) => inner(groupWords(group))),
        ', ',
      )
    const gaining = of('gain')
    const losing = of('lose')
    const many = gaining.length > NAMED
    const values = {
      measure: inner(measureWords(measure)),
      gain:
        gaining.length === 0
          ? tell('nobody')
          : gaining.length === rows.length
            ? tell('all_groups', { n: rows.length })
            : many
              ? tell('some_groups', { n: gaining.length, of: rows.length })
              : named(gaining),
      lose: losing.length === 0 ? tell('nobody') : named(losing),
    }
    return [tell('gains', { package: name, reference, ...values })]
  })
  const small = [...new Set(groups.filter((row) => row.policy === policy && row.suppressed).map(({ group }) => group))]
  return [
    ...said,
    ...byDistrict(sides, policy),
    ...(small.length === 0
      ? []
      : [tell('gains_suppressed', { groups: listed(small.map((group) => inner(groupWords(group)))) })]),
    NOT_SAID,
  ]
}

function byDistrict({ districts, policies, futures, names }: Sides, policy: string): Words[] {
  const own = districts.filter((row) => row.policy === policy && row.better !== undefined)
  return [...new Set(own.map(({ outcome }) => outcome))].map((outcome) => {
    const rows = own.filter((row) => row.outcome === outcome)
    const side = (wanted: Side) => rows.filter((row) => sideOf(row, row.unit, futures) === wanted)
    const losing = side('lose')
    const worst = losing
      .sort((a, b) => Math.abs(b.difference.p50) - Math.abs(a.difference.p50))
      .slice(0, 3)
      .map(({ district }) => plainWords(names.get(district) ?? district))
    return tell('gains_districts', {
      package: titleOf(policies, policy),
      measure: inner(labelOf(outcome, {})),
      gain: side('gain').length,
      lose: losing.length,
      n: rows.length,
      where: worst.length === 0 ? plainWords('') : tell('gains_where', { places: listed(worst) }),
    })
  })
}

export const groupWords = (id: string): Words => {
  const group = GROUPS.find((one) => one.id === id)
  return group === undefined ? plainWords(id) : each((l) => group[l])
}

export const measureWords = (name: string): Words => {
  const measure = GROUP_MEASURES.find((one) => one.name === name)
  return measure === undefined ? plainWords(name) : each((l) => measure[l])
}
