import { describe, expect, test } from 'vitest'
import type { CompareResult } from '../../src/lab/results.ts'
import { compared } from '../../src/report/compared.ts'
import { reportErrorLink } from '../../src/report/error_link.ts'
import { mayMap, suppressed } from '../../src/report/harm.ts'
import { reportHtml } from '../../src/report/html.ts'
import { atlas } from '../../src/report/map/atlas.ts'
import { answer, overall, question } from '../../src/report/sentence.ts'
import { compareTable } from '../../src/report/table.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { around, cards, comparison, geography, manifest } from './fixture.ts'

const small = comparison(2, false)
/** The second package has the values of the reference. */
const same: CompareResult = {
  ...small,
  periods: small.periods.map((row) => ({
    ...row,
    difference: { p05: 0, p50: 0, p95: 0, above: 0, below: 0, level: 0 },
  })),
}

describe('the table', () => {
  test.each([
    [80, 'es'],
    [100, 'es'],
    [100, 'en'],
  ] as const)('no line is longer than %i (%s)', (width, language) => {
    for (const packages of [1, 3, 9]) {
      const text = compareTable(comparison(packages, false), around(), { language, width, detail: 'all' })
      expect(text.split('\n').filter((line) => line.length > width)).toEqual([])
    }
  })

  test('people come first, cost last, and the caveats are there', () => {
    const whole = compareTable(small, around(), { language: 'es', detail: 'all' })
    const text = whole.slice(whole.indexOf('── '))
    const at = ['Muertes violentas ', 'Pobreza ', 'Pérdida de bosque ', 'Área de coca ', 'Costo público '].map(
      (label) => text.indexOf(`○ ${label}`),
    )
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at[0]).toBeGreaterThan(0)
    expect(text).toContain('37 de los 95')
    expect(text).toContain('Acierto sin evaluar')
  })
})

describe('sentences', () => {
  test('one package is named in the question', () => {
    expect(question(compared(comparison(1, false))).es).toBe(
      '¿Qué cambiaría en el VRAEM hasta 2035 con «Primero el cacao» en vez de «Como en 2024»?',
    )
  })

  test('what cannot be told apart is named without a number', () => {
    const c = compared(comparison(9, false))
    for (const card of c.packages) {
      for (const { verdict, clauses } of answer(c, card).groups) {
        if (verdict === 'not separable') expect(clauses.map(({ es }) => es).join()).not.toMatch(/\d/)
      }
    }
  })

  test('no policy is no change', () => {
    const c = compared(same)
    const card = c.packages[0]
    expect(card && answer(c, card)).toMatchObject({ nothing: true })
    expect(reportHtml(same)).toContain('Nada cambia')
  })

  test('packages are counted only when there are several', () => {
    expect(overall(compared(small))).toBeUndefined()
    expect(overall(compared(comparison(9, false)))?.es).toMatch(/9 paquetes/)
  })
})

describe('harm', () => {
  test('violence and the illicit chain are never mapped, even with district rows', () => {
    const ubigeo = geography().cells[0]?.ubigeo ?? ''
    const rows = small.outcomes.filter(({ outcome }) => outcome === 'deaths').map((row) => ({ ...row, place: ubigeo }))
    const plates = atlas(compared({ ...small, outcomes: [...small.outcomes, ...rows] }), geography())
    expect(plates.map(({ outcome }) => outcome)).not.toContain('deaths')
    for (const name of ['deaths', 'attacks', 'armed_control', 'exported', 'mode_share/air', 'displaced'])
      expect(mayMap(name)).toBe(false)
    expect(mayMap('poverty_rate')).toBe(true)
  })

  test('only outcomes declared for districts are mapped', () => {
    for (const [name, { places }] of Object.entries(outcomes))
      if (places !== 'district') expect(mayMap(name)).toBe(false)
  })

  test('small figures of a district are left out', () => {
    expect(suppressed('ha', 3)).toBe(true)
    expect(suppressed('ha', 30)).toBe(false)
    expect(suppressed('1', 0.01)).toBe(false)
    const plates = atlas(compared(comparison(2)), geography())
    const coca = plates.find(({ outcome }) => outcome === 'coca_area')
    expect(
      coca?.maps.some(({ classes, figures }) => classes.includes('x') && figures.some((row) => row.length === 0)),
    ).toBe(true)
  })

  test('the ways out appear in tables only', () => {
    const html = reportHtml(comparison(2), around())
    for (const chart of html.match(/<svg[\s\S]*?<\/svg>/g) ?? []) expect(chart).not.toMatch(/mode_share|Vías de salida/)
    expect(html).toContain('Vías de salida')
  })
})

describe('the file', () => {
  const html = reportHtml(comparison(3), around())

  test('needs nothing else', () => {
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\/[^"]*\.(js|css|png|woff2?)/)
    expect(html).not.toMatch(/@import|url\((?!#)/)
    expect(html.match(/<script(?! type="application\/json")[^>]*src/)).toBeNull()
  })

  test('every reference inside it has its target', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const wanted = [...html.matchAll(/(?:href="#|aria-labelledby="|url\(#)([^")]+)/g)].map(([, id]) => id)
    expect(wanted.filter((id) => !ids.has(id))).toEqual([])
    expect(ids.size).toBe([...html.matchAll(/ id="([^"]+)"/g)].length)
  })

  test('never shows a line into the future without its band', () => {
    for (const group of html.match(/<g class="(ref|k\d|off)"[^>]*>.*?<\/g>/g) ?? []) {
      if (group.includes('class="mid"')) expect(group).toContain('b90')
    }
  })

  test('holds no NaN and no undefined', () => {
    expect(html.replace(/<script>[\s\S]*?<\/script>/, '')).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('markup in a title stays text', () => {
    const evil = { en: '<img src=x onerror=alert(1)>', es: '</script><b>' }
    const result = {
      ...small,
      scenarios: small.scenarios.map((card, k) => (k === 1 ? { ...card, title: evil } : card)),
    }
    const text = reportHtml(result)
    expect(text).not.toContain('<img')
    expect(text).not.toContain('</script><b>')
  })

  test('says how it was made and how to report an error', () => {
    expect(html).toContain('40 simulaciones · semilla 7 · muestra 1/20 · datos 3f2a91c0')
    expect(reportErrorLink('https://example.org/new', 'C0254', manifest)).toMatch(
      /^https:\/\/example.org\/new\?title=.*C0254.*3f2a91c0/,
    )
    expect(reportErrorLink(undefined, undefined, manifest)).toMatch(/^mailto:/)
    expect(reportErrorLink('javascript:alert(1)', undefined, manifest)).toMatch(/^mailto:/)
  })

  test('a reference that is not there, or no periods, is an error', () => {
    expect(() => reportHtml({ ...small, reference: 'none' })).toThrow(/none/)
    expect(() => reportHtml({ ...small, periods: [] })).toThrow(/period/)
    expect(cards[0]?.name).toBe('baseline')
  })
})
