// The playing map in a real browser: how long the page's own thread is busy for each frame it shows, with every district drawn.
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { quantile } from '../src/engine/quantiles.ts'
import { findRoot } from '../src/host/root.ts'
import { listen } from '../src/server/listen.ts'
import { staticApp } from '../src/server/static.ts'
import { openBrowser } from './chromium.ts'
import type { Row } from './figures.ts'

/** Few simulations: what a frame costs does not depend on them. */
const PLACE = '#/mapa?comparar=1~n:4~p:cacao-first&resultado=coca_area&ver=1'
const PATIENCE = 180_000

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/**
 * `map_frame_ms_p50`, `_p95` and `_max`: work of the page's thread from one frame to the next while the years play from 2000 to
 * 2035, with colours that fade; `map_frames_shown`: how many there were; `map_longest_task_ms`. `folder`: the built page. Throws when there is no browser or the map does not open.
 */
export async function mapFrameRows(folder = join(findRoot(), 'dist', 'web')): Promise<Row[]> {
  const server = await listen(staticApp(folder, 'index.html'), 0)
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript(() => localStorage.setItem('vraem-lab welcome', 'done'))
    await page.goto(server.url + PLACE)
    await page.waitForFunction(
      () => /completo|complete/.test(document.querySelector('.progress')?.textContent ?? ''),
      undefined,
      { timeout: PATIENCE },
    )
    await page.waitForSelector('.valley-map .player button')
    await page.locator('.valley-map .player input').fill('0')
    await page.waitForTimeout(500)
    return rowsOf(await traced(page, await context.newCDPSession(page)))
  } finally {
    await browser.close()
    await server.close()
  }
}

/** What the browser noted from the press of play to the last year. */
async function traced(page: Page, session: CDPSession): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  })
  await page.click('.valley-map .player button')
  await page.waitForFunction(() => document.querySelector('.player output')?.textContent === '2035', undefined, {
    timeout: 60_000,
    // looking at every frame would be work of its own
    polling: 500,
  })
  await session.send('Tracing.end')
  await complete
  return events
}

function rowsOf(events: readonly TraceEvent[]): Row[] {
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts)
  const [first] = frames
  if (!first) throw new Error('the map showed no frame')
  const own = ({ pid, tid }: TraceEvent) => pid === first.pid && tid === first.tid
  const tasks = events.filter((event) => own(event) && event.name === 'RunTask' && event.ph === 'X')
  const starts = frames.filter(own).map(({ ts }) => ts)
  const work = new Float64Array(starts.length)
  // the task that begins a frame holds its mark: it is counted where it ends
  for (const { ts, dur = 0 } of tasks) {
    const k = starts.findLastIndex((start) => start <= ts + dur)
    if (k >= 0) work[k] = (work[k] ?? 0) + dur / 1000
  }
  const sorted = work.slice(0, -1).sort()
  const row = (name: string, value: number, unit: string): Row => ({ name, value, unit })
  return [
    row('map_frame_ms_p50', quantile(sorted, 0.5), 'ms'),
    row('map_frame_ms_p95', quantile(sorted, 0.95), 'ms'),
    row('map_frame_ms_max', sorted.at(-1) ?? 0, 'ms'),
    row('map_frames_shown', sorted.length, 'frames'),
    row('map_longest_task_ms', Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)), 'ms'),
  ]
}
