// Boxes in plain words: "fails mostly when the cacao price is below … and the climate is dry".

import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import { AIMS } from '../../lab/discover/choice.ts'
import type { Discovery, Limit } from '../../lab/discover/discover.ts'
import type { StudyOutcome, StudyPolicy } from '../../lab/study/table.ts'
import { optionName, unknownName } from '../../lab/unknowns/unknowns.ts'
import { number, rounded } from '../format.ts'
import type { Words } from '../input.ts'
import { each, plainWords } from '../words.ts'
import { inner, levelWords, listed, outcomeWords, share, titleOf } from './named.ts'
import type { WordTable } from './tables.ts'
import { tell } from './words.ts'

type Surroundings = {
  readonly policies: readonly StudyPolicy[]
  readonly outcomes: readonly Omit<StudyOutcome, 'values'>[]
}

/** One condition of a box. */
export function limitWords(limit: Limit): Words {
  const what = unknownName(limit.dimension) ?? inner(limit)
  const { low, high, options } = limit
  if (options !== undefined) {
    const quoted = options.map((option) => {
      const { es, en } = optionName(limit.dimension, option.name) ?? option
      return { es: `«${es}»`, en: `“${en}”` }
    })
    return tell('is', { what, options: listed(quoted, 'disjunction') })
  }
  const value = (one: number) => valueWords(one, limit.unit)
  if (low !== undefined && high !== undefined) return tell('between', { what, low: value(low), high: value(high) })
  return low === undefined
    ? tell('below', { what, value: value(high as number) })
    : tell('above', { what, value: value(low) })
}

/** Three digits and the unit. */
function valueWords(value: number, unit = '1'): Words {
  const size = Math.floor(Math.log10(Math.abs(value) || 1))
  const decimals = Math.max(0, Math.min(6, 2 - size))
  const shown = size > 2 ? rounded(value) : value
  return each((l) => `${number(shown, decimals, l)}${unit === '1' ? '' : `\u00A0${unitInWords(unit, l)}`}`)
}

/** All conditions of a box, joined with "and". */
export const boxWords = (limits: readonly Limit[]): Words => listed(limits.map(limitWords))

/** What counted as failing. */
export function failingWords({ failing }: Pick<Discovery, 'failing'>, { outcomes }: Surroundings): Words {
  const cardOf = (name: string) =>
    outcomes.find((outcome) => outcome.name === name) ?? { name, unit: '1', en: name, es: name }
  if (failing.kind !== 'thresholds')
    return tell(`failing_${failing.kind}`, { outcome: inner(outcomeWords(cardOf(failing.outcome))) })
  const said = failing.thresholds.flatMap((threshold) => {
    const card = cardOf(threshold.outcome)
    const what = inner(outcomeWords(card))
    return [
      ...(threshold.at_most === undefined ? [] : [tell('above', { what, value: levelWords(card, threshold.at_most) })]),
      ...(threshold.at_least === undefined
        ? []
        : [tell('below', { what, value: levelWords(card, threshold.at_least) })]),
    ]
  })
  return listed(said, 'disjunction')
}

/** Everything that a discovery says, most important first. */
export function discoverySentences(found: Discovery, around: Surroundings): Words[] {
  const { verdict, futures, box, elsewhere, again = 0, tree } = found
  const opening = tell('fails_share', {
    package: titleOf(around.policies, found.policy),
    share: share(futures.kept === 0 ? 0 : futures.fails / futures.kept),
    n: futures.fails,
    kept: futures.kept,
    failing: failingWords(found, around),
  })
  const left = futures.failed > 0 ? [tell('futures_failed', { n: futures.failed, asked: futures.asked })] : []
  if (verdict === 'unknown') return [tell('fails_unknown')]
  if (box === undefined || elsewhere === undefined)
    return [opening, tell(`fails_${verdict === 'box' || verdict === 'weak' ? 'none' : verdict}`), ...left]
  const weak = [
    ...(box.coverage < AIMS.coverage ? [tell('weak_coverage')] : []),
    ...(box.density < AIMS.density ? [tell('weak_density')] : []),
    ...(again < 0.8 ? [tell('weak_again', { again: share(again) })] : []),
  ]
  const overlap = tree?.overlap ?? 0
  return [
    opening,
    tell('fails_when', { limits: boxWords(box.limits) }),
    tell('fails_fit', { density: share(box.density), coverage: share(box.coverage) }),
    ...(weak.length === 0 ? [] : [tell('fails_weak', { why: listed(weak) })]),
    tell('fails_again', { again: share(again), density: share(elsewhere.density), base: share(elsewhere.base) }),
    tell(overlap >= 0.5 ? 'tree_agrees' : 'tree_disagrees', { overlap: share(overlap) }),
    ...left,
  ]
}

/** Conditions with how likely each is by chance and how often it is found again. Undefined without a box. */
export function boxTable({ box }: Discovery): WordTable | undefined {
  if (box === undefined) return undefined
  return {
    title: tell('box_title'),
    head: [tell('head_condition'), tell('head_quasi'), tell('head_again')],
    rows: box.limits.map((limit) => [
      limitWords(limit),
      limit.quasiP < 0.001 ? plainWords('< 0.001') : each((l) => number(limit.quasiP, 3, l)),
      share(limit.again),
    ]),
  }
}
