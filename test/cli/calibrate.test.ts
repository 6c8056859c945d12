import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-calibrate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('keeps later years closed until the first look was taken', async () => {
  const { code, err } = await vraem(['calibrate', '--until', '2022', '--out', folder])
  expect(code).toBe(2)
  expect(err).toContain('--until: 2022 is in the hold-out')
  expect(err).toContain('expected 2018 or earlier')
  expect(readdirSync(folder)).toEqual([])
})

it('goes on only where one was stopped, and takes no other options there', async () => {
  const { code, err } = await vraem(['calibrate', '--resume', folder, '--quick', '--seed', '3'])
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(3)
  expect(err).toContain('there is no stopped calibration here')
  expect(err).toContain('--quick: it stands in the folder already')
  expect(readdirSync(folder)).toEqual([])
})
