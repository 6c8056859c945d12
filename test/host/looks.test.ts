import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InputError } from '../../src/evidence/problem.ts'
import { addLook, looksIn } from '../../src/host/looks.ts'
import type { LookRow } from '../../src/lab/score/looks.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vraem-looks-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const row: Omit<LookRow, 'look'> = {
  ...{ date: '2026-11-22T06:00:00Z', commit: 'abc1234', posterior: '', set: 'hold-out', series: 'coca_area' },
  ...{
    place: 'VRAEM',
    rule: 'last value',
    from: 2019,
    to: 2024,
    n: 6,
    crps: 0.2222,
    log_score: null,
    cover90: 0.333333,
  },
  ...{ half_width90: 0.2, best: '', crpss: null, support: null, badge: 'naive' },
}

test('a file that is not there is an empty list; looks add up in it', async () => {
  const file = join(folder, 'looks.csv')
  expect(await looksIn(file)).toEqual([])
  await addLook(file, [row])
  const all = await addLook(file, [{ ...row, crps: 0.1 }])
  expect(all.map(({ look, crps }) => [look, crps])).toEqual([
    [1, 0.2222],
    [2, 0.1],
  ])
  expect(await looksIn(file)).toEqual(all)
})

test('a changed file is left as it is', async () => {
  const file = join(folder, 'looks.csv')
  await addLook(file, [row])
  const changed = readFileSync(file, 'utf8').replace('0.2222', '0.0222')
  writeFileSync(file, changed)
  await expect(addLook(file, [row], 'docs/looks.csv')).rejects.toThrow(InputError)
  await expect(looksIn(file, 'docs/looks.csv')).rejects.toThrow(
    'docs/looks.csv:2: this line, or one before it, was changed',
  )
  expect(readFileSync(file, 'utf8')).toBe(changed)
})
