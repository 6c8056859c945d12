// What may not be shown, whatever rows are handed over.
import { type Outcome, outcomes } from '../system/outcomes.ts'
import { baseOf } from './format.ts'

/** Violence, control and the illicit chain: the valley and the year, nothing finer, even if a row says otherwise. */
const VALLEY_ONLY: ReadonlySet<string> = new Set([
  'deaths',
  'displaced',
  'attacks',
  'armed_strength',
  'armed_revenue',
  'armed_control',
  'protests',
  'potential_cocaine',
  'exported',
  'seized',
  'mode_share',
])

/** May this outcome be drawn by district? */
export function mayMap(outcome: string): boolean {
  const base = baseOf(outcome)
  return !VALLEY_ONLY.has(base) && (outcomes as Record<string, Outcome>)[base]?.places === 'district'
}

/** Counts below this are not shown for a district. */
const SMALLEST: Readonly<Record<string, number>> = { person: 10, 'person/yr': 10, ha: 5, 'ha/yr': 5, 't/yr': 5 }

/** Is the figure of a district too small to be shown? */
export function suppressed(unit: string, value: number): boolean {
  const least = SMALLEST[unit]
  return least !== undefined && value > 0 && value < least
}
