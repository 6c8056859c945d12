/** Checks the declarations that rules name. */
import { STREAMS } from '../draws.ts'
import type { Column, Declarations, Quantity } from '../rule.ts'
import { type LanguageProblem, misplaced } from './problem.ts'
import { isUnit } from './units.ts'

const problem = (what: string, instead: string): LanguageProblem => misplaced('declarations', what, instead)

export function checkDeclarations(decl: Declarations): LanguageProblem[] {
  const tables: readonly (readonly [string, Readonly<Record<string, Quantity>>])[] = [
    ['household', decl.household],
    ['district', decl.district],
    ['param', decl.param],
    ['sums', decl.sums],
  ]
  const units = tables.flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([, { unit }]) => !isUnit(unit))
      .map(([name, { unit }]) =>
        problem(`${table}.${name} has the unit '${unit}'`, "write for example 'PEN/person/day'"),
      ),
  )
  const columns = Object.entries(decl.household).flatMap(([name, column]) => checkColumn(name, column))
  return [...units, ...columns, ...checkStreams(decl.streams)]
}

function checkColumn(name: string, { type, fixed, flow }: Column): LanguageProblem[] {
  if (type === 'i32' && !fixed) return [problem(`household.${name} keys draws, but may be written`, 'add fixed: true')]
  if (flow && fixed)
    return [problem(`household.${name} is a flow and fixed`, 'a flow is written every month: leave fixed out')]
  return []
}

function checkStreams(streams: readonly string[]): LanguageProblem[] {
  const twice = streams.filter((name, k) => streams.indexOf(name) !== k)
  const problems = twice.map((name) => problem(`the stream ${name} is declared twice`, 'give each stream its own name'))
  if (streams.length > STREAMS)
    problems.push(problem(`there are ${streams.length} streams`, `declare at most ${STREAMS}; draws take an index`))
  return problems
}
