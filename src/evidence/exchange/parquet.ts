import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Field } from '../schema.ts'
import type { Cell } from '../table.ts'
import type { LedgerTable } from './tables.ts'

const TYPES = { string: 'STRING', number: 'DOUBLE', integer: 'INT32', boolean: 'BOOLEAN' } as const

/** The program, as its Parquet files name it. */
export const CREATED_BY = 'vraem-lab'

/** The table as a Parquet file: the types of its description, whatever its rows hold, so that files of two exports fit together. */
export function parquetOf(table: LedgerTable, version: string): Uint8Array {
  const columnData = table.schema.fields.map((field: Field, index) => {
    const data: Cell[] = table.rows.map((row) => row[index] ?? null)
    return { name: field.name, data, type: TYPES[field.type], nullable: !field.constraints?.required }
  })
  const kvMetadata = [
    { key: 'title', value: table.title },
    { key: 'version', value: version },
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: CREATED_BY }))
}
