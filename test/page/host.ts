// dist/web as a plain host serves it: below a folder of its own, without headers for shared memory; files can be lost or cut.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../house/tree.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}
export const BELOW = '/una/carpeta/'

export interface PlainHost {
  readonly address: string
  /** What is served in place of a file; undefined for the file itself, null for nothing. */
  instead: (path: string, body: Buffer) => Buffer | null
  close(): Promise<void>
}

export async function openHost(): Promise<PlainHost> {
  const folder = join(root, 'dist', 'web')
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    try {
      if (!pathname.startsWith(BELOW)) throw new Error('outside')
      const path = pathname.slice(BELOW.length) || 'index.html'
      const body = host.instead(path, readFileSync(join(folder, path)))
      if (body === null) throw new Error('missing')
      answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      answer.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host: PlainHost = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}`,
    instead: (_, body) => body,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return host
}

/**
 * A fresh reader who knows the three steps; fails on errors and on requests that leave the host. `before` runs in the page
 * first; `asked` is filled with what is fetched.
 */
export async function reading(
  browser: Browser,
  address: string,
  place: string,
  use: (page: Page) => Promise<void>,
  {
    before,
    allowed,
    asked,
  }: { readonly before?: () => void; readonly allowed?: RegExp; readonly asked?: string[] } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  context.on('request', (request) => {
    asked?.push(request.url().slice(address.length))
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  await page.addInitScript(() => {
    try {
      localStorage.setItem('vraem-lab welcome', 'done')
    } catch {
      // a browser that forbids it
    }
  })
  if (before) await page.addInitScript(before)
  await page.goto(address + place)
  await use(page)
  expect(faults.filter((fault) => !allowed?.test(fault))).toEqual([])
  await context.close()
}

export const complete = (page: Page) =>
  page.waitForFunction(() => /completo|complete/.test(document.querySelector('.progress')?.textContent ?? ''))

/** The numbers behind the first chart, as a reader saves them. */
export async function figures(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-outcome=household_income] .save button:has-text("CSV")'),
  ])
  return readFileSync(await download.path(), 'utf8')
}
