// A comparison from a link against what the laboratory knows: unknown names and values out of range are dropped and told.
import type { Problem } from '../../evidence/problem.ts'
import { optionsOf, type Vocabulary } from '../../lab/scenario/types.ts'
import { type Comparison, DRAWS, initial } from './comparison.ts'
import { type Draft, type Library, titleOf } from './draft.ts'
import { scenarioOf } from './file.ts'

export function checked(
  comparison: Comparison,
  scenarios: Library,
  vocabulary: Vocabulary,
  most: number,
): { comparison: Comparison; dropped: Problem[] } {
  const dropped: Problem[] = []
  const lost = (field: string, what: string) =>
    void dropped.push({ code: 'link', file: 'link', field, what, expected: '', todo: '' })
  const known = (name: string, otherwise: string, field: string): string => {
    if (scenarios.has(name)) return name
    lost(field, name)
    return otherwise
  }
  const reference = known(comparison.reference, initial.reference, 'reference')
  const draws = comparison.draws >= 2 && comparison.draws <= most ? comparison.draws : Math.min(DRAWS, most)
  if (draws !== comparison.draws) lost('n', String(comparison.draws))
  const world = Object.fromEntries(
    Object.entries(comparison.world).filter(([name, option]) => {
      const choice = Object.hasOwn(vocabulary.worldChoices, name) ? vocabulary.worldChoices[name] : undefined
      const fine = choice !== undefined && optionsOf(choice).includes(option)
      if (!fine) lost(`world.${name}`, option)
      return fine && choice.default !== option
    }),
  )
  const packages = comparison.packages.map((draft) => {
    const base = draft.from === undefined ? draft : { ...draft, from: known(draft.from, initial.reference, 'from') }
    return whole(base, scenarios, vocabulary, dropped)
  })
  return { comparison: { reference, draws, world, packages }, dropped }
}

/** Without the pieces that the reader of scenario files refuses. */
function whole(draft: Draft, scenarios: Library, vocabulary: Vocabulary, dropped: Problem[]): Draft {
  let kept = draft
  for (let tries = 0; tries < 20; tries++) {
    const { problems } = scenarioOf(kept, 'link', titleOf(kept, scenarios), {}, vocabulary)
    if (problems.length === 0) return kept
    for (const problem of problems) kept = without(kept, (problem.field ?? '').split('.'))
    dropped.push(...problems)
  }
  return { ...(draft.from === undefined ? {} : { from: draft.from }), levers: {}, world: {}, model: {} }
}

function without(draft: Draft, [section = '', name, field]: readonly string[]): Draft {
  const copy = structuredClone(draft) as unknown as Record<string, Record<string, Record<string, unknown>>>
  const of = copy[section]
  if (of === undefined) return draft
  if (name === undefined || ['title', 'about', 'span', 'rules'].includes(section)) delete copy[section]
  else if (field === undefined || typeof of[name] !== 'object' || !(field in of[name])) delete of[name]
  else delete of[name][field]
  const { levers = {}, world = {}, model = {}, ...rest } = copy
  return { ...rest, levers, world, model } as unknown as Draft
}
