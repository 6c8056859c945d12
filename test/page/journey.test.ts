// A first visit from end to end, on a host without headers for shared memory and below a folder: the answer that came with the
// page is the one that its engine finds, and a shared link gives the same numbers to somebody else, with those headers.
// What single views do is in page.test.ts and compare.test.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'
import { root } from '../house/tree.ts'
import { findings } from './findings.ts'
import { complete, figures, openHost, type PlainHost, reading } from './host.ts'

vi.setConfig({ testTimeout: 240_000 })
let browser: Browser
let host: PlainHost
let isolated: Listening
beforeAll(async () => {
  const folder = join(root, 'dist', 'web')
  ;[browser, host, isolated] = await Promise.all([
    openBrowser(),
    openHost(),
    listen(staticApp(folder, 'index.html'), 0),
  ])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await isolated?.close()
})

const compressed = (path: string) => gzipSync(readFileSync(join(root, 'dist', 'web', path))).length
const band = (page: Page) => page.locator('[data-outcome=household_income] .k1 .b90').getAttribute('d')

test('from the first answer to a shared link', async () => {
  let link = ''
  let csv = ''
  const asked: string[] = []
  const visit = async (page: Page) => {
    // the answer stands before anything was simulated here, and says so
    await page.waitForSelector('.results [role=note]:has-text("vino calculada con la página")')
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
    const scripts = new Set(asked.filter((path) => path.endsWith('.js')))
    expect(scripts.size).toBeGreaterThan(4)
    expect([...scripts].reduce((sum, path) => sum + compressed(path), 0)).toBeLessThan(450_000)
    const shipped = await figures(page)
    expect(shipped.split('\r\n').length).toBeGreaterThan(60)
    // while the engine runs: the other language, the other views, from a curve to a claim
    await page.click('.langs [lang=en]')
    expect(await page.locator('.results [role=note]').first().innerText()).toContain('came with the page')
    await page.click('[data-outcome=deaths] .why')
    await page.click('.origins .steps-down button')
    await page.click('.origins .claims a')
    await page.waitForSelector('.facts')
    await page.click('.langs [lang=es]')
    await page.goBack()
    await complete(page)
    expect(await page.locator('.results [role=note]:has-text("vino calculada")').count()).toBe(0)
    expect(await figures(page)).toBe(shipped)
    // a preset, a lever, the band; fewer simulations for whoever opens the link
    await page.click('.presets button:has-text("Paquete equilibrado")')
    await page.selectOption('.progress select', '16')
    await complete(page)
    const before = await band(page)
    await page.fill('#f-alternative_development-places_per_year', '12000')
    await page.press('#f-alternative_development-places_per_year', 'Enter')
    await page.waitForFunction(
      (was) => document.querySelector('[data-outcome=household_income] .k1 .b90')?.getAttribute('d') !== was,
      before,
    )
    await complete(page)
    link = page.url().slice(host.address.length)
    csv = await figures(page)
    expect(await findings(page)).toEqual([])
  }
  await reading(browser, host.address, '', visit, { asked })
  await reading(browser, isolated.url, link, async (page) => {
    await complete(page)
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    expect(await figures(page)).toBe(csv)
  })
})
