import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonPieces, MANIFEST_KEY, writeResult } from '../../src/host/output.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const manifest = { version: '0.1.0', seed: 7, note: 'año' }
const rows = [
  { outcome: 'coca_area', year: 2030, place: 'VRAEM', p50: 24000.123456789, difference: { p50: -0.5, level: 0 } },
  { outcome: 'deaths/civilian', year: 2031, place: '050503', p50: 3, difference: { p50: 0, level: 0 } },
]

describe('results as files', () => {
  it('are JSON, CSV and Parquet with the manifest in each', async () => {
    await writeResult(folder, { manifest, outcomes: rows } as { manifest: unknown }, { outcomes: rows })
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'outcomes.csv', 'outcomes.parquet', 'result.json'])
    expect(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))).toEqual({ manifest, outcomes: rows })
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest)
    expect(readFileSync(join(folder, 'outcomes.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      'outcome,year,place,p50,difference_p50,difference_level',
      'coca_area,2030,VRAEM,24000.123456789,-0.5,0',
    ])
  })

  it('keep every bit and the manifest in Parquet', async () => {
    await writeResult(folder, { manifest }, { outcomes: rows })
    const bytes = new Uint8Array(readFileSync(join(folder, 'outcomes.parquet')))
    const read = await parquetReadObjects({ file: bytes.buffer })
    expect(read).toEqual(
      rows.map(({ difference, ...row }) => ({
        ...row,
        difference_p50: difference.p50,
        difference_level: difference.level,
      })),
    )
    const metadata = parquetMetadata(bytes.buffer)
    expect(JSON.parse(metadata.key_value_metadata?.find((pair) => pair.key === MANIFEST_KEY)?.value ?? '')).toEqual(
      manifest,
    )
  })

  it('are JSON that parses, with empty and absent parts', () => {
    const result = { manifest, outcomes: [], monthly: undefined, word: 'a"b' }
    expect(JSON.parse([...jsonPieces(result)].join(''))).toEqual({ manifest, outcomes: [], word: 'a"b' })
  })
})
