// The laboratory page as it is built (dist/web), with the real engine in a real browser.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'
import { root } from '../house/tree.ts'
import { findings } from './findings.ts'

vi.setConfig({ testTimeout: 120_000 })
/** Few simulations: enough for bands, quick to run. */
const DRAWS = 4
const SIMPLE = `#/?comparar=1~n:${DRAWS}~p:cacao-first`
let browser: Browser
let server: Listening
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'))
  ;[browser, server] = await Promise.all([openBrowser(), listen(staticApp(join(root, 'dist', 'web'), 'index.html'), 0)])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A fresh reader; fails on console errors, page errors and requests that leave the host. */
async function reading(place: string, use: (page: Page) => Promise<void>, width = 1280): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  await page.addInitScript(() => localStorage.setItem('vraem-lab welcome', 'done'))
  await page.goto(server.url + place)
  await use(page)
  expect(faults).toEqual([])
  await context.close()
}
const complete = (page: Page) =>
  page.waitForFunction(() => /completo|complete/.test(document.querySelector('.progress')?.textContent ?? ''))
const band = (page: Page) => page.locator('[data-outcome=household_income] .k1 .b90').getAttribute('d')
const moved = (page: Page, from: string | null) =>
  page.waitForFunction(
    (before) => document.querySelector('[data-outcome=household_income] .k1 .b90')?.getAttribute('d') !== before,
    from,
  )
async function saved(page: Page, click: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(click)])
  return readFileSync(await download.path(), 'utf8')
}
const figures = (page: Page) => saved(page, '[data-outcome=household_income] .save button:has-text("CSV")')

describe('comparing', () => {
  test('a preset, a lever, the band; the link and the file give the same numbers elsewhere', async () => {
    let link = ''
    let csv = ''
    await reading(SIMPLE, async (page) => {
      await page.click('.presets button:has-text("Paquete equilibrado")')
      await page.waitForFunction(() => document.querySelector('.answer h3')?.textContent?.includes('equilibrado'))
      await complete(page)
      const before = await band(page)
      await page.fill('#f-alternative_development-places_per_year', '12000')
      await page.press('#f-alternative_development-places_per_year', 'Enter')
      await moved(page, before)
      await complete(page)
      link = page.url()
      expect(link).toContain('l.alternative_development.places_per_year:12000')
      csv = await figures(page)
      const yaml = await saved(page, '.exchange button:has-text("Descargar YAML")')
      expect(yaml).toContain('from: balanced')
      const said = await page.locator('.exchange [role=status]').innerText()
      expect(said).toContain(`vraem compare baseline paquete-a.yaml --draws ${DRAWS} --sample 1/20`)
      writeFileSync(join(folder, 'paquete-a.yaml'), yaml)
      const after = await band(page)
      await page.click('.packages button:has-text("Deshacer")')
      await moved(page, after)
      expect(await band(page)).toBe(before)
      await page.setInputFiles('.exchange input', join(folder, 'paquete-a.yaml'))
      await moved(page, before)
      expect(await band(page)).toBe(after)
      writeFileSync(join(folder, 'bad.yaml'), 'title: {en: x}\nlevers: {roads: {km: 1}}\nversion: 9\n')
      await page.setInputFiles('.exchange input', join(folder, 'bad.yaml'))
      await page.waitForSelector('.exchange [role=alert] li')
      expect(await page.locator('.exchange [role=alert] > ul li').count()).toBe(3)
    })
    await reading(link.slice(server.url.length), async (page) => {
      await complete(page)
      expect(await figures(page)).toBe(csv)
    })
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(root, 'bin', 'vraem.mjs'),
        'compare',
        'baseline',
        'paquete-a.yaml',
        '--draws',
        String(DRAWS),
        '--sample',
        '1/20',
        '--json',
        '--out',
        join(folder, 'out'),
      ],
      { cwd: folder, maxBuffer: 1 << 28 },
    )
    const rows = (
      JSON.parse(stdout) as {
        outcomes: {
          scenario: string
          outcome: string
          place: string
          year: number
          p05: number
          p50: number
          p95: number
        }[]
      }
    ).outcomes
    const here = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(/,(?=\d)/))
    const there = rows.filter(({ outcome, place }) => outcome === 'household_income' && place === 'VRAEM')
    expect(there.length).toBe(here.length)
    for (const [k, { year, p05, p50, p95 }] of there.entries()) {
      const near = (value: number) => String(Number(value.toPrecision(6)))
      expect([here[k]?.[1], here[k]?.[2], here[k]?.[4], here[k]?.[6]]).toEqual([
        String(year),
        near(p05),
        near(p50),
        near(p95),
      ])
    }
  })

  test('three clicks lead from a curve to a claim; the language changes all of it', async () => {
    await reading(SIMPLE, async (page) => {
      await complete(page)
      await page.click('.langs [lang=en]')
      expect(await page.locator('.question h1').innerText()).toMatch(/^What would happen/)
      expect(await page.locator('.results').innerText()).not.toMatch(/ción\b|\blos hogares\b/)
      await page.click('.lever .why')
      await page.waitForSelector('.origins .claims a')
      await page.keyboard.press('Escape')
      await page.waitForSelector('.origins[open]', { state: 'detached' })
      await page.click('[data-outcome=deaths] .why')
      await page.click('.origins .steps-down button')
      await page.click('.origins .claims a')
      await page.waitForSelector('.facts')
      expect(page.url()).toContain('evidencia/afirmacion/')
      expect(page.url()).toContain('comparar=')
    })
  })

  test('a slider under the hand, then stopped: the address follows, what was found stays', async () => {
    await reading(SIMPLE, async (page) => {
      await complete(page)
      await page.selectOption('.progress select', '64')
      const slider = page.locator('[data-lever=alternative_development] input[type=range]').first()
      await slider.focus()
      for (let k = 0; k < 12; k++) await page.keyboard.press('ArrowRight')
      await page.click('.progress button')
      await page.waitForFunction(() => /detenido/.test(document.querySelector('.progress')?.textContent ?? ''))
      await page.waitForFunction(() => /places_per_year:5200/.test(location.hash))
      expect(await page.locator('.answer').innerText()).toMatch(/Costar[ií]a/)
      await page.click('.packages button:has-text("Deshacer")')
      await page.waitForFunction(() => !location.hash.includes('places_per_year'))
    })
  })

  test('a damaged link is told and what is whole is kept; a telephone has room; axe finds nothing serious', async () => {
    const link = `#/?comparar=9~n:${DRAWS}~p:balanced;l.roads.km_per_year:99999;l.power.homes_per_year:700`
    await reading(
      link,
      async (page) => {
        await complete(page)
        expect(await page.locator('.problems li').count()).toBe(2)
        expect(await page.locator('.question h1').innerText()).toContain('equilibrado')
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
        expect(await findings(page)).toEqual([])
        await page.click('.lever-door')
        await page.waitForSelector('.desk.open .lever')
        expect(await findings(page)).toEqual([])
      },
      390,
    )
  })
})
