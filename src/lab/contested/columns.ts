// Columns that a study did not keep, worked out again from its draws: each parameter of a draw is a function of its number.
import type { Parameter } from '../../evidence/parameters.ts'
import { type DrawList, drawValues, givenAt } from '../draws.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'
import type { Study, Uncertainty } from '../study/table.ts'
import { optionName, switchQuestion, unknownName } from '../unknowns/unknowns.ts'

export interface DrawnFrom {
  readonly list: DrawList
  readonly parameters: readonly Parameter[]
  readonly switches: Readonly<Record<string, Choice>>
}

/**
 * The study with the named columns as well, as far as its draws stand in the list. `list` must be the one the study was run with.
 * Names that are no parameter or switch, or never vary, are passed over.
 */
export function withColumns(study: Study, names: Iterable<string>, { list, parameters, switches }: DrawnFrom): Study {
  const { draws, futures } = study
  const there = new Set(study.uncertainties.map(({ name }) => name))
  const wanted = [...names].filter((name) => !there.has(name))
  if (draws === undefined || wanted.length === 0) return study
  const place = new Map(list.indices.map((draw, k) => [draw, k]))
  if (draws.some((draw) => !place.has(draw))) return study
  const values = new Map<number, Record<string, number>>()
  for (const draw of new Set(draws))
    values.set(draw, drawValues(draw, list.seed, parameters, switches, {}, givenAt(list, place.get(draw) as number)))
  const added = wanted.flatMap((name): Uncertainty[] => {
    const column = Float64Array.from(
      { length: futures },
      (_, f) => values.get(draws[f] as number)?.[name] ?? Number.NaN,
    )
    if (column.every((value) => Object.is(value, column[0]))) return []
    const told = { name, ...(switchQuestion(name) ?? unknownName(name) ?? { en: name, es: name }) }
    const choice = switches[name.replace(/^switch_/, '')]
    const parameter = parameters.find((one) => one.name === name)
    if (name.startsWith('switch_') && choice !== undefined) {
      const options = optionsOf(choice).map((option) => ({
        name: option,
        ...(optionName(name, option) ?? { en: option, es: option }),
      }))
      return [{ kind: 'choice', ...told, options, values: Int32Array.from(column) }]
    }
    return parameter === undefined ? [] : [{ kind: 'number', ...told, unit: parameter.unit, values: column }]
  })
  return added.length === 0 ? study : { ...study, uncertainties: [...study.uncertainties, ...added] }
}
