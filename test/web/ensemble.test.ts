// The same engine in a page: the same bits as here, on any number of workers, branched, interrupted and without vectors.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gather } from '#dist/src/host/ensemble.js'
import { type Laboratory, openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { priorDraws } from '#dist/src/lab/draws.js'
import type { Selection } from '../../src/lab/cells.ts'
import { type House, openHouse } from './page.ts'

/** Draws of some scenarios at 1/200. */
interface Asked {
  readonly scenarios: readonly string[]
  readonly draws: number
  readonly months: number
}
const ASKED: Asked = { scenarios: ['baseline', 'cacao-first'], draws: 3, months: 432 }
const SHORT: Asked = { scenarios: ['history'], draws: 2, months: 24 }

const selectionOf = ({ months }: Asked): Selection => ({
  outcomes: ['coca_area', 'deaths', 'public_cost'],
  years: [2000, 1999 + months / 12],
  districts: ['coca_area'],
  districtYears: [2000, 1999 + months / 12],
  monthly: [],
})

let house: House
let lab: Laboratory
let expected: string
let expectedShort: string

const hashHere = async (asked: Asked): Promise<string> => {
  const { scenarios, draws, months } = asked
  const selection = selectionOf(asked)
  const plan = { scenarios: resolveAll(lab, [...scenarios], 'test'), draws: priorDraws(1, draws), months, selection }
  return (await gather({ lab, plan, sample: 200, workers: 0 })).hash()
}

beforeAll(async () => {
  ;[house, lab] = await Promise.all([openHouse(), openLaboratory()])
  expected = await hashHere(ASKED)
  expectedShort = await hashHere(SHORT)
}, 120_000)
afterAll(() => house?.close())

/** Loads the laboratory in a page, as `web`, with `web.planOf`. */
async function open(before?: () => void, options: { kernels?: string } = {}): Promise<Page> {
  const page = await house.page(before)
  // as text: the import of a page is not one that the test tool may rewrite
  await page.evaluate("import('/assets/laboratory.js').then((web) => { window.web = web })")
  await page.evaluate(async (options) => {
    const { web } = window as Web
    const lab = await web.openLaboratory(options)
    const planOf = ({ scenarios, draws, months }: Asked, selection: Selection) => ({
      scenarios: scenarios.map((name) => web.resolved(lab, name)),
      draws: web.priorDraws(1, draws),
      months,
      selection,
    })
    Object.assign(window, { web: { ...web, lab, planOf } })
  }, options)
  return page
}

// biome-ignore lint/suspicious/noExplicitAny: what `open` leaves in the window of the page
type Web = any

const run = (page: Page, asked: Asked, workers: number) =>
  page.evaluate(
    async ([asked, selection, workers]) => {
      const { web } = window as Web
      const pool = web.openPool(web.lab, { workers, sample: 200 })
      const collector = await pool.gather({ plan: web.planOf(asked, selection) })
      const { months, refusals } = pool
      pool.close()
      return { hash: collector.hash(), months, refusals, kernels: web.lab.kernels }
    },
    [asked, selectionOf(asked), workers] as const,
  )

describe('an ensemble in a page', { timeout: 120_000 }, () => {
  test.each([1, 2])('has the bits of Node on %i workers, and runs what scenarios share once', async (workers) => {
    const page = await open()
    const { hash, months, refusals } = await run(page, ASKED, workers)
    expect(hash).toBe(expected)
    // the policy of the server forbids code from text: every function was shipped
    expect(refusals).toBe(0)
    expect(months).toBe(ASKED.draws * (432 + 132))
    await page.context().close()
  })

  test('does without functions that are not shipped: slowly, and with the same bits', async () => {
    const page = await open()
    await page
      .context()
      .route(/written-.*\.js/, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'export const made = {}' }),
      )
    const { hash, refusals } = await run(page, SHORT, 1)
    expect(hash).toBe(expectedShort)
    expect(refusals).toBeGreaterThan(10)
    await page.context().close()
  })

  test('keeps the past: another lever, cancelled runs, bursts and lost workers change no bit', async () => {
    const page = await open()
    const told = await page.evaluate(
      async ([asked, selection]) => {
        const { web } = window as Web
        const pool = web.openPool(web.lab, { workers: 2, sample: 200 })
        const plan = (name: string) => web.planOf({ ...asked, scenarios: [name] }, selection)
        const first = (await pool.gather({ plan: plan('baseline') })).hash()
        const before = pool.months
        const branch = (await pool.gather({ plan: plan('eradication-30k') })).hash()
        const branchMonths = pool.months - before

        const controller = new AbortController()
        const long = pool.gather({ plan: web.planOf({ ...asked, draws: 200 }, selection), signal: controller.signal })
        await new Promise((resolve) => setTimeout(resolve, 100))
        controller.abort()
        const words = await long.catch((error: Error) => error.constructor === web.Stopped)
        const after = (await pool.gather({ plan: plan('eradication-30k') })).hash()

        const desk = web.deskOf(pool)
        const asks = Array.from({ length: 20 }, (_, k) => desk.ask({ plan: plan(k === 19 ? 'baseline' : 'balanced') }))
        const answers = await Promise.allSettled(asks)
        const burst = {
          begun: desk.begun,
          done: answers.filter(({ status }) => status === 'fulfilled').length,
          hash: (answers[19] as Web).value.hash(),
        }
        const running = desk.ask({ plan: plan('history-no-air-law') })
        setTimeout(() => desk.cancel(), 50)
        const cancelled = await running.catch((error: Error) => error.constructor === web.Stopped)
        const again = (await desk.ask({ plan: plan('baseline') })).hash()
        pool.close()
        return { first, branch, branchMonths, words, after, burst, cancelled, again }
      },
      [ASKED, selectionOf(ASKED)] as const,
    )
    const whole = await hashHere({ ...ASKED, scenarios: ['eradication-30k'] })
    expect(told).toMatchObject({ branch: whole, branchMonths: 3 * 132, words: true, after: whole, cancelled: true })
    expect(told.again).toBe(told.first)
    expect(told.burst).toEqual({ begun: 1, done: 1, hash: told.first })
    await page.context().close()
  })

  test('a worker that is lost is replaced, and its draw run again', async () => {
    const page = await open(() => {
      const { Worker } = window
      Object.assign(window, {
        workers: [] as Worker[],
        Worker: class extends Worker {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super(...given)
            ;(window as Web).workers.push(this)
          }
        },
      })
    })
    const told = await page.evaluate(
      async ([asked, selection]) => {
        const { web, workers } = window as Web
        const pool = web.openPool(web.lab, { workers: 2, sample: 200 })
        await pool.ready
        const work = pool.gather({ plan: web.planOf(asked, selection) })
        await new Promise((resolve) => setTimeout(resolve, 30))
        workers[0].dispatchEvent(new ErrorEvent('error', { message: 'planted' }))
        return { hash: (await work).hash(), lost: pool.lost, workers: workers.length }
      },
      [SHORT, selectionOf(SHORT)] as const,
    )
    expect(told).toEqual({ hash: expectedShort, lost: 1, workers: 3 })
    await page.context().close()
  })

  test.each([
    ['scalar', undefined],
    ['plain', () => Object.assign(WebAssembly, { validate: () => false })],
    ['plain', () => Reflect.deleteProperty(window, 'WebAssembly')],
  ] as const)('has the same bits with %s kernels', async (kernels, missing) => {
    const page = await open(missing as (() => void) | undefined, missing ? {} : { kernels })
    expect(await run(page, SHORT, 1)).toMatchObject({ hash: expectedShort, kernels })
    await page.context().close()
  })

  test('nothing was complained of, and nobody else was asked for anything', () => {
    expect(house.faults).toEqual([])
  })
})
