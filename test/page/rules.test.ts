// A rule changed in the page as it is built (dist/web), run beside the original by the real engine.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'
import { root } from '../house/tree.ts'
import { findings } from './findings.ts'

// a machine that does other things too takes four times the usual half minute
vi.setConfig({ testTimeout: 240_000 })
const DRAWS = 3
const PLACE = `#/como-funciona/mecanismo/labour?comparar=1~n:${DRAWS}~p:cacao-first`
const FAMILY = 'h.adults * p.family_days'
let browser: Browser
let server: Listening
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  ;[browser, server] = await Promise.all([openBrowser(), listen(staticApp(join(root, 'dist', 'web'), 'index.html'), 0)])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A fresh reader on the page of a mechanism; fails on console errors, page errors and requests that leave the host. */
async function reading(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  await page.goto(server.url + PLACE)
  await use(page)
  expect(faults).toEqual([])
  await context.close()
}

const PAPER = '.rule-editor textarea'
async function saved(page: Page, click: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(click)])
  return readFileSync(await download.path())
}
const EDITOR = { include: ['.rule-editor'], exclude: ['.charts-now'] }
/** Files of a ZIP whose entries are stored as they are. */
function unpacked(zip: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const name = zip.toString('utf8', at + 30, at + 30 + length)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), zip.subarray(at + 30 + length, at + 30 + length + size))
    names.push(name)
    at += 30 + length + size
  }
  return names
}

test('a rule is changed, told of its errors, run beside the original with the figures of the command line, and reset', async () => {
  let csv: string[][] = []
  let command = ''
  await reading(async (page) => {
    await page.click('.rule-door button')
    await page.waitForSelector('.rule-live math')
    const original = await page.inputValue(PAPER)
    expect(original).not.toContain('SystemMechanism')

    // a unit that does not fit
    await page.fill(PAPER, original.replace(FAMILY, 'h.adults'))
    await page.waitForSelector('.rule-state.bad li')
    const line = original.split('\n').findIndex((one) => one.includes(FAMILY)) + 1
    expect(await page.locator('.rule-lines .wrong').first().innerText()).not.toBe('')
    expect(await page.locator('.rule-state').innerText()).toMatch(
      /línea \d+, columna \d+\s+resta .+ y .+ — los dos lados/,
    )
    expect(await page.locator('.rule-acts .strong').isDisabled()).toBe(true)
    expect(await page.locator('.rule-live tr.new .number').first().innerText()).toBe(String(line))
    expect(await findings(page, EDITOR)).toEqual([])

    // a change that is a rule
    await page.fill(PAPER, original.replace(FAMILY, `${FAMILY} * 0.5`))
    await page.waitForSelector('.rule-state.good')
    await page.click('.rule-acts .strong')
    const BAND = '.rule-result [data-outcome=household_income] .fan'
    await page.waitForSelector(`${BAND} .k1 .b90`)
    await page.waitForSelector('.rule-progress', { state: 'detached' })
    const bands = await page.locator(`${BAND} .b90`).evaluateAll((all) => all.map((one) => one.getAttribute('d')))
    expect(bands).toHaveLength(2)
    expect(bands[0]).not.toBe(bands[1])
    expect(await page.locator('.rule-result').innerText()).toMatch(/farm\/labour\.ts \([0-9a-f]{8}\) · 3 simulaciones/)
    expect(await findings(page, EDITOR)).toEqual([])
    const text = (
      await saved(page, '.rule-result [data-outcome=household_income] .save button:has-text("CSV")')
    ).toString()
    csv = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(/,(?=-?\d)/))
    expect(unpacked(await saved(page, '.rule-acts button:has-text("Descargar")'))).toEqual(['my-rules/farm/labour.ts'])
    command = await page.locator('.rule-command code').innerText()

    // numbers that are none are told; a reload loses nothing
    const nothing = `${FAMILY} * (d.farmWage / (d.farmWage - d.farmWage))`
    await page.fill(PAPER, original.replace(FAMILY, nothing))
    await page.waitForSelector('.rule-state.good')
    await page.click('.rule-acts .strong')
    await page.waitForSelector('.rule-editor [role=alert] li')
    expect(await page.locator('.rule-editor [role=alert]').innerText()).toMatch(/las reglas cambiadas llevan a/)
    await page.reload()
    await page.waitForSelector(PAPER)
    expect(await page.inputValue(PAPER)).toContain(nothing)
    await page.click('.rule-acts button:has-text("Volver al original")')
    expect(await page.inputValue(PAPER)).toBe(original)
    await page.waitForSelector('.rule-state:has-text("Igual que en el modelo")')
  })

  expect(command).toBe(`vraem run baseline --draws ${DRAWS} --sample 1/20 --model my-rules`)
  const words = [join(root, 'bin', 'vraem.mjs'), ...command.split(' ').slice(1), '--json', '--out', join(folder, 'out')]
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder, maxBuffer: 1 << 28 })
  const { outcomes, manifest } = JSON.parse(stdout) as CommandLine
  expect(manifest.rules.files.map(({ path }) => path)).toEqual(['src/system/farm/labour.ts'])
  const there = outcomes.filter(({ outcome, place }) => outcome === 'household_income' && place === 'VRAEM')
  const near = (value: number) => String(Number(value.toPrecision(6)))
  const rows = there.map(({ year, p05, p50, p95 }) => [String(year), near(p05), near(p50), near(p95)])
  const mine = csv.filter(([who]) => who?.includes('my-rules'))
  expect([rows.length, csv.length]).toEqual([36, 72])
  expect(mine.map((row) => [row[1], row[2], row[4], row[6]])).toEqual(rows)
})

interface CommandLine {
  readonly manifest: { readonly rules: { readonly files: readonly { readonly path: string }[] } }
  readonly outcomes: readonly {
    readonly outcome: string
    readonly place: string
    readonly year: number
    readonly p05: number
    readonly p50: number
    readonly p95: number
  }[]
}
