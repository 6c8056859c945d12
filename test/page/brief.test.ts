// The brief and what is believed, in the page as it is built (dist/web), with the real engine in a real browser.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../bench/chromium.ts'
import { mechanismsBehind } from '../../src/page/compare/origin-steps.ts'
import type { PackedModel } from '../../src/page/works/packed.ts'
import { type Listening, listen } from '../../src/server/listen.ts'
import { staticApp } from '../../src/server/static.ts'
import { root } from '../house/tree.ts'
import { findings } from './findings.ts'

vi.setConfig({ testTimeout: 180_000 })
const WEB = join(root, 'dist', 'web')
/** Few simulations: enough for bands, quick to run. */
const DRAWS = 8
let browser: Browser
let server: Listening
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  ;[browser, server] = await Promise.all([openBrowser(), listen(staticApp(WEB, 'index.html'), 0)])
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(90_000)
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) faults.push(request.url())
  })
  await page.addInitScript(() => localStorage.setItem('vraem-lab welcome', 'done'))
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Pages of the browser's own PDF. */
async function pages(): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
}
const visible = (selector: string) => page.locator(selector).first().isVisible()

describe('the brief', () => {
  test('one click from the comparison; two to four pages, in both languages, as a file of its own', async () => {
    await page.goto(`${server.url}#/?comparar=1~n:${DRAWS}~p:cacao-first`)
    await page.click('.answer-doors a')
    await page.waitForSelector('article.brief h1')
    expect(page.url()).toMatch(/#\/informe\?comparar=1~n:8~p:cacao-first/)
    expect(await page.locator('article.brief h1').innerText()).toContain('«Primero el cacao»')
    const heads = await page.locator('article.brief h2').allInnerTexts()
    const wanted = [
      'La respuesta',
      'Qué cambia, las personas primero',
      'Cómo se llega, y la diferencia año por año',
      'Cuánto cuesta',
      'Dónde',
      'Qué tan seguro',
      'Lo que se discute y pesa aquí',
      'Antes de usar un número',
      'Cómo se hizo, y cómo obtenerlo otra vez',
    ]
    expect(heads).toContain('Qué aguanta y qué falta saber')
    // other sections may stand between them
    expect(heads.filter((head) => wanted.includes(head))).toEqual(wanted)
    const rows = await page.locator('.changes tbody th').allInnerTexts()
    expect(rows[0]).toContain('Muertes violentas')
    expect(rows.findIndex((row) => row.includes('coca'))).toBeGreaterThan(8)
    expect(await page.locator('.both-sides').count()).toBeGreaterThan(2)
    expect(await page.locator('.part-where .map').count()).toBe(2)
    const made = await page.locator('.part-made').innerText()
    expect(made).toContain(`vraem compare baseline cacao-first --draws ${DRAWS} --sample 1/20`)
    expect(made).toMatch(/tabla [0-9a-f]{16}/)
    expect(made).toContain('#/comparar?comparar=')
    expect(await findings(page)).toEqual([])
    const spanish = await pages()
    expect(spanish).toBeGreaterThanOrEqual(2)
    expect(spanish).toBeLessThanOrEqual(4)
    await page.emulateMedia({ media: 'print' })
    expect([await visible('header nav'), await visible('.brief-bar'), await visible('article.brief h1')]).toEqual([
      false,
      false,
      true,
    ])
    await page.emulateMedia({ media: null })
    await page.click('.langs [lang=en]')
    expect(await page.locator('article.brief').innerText()).not.toMatch(/ción\b|\blos hogares\b|simulaciones/)
    expect(await pages()).toBeLessThanOrEqual(4)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.brief-bar button:nth-child(2)')])
    const file = readFileSync(await download.path(), 'utf8')
    expect(file).toMatch(/^<!doctype html><html lang="en">/)
    expect(file).not.toMatch(/<script|<link rel="stylesheet|src="http/)
    await page.click('.langs [lang=es]')
  })

  test('three packages and what is believed still fit four pages', async () => {
    await page.goto(
      `${server.url}?2#/informe?comparar=1~n:${DRAWS}~p:cacao-first;l.roads.km_per_year:60~p:eradication-30k~p:balanced&creo=K50.b,K51.a`,
    )
    await page.waitForSelector('article.brief .part-believed')
    expect(await page.locator('.part-believed').innerText()).toMatch(/La coca se resiembra o se muda.*\(K50\)/)
    expect(await page.locator('.part-believed').innerText()).toMatch(/El orden de los paquetes, por la mediana/)
    const count = await pages()
    expect(count).toBeGreaterThanOrEqual(2)
    expect(count).toBeLessThanOrEqual(4)
  })
})

describe('believing a side', () => {
  test('from a curve to a contradiction, and how the answer moves', async () => {
    await page.goto(`${server.url}?3#/?comparar=1~n:${DRAWS}~p:eradication-30k`)
    await page.waitForFunction(() => /completo/.test(document.querySelector('.progress')?.textContent ?? ''))
    await page.click('[data-outcome=coca_area] .why')
    await page.click('.origins .steps-down button:has-text("Uso de la tierra")')
    await page.waitForSelector('.origins .contradictions')
    const sides = page.locator('.origins .contradictions .sides li')
    const dead = sides.filter({ hasNot: page.locator('button') })
    expect(await dead.count()).toBeGreaterThan(0)
    expect(await dead.first().innerText()).toContain('Nada en el modelo dice lo mismo')
    const first = sides.filter({ has: page.locator('button') }).first()
    await first.locator('button').click()
    await page.waitForSelector('.believed-below .moved li')
    expect(page.url()).toMatch(/creo=K\d+\.[a-z]/)
    expect(await first.locator('button').getAttribute('aria-pressed')).toBe('true')
    await page.waitForFunction(() => document.querySelector('.believed-below [aria-busy=false]'))
    const said = await page.locator('.believed-below').innerText()
    expect(said).toMatch(/pasaría de|nada se mueve más de lo que explica el azar/)
    expect(said).toMatch(/de las 340 simulaciones/)
    expect(await findings(page)).toEqual([])
    await page.click('.believed-below .quiet-button')
    await page.waitForSelector('.believed-below .moved', { state: 'detached' })
    expect(page.url()).not.toContain('creo=')
  })

  test('a side that moves the answer says before and after; two that exclude each other are told', async () => {
    const believe = (sides: string) =>
      page.evaluate((creo) => {
        location.hash = `${location.hash.split('&creo')[0]}&creo=${creo}`
      }, sides)
    // few draws hold all of these at once: the same ones are moved there, and held against themselves
    await believe('K13.d,K20.b,K50.b,K52.b,K58.c')
    await page.waitForSelector('.believed-now .moved li')
    await page.waitForFunction(() => document.querySelector('.believed-now[aria-busy=false]'))
    const said = await page.locator('.believed-now').last().innerText()
    expect(said).toMatch(/pasaría de .*\(de .* a .*\) a /)
    expect(said).toContain('sin volver a ajustar')
    await believe('K1.a,K81.a,K3.a')
    await page.waitForSelector('.believed-now .fails')
    const fails = await page.locator('.believed-now').last().locator('.fails').allInnerTexts()
    expect(fails[0]).toMatch(/K1 a, K81 a no pueden ser ciertas a la vez/)
    expect(fails[1]).toContain('nada en el modelo dice lo mismo')
    expect(faults).toEqual([])
  })
})

test('from every outcome the drawer leads to mechanisms, and from one of them to claims', () => {
  const name = readdirSync(join(WEB, 'assets')).find((file) => /^model-.*\.json$/.test(file)) ?? ''
  const model = JSON.parse(readFileSync(join(WEB, 'assets', name), 'utf8')) as PackedModel
  const without = model.outcomes.filter((outcome) => !mechanismsBehind(model, outcome).some(({ claims }) => claims > 0))
  expect(without.map(({ id }) => id)).toEqual([])
})
