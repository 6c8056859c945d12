/** `vraem model --parameters`: the uncertain quantities, as the data and the model declare them. */
import { InputError } from '../../evidence/problem.ts'
import { openLaboratory } from '../../host/laboratory.ts'
import { model } from '../../system/model.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { textTable } from '../table.ts'

export async function describeModel(call: Call): Promise<number> {
  const { words, options, command } = call
  if (options.parameters !== true) {
    throw new InputError([
      {
        code: 'missing-option',
        file: command,
        what: 'nothing is said about what to describe',
        expected: '--parameters',
        todo: 'add --parameters',
      },
    ])
  }
  const { pack } = await openLaboratory()
  const used = new Map(Object.entries(model.parameters as Record<string, { about: string }>))
  const parameters = pack.parameters.map(({ line: _, ...parameter }) => ({
    ...parameter,
    about: used.get(parameter.name)?.about ?? '',
    used: used.has(parameter.name),
  }))
  const switches = Object.entries(model.switches).map(([name, choice]) => ({ name, ...choice }))
  await answer(call, { parameters, switches }, () =>
    textTable(
      words.parametersHead,
      parameters.map((p) => [
        p.name,
        p.unit,
        ...[p.low, p.central, p.high].map(String),
        p.distribution,
        p.claims.join(' '),
        p.source,
      ]),
    ),
  )
  return 0
}
