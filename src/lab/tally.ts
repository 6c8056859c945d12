// Reads the measures month by month and writes the values of one run into its array.
import { type Add, addingOf } from './adding.ts'
import type { Cells, Line } from './cells.ts'
import type { LabModel, Measure, MeasuredMoment } from './model.ts'
import { FIRST } from './scenario/types.ts'

/** Sums of a measure by row: since January, and in the month under way. */
interface Sums {
  readonly key: string
  readonly measure: Measure
  readonly addNum: Add
  readonly addDen: Add | undefined
  readonly table: 'district' | 'zone' | 'mode' | 'valley'
  /** Only December counts. */
  readonly december: boolean
  readonly monthly: boolean
  readonly num: Float64Array
  readonly den: Float64Array
  /** The month alone: kept where a line asks for months. */
  readonly numNow: Float64Array
  readonly denNow: Float64Array
}

export interface Tally {
  /** Call after each month, from January of some year on. */
  month(moment: MeasuredMoment): void
}

/** A tally that writes into `values` (of length `cells.length`). Years that the run does not reach stay as they are. */
export function tallyOf(
  cells: Cells,
  model: Pick<LabModel, 'measures'>,
  rows: Readonly<Record<'district' | 'zone' | 'mode', number>>,
  values: Float64Array,
): Tally {
  const sums = new Map<string, Sums>()
  for (const line of cells.lines) {
    for (const key of line.keys) {
      const measure = model.measures[key] as Measure
      const count = measure.of === 'valley' ? 1 : rows[measure.of]
      const kept = sums.get(key)
      const zeros = () => new Float64Array(count)
      sums.set(key, {
        ...(kept ?? {
          key,
          measure,
          addNum: addingOf(measure.num),
          addDen: measure.den && addingOf(measure.den),
          table: measure.of,
          num: zeros(),
          den: zeros(),
          numNow: zeros(),
          denNow: zeros(),
        }),
        december: line.year === 'december',
        monthly: (kept?.monthly ?? false) || line.monthly,
      })
    }
  }
  const all = [...sums.values()]
  const sources = cells.lines.map((line) => ({
    line,
    from: line.keys.map((key) => sums.get(key) as Sums),
    mask: maskOf(line, cells),
  }))
  const yearly = sources.filter(({ line }) => !line.monthly)
  const monthly = sources.filter(({ line }) => line.monthly)
  return {
    month(moment) {
      const of = moment.month % 12
      for (const sum of all) if (!sum.december || of === 11 || sum.monthly) read(sum, moment, of === 0 || sum.december)
      for (const { line, from, mask } of monthly) write(values, line, moment.month, total(line, from, mask, true))
      if (of !== 11) return
      const year = FIRST + Math.floor(moment.month / 12)
      for (const { line, from, mask } of yearly) write(values, line, year, total(line, from, mask, false))
    },
  }
}

const maskOf = (line: Line, cells: Cells): Float64Array | number | undefined =>
  line.rows === 'all' ? undefined : 'row' in line.rows ? line.rows.row : cells.masks[line.rows.mask]

function read(sum: Sums, moment: MeasuredMoment, fresh: boolean): void {
  const rows = sum.table === 'valley' ? [moment.valley] : moment[sum.table]
  sum.addNum(rows, moment, sum.num, fresh)
  sum.addDen?.(rows, moment, sum.den, fresh)
  if (!sum.monthly) return
  sum.addNum(rows, moment, sum.numNow, true)
  sum.addDen?.(rows, moment, sum.denNow, true)
}

function write(values: Float64Array, line: Line, time: number, value: number): void {
  const first = line.times[0]
  if (first === undefined) return
  // times rise by one, except in a short list of district years
  const guess = time - first
  const place = line.times[guess] === time ? guess : line.times.indexOf(time)
  if (place >= 0) values[line.offset + place] = value
}

/** Rates are ratios of sums, 0 where there is nothing to divide by: a district without leaf has leaf price 0, not a hole. */
function total(line: Line, from: readonly Sums[], mask: Float64Array | number | undefined, now: boolean): number {
  let result = 0
  for (const sum of from) {
    const num = add(now ? sum.numNow : sum.num, mask)
    if (sum.measure.den !== undefined && line.year !== 'sum') {
      const den = add(now ? sum.denNow : sum.den, mask)
      result += den === 0 ? 0 : num / den
    } else result += line.year === 'mean' && !now ? num / 12 : num
  }
  return result
}

function add(values: Float64Array, mask: Float64Array | number | undefined): number {
  if (typeof mask === 'number') return values[mask] as number
  let sum = 0
  for (let k = 0; k < values.length; k++)
    sum += mask === undefined ? (values[k] as number) : (values[k] as number) * (mask[k] as number)
  return sum
}
