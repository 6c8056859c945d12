// What the reader must know before using a number. The same lines stand under the table and in the report.
import type { Marks } from '../lab/marks.ts'
import { allPrior } from './basis.ts'
import { FEW } from './certainty.ts'
import { parts } from './clauses.ts'
import { labelOf, number } from './format.ts'
import type { Surroundings, Words } from './input.ts'
import { each, joined, say } from './words.ts'

/** Years the fit never sees. */
export const HOLDOUT: readonly [from: number, to: number] = [2019, 2024]
/** Residents of the districts inside the outline, census of 2017. */
export const PEOPLE = 590_000
/** Districts simulated, and those graded C, where no geography is handed over. */
const DISTRICTS = { all: 95, unverified: 37 }

export function districtsOf(around: Surroundings): { all: number; unverified: number } {
  const cells = around.geography?.cells
  if (!cells || cells.length === 0) return DISTRICTS
  return { all: cells.length, unverified: cells.filter(({ grade }) => grade === 'C').length }
}

export function place(around: Surroundings): Words {
  return say('place', { districts: districtsOf(around).all, people: each((l) => number(PEOPLE, 0, l)) })
}

/** `marks`: of the result; without them nothing was scored. */
export function limits(around: Surroundings, draws: number, marks?: Marks): readonly Words[] {
  const { all, unverified } = districtsOf(around)
  return [
    say('limit_compare'),
    ...(draws < FEW ? [say('limit_few', { n: draws })] : []),
    around.draws ?? say('limit_priors'),
    ...ofSkill(marks),
    ...ofBasis(marks),
    say('limit_scope', { districts: all }),
    say('limit_membership', { unverified, districts: all }),
    say('limit_percent'),
    say('limit_cost'),
    say('limit_harm'),
  ]
}

const NONE = { es: 'ninguno', en: 'none' } as const

function ofSkill(marks: Marks | undefined): Words[] {
  const holdout = HOLDOUT.join('–')
  const scored = marks?.skill.scored.filter(({ place: where }) => where === 'VRAEM') ?? []
  if (scored.length === 0) return [marks?.skill.old ? say('limit_skill_old') : say('limit_skill', { holdout })]
  const named = (badge: string): Words =>
    each((l) => {
      const labels = scored.filter((one) => one.badge === badge).map(({ outcome }) => labelOf(outcome, parts)[l])
      return labels.length > 0 ? labels.map((label) => label.toLowerCase()).join(', ') : NONE[l]
    })
  const line = say('limit_skilled', { has: named('has skill'), naive: named('no better than naive') })
  const until = marks?.until ?? 0
  return until < HOLDOUT[0] ? [line] : [line, say('limit_refitted', { until, before: HOLDOUT[0] - 1 })]
}

function ofBasis(marks: Marks | undefined): Words[] {
  if (allPrior(marks)) return [say('limit_prior_all')]
  const all = marks?.rests ?? []
  const of = (basis: string): number => all.filter((one) => one.basis === basis).length
  if (all.length === 0) return []
  const prior = say('limit_prior', { n: of('prior-driven'), all: all.length })
  const open = of('not told')
  return [open === 0 ? prior : joined([prior, say('limit_prior_untold', { open })], ' ')]
}
