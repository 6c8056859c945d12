// Damaged links, files that are none, browsers that lack things, workers that die, tabs put to sleep: told in the reader's
// language, and the work so far kept.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { shippedDraws } from '../../src/cli/draws.ts'
import { credentialsOf } from '../../src/host/credentials.ts'
import { openLaboratory } from '../../src/host/laboratory.ts'
import { checked } from '../../src/page/compare/checked.ts'
import { readLink } from '../../src/page/compare/link.ts'
import { packedFirstAnswer } from '../../src/page/pack/first-answer.ts'
import { root } from '../house/tree.ts'
import { complete, openHost, type PlainHost, reading } from './host.ts'

vi.setConfig({ testTimeout: 120_000 })
/** Two simulations: enough to see that everything runs. */
const SMALL = '#/?comparar=1~n:2~p:balanced'
let browser: Browser
let host: PlainHost
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'robust-'))
  ;[browser, host] = await Promise.all([openBrowser(), openHost()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})
const alert = (page: Page) => page.locator('.results [role=alert]').innerText()

describe('links', () => {
  test('with names that every object has are dropped like any others', async () => {
    const lab = await openLaboratory()
    const link = ['constructor', 'toString', '__proto__', 'hasOwnProperty'].flatMap((name) => [
      `w:${name}:dry`,
      `p:${name};l.${name}.${name}:1;w.${name}:dry;m.${name}:x;${name}:1;r:["${name}"]`,
    ])
    for (const text of [`1~${link.join('~')}`, `1~r:${'%'.repeat(200)}`, '1~p:;;;;l..:~~~', '\u0000~\uffff']) {
      const { comparison } = readLink(text)
      const found = checked(comparison, lab.scenarios, lab.vocabulary, 64)
      expect(found.comparison.world).toEqual({})
      for (const draft of found.comparison.packages) expect(Object.keys(draft.levers)).toEqual([])
    }
    expect(({} as { dry?: string }).dry).toBeUndefined()
  })

  test('of nothing but damage open the page, in words of the language', async () => {
    await reading(browser, host.address, '#/?comparar=1~n:2~p:nadie;l.roads.km_per_y%', async (page) => {
      await page.waitForSelector('.results [role=alert]')
      expect(await alert(page)).toMatch(/El enlace no se pudo leer entero[\s\S]*Esta parte está dañada[\s\S]*nadie/)
      await page.click('.langs [lang=en]')
      expect(await alert(page)).toMatch(/The link could not be read whole/)
      await page.click('.results [role=alert] button')
      await complete(page)
    })
  })
})

describe('files', () => {
  test('newer, too large or binary ones are refused in words; a saved comparison comes back', async () => {
    const files: Record<string, string | Uint8Array> = {
      'newer.yaml': 'format: 7\ntitle: {en: x, es: x}\nfrom: baseline\nlevers: {drones: {flights: 3}}\n',
      'large.yaml': `title: ${'x'.repeat(3_000_000)}\n`,
      'binary.yaml': Uint8Array.from({ length: 5000 }, (_, k) => (k * 31) % 256),
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    await reading(browser, host.address, SMALL, async (page) => {
      await complete(page)
      const before = page.url()
      for (const [name, words] of [
        ['newer.yaml', /versión más nueva[\s\S]*línea 1, format: no se conoce/],
        ['large.yaml', /demasiado grande/],
        ['binary.yaml', /no es un archivo de texto/],
      ] as const) {
        await page.setInputFiles('.exchange input[type=file]', join(folder, name))
        await page.waitForFunction(
          (source) => new RegExp(source).test(document.querySelector('.exchange [role=alert]')?.textContent ?? ''),
          words.source,
        )
      }
      expect(page.url()).toBe(before)
      await page.click('.exchange button:has-text("Guardar")')
      await page.fill('.exchange input[name=name]', 'Mi plan')
      await page.click('.exchange form button')
      await page.selectOption('.reach select', 'no-levers')
      await page.waitForFunction(() => location.hash.includes('no-levers'))
      await page.reload()
      await page.click('.saved summary')
      await page.click('.saved li button:has-text("Mi plan")')
      await page.waitForFunction(() => !location.hash.includes('no-levers'))
      await complete(page)
    })
  })
})

describe('a browser', () => {
  test('without WebAssembly says that it is slower, and runs', async () => {
    const before = () => void Reflect.deleteProperty(window, 'WebAssembly')
    await reading(
      browser,
      host.address,
      SMALL,
      async (page) => {
        await page.waitForSelector('.results [role=note]:has-text("tardan más")')
        await page.waitForSelector('.progress.running')
      },
      { before },
    )
  })

  test('without vectors, WebGL, shared memory and storage answers all the same', async () => {
    const before = () => {
      const { validate } = WebAssembly
      Object.assign(WebAssembly, {
        validate: (bytes: Uint8Array<ArrayBuffer>) => !bytes.includes(0x7b) && validate(bytes),
      })
      HTMLCanvasElement.prototype.getContext = () => null
      Reflect.deleteProperty(window, 'SharedArrayBuffer')
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('forbidden', 'SecurityError')
          },
        })
    }
    await reading(
      browser,
      host.address,
      SMALL,
      async (page) => {
        await page.waitForSelector('.results [role=note]:has-text("tardan más")')
        await complete(page)
        await page.click('.exchange button:has-text("Guardar")')
        await page.click('.exchange form button')
        expect(await page.locator('.exchange [role=status]').innerText()).toContain('no deja guardar')
      },
      { before },
    )
  })
})

describe('what is lost', () => {
  test('a file that is missing or cut short is named, and the next try brings it', async () => {
    host.instead = (path, body) => (path.includes('households-') ? null : body)
    await reading(
      browser,
      host.address,
      SMALL,
      async (page) => {
        await page.waitForSelector('.results [role=alert]:has-text("Falta un archivo del laboratorio")')
        host.instead = (path, body) => (path.includes('households-') ? body.subarray(0, body.length >> 1) : body)
        await page.click('.results [role=alert] button')
        await page.waitForSelector('.results [role=alert]:has-text("cortado o dañado")')
        host.instead = (path, body) => (path.includes('laboratory-') ? body.subarray(0, body.length >> 1) : body)
        await page.click('.results [role=alert] button')
        await page.waitForSelector('.results [role=alert]:has-text("(laboratory-")')
        host.instead = (_, body) => body
        await page.click('.results [role=alert] button')
        await complete(page)
        expect(await page.locator('.question h1').innerText()).toContain('equilibrado')
      },
      { allowed: /404/ },
    )
  })

  test('workers that die are told, the answer stays, and the next try runs', async () => {
    const before = () => {
      const { Worker } = window
      const state = { deadly: false, made: 0 }
      Object.assign(window, {
        state,
        Worker: class extends Worker {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super(...given)
            state.made += 1
          }
          override postMessage(...given: [unknown]) {
            super.postMessage(...given)
            const run = (given[0] as { kind?: string }).kind === 'run'
            if (run && state.deadly) this.dispatchEvent(new ErrorEvent('error', { message: 'no memory' }))
          }
        },
      })
    }
    const set = (page: Page, deadly: boolean) =>
      page.evaluate((to) => Object.assign((window as unknown as { state: object }).state, { deadly: to }), deadly)
    await reading(
      browser,
      host.address,
      SMALL,
      async (page) => {
        await complete(page)
        const answer = await page.locator('.answer').first().innerText()
        await set(page, true)
        await page.selectOption('.progress select', '16')
        await page.waitForSelector('.results [role=alert]:has-text("cerró dos veces")')
        expect(await page.locator('.answer').first().innerText()).toBe(answer)
        await set(page, false)
        await page.click('.results [role=alert] button')
        await complete(page)
        // a tab that is put to sleep for a while goes on where it was, with the same workers
        await page.selectOption('.reach select', 'no-levers')
        const made = () => page.evaluate(() => (window as unknown as { state: { made: number } }).state.made)
        const workers = await made()
        const client = await page.context().newCDPSession(page)
        await client.send('Page.setWebLifecycleState', { state: 'frozen' })
        await new Promise((resolve) => setTimeout(resolve, 3000))
        await client.send('Page.setWebLifecycleState', { state: 'active' })
        await complete(page)
        expect(await made()).toBe(workers)
        // what was moved last is in the address before the tab may vanish
        const hash = await page.evaluate(() => {
          const input = document.querySelector<HTMLInputElement>(
            '[data-lever=alternative_development] input[type=range]',
          )
          if (!input) return ''
          input.value = String(Number(input.value) + Number(input.step || 1))
          input.dispatchEvent(new Event('input', { bubbles: true }))
          dispatchEvent(new Event('pagehide'))
          return location.hash
        })
        expect(hash).toContain('l.alternative_development')
      },
      { before },
    )
  })
})

test('the first answer that is shipped is of this laboratory; else run: npm run first-answer', async () => {
  const lab = await openLaboratory()
  const draws = shippedDraws(lab)
  if (!draws) throw new Error('no draws are shipped')
  const text = await packedFirstAnswer(root, lab, draws, await credentialsOf(lab, draws))
  expect(text).not.toBe('null')
})
