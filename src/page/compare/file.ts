// Packages as files: the YAML that the command line takes, written and read with the project's own reader.
import { stringify } from 'yaml'
import type { Problem } from '../../evidence/problem.ts'
import { readDocument } from '../../lab/document.ts'
import { suggestion } from '../../lab/scenario/near.ts'
import { readScenario } from '../../lab/scenario/read.ts'
import type { Scenario, Vocabulary } from '../../lab/scenario/types.ts'
import type { Words } from '../../report/input.ts'
import type { Draft, Library } from './draft.ts'

export type World = Readonly<Record<string, string>>

/** The text of a file. `world`: of the comparison; what the draft itself says of the world goes first. */
export function fileOf(draft: Draft, title: Words, world: World = {}): string {
  const all = { ...world, ...draft.world }
  return stringify(
    {
      title: { en: title.en, es: title.es },
      ...(draft.about ? { about: { en: draft.about.en, es: draft.about.es } } : {}),
      ...(draft.from ? { from: draft.from } : {}),
      ...(draft.span ? { span: draft.span } : {}),
      ...(Object.keys(draft.levers).length > 0 ? { levers: draft.levers } : {}),
      ...(draft.rules ? { rules: draft.rules } : {}),
      ...(Object.keys(all).length > 0 ? { world: all } : {}),
      ...(Object.keys(draft.model).length > 0 ? { model: draft.model } : {}),
    },
    { lineWidth: 120 },
  )
}

/** A draft as the model's reader sees it. */
export const scenarioOf = (draft: Draft, name: string, title: Words, world: World, vocabulary: Vocabulary) =>
  readScenario(fileOf(draft, title, world), `${name}.yaml`, vocabulary)

/** Reads a file of the reader: all problems of it, or the draft it holds. `text`: decoded as UTF-8 without refusing bad bytes. */
export function readFile(
  text: string,
  file: string,
  scenarios: Library,
  vocabulary: Vocabulary,
): { draft?: Draft; scenario?: Scenario; problems: readonly Problem[] } {
  const { scenario, problems } = readScenario(text, file, vocabulary)
  if (!scenario) return { problems }
  if (scenario.from !== undefined && !scenarios.has(scenario.from)) return { problems: [baseless(scenario, scenarios)] }
  const raw = readDocument(text, file).value as Partial<Draft>
  const { title, about, from, span, rules, levers = {}, world = {}, model = {} } = raw
  const draft = {
    ...(from === undefined ? {} : { from }),
    ...(title === undefined ? {} : { title }),
    ...(about === undefined ? {} : { about }),
    ...(span === undefined ? {} : { span }),
    ...(rules === undefined ? {} : { rules }),
    ...{ levers, world, model },
  }
  return { draft, scenario, problems: [] }
}

function baseless({ file, from = '', fromLine }: Scenario, scenarios: Library): Problem {
  return {
    code: 'unknown',
    file,
    ...(fromLine === undefined ? {} : { line: fromLine }),
    field: 'from',
    what: `there is no scenario "${from}"`,
    expected: 'the name of a scenario that comes with the laboratory',
    todo: suggestion(from, [...scenarios.keys()]),
  }
}
