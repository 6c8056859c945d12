// A page of dist/web in a real browser, with an eye on everything that goes wrong or leaves the house.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../bench/chromium.ts'
import { findRoot } from '../../src/host/root.ts'
import { listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'

export interface House {
  readonly browser: Browser
  /** A fresh page that has loaded nothing yet but an empty document of the server; `before` runs first in it. */
  page(before?: () => void): Promise<Page>
  /** Console errors, page errors and requests to others, of all pages so far. */
  readonly faults: string[]
  close(): Promise<void>
}

export async function openHouse(flags: readonly string[] = []): Promise<House> {
  const folder = join(findRoot(), 'dist', 'web')
  const [browser, server] = await Promise.all([
    openBrowser(flags),
    listen(staticApp(folder, 'bench/page/index.html'), 0),
  ])
  const faults: string[] = []
  return {
    browser,
    faults,
    async page(before) {
      const context = await browser.newContext()
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
      context.on('request', (request) => {
        const address = request.url()
        if (!address.startsWith(server.url) && !/^(data|blob):/.test(address)) faults.push(address)
      })
      if (before) await page.addInitScript(before)
      await page.goto(server.url)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
