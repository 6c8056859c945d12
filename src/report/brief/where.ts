// Where it changes: one small map for each package, and a sentence on the districts that gain and lose.
import { certaintyOf } from '../certainty.ts'
import { parts } from '../clauses.ts'
import type { Compared } from '../compared.ts'
import { labelOf, mannerOf } from '../format.ts'
import { mayMap } from '../harm.ts'
import type { Geography, Words } from '../input.ts'
import { classesOf, SIDES } from '../map/classes.ts'
import { legend, panel } from '../map/panel.ts'
import type { Sheet } from '../map/sheet.ts'
import { each, joined, plainWords } from '../words.ts'
import { paragraph, quoted } from './parts.ts'
import { tell } from './words.ts'

/** The change of one district under one package, over the years compared. */
export interface DistrictChange {
  readonly ubigeo: string
  readonly p05: number
  readonly p50: number
  readonly p95: number
  readonly above: number
  readonly below: number
}

/** Rates only: a count of a district can be too small to be shown. */
export interface DistrictChanges {
  readonly scenario: string
  readonly outcome: string
  readonly unit: string
  readonly rows: readonly DistrictChange[]
}

/** Districts that a sentence names. */
const NAMED = 3

export function whereBody(
  c: Compared,
  slotOf: (name: string) => string,
  sheet: Sheet,
  geography: Geography,
  changes: readonly DistrictChanges[],
): string {
  const allowed = changes.filter(({ outcome }) => mayMap(outcome))
  const maps = allowed.map((one) => mapOf(c, slotOf, sheet, geography, one, allowed))
  const said = allowed.map((one) => paragraph(whereSaid(c, geography, one)))
  return `<div class="maps of-${allowed.length}">${maps.join('')}</div>${said.join('')}${paragraph(tell('brief_map_key'), 'note')}`
}

function mapOf(
  c: Compared,
  slotOf: (name: string) => string,
  sheet: Sheet,
  geography: Geography,
  one: DistrictChanges,
  all: readonly DistrictChanges[],
): string {
  const { scenario, outcome, unit, rows } = one
  const manner = mannerOf(outcome, unit)
  // maps of one outcome share their classes
  const alike = all.filter((other) => other.outcome === outcome).flatMap((other) => other.rows.map(({ p50 }) => p50))
  const classes = classesOf(manner, [0, 1], alike)
  const byDistrict = new Map(rows.map((row) => [row.ubigeo, row]))
  const letters = geography.cells.map(({ ubigeo }) => {
    const row = byDistrict.get(ubigeo)
    if (row === undefined) return 'x'
    const letter = 'abcdefg'[classes.difference(row.p50) + SIDES] ?? 'd'
    return row.p05 < 0 && row.p95 > 0 ? letter.toUpperCase() : letter
  })
  const map = { scenario, year: c.to, difference: true, classes: letters.join(''), figures: [] }
  const caption = tell('brief_map_title', {
    outcome: labelOf(outcome, parts),
    package: titleOf(c, scenario),
    unit: changeUnit(outcome, unit),
  })
  const key = legend(
    { outcome, label: caption, unit: caption, levels: [], differences: classes.differenceLabels, maps: [] },
    true,
  )
  return `<div>${panel(sheet, geography, map, caption, slotOf(scenario), `map-${scenario}-${outcome}`)}${key}</div>`
}

const titleOf = (c: Compared, scenario: string): Words =>
  c.packages.find(({ name }) => name === scenario)?.title ?? plainWords(scenario)

const changeUnit = (outcome: string, unit: string): Words => {
  const manner = mannerOf(outcome, unit)
  return unit === '1' ? each((l) => manner.afterChange[l].trim()) : manner.unit
}

/** In how many districts it goes up, goes down, or cannot be told, and where most. */
export function whereSaid(c: Compared, geography: Geography, { scenario, outcome, rows }: DistrictChanges): Words {
  const { count } = c.result.manifest.draws
  const names = new Map(geography.cells.map(({ ubigeo, name }) => [ubigeo, name]))
  const judged = rows.map((row) => {
    const { verdict, direction } = certaintyOf({ ...row, level: 0 }, 0, count)
    return { row, way: verdict === 'likely' || verdict === 'very likely' ? direction : 0 }
  })
  const most = (way: 1 | -1): { n: number; names: string } => {
    const found = judged.filter((one) => one.way === way).sort((a, b) => (b.row.p50 - a.row.p50) * way)
    return {
      n: found.length,
      names: found
        .slice(0, NAMED)
        .map(({ row }) => names.get(row.ubigeo) ?? '')
        .join(', '),
    }
  }
  const [up, down] = [most(1), most(-1)]
  const all = rows.length
  const pieces = [
    ...(up.n > 0 ? [tell('brief_map_up', { ...up, all })] : []),
    ...(down.n > 0 ? [tell('brief_map_down', { ...down, all })] : []),
    ...(up.n + down.n < all ? [tell('brief_map_same', { n: all - up.n - down.n })] : []),
  ]
  const label = labelOf(outcome, parts)
  const said = joined(pieces, '; ')
  return each((l) => `${label[l]}, ${quoted(titleOf(c, scenario))[l]}: ${said[l]}.`)
}
