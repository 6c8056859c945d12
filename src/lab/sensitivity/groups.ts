// Inputs put together: by subsystem, and by the contradictions of the ledger that stand behind them.
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import { namesIn } from '../contested/questions.ts'
import type { Input } from './inputs.ts'
import type { Grouping } from './result.ts'

/** Subsystems in the order of the inputs, then contradictions in the order of the ledger; only those with an input. */
export function groupingsOf(inputs: readonly Input[], contradictions: readonly Contradiction[]): Grouping[] {
  const subsystems = [...new Set(inputs.map(({ subsystem }) => subsystem))].map(
    (group): Grouping => ({
      by: 'subsystem',
      group,
      names: inputs.filter(({ subsystem }) => subsystem === group).map(({ name }) => name),
    }),
  )
  const contested = contradictions.flatMap((one): Grouping[] => {
    const names = namesIn(one).filter((name) => inputs.some((input) => input.name === name))
    return names.length === 0 ? [] : [{ by: 'contested', group: one.id, names }]
  })
  return [...subsystems, ...contested]
}
