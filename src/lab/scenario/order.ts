// What a file says about one lever: values, dated or not, in months and districts.
import { parseMonth } from '../../engine/clock.ts'
import { placeKey } from '../../evidence/places.ts'
import { nearest, type Problem } from '../../evidence/problem.ts'
import type { Lever } from '../../system/levers.ts'
import { show } from './issues.ts'
import { FIRST, LAST, type LeverOrder, MONTHS, type Step, type Vocabulary } from './types.ts'

type Raw = Record<string, unknown>
export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type Say = (path: readonly PropertyKey[], problem: Omit<Problem, 'file' | 'line' | 'field'>) => void

/** What a file says about one lever. */
export function readOrder(
  raw: Raw,
  lever: Lever,
  path: readonly PropertyKey[],
  vocabulary: Vocabulary,
  say: Say,
): LeverOrder {
  const start = monthAt(raw.start, [...path, 'start'], say)
  const end = monthAt(raw.end, [...path, 'end'], say)
  if (start !== undefined && end !== undefined && end <= start) {
    say([...path, 'end'], {
      code: 'date',
      what: `${show(raw.end)} does not come after the start ${show(raw.start)}`,
      expected: 'a later month',
      todo: 'correct one of the two',
    })
  }
  const fields: Record<string, Step<number>[]> = {}
  for (const [name, field] of Object.entries(lever.fields)) {
    if (raw[name] === undefined) continue
    const number = (value: unknown) =>
      (typeof value === 'string' ? field.words?.[value] : (value as number)) ?? field.none
    fields[name] = steps(raw[name], [...path, name], number, say)
  }
  const districts =
    raw.districts === undefined || !lever.places
      ? undefined
      : steps(raw.districts, [...path, 'districts'], (value, where) => ubigeosOf(value, where, vocabulary, say), say)
  return {
    none: false,
    fields,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(districts ? { districts } : {}),
  }
}

function steps<T>(
  raw: unknown,
  path: readonly PropertyKey[],
  value: (raw: unknown, path: readonly PropertyKey[]) => T,
  say: Say,
): Step<T>[] {
  const dated = Array.isArray(raw) && raw.length > 0 && raw.every(isRaw)
  if (!dated) return [{ from: 0, value: value(raw, path) }]
  let before = -1
  return raw.map((step: Raw, k) => {
    const from = monthAt(step.from, [...path, k, 'from'], say) ?? 0
    if (from <= before)
      say([...path, k, 'from'], {
        code: 'date',
        what: `${show(step.from)} does not come after the date before it`,
        expected: 'dates in rising order, each once',
        todo: 'sort the list',
      })
    before = from
    return { from, value: value(step.value, [...path, k, 'value']) }
  })
}

export function monthAt(raw: unknown, path: readonly PropertyKey[], say: Say): number | undefined {
  const month = typeof raw === 'string' ? parseMonth(raw) : undefined
  if (month !== undefined && (month < 0 || month >= MONTHS)) {
    say(path, {
      code: 'date',
      what: `${show(raw)} lies outside the model's time`,
      expected: `a month from ${FIRST}-01 to ${LAST}-12`,
      todo: 'choose another month',
    })
    return undefined
  }
  return month
}

function ubigeosOf(raw: unknown, path: readonly PropertyKey[], { districts }: Vocabulary, say: Say): string[] {
  const chosen =
    raw === 'direct'
      ? districts.filter((d) => d.direct)
      : raw === 'devida_zone'
        ? districts.filter((d) => d.devida)
        : districts
  if (!Array.isArray(raw)) return chosen.map(({ ubigeo }) => ubigeo)
  return raw.flatMap((text, k) => {
    if (typeof text !== 'string') return []
    const key = placeKey(text)
    const found = districts.filter((d) =>
      [d.ubigeo, d.name, `${d.name}, ${d.province}`, `${d.name}, ${d.province}, ${d.department}`].some(
        (name) => placeKey(name) === key,
      ),
    )
    if (found.length === 1) return [(found[0] as { ubigeo: string }).ubigeo]
    const near = nearest(
      text,
      districts.map(({ name }) => name),
    )
    const several = found.map((d) => `"${d.name}, ${d.province}" (${d.ubigeo})`).join(' or ')
    const what = found.length > 1 ? `"${text}" names several districts` : `"${text}" is not a district of the model`
    const todo =
      found.length > 1
        ? `write ${several}`
        : near === undefined
          ? 'write the ubigeo of the district'
          : `write "${near}" if that is meant`
    say([...path, k], {
      code: 'place',
      what,
      expected: 'a ubigeo, or the name of one of the districts inside the outline',
      todo,
    })
    return []
  })
}
