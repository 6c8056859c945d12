// One scenario file: text in, a checked scenario and every problem of the file out.
import { parseMonth } from '../../engine/clock.ts'
import { placeKey } from '../../evidence/places.ts'
import { nearest, type Problem } from '../../evidence/problem.ts'
import type { Lever } from '../../system/levers.ts'
import { readDocument } from '../document.ts'
import { schemaProblems, show } from './issues.ts'
import { scenarioSchema } from './schema.ts'
import { FIRST, LAST, type LeverOrder, MONTHS, type Scenario, type Step, type Vocabulary } from './types.ts'

/** `policy/cacao-first.yaml` is the scenario `cacao-first`. */
export const scenarioName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '')

type Raw = Record<string, unknown>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads one file. The scenario is undefined when it can't be used; `problems` holds everything that is wrong with the file. */
export function readScenario(
  text: string,
  file: string,
  vocabulary: Vocabulary,
): { scenario?: Scenario; problems: Problem[] } {
  const reading = readDocument(text, file)
  const problems = [...reading.problems]
  if (reading.value === undefined) return { problems }
  if (!isRaw(reading.value)) {
    problems.push({
      code: 'type',
      file,
      line: 1,
      what: 'the file is not a mapping',
      expected: 'keys such as title, from and levers',
      todo: 'begin with "title:"',
    })
    return { problems }
  }
  const schema = scenarioSchema(vocabulary)
  problems.push(...schemaProblems(schema, reading, file, (path) => knownKeys(path, vocabulary)))
  const say = (path: readonly PropertyKey[], problem: Omit<Problem, 'file' | 'line' | 'field'>) =>
    problems.push({ ...problem, file, line: reading.lineOf(path), field: path.map(String).join('.') })
  const raw = reading.value
  const levers: Record<string, LeverOrder> = {}
  for (const [name, order] of Object.entries(isRaw(raw.levers) ? raw.levers : {})) {
    const lever = vocabulary.levers[name]
    if (lever === undefined) continue
    levers[name] =
      order === 'none'
        ? { none: true, fields: {} }
        : readOrder(isRaw(order) ? order : {}, lever, ['levers', name], vocabulary, say)
  }
  const span = raw.span as Scenario['span']
  if (span && span.to < span.from) {
    say(['span', 'to'], {
      code: 'date',
      what: `the span ends in ${span.to}, before it begins`,
      expected: `${span.from} or later`,
      todo: 'correct one of the two',
    })
  }
  if (problems.length > 0) return { problems }
  return {
    problems,
    scenario: {
      name: scenarioName(file),
      file,
      title: raw.title as Scenario['title'],
      ...(raw.about === undefined ? {} : { about: raw.about as Scenario['title'] }),
      ...(raw.from === undefined ? {} : { from: raw.from as string, fromLine: reading.lineOf(['from']) }),
      ...(span === undefined ? {} : { span }),
      levers,
      world: (raw.world ?? {}) as Record<string, string>,
      model: (raw.model ?? {}) as Record<string, string>,
    },
  }
}

type Say = (path: readonly PropertyKey[], problem: Omit<Problem, 'file' | 'line' | 'field'>) => void

function readOrder(raw: Raw, lever: Lever, path: readonly PropertyKey[], vocabulary: Vocabulary, say: Say): LeverOrder {
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

function monthAt(raw: unknown, path: readonly PropertyKey[], say: Say): number | undefined {
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

function knownKeys(path: readonly PropertyKey[], vocabulary: Vocabulary): readonly string[] {
  const [section, name] = path.map(String)
  if (section === undefined) return ['title', 'about', 'from', 'span', 'levers', 'world', 'model']
  if (path.length === 1 && section === 'levers') return Object.keys(vocabulary.levers)
  if (section === 'world') return Object.keys(vocabulary.worldChoices)
  if (section === 'model') return Object.keys(vocabulary.switches)
  const lever = section === 'levers' && path.length === 2 ? vocabulary.levers[name ?? ''] : undefined
  if (lever) return [...Object.keys(lever.fields), 'start', 'end', ...(lever.places ? ['districts'] : [])]
  return section === 'title' || section === 'about'
    ? ['en', 'es']
    : section === 'span'
      ? ['from', 'to']
      : ['from', 'value']
}
