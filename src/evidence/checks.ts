import { type Places, placeKey } from './places.ts'
import { nearest, type Problem } from './problem.ts'
import { nameList, type Resource } from './schema.ts'
import type { Point } from './series.ts'
import { type Cell, type Row, repeatedRows, type Table } from './table.ts'

/** Checks that need more than one table, or more than one row. Each returns every problem it finds. */

/** Foreign keys whose target row does not exist. */
export function foreignKeyProblems(resource: Resource, tables: ReadonlyMap<string, Table>): Problem[] {
  const table = tables.get(resource.name)
  return (resource.schema.foreignKeys ?? []).flatMap((key) => {
    const target = tables.get(key.reference.resource || resource.name)
    if (!table || !target) return []
    const [from, to] = [nameList(key.fields), nameList(key.reference.fields)]
    const known = new Set(target.rows.map(({ values }) => keyOf(values, to)))
    const advice = new Map<Cell, string>()
    return table.rows.flatMap(({ line, values }): Problem[] => {
      const found = keyOf(values, from)
      if (found === null || known.has(found)) return []
      const todo = advice.get(found) ?? keyAdvice(found, from.length === 1 ? known : new Set())
      advice.set(found, todo)
      const what = `${from.map((column) => values[column] ?? null).join(', ')} is not in ${target.file}`
      const expected = `a value of ${to.join('+')} in ${target.file}`
      return [{ code: 'foreign-key', file: table.file, line, field: from.join('+'), what, expected, todo }]
    })
  })
}

/** Whole titles are not compared: that takes long, and nobody mistypes a little in them. */
const LONGEST_NAME = 60

function keyAdvice(found: Cell, known: ReadonlySet<Cell>): string {
  const short = typeof found === 'string' && found.length <= LONGEST_NAME
  const near = short ? nearest(found, [...known].map(String)) : undefined
  return `${near === undefined ? 'correct the code' : `write "${near}" if that is meant`}, or add the row there`
}

/** What identifies a row in these columns: the cell itself, or all of them as text; null where all are empty. */
function keyOf(values: Row['values'], columns: readonly string[]): Cell {
  const cells = columns.map((column) => values[column] ?? null)
  return cells.length === 1 ? (cells[0] ?? null) : cells.every((cell) => cell === null) ? null : JSON.stringify(cells)
}

/** Rows about a place nobody declared. */
export function placeProblems(points: readonly Point[], places: Places): Problem[] {
  const advice = new Map<string, string>()
  return points.flatMap(({ placeId, place, file, line }): Problem[] => {
    if (placeId !== undefined) return []
    const todo = advice.get(place) ?? adviceFor(place, places)
    advice.set(place, todo)
    const expected = 'a district, VRAEM, Peru, World or a place declared in geo/places.csv'
    return [{ code: 'place', file, line, field: 'place', what: `"${place}" is not a known place`, expected, todo }]
  })
}

/** What to do about a place that is not known: the nearest name, or declare it. */
export function adviceFor(place: string, places: Places): string {
  const near = nearest(
    place,
    places.all.flatMap(({ name }) => (name.includes(',') ? [name, name.split(',')[0] ?? name] : [name])),
  )
  return near === undefined ? 'correct the name, or declare it in geo/places.csv' : `write "${near}" if that is meant`
}

/** Two rows of geo/places.csv that read the same but mean different places. */
export function placeSpellingProblems(table: Table | undefined): Problem[] {
  const first = new Map<string, { name: unknown; line: number }>()
  return (table?.rows ?? []).flatMap(({ line, values }): Problem[] => {
    const key = placeKey(String(values.place ?? ''))
    const earlier = first.get(key)
    if (!earlier) first.set(key, { name: values.name, line })
    if (!earlier || earlier.name === values.name) return []
    const what = `"${values.place}" reads like line ${earlier.line} but has another name`
    const expected = 'one meaning for each spelling'
    return [
      { code: 'place', file: table?.file ?? '', line, field: 'place', what, expected, todo: 'give both the same name' },
    ]
  })
}

/** A second unit within a series, unless units.csv allows the pair. `mixed`: files in which the unit may differ row by row. */
export function unitProblems(
  points: readonly Point[],
  declared: Table | undefined,
  mixed: ReadonlySet<string>,
): Problem[] {
  const allowed = new Set(declared?.rows.map(({ values }) => JSON.stringify([values.series, values.unit])))
  const declaredSeries = new Set(declared?.rows.map(({ values }) => values.series))
  const first = new Map<string, Point>()
  return points.flatMap((point): Problem[] => {
    const { series, unit, file, line } = point
    if (mixed.has(file) || unit === '') return []
    const earlier = first.get(series) ?? point
    first.set(series, earlier)
    const known = declaredSeries.has(series) ? allowed.has(JSON.stringify([series, unit])) : earlier.unit === unit
    if (known) return []
    const what = declaredSeries.has(series)
      ? `"${unit}" is not declared for ${series}`
      : `${series} is in "${unit}" here and in "${earlier.unit}" in ${earlier.file}:${earlier.line}`
    const todo = 'convert the figure, give the series another name, or declare both units in units.csv'
    return [{ code: 'unit', file, line, field: 'unit', what, expected: 'one unit for a series', todo }]
  })
}

/**
 * Ranges the wrong way round, figures outside their own range, rows without any figure that do not say why. `faulty` holds
 * the `file:line` of rows whose cells were already found wrong: there a missing figure is no second problem.
 */
export function rangeProblems(
  points: readonly Point[],
  mixed: ReadonlySet<string>,
  faulty: ReadonlySet<string>,
): Problem[] {
  return points.flatMap(({ value, low, high, file, line, note }): Problem[] => {
    const stated = [low, value, high].filter((figure) => figure !== undefined)
    if (stated.some((figure, index) => figure < (stated[index - 1] ?? figure))) {
      const what = `low ${low ?? '-'}, value ${value ?? '-'}, high ${high ?? '-'} are out of order`
      return [{ code: 'order', file, line, what, expected: 'low <= value <= high', todo: 'correct the figures' }]
    }
    if (stated.length > 0 || mixed.has(file) || note !== '' || faulty.has(`${file}:${line}`)) return []
    const todo = 'enter a figure, or say in the note why there is none'
    return [{ code: 'no-figure', file, line, what: 'the row has no figure', expected: 'value, low or high', todo }]
  })
}

/** Columns that would be finer than district and month, or name persons. */
const TOO_FINE =
  /^(day|date|hour|time|lat|latitude|lon|lng|longitude|coordinates?|x|y|site|route|actor\d?|person|victim)$/i

/** Observations never carry a day, a coordinate, a route or a person, whatever the descriptor says. */
export function tooFineProblems(resource: Resource, file: string): Problem[] {
  if (resource.kind !== 'observations') return []
  return resource.schema.fields
    .filter(({ name }) => TOO_FINE.test(name))
    .map(({ name }) => ({
      code: 'too-fine',
      file,
      line: 1,
      field: name,
      what: 'the column is finer than this package may be',
      expected: 'nothing smaller than district and month, no persons',
      todo: 'drop the column and coarsen the rows',
    }))
}

/** Rows that repeat an earlier row in every column. */
export function repeatedRowProblems(resource: Resource, table: Table): Problem[] {
  if (!resource.distinctRows) return []
  return repeatedRows(
    table,
    table.fields.map((field) => field.name),
    'duplicate-row',
  )
}
