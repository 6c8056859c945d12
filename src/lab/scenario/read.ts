// One scenario file: text in, a checked scenario and every problem of the file out.
import type { Problem } from '../../evidence/problem.ts'
import { readDocument } from '../document.ts'
import { knownInRules, readRules } from '../rules-of-policy/read.ts'
import { schemaProblems } from './issues.ts'
import { isRaw, readOrder, type Say } from './order.ts'
import { scenarioSchema } from './schema.ts'
import type { LeverOrder, Scenario, Vocabulary } from './types.ts'

/** `policy/cacao-first.yaml` is the scenario `cacao-first`. */
export const scenarioName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '')

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
  const say: Say = (path, problem) =>
    problems.push({ ...problem, file, line: reading.lineOf(path), field: path.map(String).join('.') })
  const raw = reading.value
  const levers: Record<string, LeverOrder> = {}
  for (const [name, order] of Object.entries(isRaw(raw.levers) ? raw.levers : {})) {
    const lever = ownIn(vocabulary.levers, name)
    if (lever === undefined) continue
    levers[name] =
      order === 'none'
        ? { none: true, fields: {} }
        : readOrder(isRaw(order) ? order : {}, lever, ['levers', name], vocabulary, say)
  }
  const rules = raw.rules === undefined ? undefined : readRules(raw.rules, vocabulary, say)
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
      ...(rules === undefined ? {} : { rules }),
      world: (raw.world ?? {}) as Record<string, string>,
      model: (raw.model ?? {}) as Record<string, string>,
    },
  }
}

/** A name like `constructor` is in every object; as a lever it is unknown. */
const ownIn = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined

function knownKeys(path: readonly PropertyKey[], vocabulary: Vocabulary): readonly string[] {
  const [section, name] = path.map(String)
  if (section === undefined) return ['title', 'about', 'from', 'span', 'levers', 'rules', 'world', 'model']
  if (section === 'rules') return knownInRules(path.slice(2), vocabulary)
  if (path.length === 1 && section === 'levers') return Object.keys(vocabulary.levers)
  if (section === 'world') return Object.keys(vocabulary.worldChoices)
  if (section === 'model') return Object.keys(vocabulary.switches)
  const lever = section === 'levers' && path.length === 2 ? ownIn(vocabulary.levers, name ?? '') : undefined
  if (lever) return [...Object.keys(lever.fields), 'start', 'end', ...(lever.places ? ['districts'] : [])]
  return section === 'title' || section === 'about'
    ? ['en', 'es']
    : section === 'span'
      ? ['from', 'to']
      : ['from', 'value']
}
