import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { findings } from './findings.ts'
import { openSite, type Site } from './site.ts'

// A machine that does other things too needs more than the usual half minute for a long page.
vi.setConfig({ testTimeout: 90_000 })
let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
})

interface Reader {
  width?: number
  colorScheme?: 'light' | 'dark'
  language?: 'es' | 'en'
  /** Console errors that the test itself brings about. */
  allowed?: RegExp
}

/** Opens the page as a fresh reader; fails on console errors, page errors and requests that leave the host. */
async function reading(place: string, reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  const { width = 1280, colorScheme = 'light', language, allowed } = reader
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await context.route('**', (route) => {
    const to = route.request().url()
    if (to.startsWith(site.address) || /^(data|blob):/.test(to)) return route.continue()
    faults.push(`asks ${to}`)
    return route.abort()
  })
  if (language) await page.addInitScript((chosen) => localStorage.setItem('vraem-lab language', chosen), language)
  await page.goto(site.address + place)
  await use(page)
  expect(faults.filter((fault) => !allowed?.test(fault))).toEqual([])
  await context.close()
}

/** Of long lists the beginning is looked at. */
const SHORT = { exclude: ['li', 'tr', 'section'].map((tag) => `${tag}:nth-of-type(n+9)`) }

const VIEWS: readonly (readonly [place: string, shows: string])[] = [
  ['#/evidencia', '.topics a'],
  ['#/evidencia?buscar=erradicacion', '.claims a'],
  ['#/evidencia/afirmacion/C0135', '.contradictions a'],
  ['#/evidencia/cifra/coca_area/VRAEM', '.glyph'],
  ['#/evidencia/contradicciones', '.contradictions a'],
  ['#/evidencia/contradiccion/K3', '.sides-full .claims a'],
  ['#/evidencia/fuentes', '.claims a'],
  ['#/como-funciona', '.system .item, .system-list summary'],
  ['#/como-funciona/mecanismo/eradication', '.formulas math'],
  ['#/como-funciona/parametros', '.parameters .density'],
  ['#/como-funciona/patrones', '.patterns li'],
  ['#/limites', '.cite'],
]

describe('every view', () => {
  test.each(VIEWS)('%s fits a telephone, and axe finds nothing serious, light or dark', async (place, shows) => {
    await reading(place, { width: 390 }, async (page) => {
      await page.waitForSelector(shows, { state: 'attached' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await findings(page, SHORT)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await findings(page, { ...SHORT, rules: ['color-contrast'] })).toEqual([])
    })
  })

  test('nothing is said in the other language after a switch', async () => {
    await reading('#/limites', {}, async (page) => {
      await page.waitForSelector('.cite')
      expect(await page.locator('h1').innerText()).toMatch(/^Lo que este/)
      await page.click('.langs [lang=en]')
      expect(await page.locator('h1').innerText()).toMatch(/^What this/)
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect(await page.title()).toBe('Limits · VRAEM Lab')
      expect(await page.locator('main').innerText()).not.toMatch(/ñ|ción|\blos\b/)
      await page.reload()
      expect(await page.locator('header nav').innerText()).toContain('How it works')
    })
  })
})

describe('evidence', () => {
  test('search, claim, contradiction, everything said; the side believed stays in the address', async () => {
    await reading('#/evidencia', {}, async (page) => {
      await page.fill('#search', 'hectareas coca 2010')
      await page.waitForSelector('.claims a')
      await page.fill('#search', 'C0020')
      await page.click('.claims li:has-text("C0020") a')
      await page.waitForSelector('.facts')
      await page.click('.contradictions > li > a')
      await page.waitForSelector('.sides-full')
      await page.locator('.believe button').first().click()
      expect(page.url()).toMatch(/creo=K\d+\.[a-z]/)
      await page.click('a:has-text("todas las cifras en el tiempo")')
      await page.waitForSelector('.glyph')
      expect(page.url()).toMatch(/cifra\/.*creo=K\d+\.[a-z]/)
      await page.locator('svg.said').focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.locator('.reading b').innerText()).toMatch(/\d/)
      await page.keyboard.press('Enter')
      await page.waitForSelector('.facts')
    })
  })

  test('the chart hands over its data and its drawing', async () => {
    await reading('#/evidencia/cifra/coca_area/VRAEM', {}, async (page) => {
      await page.waitForSelector('.glyph')
      const saved = async (name: string): Promise<string> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click(`.tools button:has-text("${name}")`),
        ])
        return readFileSync(await download.path(), name === 'PNG' ? 'latin1' : 'utf8')
      }
      expect((await saved('CSV')).split('\r\n').length).toBeGreaterThan(40)
      const svg = await saved('SVG')
      expect(svg).toContain('Área de coca')
      expect(svg).not.toMatch(/class=|var\(--/)
      expect((await saved('PNG')).slice(1, 4)).toBe('PNG')
      await page.click('.framed summary')
      await page.waitForSelector('.framed tbody tr')
      expect(await page.locator('.framed tbody tr').count()).toBeGreaterThan(40)
    })
  })

  test('three clicks lead from a parameter to the source of a claim, and the crumbs lead back', async () => {
    await reading('#/como-funciona/mecanismo/eradication', { language: 'en' }, async (page) => {
      await page.click('.parameters th a')
      await page.waitForSelector('.claims a, h2 + p')
      await page.goto(`${site.address}#/como-funciona/parametro/ad_conversion_bonus`)
      await page.click('.claims a')
      await page.waitForSelector('.facts')
      await page.click('.facts dd a[href*=fuente]')
      await page.waitForSelector('.claims')
      await page.click('.crumbs a')
      await page.waitForSelector('#search')
    })
  })
})

describe('the frame', () => {
  test('a first visit is told in three steps, once', async () => {
    await reading('', {}, async (page) => {
      await page.click('.welcome button')
      expect(await page.locator('.welcome').count()).toBe(0)
      await page.reload()
      await page.waitForSelector('.question')
      expect(await page.locator('.welcome').count()).toBe(0)
    })
  })

  test('the theme is kept, and the keyboard goes past the header', async () => {
    await reading('#/limites', {}, async (page) => {
      await page.selectOption('.theme select', 'dark')
      await page.reload()
      expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
      await page.waitForSelector('.cite')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    })
  })

  test('a missing file, a lost address and a lost connection are told, and the rest goes on', async () => {
    site.missing = 'model-'
    await reading('#/limites', { allowed: /404/ }, async (page) => {
      await page.waitForSelector('[role=alert]')
      site.missing = ''
      await page.click('[role=alert] button')
      await page.waitForSelector('.cite')
      await page.goto(`${site.address}#/nada/por/aqui`)
      await page.waitForSelector('.state')
      expect(await page.locator('.state').innerText()).toContain('nada/por/aqui')
      await page.context().setOffline(true)
      await page.waitForSelector('.offline:has-text("Sin conexión")')
    })
  })

  // what a first load fetches is measured in journey.test.ts
  test('JavaScript comes in pieces, none over 200 kB compressed but those of the rule editor', () => {
    const sizes = Object.values(site.scripts)
    expect(sizes.length).toBeGreaterThan(4)
    expect(Math.max(...sizes)).toBeLessThan(200_000)
  })
})

describe('charts for comparisons', () => {
  test('fans share a crosshair, the map plays and is read from the keyboard', async () => {
    await reading('workbench/workbench.html', {}, async (page) => {
      await page.waitForSelector('.fan')
      await page.locator('.fan').first().focus()
      await page.keyboard.press('ArrowRight')
      const years = await page.locator('.charts .readout b').allInnerTexts()
      expect(years).toHaveLength(6)
      expect(new Set(years).size).toBe(1)
      const classes = () => page.locator('.valley-map .cells').innerHTML()
      const before = await classes()
      await page.locator('.player input').fill('35')
      expect(await classes()).not.toBe(before)
      await page.click('.player button')
      await page.waitForFunction(() => Number(document.querySelector('.player output')?.textContent) > 2001)
      await page.click('.player button')
      await page.locator('.valley-map svg.drawing').focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.locator('.valley-map .readout b').innerText()).not.toBe('')
    })
  })
})
