import type { DataPackage } from '../package.ts'
import type { Field, Resource } from '../schema.ts'
import type { Cell } from '../table.ts'

/** A table of the ledger as it is exported. */
export interface LedgerTable {
  /** File name without ending. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly schema: Resource['schema']
  readonly rows: readonly (readonly Cell[])[]
}

const PREFIX = 'evidence-'

/**
 * Every table of data/evidence with its description, and the rows of series, events and more as one table `observations`
 * with their ids. Tables, rows and columns stand in the order of the data package.
 */
export function ledgerTables(pack: DataPackage): LedgerTable[] {
  const written = (pack.descriptor?.resources ?? [])
    .filter(({ name }) => name.startsWith(PREFIX))
    .map((resource): LedgerTable => {
      const { title, description, schema } = resource
      const rows = (pack.tables.get(resource.name)?.rows ?? []).map(({ values }) =>
        schema.fields.map(({ name }) => values[name] ?? null),
      )
      return { name: resource.name.slice(PREFIX.length), title, description, schema: localKeys(schema), rows }
    })
  return [...written, observations(pack)]
}

/** Keys name tables of the export: `evidence-sources` is `sources` there. */
function localKeys(schema: Resource['schema']): Resource['schema'] {
  const { foreignKeys, ...rest } = schema
  if (foreignKeys === undefined) return rest
  const local = foreignKeys
    .filter(({ reference }) => reference.resource === '' || reference.resource.startsWith(PREFIX))
    .map(({ fields, reference }) => {
      const resource = reference.resource.startsWith(PREFIX) ? reference.resource.slice(PREFIX.length) : ''
      return { fields, reference: { ...reference, resource } }
    })
  return { ...rest, ...(local.length > 0 ? { foreignKeys: local } : {}) }
}

const text = (name: string, description: string, constraints?: Field['constraints']): Field => ({
  name,
  type: 'string',
  description,
  ...(constraints ? { constraints } : {}),
})
const number = (name: string, description: string, type: 'number' | 'integer' = 'number'): Field => ({
  name,
  type,
  description,
})

const OBSERVATION_FIELDS: readonly Field[] = [
  text('id', 'O and eight characters; the same as long as the row says the same', { required: true, unique: true }),
  text('subject', 'Subject in subjects.csv, or the series itself where none has it'),
  text('source', 'Id in sources.csv; empty where the source is not listed there'),
  text('series', 'Name of the series', { required: true }),
  text('place', 'Place as the source names it', { required: true }),
  text('place_id', 'Ubigeo of a district, else the name that all spellings share'),
  number('year', 'Calendar year', 'integer'),
  number('month', 'Calendar month; empty for a year', 'integer'),
  number('value', 'Figure, in the unit of the row'),
  number('low', 'Lower bound'),
  number('high', 'Upper bound'),
  text('unit', 'Unit of value, low and high'),
  text('source_title', 'Name of the source'),
  number('source_year', 'Year in which the source appeared', 'integer'),
  text('url', 'Link to the source'),
  text('confidence', 'high, medium or low'),
  text('note', 'Definitions, conflicts, derivations'),
]

function observations(pack: DataPackage): LedgerTable {
  const claims = pack.ledger.observations
  return {
    name: 'observations',
    title: 'Observations',
    description:
      'Every row of a series, of dated events and of further tables; rows that contradict each other stay apart.',
    schema: { fields: [...OBSERVATION_FIELDS], missingValues: [''], primaryKey: 'id' },
    rows: pack.observations.map((point, index) => [
      ...[claims[index]?.id ?? '', claims[index]?.subject ?? '', claims[index]?.source || null],
      ...[point.series, point.place, point.placeId ?? null, point.year, point.month ?? null],
      ...[point.value ?? null, point.low ?? null, point.high ?? null, point.unit, point.source],
      ...[point.sourceYear ?? null, point.url || null, point.confidence, point.note || null],
    ]),
  }
}
