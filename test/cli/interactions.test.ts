import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 300_000 })
const folder = mkdtempSync(join(tmpdir(), 'vraem-interactions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const lines = (text: string) => text.trimEnd().split('\n')

describe('vraem interactions', () => {
  test('two instruments in words and as JSON, with shares that add up', async () => {
    const out = join(folder, 'two')
    const asked = ['interactions', 'school-transfers', 'eradication-30k:forced_eradication', '--out', out]
    const more = ['--futures', '1', '--sample', '1/200', '--workers', '0', '--json']
    const { code, out: json } = await vraem([...asked, ...more])
    expect(code).toBe(0)
    const said = JSON.parse(json)
    expect(said.instruments[1]).toMatchObject({ levers: ['forced_eradication'], title: { en: 'Forced eradication' } })
    for (const { total, instruments } of said.outcomes) {
      const sum = instruments.reduce((whole: number, { adds }: { adds: { mean: number } }) => whole + adds.mean, 0)
      expect(Math.abs(sum - total.mean)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total.mean)))
    }
  })

  test('mistakes are told, all that can be at once', async () => {
    const one = await vraem(['interactions', 'school-transfer'])
    expect(one.code).toBe(2)
    expect(lines(one.err)).toHaveLength(2)
    expect(one.err).toMatch(/1 instrument is named/)
    expect(one.err).toMatch(/write school-transfers/)
    const lever = await vraem(['interactions', 'school-transfers', 'balanced:road', '--outcome', 'deaths'])
    expect(lever.err).toMatch(/there is no lever "road".*write "roads"/)
    const outcome = await vraem(['interactions', '--outcome', 'death'])
    expect(outcome.err).toMatch(/--outcome: "death" is not an outcome of a study.*write deaths/)
  })
})

describe('vraem search', () => {
  test('mistakes in the file and on the line are told before any run', async () => {
    const file = join(folder, 'bad.yaml')
    writeFileSync(file, 'from: baseline\nlevers: {rods: {km_per_year: {low: 0, high: 9}}}\nobjectives: []\n')
    const { code, err, out } = await vraem(['search', file])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/bad\.yaml:3: objectives: /)
    expect((await vraem(['search', join(folder, 'none.yaml')])).err).toMatch(/none\.yaml/)
    expect((await vraem(['search', '--candidates', '1', '--fresh', 'x'])).err).toMatch(/--candidates.*\n.*--fresh/)
  })
})
