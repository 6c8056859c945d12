import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { foreignKeyProblems } from '../../../src/evidence/checks.ts'
import { readCsv } from '../../../src/evidence/csv.ts'
import { guarded, unguarded } from '../../../src/evidence/exchange/cells.ts'
import { exportFiles } from '../../../src/evidence/exchange/export.ts'
import { CONTEXT } from '../../../src/evidence/exchange/jsonld-context.ts'
import { checkPackage, type DataPackage } from '../../../src/evidence/package.ts'
import { parseDescriptor } from '../../../src/evidence/schema.ts'
import { parseTable } from '../../../src/evidence/table.ts'
import { shippedFiles } from '../files.ts'
import { imported, smallPackage } from './package.ts'

const packOf = (files: Record<string, string>): DataPackage => {
  const { problems, package: pack } = checkPackage(files)
  expect(problems).toEqual([])
  return pack
}
const shipped = packOf(shippedFiles())
const NASTY = ['=1+1', '+1', '-1', '@x', "''=1", "'", "''", '＝1', '=HYPERLINK("http://x","y")', '<b>x</b>']
const CLAIM_HEADER = 'source,locator,kind,subject,place,period,low,unit,paraphrase'
const nasty = imported(
  `${CLAIM_HEADER}\n${NASTY.map((text, i) => `devida,p. ${i},quantity,coca_area,VRAEM,2020,-${i},%,"${text.replaceAll('"', '""')}"`).join('\n')}\n`,
  {},
  smallPackage(),
)

describe('CSV', () => {
  const files = exportFiles(shipped, 'csv', '1.0.0') as Record<string, string>
  const { descriptor, problems } = parseDescriptor(files['datapackage.json'] ?? '', 'datapackage.json')

  test('is a Frictionless package: every file described, every row sound, every key leads somewhere', () => {
    expect(problems).toEqual([])
    const resources = descriptor?.resources ?? []
    expect(resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith('.csv'))
        .sort(),
    )
    const read = resources.map((resource) => ({
      resource,
      ...parseTable(files[resource.path] ?? '', resource.schema, resource.path),
    }))
    expect(read.flatMap((part) => part.problems)).toEqual([])
    const tables = new Map(read.map(({ resource, table }) => [resource.name, table]))
    expect(resources.flatMap((resource) => foreignKeyProblems(resource, tables))).toEqual([])
    expect(tables.get('claims')?.rows).toHaveLength(shipped.ledger.claims.length)
    expect(tables.get('observations')?.rows).toHaveLength(shipped.ledger.observations.length)
  })

  test('imported again brings only duplicates', () => {
    const claims = imported(files['claims.csv'] ?? '', {}, shippedFiles())
    expect(claims.result.problems).toEqual([])
    expect(claims.result).toMatchObject({
      kind: 'claims',
      added: 0,
      rows: { read: shipped.ledger.claims.length, added: 0, refused: 0 },
    })
    const observations = imported(files['observations.csv'] ?? '', { decimal: '.' }, shippedFiles())
    const { read, duplicate, refused } = observations.result.rows
    expect([read, duplicate, refused]).toEqual([shipped.observations.length, shipped.observations.length, 0])
    expect(observations.result.problems).toEqual([])
  })

  test('a row without a figure that is not in the ledger is still refused', () => {
    const text = 'series,place,year,value,unit,source_title,confidence\nnew_events,VRAEM,2020,,,T,high\n'
    expect(imported(text).result.problems.map(({ field, code }) => [field, code])).toEqual([
      ['unit', 'required'],
      ['value', 'no-figure'],
    ])
  })

  test('no cell can start a formula, and numbers stay numbers', () => {
    expect(nasty.result.problems).toEqual([])
    const out = exportFiles(packOf(nasty.files), 'csv', '1') as Record<string, string>
    for (const [path, text] of Object.entries(out)) {
      if (!path.endsWith('.csv')) continue
      const cells = readCsv(text, path).records.flatMap((record) => record.cells)
      expect(cells.filter((cell) => /^[=+@\t\r\n＝＋－＠]/.test(cell) || /^-(?![\d.]+$)/.test(cell))).toEqual([])
    }
    expect(out['claims.csv']).toContain(',-3,')
  })

  test('what was guarded comes back as it was', () => {
    const out = exportFiles(packOf(nasty.files), 'csv', '1') as Record<string, string>
    const back = imported(out['claims.csv'] ?? '', {}, smallPackage())
    expect(back.result).toMatchObject({ added: NASTY.length, problems: [] })
    const texts = checkPackage(back.files)
      .package.ledger.claims.slice(2)
      .map(({ paraphrase }) => paraphrase.en)
    expect(texts).toEqual(NASTY.map((text) => (text === "''=1" ? "'=1" : text)))
  })

  test('the guard can be taken away from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', 'a', '+', '@', '\n') }), (text) => {
        expect(unguarded(guarded(text))).toBe(text)
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })

  test('the same ledger gives the same bytes', () => {
    expect(exportFiles(packOf(shippedFiles()), 'csv', '1.0.0')).toEqual(files)
  })
})

type Node = Record<string, unknown>
const nodesIn = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.entries(value).flatMap(([key, part]) => (key === '@context' ? [] : nodesIn(part)))]
}
const LANGUAGES = Object.entries(CONTEXT).flatMap(([term, meaning]) =>
  typeof meaning === 'object' && '@container' in meaning && meaning['@container'] === '@language' ? [term] : [],
)

describe('JSON-LD', () => {
  const text = exportFiles(shipped, 'jsonld', '1.0.0')['ledger.jsonld'] as string
  const document = JSON.parse(text) as { '@context': Node; '@graph': Node[] }
  const nodes = nodesIn(document['@graph']).filter((node) => '@id' in node)

  test('every word is in the context and every name has a prefix that is', () => {
    const words = new Set(nodes.flatMap((node) => Object.keys(node)))
    expect([...words].filter((word) => !word.startsWith('@') && !(word in CONTEXT))).toEqual([])
    const names = [...nodes.map((node) => node['@id']), ...nodes.flatMap((node) => node['@type'] ?? [])] as string[]
    expect(names.filter((name) => !((name.split(':')[0] as string) in CONTEXT) || /\s/.test(name))).toEqual([])
    const meanings = Object.values(CONTEXT).map((meaning) => (typeof meaning === 'object' ? meaning['@id'] : meaning))
    const prefixes = meanings.filter((meaning) => typeof meaning === 'string' && !/^https?:/.test(meaning)) as string[]
    expect(prefixes.filter((meaning) => !((meaning.split(':')[0] as string) in CONTEXT))).toEqual([])
  })

  test('every id that is used is described, once', () => {
    const described = nodes.filter((node) => Object.keys(node).length > 1).map((node) => node['@id'])
    expect(new Set(described).size).toBe(described.length)
    const used = nodes.filter((node) => Object.keys(node).length === 1).map((node) => node['@id'])
    expect(used.length).toBeGreaterThan(1000)
    expect(used.filter((id) => !described.includes(id)).slice(0, 3)).toEqual([])
  })

  test('texts in two languages are language maps', () => {
    expect(LANGUAGES).toContain('text')
    for (const node of nodes)
      for (const term of LANGUAGES)
        if (term in node)
          expect(Object.keys(node[term] as object).every((key) => key === 'en' || key === 'es')).toBe(true)
  })

  test('says who made it, when and under which licence', () => {
    const made = '2026-01-02T03:04:05.000Z'
    const dated = exportFiles(packOf(smallPackage()), 'jsonld', '1', made)['ledger.jsonld'] as string
    const find = (graph: Node[], id: string) => graph.find((node) => node['@id'] === id)
    const graph = JSON.parse(dated)['@graph'] as Node[]
    expect(find(graph, 'v:ledger')).toMatchObject({
      generatedBy: { '@id': 'v:export' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      date: made,
    })
    expect(find(graph, 'v:export')).toMatchObject({ '@type': 'prov:Activity', endedAt: made })
    expect(CONTEXT.generatedBy['@id']).toBe('prov:wasGeneratedBy')
    expect(find(document['@graph'], 'v:ledger')).not.toHaveProperty('date')
  })

  test('a claim leads to its source and to who says so', () => {
    const claim = document['@graph'].find((node) => node['@id'] === 'claim:C0001')
    expect(claim).toMatchObject({ '@type': ['prov:Entity', 'schema:Claim'], primarySource: { '@id': 'source:000' } })
    expect(claim?.attributedTo).toEqual({ '@id': expect.stringMatching(/^agent:/) })
  })

  test('contradictions have their sides, claims of sides lead to claims', () => {
    const small = JSON.parse(exportFiles(packOf(smallPackage()), 'jsonld', '1')['ledger.jsonld'] as string)
    const found = small['@graph'].find((node: Node) => node['@id'] === 'contradiction:K1')
    expect(found).toMatchObject({
      '@type': 'v:Contradiction',
      reason: ['period'],
      side: [{ claims: [{ '@id': 'claim:C0001' }] }, {}],
    })
  })
})

describe('Parquet', () => {
  const files = exportFiles(packOf(smallPackage()), 'parquet', '1.0.0') as Record<string, Uint8Array>
  const bytesOf = (name: string) => {
    const bytes = files[name]
    if (!bytes) throw new Error(`${name} is not exported`)
    return bytes.slice().buffer as ArrayBuffer
  }

  test('holds every table with the types of its description', async () => {
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(
        ['claims', 'sources', 'contradictions', 'sides', 'links', 'observations'].map((name) => `${name}.parquet`),
      ),
    )
    const claims = await parquetReadObjects({ file: bytesOf('claims.parquet') })
    expect(claims[0]).toMatchObject({
      id: 'C0001',
      value: 24000,
      low: null,
      paraphrase: 'The valley had 24000 hectares of coca.',
    })
    const types = new Map(parquetMetadata(bytesOf('claims.parquet')).schema.map(({ name, type }) => [name, type]))
    expect([types.get('value'), types.get('id')]).toEqual(['DOUBLE', 'BYTE_ARRAY'])
    const observations = await parquetReadObjects({ file: bytesOf('observations.parquet') })
    expect(observations[1]).toMatchObject({
      place_id: '050503',
      year: 2019,
      month: null,
      value: 812.5,
      low: 800,
      high: 825,
    })
    expect(observations[0]?.id).toMatch(/^O[a-z2-7]{8}$/)
  })

  test('an empty table is a file without rows', async () => {
    expect(await parquetReadObjects({ file: bytesOf('links.parquet') })).toEqual([])
  })

  test('the shipped ledger comes back whole', async () => {
    const bytes = exportFiles(shipped, 'parquet', '1.0.0')['observations.parquet'] as Uint8Array
    const rows = await parquetReadObjects({ file: bytes.slice().buffer as ArrayBuffer })
    expect(rows.map(({ id }) => id)).toEqual(shipped.ledger.observations.map(({ id }) => id))
  })
})
