// The same engine in a page: the bench page, timed in a real browser.
import { join } from 'node:path'
import { findRoot } from '../src/host/root.ts'
import { listen } from '../src/server/listen.ts'
import { staticApp } from '../src/server/static.ts'
import { openBrowser } from './chromium.ts'
import type { Row } from './figures.ts'

const PAGE = 'bench/page/index.html'
/** A slow machine may take minutes. */
const PATIENCE = 600_000

/**
 * First band of 16 draws at 1/20 with new and with warm workers, a branch from January 2025, members a second on two workers,
 * the longest task of the page. Throws when there is no browser or the page fails.
 */
export async function browserRows(): Promise<Row[]> {
  const server = await listen(staticApp(join(findRoot(), 'dist', 'web'), PAGE), 0)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject))
    await page.goto(server.url + PAGE)
    await page.click('#go')
    const ready = page.waitForFunction(() => 'timings' in window, undefined, { timeout: PATIENCE })
    await Promise.race([ready, failed])
    return await page.evaluate(() => (window as unknown as { timings: Row[] }).timings)
  } finally {
    await browser.close()
    await server.close()
  }
}
