// How well an outcome was foreseen, in a sign, a few words, and a sentence: what stands beside every chart and table of it.
import type { Marks, SkillMark } from '../lab/marks.ts'
import { baseOf } from './format.ts'
import type { Words } from './input.ts'
import { escaped, html, title } from './markup.ts'
import { badgeWords } from './score_card.ts'
import { each, joined, say } from './words.ts'

type Place = SkillMark['place']

/** The mark of an outcome, of a part as of its whole; undefined: not scored. */
export const skillMark = (marks: Marks | undefined, outcome: string, place: Place = 'VRAEM'): SkillMark | undefined =>
  marks?.skill.scored.find((one) => one.outcome === baseOf(outcome) && one.place === place)

/** Shapes, not colours, tell them apart. */
export const SIGNS = { 'has skill': '●', 'no better than naive': '◐', 'not scored': '○' } as const
const NAMES = { 'has skill': 'skilled', 'no better than naive': 'naive', 'not scored': 'unscored' } as const

export const skillSign = (mark: SkillMark | undefined): string => SIGNS[mark?.badge ?? 'not scored']

/** `has skill`, `no better than drift`, `not scored`. */
export function skillShort(mark: SkillMark | undefined): Words {
  if (mark === undefined || mark.badge === 'not scored') return say('skill_unscored')
  if (mark.badge === 'has skill') return say('skill_has')
  return say(mark.best?.includes('drift') ? 'skill_drift' : 'skill_naive')
}

/** What was held against what, on which forecasts; for the draws of a later fit, whose forecasts were scored. */
export function skillFull(mark: SkillMark | undefined, marks: Marks | undefined): Words {
  if (mark === undefined) return say('skill_none')
  const { names = {} } = marks?.skill ?? {}
  const set = mark.set === undefined ? undefined : names[mark.set]
  const { on } = mark
  return joined(
    [
      badgeWords(mark, names),
      ...(set ? [say('skill_set', { set })] : []),
      ...(on === undefined ? [] : [say('skill_on', { place: on })]),
    ],
    ' ',
  )
}

/** Signs and what they mean, on one line. */
export const skillKey = (): Words =>
  each((l) =>
    [
      `${SIGNS['has skill']} ${say('skill_has')[l]}`,
      `${SIGNS['no better than naive']} ${say('skill_naive')[l]}`,
      `${SIGNS['not scored']} ${say('skill_unscored')[l]}`,
    ].join(' · '),
  )

const SHAPES = {
  'has skill': '<circle cx="6" cy="6" r="4.5" class="full"/>',
  'no better than naive': '<circle cx="6" cy="6" r="4.5"/><path class="full" d="M6 1.5a4.5 4.5 0 0 1 0 9z"/>',
  'not scored': '<circle cx="6" cy="6" r="4.5"/>',
} as const

/** The drawing of a sign, 12 by 12. */
export const skillShape = (mark: SkillMark | undefined): string => SHAPES[mark?.badge ?? 'not scored']
export const skillClass = (mark: SkillMark | undefined): string => NAMES[mark?.badge ?? 'not scored']

/** The badge in HTML: sign and short words, the sentence for screen readers and as a tooltip of the sign. */
export function skillBadge(marks: Marks | undefined, outcome: string, place: Place = 'VRAEM'): string {
  const mark = skillMark(marks, outcome, place)
  const full = skillFull(mark, marks)
  return `<span class="badge ${escaped(skillClass(mark))}"><svg viewBox="0 0 12 12" aria-hidden="true">${title(full)}${skillShape(mark)}</svg>${html(skillShort(mark))}<span class="hidden">. ${html(full)}</span></span>`
}
