import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { reportHtml } from '../../src/report/html.ts'
import { around, comparison } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
const address = pathToFileURL(join(folder, 'report.html')).href
let browser: Browser

beforeAll(async () => {
  writeFileSync(join(folder, 'report.html'), reportHtml(comparison(5), around()))
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs with a fresh page; fails on any console error, page error or request that leaves the file. */
async function onPage(
  width: number,
  use: (page: Page) => Promise<void>,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => !/^(file|data):/.test(request.url()) && faults.push(request.url()))
  await page.goto(address)
  await use(page)
  expect(faults).toEqual([])
  await page.close()
}

const shown = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText()

describe('the report in a browser', () => {
  test.each([390, 1024, 1440])('does not scroll sideways at %i pixels', async (width) => {
    await onPage(width, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  })

  test('changes its language, titles and options included', async () => {
    await onPage(1024, async (page) => {
      expect(await shown(page, 'h1')).toMatch(/^¿Qué cambiaría/)
      await page.click('[data-set=en]')
      expect(await shown(page, 'h1')).toMatch(/^What would change/)
      expect(await page.title()).toMatch(/^What would change/)
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect(await page.locator('#map-outcome option').first().innerText()).toBe('Household income')
      expect(await page.locator('main').innerText()).not.toMatch(/muy probable|Referencia/)
    })
  })

  test('draws the packages that the reader chooses, three at most', async () => {
    await onPage(1024, async (page) => {
      const answers = () => page.locator('.answer:visible h2').allInnerTexts()
      expect(await answers()).toHaveLength(3)
      await page.click('[data-chip=school-transfers]')
      expect(await answers()).toContain('Transferencias a la escuela')
      expect(await answers()).toHaveLength(3)
      expect(await page.getAttribute('[data-chip=cacao-first]', 'aria-pressed')).toBe('false')
    })
  })

  test('labels at the ends of a chart do not touch', async () => {
    await onPage(1440, async (page) => {
      await page.click('[data-chip=roads-power-health]')
      for (const chart of await page.locator('.fan').all()) {
        const boxes = await chart
          .locator('.end:not(.off)')
          .evaluateAll((ends) => ends.map((end) => end.getBoundingClientRect().toJSON()))
        const sorted = boxes.sort((a, b) => a.top - b.top)
        sorted.slice(1).forEach((box, k) => {
          expect(box.top).toBeGreaterThan((sorted[k]?.bottom ?? 0) - 2)
        })
      }
    })
  })

  test('reads a year from the keyboard', async () => {
    await onPage(1024, async (page) => {
      await page.locator('.fan').first().focus()
      await page.keyboard.press('ArrowRight')
      expect(await shown(page, '#tip')).toMatch(/^2026\nComo en 2024: \d/)
      await page.keyboard.press('Escape')
      expect(await page.locator('#tip').isVisible()).toBe(false)
    })
  })

  test('repaints its maps for another outcome', async () => {
    await onPage(1024, async (page) => {
      const fills = () =>
        page
          .locator('.map')
          .first()
          .locator('use')
          .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('class')).join())
      const before = await fills()
      await page.selectOption('#map-outcome', 'forest_loss')
      expect(await fills()).not.toBe(before)
      expect(await shown(page, '#map-unit')).toBe('ha por año')
    })
  })

  test.each(['light', 'dark'] as const)('text keeps a contrast of 4.5 to 1 when it is %s', async (scheme) => {
    await onPage(
      1024,
      async (page) => {
        const poor = await page.evaluate(() => {
          const rgb = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
          const light = (colour: number[]): number => {
            const [r = 0, g = 0, b = 0] = colour.map((v) =>
              v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
            )
            return 0.2126 * r + 0.7152 * g + 0.0722 * b
          }
          const ground = light(rgb(getComputedStyle(document.body).backgroundColor))
          const against = (value: number): number => (Math.max(value, ground) + 0.05) / (Math.min(value, ground) + 0.05)
          return [...document.querySelectorAll('h1,h2,p,th,td,small,summary,figcaption,button,li,svg text')]
            .filter((element) => element.getClientRects().length > 0)
            .flatMap((element) => {
              const style = getComputedStyle(element)
              const colour = element instanceof SVGElement ? style.fill : style.color
              return against(light(rgb(colour))) < 4.5 ? [`${element.tagName} ${element.className} ${colour}`] : []
            })
        })
        expect([...new Set(poor)]).toEqual([])
      },
      scheme,
    )
  })
})
