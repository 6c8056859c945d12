// All scenario files together: each name once, `from` without gaps or circles.
import { type Problem, sortProblems } from '../../evidence/problem.ts'
import { type Library, lineage } from './lineage.ts'
import { suggestion } from './near.ts'
import { readScenario, scenarioName } from './read.ts'
import type { Scenario, Vocabulary } from './types.ts'

export { type Library, lineage } from './lineage.ts'
export { resolve } from './resolve.ts'

/** Reads files (path to text) and reports every problem of every file. Scenarios with problems are left out. */
export function readScenarios(
  files: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): { scenarios: Library; problems: Problem[] } {
  const scenarios = new Map<string, Scenario>()
  const problems: Problem[] = []
  const owner = new Map<string, string>()
  for (const [file, text] of Object.entries(files)) {
    const key = scenarioName(file).toLowerCase()
    const other = owner.get(key)
    if (other !== undefined) {
      problems.push({
        code: 'duplicate-name',
        file,
        line: 1,
        what: `the scenario "${scenarioName(file)}" is also in ${other}`,
        expected: 'a name for each scenario',
        todo: 'rename one of the two files',
      })
      continue
    }
    owner.set(key, file)
    const read = readScenario(text, file, vocabulary)
    problems.push(...read.problems)
    if (read.scenario) scenarios.set(read.scenario.name, read.scenario)
  }
  for (const scenario of scenarios.values()) problems.push(...lineProblems(scenario, scenarios, owner))
  return { scenarios, problems: sortProblems(problems) }
}

function lineProblems(scenario: Scenario, scenarios: Library, owner: ReadonlyMap<string, string>): Problem[] {
  const { file, from, fromLine } = scenario
  if (from === undefined) return []
  const at = { file, ...(fromLine === undefined ? {} : { line: fromLine }), field: 'from' }
  // a parent with problems of its own has been reported already
  if (!scenarios.has(from) && owner.has(from.toLowerCase())) return []
  if (!scenarios.has(from)) {
    return [
      {
        code: 'unknown',
        ...at,
        what: `there is no scenario "${from}"`,
        expected: 'the name of a scenario: its file name without .yaml',
        todo: suggestion(from, [...scenarios.keys()]),
      },
    ]
  }
  const line = lineage(scenario.name, scenarios)
  const back = scenarios.get(line.at(-1) as string)?.from
  if (back !== scenario.name) return []
  return [
    {
      code: 'cycle',
      ...at,
      what: `this leads back to itself: ${[...line, back].join(' from ')}`,
      expected: 'a chain of scenarios with a first one',
      todo: 'remove one "from"',
    },
  ]
}
