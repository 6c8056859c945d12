// Instruments taken from scenarios, switched on and off in all ways, and begun one before the others.
import { sha256Hex } from '../../engine/hash.ts'
import type { Problem } from '../../evidence/problem.ts'
import { leversThatDiffer } from '../marks.ts'
import type { Words } from '../results.ts'
import { suggestion } from '../scenario/near.ts'
import type { Resolved, ResolvedLever, ResolvedRule } from '../scenario/types.ts'

/** Some levers of a scenario, where it sets them otherwise than the base. */
export interface Instrument {
  readonly name: string
  readonly title: Words
  readonly levers: Readonly<Record<string, ResolvedLever>>
  readonly rules: readonly ResolvedRule[]
  /** First month in which it differs from the base. */
  readonly start: number
  readonly hash: string
}

/** As a user writes it: `school-transfers`, or `cacao-first:alternative_development,crop_market`. */
export interface InstrumentWord {
  readonly word: string
  readonly scenario: string
  readonly levers?: readonly string[]
}

export function instrumentWord(word: string): InstrumentWord {
  const colon = /^[A-Za-z]:[\\/]/.test(word) ? word.indexOf(':', 2) : word.indexOf(':')
  if (colon < 0) return { word, scenario: word }
  const levers = word.slice(colon + 1).split(',')
  return { word, scenario: word.slice(0, colon), levers: levers.map((one) => one.trim()).filter((one) => one !== '') }
}

/** The five of the shipped packages: contracts and buyers, crews, money for school, works and staff, bases. */
export const FIVE: readonly string[] = [
  'cacao-first',
  'eradication-30k',
  'school-transfers',
  'roads-power-health',
  'bases-and-patrols',
]

/** Levers by the group they are declared in, so that a group may stand for its levers. */
export type Groups = Readonly<Record<string, { readonly group: string } & Words>>

/**
 * Instruments of scenarios (by word, resolved). Problems: a lever that is not known or that the scenario leaves as the base has it,
 * an instrument that does nothing, two that set the same lever.
 */
export function instrumentsOf(
  base: Resolved,
  wanted: readonly { readonly word: InstrumentWord; readonly resolved: Resolved }[],
  declared: Groups,
): { instruments: Instrument[]; problems: Problem[] } {
  const problems: Problem[] = []
  const owner = new Map<string, string>()
  const instruments = wanted.map(({ word, resolved }): Instrument => {
    const bad = (what: string, expected: string, todo: string) =>
      problems.push({ code: 'instrument', file: word.word, what, expected, todo })
    const differ = leversThatDiffer(resolved, base)
    const named = word.levers?.flatMap((one) => {
      const group = Object.keys(declared).filter((lever) => declared[lever]?.group === one)
      if (group.length > 0) return group.filter((lever) => differ.includes(lever))
      if (!(one in declared))
        bad(`there is no lever "${one}"`, 'names or groups of levers', suggestion(one, Object.keys(declared)))
      else if (!differ.includes(one))
        bad(`${word.scenario} leaves ${one} as ${base.card.name} has it`, `one of ${differ.join(', ')}`, 'leave it out')
      return differ.includes(one) ? [one] : []
    })
    const levers = named ?? differ
    if (levers.length === 0 && problems.every(({ file }) => file !== word.word))
      bad('it changes no lever', `a scenario that differs from ${base.card.name}`, 'choose another one')
    for (const lever of levers) {
      const other = owner.get(lever)
      if (other !== undefined)
        bad(
          `it sets ${lever}, and so does ${other}`,
          'instruments that share no lever, so that each can be on while the other is off',
          `choose levers with ${word.scenario}:lever,lever`,
        )
      owner.set(lever, word.word)
    }
    const rules = (resolved.adaptive ?? []).filter(({ sets }) =>
      Object.keys(sets).every((lever) => levers.includes(lever)),
    )
    const picked = Object.fromEntries(levers.map((lever) => [lever, resolved.levers[lever] as ResolvedLever]))
    const start = Math.min(
      ...levers.map((lever) => firstOther(resolved.levers[lever], base.levers[lever])),
      ...rules.map((rule) => rule.start),
    )
    const only = levers.length === 1 ? declared[levers[0] as string] : undefined
    const title = word.levers && only ? { en: only.en, es: only.es } : resolved.card.title
    const hash = sha256Hex(JSON.stringify([resolved.card.hash, levers]))
    return { name: word.word, title, levers: picked, rules, start, hash }
  })
  return { instruments, problems }
}

function firstOther(mine: ResolvedLever | undefined, theirs: ResolvedLever | undefined): number {
  if (mine === undefined || theirs === undefined) return 0
  for (let month = 0; month < mine.mask.length; month++) {
    const fields = Object.entries(mine.fields).some(
      ([field, series]) => series[month] !== theirs.fields[field]?.[month],
    )
    const [here, there] = [mine.masks[mine.mask[month] as number], theirs.masks[theirs.mask[month] as number]]
    if (fields || here?.some((value, d) => value !== there?.[d])) return month
  }
  return Number.POSITIVE_INFINITY
}

/** The base with some instruments in force, each `late` months after its own start. */
export function together(
  base: Resolved,
  some: readonly { readonly instrument: Instrument; readonly late: number }[],
  name: string,
): Resolved {
  const parts = some.map(({ instrument, late }) => [instrument.hash, late])
  const title = (l: 'en' | 'es') => some.map(({ instrument }) => instrument.title[l]).join(' + ') || base.card.title[l]
  const rules = some.flatMap(({ instrument, late }) =>
    instrument.rules.map((rule) => ({ ...rule, start: rule.start + late })),
  )
  const { adaptive: own = [], ...rest } = base
  const adaptive = [...own, ...rules]
  return {
    ...rest,
    card: {
      ...base.card,
      name,
      from: base.card.name,
      title: { en: title('en'), es: title('es') },
      hash: parts.length === 0 ? base.card.hash : sha256Hex(JSON.stringify([base.card.hash, parts])),
    },
    levers: {
      ...base.levers,
      ...Object.fromEntries(
        some.flatMap(({ instrument, late }) =>
          Object.entries(instrument.levers).map(([lever, set]) => [
            lever,
            later(set, base.levers[lever] as ResolvedLever, instrument.start, late),
          ]),
        ),
      ),
    },
    ...(adaptive.length > 0 ? { adaptive } : {}),
  }
}

/** The same course of a lever, begun later; until then as the base has it. */
function later(set: ResolvedLever, base: ResolvedLever, start: number, late: number): ResolvedLever {
  if (late === 0) return set
  const moved = <T extends Float64Array | Uint8Array>(mine: T, theirs: T, offset: number): T =>
    mine.map((_, month) =>
      month < start + late ? (theirs[month] as number) + offset : (mine[month - late] as number),
    ) as T
  return {
    fields: Object.fromEntries(
      Object.entries(set.fields).map(([field, series]) => [
        field,
        moved(series, base.fields[field] as Float64Array, 0),
      ]),
    ),
    // masks of the base stand behind those of the instrument
    mask: moved(set.mask, base.mask, set.masks.length),
    masks: [...set.masks, ...base.masks],
  }
}

/** All sets of the instruments, the empty one first: package k has instrument j where binary digit j of k is set. */
export const factorial = (base: Resolved, instruments: readonly Instrument[]): Resolved[] =>
  Array.from({ length: 2 ** instruments.length }, (_, set) => {
    const some = instruments.filter((_, j) => set & (1 << j)).map((instrument) => ({ instrument, late: 0 }))
    return together(base, some, set === 0 ? base.card.name : `set ${set}`)
  })

/** For each instrument a package in which it begins first and all others `late` months after their own start. */
export const firsts = (base: Resolved, instruments: readonly Instrument[], late: number): Resolved[] =>
  instruments.map((first, k) =>
    together(
      base,
      instruments.map((instrument) => ({ instrument, late: instrument === first ? 0 : late })),
      `first ${k + 1}`,
    ),
  )
