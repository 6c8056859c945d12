// The map in the page as it is built, with the real engine: one browser, one visit after the other.
import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { neighbourOf } from '../../src/page/chart/neighbour.ts'
import { MOST_BYTES } from '../../src/page/map/limits/read.ts'
import { outsideZones, zonesBeside } from '../../src/report/map/zones.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'
import { shippedFiles } from '../evidence/files.ts'
import { root } from '../house/tree.ts'
import { geography as made } from '../report/fixture.ts'
import { findings } from './findings.ts'
import { complete, reading } from './host.ts'

vi.setConfig({ testTimeout: 120_000 })
const DRAWS = 4
const geography = made()
let browser: Browser
let server: Listening
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'map-'))
  ;[browser, server] = await Promise.all([openBrowser(), listen(staticApp(join(root, 'dist', 'web'), 'index.html'), 0)])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A fresh reader at a whole map; fails as `reading` does. */
const atMap = (place: string, use: (page: Page) => Promise<void>, width = 1440): Promise<void> =>
  reading(browser, server.url, place, async (page) => {
    await page.setViewportSize({ width, height: 900 })
    await complete(page)
    await page.waitForSelector('.valley-map .cells path[class]')
    await use(page)
  })
async function saved(page: Page, click: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(click)])
  return readFileSync(await download.path(), 'utf8')
}
const classes = (page: Page) =>
  page.locator('.map-main .cells > *').evaluateAll((all) => all.map((one) => one.getAttribute('class') ?? ''))

describe('the map', () => {
  test('plays, shows zones outside, hands over data and drawing; no violence but what was published', async () => {
    await atMap(`#/mapa?comparar=1~n:${DRAWS}~p:cacao-first&resultado=coca_area`, async (page) => {
      const options = await page.locator('.map-choice select').first().locator('> option').allInnerTexts()
      expect(options.length).toBeGreaterThan(15)
      expect(options.join(' ')).not.toMatch(/muertes|ataques|control|despla|armado/i)
      expect(await page.locator('.zone-squares rect').count()).toBe(13)
      expect(new Set((await classes(page)).slice(-13)).size).toBeGreaterThan(2)
      await page.locator('.player input').fill('0')
      const before = await classes(page)
      expect(before).toHaveLength(95 + 13)
      await page.click('.player button')
      await page.waitForFunction(() => Number(document.querySelector('.player output')?.textContent) > 2003)
      await page.click('.player button')
      expect(await classes(page)).not.toEqual(before)
      const csv = await saved(page, '.map-main .save button:has-text("CSV")')
      expect(csv.split('\r\n')).toHaveLength(1 + 36 * (95 + 13) + 1)
      expect(csv).toContain('zona fuera del valle,,Huallaga')
      expect(csv).toContain('muy pocos')
      const svg = await saved(page, '.map-main .save button:has-text("SVG")')
      expect(svg).toMatch(/Área de coca[\s\S]*simulaciones · semilla/)
      expect(svg).not.toMatch(/class=|var\(--|<use/)
      // map, player, legend and what stands beside it are seen at once
      const low = await page.evaluate(() =>
        ['.map-main svg.drawing', '.player', '.map-main .legend', '.aside-head'].map(
          (one) => document.querySelector(one)?.getBoundingClientRect().bottom ?? 9999,
        ),
      )
      expect(Math.max(...low)).toBeLessThan(860)
      expect(await findings(page)).toEqual([])
      await page.selectOption('.map-choice select', 'ataques')
      await page.waitForSelector('.map-main figcaption:has-text("publicados")')
      expect(await page.locator('.player').count()).toBe(0)
      expect((await classes(page)).filter((name) => name !== 'none')).toHaveLength(2)
      expect(await page.locator('.map-aside').innerText()).toMatch(/nunca se proyecta/)
    })
  })

  test('the keyboard goes to a district, whose page has every outcome; a telephone has room for it', async () => {
    const place = `#/mapa?comparar=1~n:${DRAWS}~p:cacao-first&ver=d1`
    await atMap(
      place,
      async (page) => {
        await page.locator('.valley-map svg.drawing').focus()
        for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
        const read = await page.locator('.valley-map .readout').innerText()
        expect(read).toMatch(/90 %: de|demasiado pequeña/)
        await page.keyboard.press('Enter')
        await page.waitForSelector('.district-all tbody tr')
        expect(page.url()).toMatch(/distrito=\d{6}/)
        expect(read).toContain(await page.locator('.district h2').innerText())
        expect(await page.locator('.district-all tbody tr').count()).toBeGreaterThan(15)
        await page.waitForSelector('.district-said a')
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
        expect(await findings(page)).toEqual([])
        await page.locator('.district .fan').focus()
        await page.keyboard.press('ArrowRight')
        expect(await page.locator('.district .readout[aria-live=polite]').innerText()).toMatch(/^2025/)
      },
      390,
    )
  })

  test('limits from a file: bad ones are told and the map stays, good ones are drawn, and the cells come back', async () => {
    const feature = ({ ubigeo, rings }: (typeof geography.cells)[number]) => ({
      type: 'Feature',
      properties: { UBIGEO: ubigeo },
      geometry: { type: 'Polygon', coordinates: rings.slice(0, 1).map((ring) => dense(ring, 4000)) },
    })
    const whole = JSON.stringify({ type: 'FeatureCollection', features: geography.cells.slice(5).map(feature) })
    writeFileSync(join(folder, 'limits.geojson'), whole)
    writeFileSync(join(folder, 'cut.geojson'), whole.slice(0, 5000))
    const large = openSync(join(folder, 'large.geojson'), 'w')
    ftruncateSync(large, MOST_BYTES + 1e6)
    closeSync(large)
    await atMap(`#/mapa?comparar=1~n:${DRAWS}~p:cacao-first`, async (page) => {
      const shapes = () =>
        page
          .locator('.map-main .cells')
          .first()
          .locator('path')
          .evaluateAll((all) => all.map((one) => one.getAttribute('d') ?? ''))
      const cells = await shapes()
      await page.setInputFiles('.own-limits input', join(folder, 'cut.geojson'))
      expect(await page.locator('.own-limits [role=alert]').innerText()).toMatch(/cut\.geojson: no es JSON válido/)
      await page.setInputFiles('.own-limits input', join(folder, 'large.geojson'))
      await page.waitForSelector('.own-limits [role=alert]:has-text("pesa 51 MB y el máximo es 50 MB")')
      expect(await shapes()).toEqual(cells)
      await page.setInputFiles('.own-limits input', join(folder, 'limits.geojson'))
      await page.waitForSelector('.own-limits [role=status]:has-text("90 de 95 distritos")')
      expect(await page.locator('.own-limits summary').innerText()).toMatch(/sin límite en el archivo: 5$/)
      expect((await shapes()).filter((d) => d !== '')).toHaveLength(90)
      expect(await page.locator('.map-main .readout').innerText()).toMatch(/no los ha comprobado/)
      // of hundreds of thousands of points the page gets as few as the eye needs
      const [, read = '', drawn = ''] =
        /\(([\d\s]+) puntos, se dibujan ([\d\s]+)\)/u.exec(
          await page.locator('.own-limits [role=status]').innerText(),
        ) ?? []
      const plain = (text: string) => Number(text.replace(/\s/gu, ''))
      expect(plain(read)).toBeGreaterThan(200_000)
      expect(plain(drawn)).toBeLessThan(16_000)
      await page.click('.own-limits button:has-text("celdas")')
      expect(await shapes()).toEqual(cells)
    })
  })
})

/** The same ring with points between its points. */
function dense(ring: readonly (readonly [number, number])[], times: number): number[][] {
  const each = Math.max(1, Math.round(times / ring.length))
  return ring.flatMap(([x, y], k) => {
    const [a, b] = ring[(k + 1) % ring.length] ?? [x, y]
    return Array.from({ length: each }, (_, n) => [x + ((a - x) * n) / each, y + ((b - y) * n) / each])
  })
}

describe('places of the map', () => {
  test('every coca zone of the model has its place and its name in full', () => {
    const names = (loadPackage(shippedFiles()).tables.get('geo-zones')?.rows ?? []).map(({ values }) =>
      String(values.zone),
    )
    const zones = outsideZones(names)
    expect(zones).toHaveLength(names.length)
    expect(outsideZones(['Somewhere new'])).toEqual([{ name: 'Somewhere new', label: 'Somewhere new', side: 'south' }])
    for (const below of [false, true]) {
      const { spots, width, height } = zonesBeside(zones, { width: 260, height: 360 }, below)
      expect(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(names.length)
      for (const { x, y } of spots) {
        expect(below ? y : x).toBeGreaterThan(below ? 360 : 260)
        expect(x).toBeLessThan(width)
        expect(y).toBeLessThan(height)
      }
    }
    expect(geography.zones).toEqual(zones)
  })

  test('published attacks leave with the data only where they are many enough', () => {
    const { counts = {}, least = 0 } = geography.attacks ?? {}
    expect(Object.keys(counts).length).toBeGreaterThan(0)
    for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(least)
    expect(least).toBeGreaterThanOrEqual(5)
  })

  test('arrow keys go to what lies that way', () => {
    const middles = [[0, 0], [10, 1], [0, 10], [-9, 0], [Number.NaN, Number.NaN]] as const // biome-ignore format: places
    expect(neighbourOf(middles, -1, 'ArrowRight')).toBe(0)
    expect(neighbourOf(middles, 0, 'ArrowRight')).toBe(1)
    expect(neighbourOf(middles, 0, 'ArrowDown')).toBe(2)
    expect(neighbourOf(middles, 0, 'ArrowLeft')).toBe(3)
    expect(neighbourOf(middles, 1, 'ArrowRight')).toBeUndefined()
    expect(neighbourOf(middles, 0, 'x')).toBeUndefined()
  })
})
