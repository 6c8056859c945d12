// Tables of an ensemble made a little at a time, so that the page stays at hand.
import type { Line } from '../lab/cells.ts'
import { type Collector, nameOf, shownLines, summarise } from '../lab/ensemble.ts'
import type { LabModel } from '../lab/model.ts'
import type { OutcomeRow, Scope } from '../lab/results.ts'

/** The longest that the page is kept from anything else, milliseconds. */
const BREATH = 8

/** The lines that a reader sees first: headline outcomes of the valley. Others can follow. */
export const headlines =
  (outcomes: LabModel['outcomes']) =>
  ({ outcome, rows }: Line): boolean =>
    outcomes[outcome]?.headline === true && !(typeof rows === 'object' && 'row' in rows)

/**
 * The rows of `outcomeRows`, of those lines that are wanted, and of the draws that are there when it is called: more may
 * come meanwhile.
 */
export async function rowsInTurns(
  collector: Collector,
  scenario: number,
  scope: Scope,
  wanted: (line: Line) => boolean = () => true,
): Promise<OutcomeRow[]> {
  const values = new Float64Array(collector.count)
  const rows: OutcomeRow[] = []
  let began = performance.now()
  for (const line of shownLines(collector.cells, scope).filter(wanted)) {
    line.times.forEach((year, k) => {
      rows.push({ ...nameOf(line), year, ...summarise(collector.values(scenario, line.offset + k, values)) })
    })
    if (performance.now() - began < BREATH) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    began = performance.now()
  }
  return rows
}
