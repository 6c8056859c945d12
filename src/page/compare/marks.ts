// What the answers of a comparison rest on, worked out once all simulations are there.
import { type AnswerRests, answerLines, restsOfLine, restTools, toldAlready } from '../../lab/marks.ts'
import { type Ranked, ranked, unknownsOf } from '../../lab/rests/ranks.ts'
import { type Compared, compared } from '../../report/compared.ts'
import { switches } from '../../system/switches.ts'
import type { Collector, Laboratory } from '../../web/index.ts'
import { inSlices } from './slices.ts'

/** The unknowns of the last ensemble: they change with its draws only. */
let known: { readonly draws: unknown; readonly count: number; readonly unknowns: readonly Ranked[] } | undefined

/** In slices; undefined when `stale`, or where draws were not calibrated. */
export async function restsInSlices(
  { credentials, parameters }: Pick<Laboratory, 'credentials' | 'parameters'>,
  gathered: Collector,
  stale: () => boolean,
): Promise<AnswerRests[] | undefined> {
  if (credentials.known.identified === undefined) return undefined
  const { plan, count } = gathered
  const hash = plan.draws.indices.join()
  if (known?.draws !== hash || known.count !== count) {
    const unknowns: Ranked[] = []
    const take = (found: Ranked | undefined) => found && unknowns.push(found)
    if (!(await inSlices(unknownsOf(plan.draws, count, parameters, switches), (one) => take(ranked(one)), stale)))
      return undefined
    known = { draws: hash, count, unknowns }
  }
  const tools = restTools(credentials, gathered, known.unknowns)
  const answers = plan.scenarios.flatMap((_, s) =>
    s === 0 || toldAlready(credentials, gathered, s)
      ? []
      : answerLines(gathered, 'default').map((line) => ({ s, line })),
  )
  const rests = plan.scenarios.flatMap((_, s) => (s === 0 ? [] : (toldAlready(credentials, gathered, s) ?? [])))
  const take = (found: AnswerRests | undefined) => found && rests.push(found)
  return (await inSlices(answers, ({ s, line }) => take(restsOfLine(tools, gathered, s, line)), stale))
    ? rests
    : undefined
}

/** The same comparison with what its answers rest on. */
export const withRests = ({ result }: Compared, rests: readonly AnswerRests[]): Compared =>
  compared({ ...result, ...(result.marks && { marks: { ...result.marks, rests } }) })
