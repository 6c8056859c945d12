import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../../src/evidence/csv.ts'
import { Findings } from '../../../src/evidence/exchange/findings.ts'
import { RecordReader } from '../../../src/evidence/exchange/records.ts'

const read = (text: string, size = text.length || 1) => {
  const findings = new Findings('x.csv')
  const reader = new RecordReader(findings)
  const records = []
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)))
  records.push(...reader.end())
  return { records, separator: reader.separator, problems: findings.reading().problems }
}

describe('records', () => {
  test('any table is read back, whatever the pieces in which its text arrives', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'ñ', '😀'), maxLength: 6 })
    const table = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 12 }), fc.boolean(), (rows, size, carriageReturn) => {
        const text = writeCsv(['one', 'two', 'three'], rows)
        const sent = carriageReturn ? text.replace(/\n$/, '\r\n').replace('three\n', 'three\r\n') : text
        const { records, problems } = read(sent, size)
        expect(problems).toEqual([])
        expect(records).toEqual(readCsv(text, 'x.csv').records)
      }),
    )
  })

  test('pieces do not matter for broken tables either', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (body, size) => {
        expect(read(`a,b\n${body}`, size)).toEqual(read(`a,b\n${body}`))
      }),
    )
  })

  test.each([
    ['a;b;c\n1,5;2;3\n', ';', ['1,5', '2', '3']],
    ['a\tb\n1;2\t3\n', '\t', ['1;2', '3']],
    ['"a;b",c\n1,2\n', ',', ['1', '2']],
    ['sep=;\na;b\n1,2;3\n', ';', ['1,2', '3']],
    ['a|b\n1|2\n', '|', ['1', '2']],
  ])('the header tells the separator: %j', (text, separator, cells) => {
    const found = read(text)
    expect([found.separator, found.records.at(-1)?.cells]).toEqual([separator, cells])
  })

  test('a broken quote costs its line only, and is named', () => {
    const { records, problems } = read('a,b\n1,"x"y\n2,z\n3,"open\n4,w\n')
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['quote', 2],
      ['quote', 4],
    ])
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  test('a file without line ends is not kept in memory', () => {
    const piece = 'x'.repeat(1 << 20)
    const reader = new RecordReader(new Findings('x.csv'))
    const findings = new Findings('y.csv')
    const long = new RecordReader(findings)
    for (let i = 0; i < 12; i++) expect(long.push(piece)).toEqual([])
    expect(long.push('\na,b\n').map(({ line, cells }) => [line, cells])).toEqual([[2, ['a', 'b']]])
    expect(findings.reading().problemCounts).toEqual({ 'long-line': 1 })
    expect(reader.end()).toEqual([])
  })
})
