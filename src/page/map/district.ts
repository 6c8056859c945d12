// One district out of a comparison: its years as charts read them, its last year as a table.
import { compareRows } from '../../lab/compare.ts'
import type { Compared } from '../../report/compared.ts'
import { suppressed } from '../../report/harm.ts'
import type { CompareRow } from '../../report/input.ts'
import type { Collector } from '../../web/index.ts'
import { inSlices } from '../compare/slices.ts'

/** The comparison as if the valley were this district: series are of its own years. Undefined when `stale`. */
export async function districtOf(
  front: Compared,
  gathered: Collector,
  ubigeo: string,
  stale: () => boolean,
): Promise<Compared | undefined> {
  const lines = gathered.cells.lines.filter(({ place, scope }) => place === ubigeo && scope === 'district')
  const rows = new Map<string, CompareRow[]>()
  const take = (line: (typeof lines)[number]) => {
    for (const row of compareRows({ ...gathered, cells: { ...gathered.cells, lines: [line] } }, 'default')) {
      const key = `${row.scenario} ${row.outcome}`
      const list = rows.get(key)
      if (list) list.push(row)
      else rows.set(key, [row])
    }
  }
  if (!(await inSlices(lines, take, stale))) return undefined
  return { ...front, series: (scenario, outcome) => rows.get(`${scenario} ${outcome}`) ?? [] }
}

/** Too small in any year to be shown: then none of its years is. */
export const tooSmall = (rows: readonly CompareRow[]): boolean => rows.some(({ unit, p50 }) => suppressed(unit, p50))
