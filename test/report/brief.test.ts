import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CompareResult, PeriodRow } from '../../src/lab/results.ts'
import { answerLines } from '../../src/report/brief/answer.ts'
import { type BriefInput, briefBody, briefDocument, briefSections } from '../../src/report/brief/brief.ts'
import { certaintySaid } from '../../src/report/brief/certainty.ts'
import { type Contested, contestedHere } from '../../src/report/brief/contested.ts'
import { tableHash } from '../../src/report/brief/made.ts'
import { movedSaid } from '../../src/report/brief/moved.ts'
import { whereSaid } from '../../src/report/brief/where.ts'
import { briefWords } from '../../src/report/brief/words.ts'
import { compared } from '../../src/report/compared.ts'
import { around, comparison, geography } from './fixture.ts'

const one = compared(comparison(1, false))
const card = one.packages[0] as (typeof one.packages)[number]
const cacao = 'cacao-first'
/** The same result with the difference of one outcome changed. */
function changed(result: CompareResult, outcome: string, make: (row: PeriodRow) => Partial<PeriodRow>): CompareResult {
  const periods = result.periods.map((row) =>
    row.outcome === outcome && row.scenario !== result.reference ? { ...row, ...make(row) } : row,
  )
  return { ...result, periods }
}
const certain = (p50: number) => () => ({
  difference: { p05: p50 - 1, p50, p95: p50 + 1, above: p50 > 0 ? 1 : 0, below: p50 < 0 ? 1 : 0, level: p50 / 40 },
})
const open = () => ({ difference: { p05: -9, p50: 1, p95: 11, above: 0.52, below: 0.48, level: 0 } })
const spanish = (list: readonly { readonly es: string }[]): string => list.map(({ es }) => es).join('\n')
const said = (result: CompareResult): string =>
  spanish(answerLines(compared(result), card).map(({ head, text }) => ({ es: `${head?.es ?? ''}: ${text.es}` })))
const again = { command: 'vraem compare baseline cacao-first', files: [], link: 'https://example.org/#/?comparar=1' }
const input = (result: CompareResult): BriefInput => ({ compared: compared(result), around: around(), again })

describe('sentences of the brief', () => {
  test('follow the numbers: size, direction, and how sure', () => {
    const fewer = said(changed(comparison(1, false), 'deaths', certain(-9)))
    expect(fewer).toMatch(/Muy probable: .*habría 9(,0)? muertes violentas menos al año/)
    const more = said(changed(comparison(1, false), 'deaths', certain(12)))
    expect(more).toMatch(/Muy probable: .*habría 12 muertes violentas más al año/)
    const open = said(
      changed(comparison(1, false), 'deaths', () => ({
        difference: { p05: -9, p50: 1, p95: 11, above: 0.52, below: 0.48, level: 0 },
      })),
    )
    expect(open).toMatch(/No se puede separar de la referencia: .*muertes/)
  })

  test('count what is sure', () => {
    const before = certaintySaid(compared(changed(comparison(1, false), 'deaths', certain(-9))))[0]?.es
    const after = certaintySaid(compared(changed(comparison(1, false), 'deaths', open)))[0]?.es
    expect(before).toMatch(/^De \d+ diferencias de la tabla/)
    expect(after).not.toBe(before)
  })

  test('say where: districts that gain and lose, by name', () => {
    const rows = geography().cells.map(({ ubigeo }, k) => {
      const p50 = k < 5 ? 100 - k : k < 8 ? -50 : 0
      return {
        ubigeo,
        p50,
        p05: p50 - 1,
        p95: p50 + 1,
        above: p50 > 0 ? 1 : p50 < 0 ? 0 : 0.5,
        below: p50 < 0 ? 1 : p50 > 0 ? 0 : 0.5,
      }
    })
    const { es } = whereSaid(one, geography(), {
      scenario: cacao,
      outcome: 'household_income',
      unit: 'PEN/person/yr',
      rows,
    })
    expect(es).toContain(
      `suba en 5 de ${rows.length} distritos (más en ${geography()
        .cells.slice(0, 3)
        .map(({ name }) => name)
        .join(', ')})`,
    )
    expect(es).toContain(`baje en 3 de ${rows.length} (más en`)
    expect(es).toContain(`en ${rows.length - 8} no se puede decir`)
  })
})

describe('believing', () => {
  test('nothing moved: that is said, and the direction does not turn', () => {
    const text = spanish(movedSaid(one, one))
    expect(text).toMatch(/nada se mueve más de lo que explica el azar/)
    expect(text).toContain('no se invierte en ningún resultado')
  })

  test('before and after with bands, the word for how sure, the direction that turns', () => {
    const before = compared(changed(comparison(1, false), 'deaths', certain(-9)))
    const after = compared(
      changed(comparison(1, false), 'deaths', () => ({
        difference: { p05: -2, p50: 4, p95: 9, above: 0.7, below: 0.3, level: 0.1 },
      })),
    )
    const text = spanish(movedSaid(before, after))
    expect(text).toMatch(
      /con «Primero el cacao»: la diferencia pasaría de −9,0 \(de −10 a −8,0\) a \+4,0 \(de −2,0 a \+9,0\); de «muy probable» a «probable»/,
    )
    expect(text).toMatch(/se invierte en: muertes/)
  })

  test('what chance explains is not called a move', () => {
    const before = compared(changed(comparison(1, false), 'deaths', certain(-9)))
    const after = compared(changed(comparison(1, false), 'deaths', certain(12)))
    expect(spanish(movedSaid(before, after, new Set()))).toMatch(/nada se mueve más/)
    expect(spanish(movedSaid(before, after, new Set([`difference ${cacao} deaths`])))).toMatch(/pasaría de −9,0/)
  })

  test('the order of packages by the median', () => {
    const two = comparison(2, false)
    const flipped = {
      ...two,
      periods: two.periods.map((row) =>
        row.outcome === 'household_income'
          ? { ...row, difference: { ...row.difference, p50: -row.difference.p50 } }
          : row,
      ),
    }
    expect(spanish(movedSaid(compared(two), compared(two)))).toContain(
      'El orden de los paquetes, por la mediana, no cambia',
    )
    expect(spanish(movedSaid(compared(two), compared(flipped)))).toMatch(
      /cambia en: .*(antes «Primero el cacao», «Erradicar)/,
    )
  })
})

describe('what is contested', () => {
  const words = (text: string) => ({ es: text, en: text })
  const made = (id: string, target?: string): Contested => ({
    ...{ id, title: words(id), reason: 'dispute', status: 'open' },
    sides: [
      {
        side: 'a',
        label: words('yes'),
        claims: 2,
        standsFor: target === undefined ? undefined : { kind: 'parameter', target, low: 0, high: 1 },
      },
      {
        side: 'b',
        label: words('no'),
        claims: 3,
        standsFor: target === undefined ? undefined : { kind: 'parameter', target, low: 1, high: 2 },
      },
    ],
  })
  test('what moves the answer first, then levers, then mechanisms; what touches nothing is left out', () => {
    const play = {
      levers: new Map([['roads', words('Roads')]]),
      mechanisms: new Map([['market', words('Market')]]),
      unknowns: new Set(['usual', 'strong']),
      shares: new Map([['strong', 0.4]]),
    }
    const list = contestedHere(
      [made('K1'), made('K2'), made('K3', 'usual'), made('K4', 'strong'), made('K5', 'elsewhere')],
      play,
      {
        levers: new Map([['K2', ['roads']]]),
        mechanisms: new Map([['K2', ['market']]]),
      },
    )
    expect(list.map(({ id }) => id)).toEqual(['K4', 'K3', 'K2'])
    expect(list[2]?.touches.map(({ es }) => es)).toEqual(['Roads', 'Market'])
    const body = briefBody({ ...input(comparison(1, false)), contested: list })
    expect(body).toContain('<b>a</b>')
    expect(body).toContain('<b>b</b>')
  })
})

describe('the brief as a whole', () => {
  test('sections in their order, more where they are handed over, in both languages', () => {
    const extra = [{ id: 'decision', title: { es: 'Decidir', en: 'Decide' }, body: '<p>x</p>' }]
    const ids = briefSections({ ...input(comparison(3, false)), extra }).map(({ id }) => id)
    expect(ids).toEqual(['answer', 'table', 'charts', 'cost', 'decision', 'sure', 'caveats', 'made'])
    const file = briefDocument(input(comparison(1, false)), 'en')
    expect(file).toContain('<html lang="en">')
    expect(file).not.toMatch(/src="http|@import|<script/)
    expect(file).toContain('https://example.org/#/?comparar=1')
    expect(file).toContain('dddddddddddddddd')
    const other = compared(changed(comparison(1, false), 'deaths', certain(-9)))
    expect(tableHash(other)).not.toBe(tableHash(one))
    expect(file).toContain(tableHash(one).slice(0, 16))
  })

  test('what a title says stays text', () => {
    const result = comparison(1, false)
    const nasty = {
      ...result,
      scenarios: result.scenarios.map((one) => ({ ...one, title: { es: '<img src=x>', en: '<img src=x>' } })),
    }
    expect(briefBody(input(nasty))).not.toContain('<img')
  })

  test('every message is told, with the same holes in both languages', () => {
    const folder = join(import.meta.dirname, '../../src')
    const source = ['report/brief', 'page/brief', 'page/believed']
      .flatMap((part) => readdirSync(join(folder, part)).map((name) => join(folder, part, name)))
      .filter((path) => !path.endsWith('words.ts'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    expect(Object.keys(briefWords).filter((key) => !source.includes(`'${key}'`))).toEqual([])
    const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
    for (const { es, en } of Object.values(briefWords)) expect(holes(en)).toEqual(holes(es))
  })
})
