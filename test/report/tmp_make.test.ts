import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { reportHtml } from '../../src/report/html.ts'
import { compareTable } from '../../src/report/table.ts'
import { around, comparison } from './fixture.ts'

test('make', () => {
  const a = around()
  for (const n of [1, 3, 9]) {
    const r = comparison(n)
    writeFileSync(`/tmp/rep/r${n}.html`, reportHtml(r, a))
    writeFileSync(`/tmp/rep/t${n}.txt`, compareTable(r, a, { language: 'es' }) + compareTable(r, a, { language: 'en' }))
  }
  for (const f of readdirSync('out')) {
    if (!f.startsWith('start') || !existsSync(`out/${f}/result.json`)) continue
    const r = JSON.parse(readFileSync(`out/${f}/result.json`, 'utf8'))
    writeFileSync('/tmp/rep/real.html', reportHtml(r, a))
    writeFileSync('/tmp/rep/real.txt', compareTable(r, a, { language: 'es' }) + compareTable(r, a, { language: 'en' }))
  }
}, 120000)
