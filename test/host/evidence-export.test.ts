import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../src/evidence/problem.ts'
import { exportEvidence } from '../../src/host/evidence-export.ts'
import { type Disk, nodeDisk } from '../../src/host/write.ts'
import { smallPackage } from '../evidence/exchange/package.ts'

let base = ''
let folder = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'vraem-export-'))
  folder = join(base, 'data')
  for (const [path, text] of Object.entries(smallPackage())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('export', () => {
  test.each([
    ['csv', 'claims.csv'],
    ['parquet', 'claims.parquet'],
    ['jsonld', 'ledger.jsonld'],
  ] as const)('%s goes into a new folder', async (format, name) => {
    const out = join(base, 'a', 'b')
    const { written } = await exportEvidence({ folder, format, out, version: '1' })
    expect(written).toContain(join(out, name))
    expect(readdirSync(out).sort()).toEqual(written.map((path) => path.slice(out.length + 1)).sort())
  })

  test('JSON-LD may go into a file that is named', async () => {
    const out = join(base, 'mine.jsonld')
    const { written } = await exportEvidence({ folder, format: 'jsonld', out, version: '1' })
    expect(written).toEqual([out])
    expect(JSON.parse(readFileSync(out, 'utf8'))['@graph'].length).toBeGreaterThan(5)
  })

  test.each([
    ['csv', 'sources.csv'],
    ['parquet', 'sources.parquet'],
    ['jsonld', 'ledger.jsonld'],
  ] as const)('%s goes over an earlier export, never over other files', async (format, name) => {
    const out = join(base, 'out')
    mkdirSync(out)
    const now = new Date(0)
    await exportEvidence({ folder, format, out, version: '1', now })
    await exportEvidence({ folder, format, out, version: '2', now })
    expect(readdirSync(out)).toContain(name)
    const other = join(base, 'other')
    mkdirSync(other)
    for (const mine of ['claims.csv', 'claims.parquet', 'ledger.jsonld', 'datapackage.json'])
      writeFileSync(join(other, mine), 'mine')
    const fault = await exportEvidence({ folder, format, out: other, version: '1' }).catch((error) => error)
    expect(fault).toBeInstanceOf(InputError)
    expect(fault.problems[0]).toMatchObject({ code: 'in-use', file: other })
    expect(readdirSync(other).map((file) => readFileSync(join(other, file), 'utf8'))).toEqual(Array(4).fill('mine'))
  })

  test('a file that is no export is not replaced', async () => {
    const out = join(base, 'notes.json')
    writeFileSync(out, '{}')
    await expect(exportEvidence({ folder, format: 'jsonld', out, version: '1' })).rejects.toBeInstanceOf(InputError)
    expect(readFileSync(out, 'utf8')).toBe('{}')
  })

  test('an export that fails leaves the one before as it was', async () => {
    const out = join(base, 'out')
    await exportEvidence({ folder, format: 'csv', out, version: '1' })
    const before = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])
    let renames = 0
    const rename: Disk['rename'] = (from, to) => {
      if (!to.endsWith('.tmp')) renames += 1
      const refused = !to.endsWith('.tmp') && renames === 5
      return refused ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) : nodeDisk.rename(from, to)
    }
    const failing = exportEvidence({ folder, format: 'csv', out, version: '2', disk: { ...nodeDisk, rename } })
    await expect(failing).rejects.toBeInstanceOf(InputError)
    expect(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])).toEqual(before)
  })
})
