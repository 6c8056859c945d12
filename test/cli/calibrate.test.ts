import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { calibrationOf } from '../../src/cli/calibration.ts'
import type { Call } from '../../src/cli/command.ts'
import { InputError } from '../../src/evidence/problem.ts'
import type { Laboratory } from '../../src/host/laboratory.ts'
import { vraem } from './fake_io.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-calibrate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('keeps later years closed until the first look was taken', async () => {
  const call = { command: 'vraem calibrate', options: { until: 2022, out: folder }, io: { cwd: folder } }
  const refused = calibrationOf(call as unknown as Call, { root: folder } as Laboratory)
  await expect(refused).rejects.toBeInstanceOf(InputError)
  const { problems } = (await refused.catch((error) => error)) as InputError
  expect(problems[0]).toMatchObject({ field: '--until', expected: '2018 or earlier' })
  expect(problems[0]?.what).toContain('2022 is in the hold-out')
  expect(readdirSync(folder)).toEqual([])
})

it('takes the screening of a posterior that is there, and says where there is none', async () => {
  const { code, err } = await vraem(['calibrate', '--posterior', join(folder, 'none'), '--out', join(folder, 'new')])
  expect(code).toBe(2)
  expect(err).toContain('there is no posterior in')
  rmSync(join(folder, 'new'), { recursive: true, force: true })
})

it('goes on only where one was stopped, and takes no other options there', async () => {
  const { code, err } = await vraem(['calibrate', '--resume', folder, '--quick', '--seed', '3'])
  expect(code).toBe(2)
  expect(err.trimEnd().split('\n')).toHaveLength(3)
  expect(err).toContain('there is no stopped calibration here')
  expect(err).toContain('--quick: it stands in the folder already')
  expect(readdirSync(folder)).toEqual([])
})
