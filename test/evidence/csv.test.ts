import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../src/evidence/csv.ts'
import { textSchema } from '../../src/evidence/schema.ts'
import { parseTable } from '../../src/evidence/table.ts'

/** Cells full of what breaks CSV: commas, quotes, line ends, spaces, accents. */
const cell = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(',', '"', '\n', '\r\n', '\r', ' ', ';', 'ñ', '—', '0') },
    { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 8,
})
const clean = cell.filter((text) => !/[\0\uFFFD\uFEFF]/.test(text))
const rows = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(clean, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))

describe('reading and writing CSV', () => {
  test('any rows survive the round trip, with the line on which each starts', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const columns = (cells[0] ?? []).map((_, index) => `c${index}`)
        const text = writeCsv(columns, cells)
        const { records, problems } = readCsv(text, 'f.csv')
        expect(problems).toEqual([])
        expect(records.slice(1).map((record) => record.cells)).toEqual(cells)
        let line = 2
        cells.forEach((row, index) => {
          expect(records[index + 1]?.line).toBe(line)
          line += 1 + row.join('').split('\n').length - 1
        })
      }),
    )
  })

  test('agrees with an independent parser on arbitrary text that this parser accepts', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '1', ' '), minLength: 1, maxLength: 24 }),
        (text) => {
          const body = `h\n${text}`
          const { records, problems } = readCsv(body, 'f.csv')
          let other: string[][] | undefined
          try {
            other = parse(body, { relax_column_count: true, record_delimiter: '\n' }) as string[][]
          } catch {
            other = undefined
          }
          expect(problems.some(({ code }) => code === 'quote')).toBe(other === undefined)
          if (other === undefined) return
          accepted += 1
          expect(records.map((record) => record.cells)).toEqual(other)
        },
      ),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  test('Windows line ends are read, and a missing last line end', () => {
    expect(readCsv('a,b\r\n1,"x\r\ny"\r\n3,4', 'f.csv').records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\r\ny'] },
      { line: 4, cells: ['3', '4'] },
    ])
  })

  test('never throws, and reports something, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = new TextDecoder().decode(bytes)
        const { table, problems } = parseTable(text, textSchema(['series', 'place']), 'f.csv')
        expect(table.rows.length > 0 || problems.length > 0 || text.startsWith('series')).toBe(true)
      }),
    )
  })

  test('numbers come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const text = writeCsv(
          ['v'],
          values.map((value) => [value]),
        )
        const schema = { fields: [{ name: 'v', type: 'number' as const, description: 'a number' }] }
        const { table, problems } = parseTable(text, schema, 'f.csv')
        expect(problems).toEqual([])
        expect(table.rows.map((row) => row.values.v)).toEqual(values.map((value) => (Object.is(value, -0) ? 0 : value)))
      }),
    )
  })
})
