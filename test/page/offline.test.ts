// After a first visit the page opens and runs without a network; a newer version is announced and never takes the page away.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { cacheName, outdated, wayOf } from '../../src/page/offline/kept.ts'
import { complete, openHost, type PlainHost, reading } from './host.ts'

vi.setConfig({ testTimeout: 120_000 })
let browser: Browser
let host: PlainHost
beforeAll(async () => {
  ;[browser, host] = await Promise.all([openBrowser(), openHost()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)
const caches = (page: Page) => page.evaluate(() => window.caches.keys())
const look = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update().catch(() => {})
    const fresh = registration.installing
    // until it is active, or given up
    while (fresh && !['activated', 'redundant'].includes(fresh.state)) await new Promise((go) => setTimeout(go, 50))
    return fresh?.state
  })

describe('without a network', () => {
  test('the page opens, runs and shows its other views; versions change without harm', async () => {
    await reading(
      browser,
      host.address,
      '#/?comparar=1~n:2~p:balanced',
      async (page) => {
        await complete(page)
        await controlled(page)
        const first = await caches(page)
        expect(first).toHaveLength(1)
        // an update that arrives damaged changes nothing
        host.instead = (path, body) =>
          path === 'service-worker.js'
            ? Buffer.from(
                body
                  .toString()
                  .replace(/version:`\w+`/, 'version:`other`')
                  .replace(/(index\.html`,`)\w+/, '$1beef'),
              )
            : body
        expect(await look(page)).toBe('redundant')
        await page.context().setOffline(true)
        await page.reload()
        await complete(page)
        expect(await page.locator('.question h1').innerText()).toContain('equilibrado')
        await page.click('header nav a[href*=evidencia]')
        await page.waitForSelector('.topics a')
        await page.context().setOffline(false)
        // a whole one is told in words, and the page goes on
        const mine = await page.evaluate(
          () => document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '',
        )
        const script = mine.slice(mine.indexOf('assets/'))
        host.instead = (path, body) =>
          path === 'service-worker.js'
            ? Buffer.from(
                body
                  .toString()
                  .replace(/version:`\w+`/, 'version:`newer`')
                  .replace(`\`${script}\``, '`index.html`')
                  .replace(/\[`index\.html`,`\w+`\],/, ''),
              )
            : body
        expect(await look(page)).toBe('activated')
        await page.waitForSelector('.offline:has-text("versión nueva")')
        expect(await caches(page)).toHaveLength(2)
        await page.click('header nav a[href*=limites]')
        await page.waitForSelector('.cite')
        host.instead = (_, body) => body
      },
      { allowed: /Failed to load resource|ServiceWorker|service-worker|fetching the script/ },
    )
  })

  test('where the browser forbids workers of this kind, the page works and says nothing', async () => {
    await reading(
      browser,
      host.address,
      '#/limites',
      async (page) => {
        await page.waitForSelector('.cite')
        await page.waitForTimeout(4500)
        expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(true)
      },
      {
        before: () =>
          Object.defineProperty(navigator, 'serviceWorker', {
            get: () => {
              throw new Error('forbidden')
            },
          }),
      },
    )
  })
})

describe('what is answered', () => {
  const scope = 'https://host/a/b/'
  test.each([
    ['https://host/a/b/', { kind: 'page' }],
    ['https://host/a/b/index.html?x=1', { kind: 'page' }],
    ['https://host/a/b/assets/x-1.js', { kind: 'file', path: 'assets/x-1.js' }],
    ['https://host/a/b/informe/', undefined],
    ['https://host/a/b/assets/', undefined],
    ['https://host/a/', undefined],
    ['https://other/a/b/assets/x-1.js', undefined],
  ])('%s', (url, way) => {
    expect(wayOf({ method: 'GET', url }, scope)).toEqual(way)
    expect(wayOf({ method: 'POST', url }, scope)).toBeUndefined()
  })

  test('of what is kept, the version before stays, and other folders are left alone', () => {
    const name = (version: string) => cacheName(scope, version)
    const names = [name('1'), cacheName('https://host/', '9'), name('2'), name('3')]
    expect(outdated(names, scope, '3')).toEqual([name('1')])
    expect(outdated(names.slice(0, 3), scope, '2')).toEqual([])
  })
})
