// The page for readers as they meet it: fresh browser, nothing kept, real engine. Best of several visits.
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { findRoot } from '../src/host/root.ts'
import { listen } from '../src/server/listen.ts'
import { staticApp } from '../src/server/static.ts'
import { openBrowser } from './chromium.ts'
import type { Row } from './figures.ts'

/** What the page opens with, and a comparison whose answer is not shipped. */
const HOME = ''
const LINK = '#/?comparar=1~p:balanced'
const BAND = '[data-outcome=household_income] .k1 .b90'
const SLIDER = '[data-lever=alternative_development] input[type=range]'
const VISITS = 3
/** A slow machine may take minutes. */
const PATIENCE = 300_000

interface Seen {
  readonly ready: number
  readonly band: number
  /** Start and length of tasks over 50 ms. */
  readonly tasks: readonly (readonly [number, number])[]
}

/** Throws when there is no browser, or the page fails. */
export async function firstUseRows(visits = VISITS): Promise<Row[]> {
  const folder = join(findRoot(), 'dist', 'web')
  const server = await listen(staticApp(folder, 'index.html'), 0)
  const browser = await openBrowser()
  try {
    const all: Record<string, number[]> = {}
    for (let k = 0; k < visits; k++) {
      for (const [name, value] of Object.entries(await visit(browser, server.url, folder))) {
        all[name] ??= []
        all[name].push(value)
      }
    }
    const best = Object.entries(all).map(([name, values]) => ({
      name,
      value: Math.min(...values),
      unit: name.endsWith('_kb') ? 'kB, gzip' : `ms, best of ${visits}`,
    }))
    return [...best, { name: 'first_use_load', value: loadavg()[0] ?? 0, unit: 'mean of the last minute' }]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function visit(browser: Browser, url: string, folder: string): Promise<Record<string, number>> {
  const { context, page, failed } = await fresh(browser)
  const scripts = new Set<string>()
  context.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  const home = await Promise.race([open(page, url + HOME), failed])
  const kilobytes = [...scripts].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length / 1000,
    0,
  )
  await Promise.race([finished(page), failed])
  const lever = await Promise.race([move(page), failed])
  await context.close()
  const other = await fresh(browser)
  const link = await Promise.race([open(other.page, url + LINK), other.failed])
  await other.context.close()
  const longest = (from: number, to: number, of: Seen['tasks']) =>
    Math.max(0, ...of.filter(([start]) => start >= from && start < to).map(([, length]) => length))
  return {
    page_ready_ms: home.ready,
    js_first_load_kb: kilobytes,
    first_band_ms: home.band - home.ready,
    first_band_of_a_link_ms: link.band - link.ready,
    lever_band_ms: lever.band,
    longest_task_start_ms: longest(0, home.band, home.tasks),
    longest_task_after_ms: longest(0, Number.POSITIVE_INFINITY, lever.tasks),
  }
}

/** A reader who has never been here. */
async function fresh(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const failed = new Promise<never>((_, reject) => page.on('pageerror', reject))
  failed.catch(() => {})
  await page.addInitScript(watch, [BAND, SLIDER] as const)
  return { context, page, failed }
}

async function open(page: Page, address: string): Promise<Seen> {
  await page.goto(address)
  return seen(page)
}

const seen = async (page: Page): Promise<Seen> => {
  const at = await page.waitForFunction(
    () => (window as unknown as Watched).seen.band > 0 && (window as unknown as Watched).seen,
  )
  return (await at.jsonValue()) as Seen
}

const finished = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.progress:not(.running)') !== null, undefined, {
    timeout: 300_000,
  })

/** A lever moved with the keyboard, all pasts known: when its first band stands, and the tasks until the last. */
async function move(page: Page): Promise<Seen> {
  await page.waitForTimeout(1000)
  await page.locator(SLIDER).first().focus()
  await page.evaluate(() => (window as unknown as Watched).again())
  await page.keyboard.press('ArrowRight')
  const { band } = await seen(page)
  await page.waitForTimeout(500)
  await finished(page)
  await page.waitForTimeout(500)
  return page.evaluate((band) => ({ ...(window as unknown as Watched).seen, band }), band)
}

interface Watched {
  seen: { ready: number; band: number; tasks: [number, number][] }
  again(): void
}

/** In the page: writes down when levers stand, when a band stands that was not there, and every long task. */
function watch([band, lever]: readonly [string, string]): void {
  const seen: Watched['seen'] = { ready: 0, band: 0, tasks: [] }
  let [from, before] = [0, '']
  const drawing = () => document.querySelector(band)?.getAttribute('d') ?? ''
  const look = () => {
    const now = performance.now() - from
    if (!seen.ready && document.querySelector(lever)) seen.ready = now
    const drawn = drawing()
    if (!seen.band && drawn !== '' && drawn !== before) seen.band = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= from) seen.tasks.push([startTime - from, duration])
  }).observe({ type: 'longtask', buffered: true })
  const again = () => {
    from = performance.now()
    before = drawing()
    Object.assign(seen, { band: 0, tasks: [] })
  }
  Object.assign(window, { seen, again })
  localStorage.setItem('vraem-lab welcome', 'done')
}
