// Data that drive the model: the series and tables that its files name, and what the outside world sets each month.
import type { Point } from '../../evidence/series.ts'
import type {
  Described,
  Description,
  MechanismDescription,
  SeriesDescription,
  TableDescription,
} from './description.ts'
import { aboutOf, closureOf, headOf, mentioned, quotedIn } from './spoken.ts'

const FACTS = 'src/system/facts.ts'
const WORLD = 'src/system/world.ts'

export function inputOf(of: Described, mechanisms: readonly MechanismDescription[]): Description['input'] {
  const { texts, pack } = of
  const readers = closureOf([FACTS], texts, 'src/valley/')
  const quoted = readers.flatMap((file) => quotedIn(texts[file] ?? ''))
  const isNamed = (name: string) => quoted.some((pattern) => pattern.test(name))
  return {
    about: headOf(texts[WORLD] ?? ''),
    series: seriesNamed(pack.observations, isNamed),
    tables: tablesNamed(of, isNamed),
    world: worldOf(texts[WORLD] ?? '', mechanisms),
  }
}

function seriesNamed(points: readonly Point[], isNamed: (name: string) => boolean): SeriesDescription[] {
  const names = [...new Set(points.map(({ series }) => series))].filter(isNamed).sort()
  return names.map((name) => {
    const rows = points.filter(({ series }) => series === name)
    const years = rows.map(({ year }) => year)
    return {
      name,
      units: [...new Set(rows.map(({ unit }) => unit))].sort(),
      places: new Set(rows.map(({ placeId, place }) => placeId ?? place)).size,
      rows: rows.length,
      years: [Math.min(...years), Math.max(...years)],
      files: [...new Set(rows.map(({ file }) => file))].sort(),
    }
  })
}

function tablesNamed({ pack }: Described, isNamed: (name: string) => boolean): TableDescription[] {
  const resources = pack.descriptor?.resources ?? []
  return resources
    .filter(({ name }) => isNamed(name))
    .map(({ name, path, title }) => ({ path: `data/${path}`, title, rows: pack.tables.get(name)?.rows.length ?? 0 }))
}

/** The fields of a month of the world, with the comments before them. A field without one shares that of the field above. */
function worldOf(text: string, mechanisms: readonly MechanismDescription[]): Description['input']['world'] {
  const body = /export interface WorldMonth \{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? ''
  let about = ''
  return mentioned(body, /^ {2}(\w+): /gm).map((field) => {
    const name = `world.${field}`
    about = aboutOf(body, new RegExp(`^ {2}${field}: `, 'm')) || about
    return { name, about, readBy: mechanisms.filter((one) => one.reads.includes(name)).map(({ id }) => id) }
  })
}
