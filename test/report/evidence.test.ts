import { describe, expect, test } from 'vitest'
import type { Found } from '../../src/evidence/ledger/found.ts'
import { unitInWords } from '../../src/evidence/ledger/unit-words.ts'
import { placeInWords } from '../../src/evidence/ledger/words.ts'
import { claimPage } from '../../src/report/evidence/claim.ts'
import { contradictionLines } from '../../src/report/evidence/contradiction.ts'
import { disagreementLines, disagreements } from '../../src/report/evidence/disagreements.ts'
import { converted, figureOf } from '../../src/report/evidence/figure.ts'
import { quantityOf } from '../../src/report/evidence/quantity.ts'
import { type Said, timeline } from '../../src/report/evidence/timeline.ts'
import { optionWords, sentenceReasonWords, voices } from '../../src/report/evidence/words.ts'
import { contradiction, made, said } from '../evidence/made.ts'

const told = (parts: Partial<Said>): Said => ({ period: '2014', from: 2014 * 12, origin: '000', ...parts })
const lines = (...items: Partial<Said>[]) => timeline(items.map(told), 90, 'en', voices('en'))

describe('the chart of a quantity', () => {
  test('doubtful figures are ○ and stay out of the range and of the count of voices', () => {
    const [line = '', axis = ''] = lines(
      { value: 18729, origin: 'a' },
      { value: 18845, origin: 'b' },
      { value: 60000, origin: 'c', doubtful: true },
    )
    expect(line).toMatch(/○ {2}18\u202F729–18\u202F845 · doubtful 60\u202F000 · 2 independent voices$/)
    expect(axis).toContain('(60\u202F000)')
  })

  test('a doubtful "at least" is ○, not >', () => {
    const [line = ''] = lines({ value: 18729 }, { low: 60000, doubtful: true })
    expect(line).toContain('○')
    expect(line).not.toContain('>')
    expect(lines({ value: 1 }, { low: 5 })[0]).toContain('>')
  })

  test('the doubtful claim itself keeps its mark, and the line says doubtful', () => {
    const [line = ''] = lines({ value: 100 }, { low: 900, doubtful: true, own: true })
    expect(line).toContain('◆')
    expect(line).not.toContain('○')
    expect(line).toMatch(/100 · doubtful 900$/)
  })
})

describe('everything said about a quantity', () => {
  const soldiers = said({ id: 'C0001', subject: 'clash', unit: 'soldier deaths', value: 4 })
  const all = said({ id: 'C0002', subject: 'clash', unit: 'deaths', value: 6 })
  const militants = said({ id: 'C0003', subject: 'clash', unit: 'militant deaths', value: 2 })
  const ledger = made([soldiers, all, militants])

  test('dead of another kind are named beside the chart, not drawn in it', () => {
    expect(quantityOf(ledger, soldiers)).toMatchObject({ unit: 'soldier deaths', leftOut: ['C0002', 'C0003'] })
    expect(quantityOf(ledger, all)).toMatchObject({ unit: 'deaths', leftOut: ['C0001', 'C0003'] })
    const page = claimPage(ledger, soldiers, quantityOf(ledger, soldiers), 'es', 90)
    expect(page).toContain('(militares muertos)')
    expect(page.replace(/\s+/g, ' ')).toContain('C0003 2 subversivos muertos, 2013')
  })

  test('converted figures have three digits, stated ones all of theirs', () => {
    const acres = said({ id: 'C0001', unit: 'acres', value: 49000 })
    const stated = said({ id: 'C0002', value: 27993.9 })
    const thousands = said({ id: 'C0003', unit: 'thousand ha', value: 27.994 })
    const figures = quantityOf(made([acres, stated, thousands]), acres)?.said.map(({ value }) => value)
    expect(figures).toEqual([19800, 27993.9, 27994])
  })
})

describe('pages in Spanish', () => {
  const claim = said({
    id: 'C0001',
    value: 1,
    unit: 'deaths',
    subject: 'clash',
    place: 'Peru',
    note: 'An English note',
  })

  test('name what exists in English only, once, and places with their accents', () => {
    const page = claimPage(made([claim]), claim, undefined, 'es', 90)
    expect(page.match(/en inglés/g)).toHaveLength(1)
    expect(page).toContain('Perú')
    expect(page).toContain('1 muerte\n')
    expect(claimPage(made([claim]), claim, undefined, 'en', 90)).not.toMatch(/ingl|in English/)
  })

  test('options, reasons and units through the tables of words', () => {
    expect([optionWords('low', 'es'), optionWords('low', 'en')]).toEqual(['bajo', 'low'])
    expect(optionWords('own-name', 'es')).toBe('own-name')
    expect(sentenceReasonWords('nothing-checkable', 'es')).toBe('nada comprobable')
    expect(unitInWords('percent of leaf used for products', 'es')).toBe('% de la hoja usada en productos')
    expect(placeInWords('Rio Tambo, Satipo, Junin', 'es')).toBe('Río Tambo, Satipo, Junín')
    expect(figureOf({ value: 2, unit: 'child deaths' }, 'es')).toBe('2 niños muertos')
    expect(figureOf({ high: 1, unit: 'million USD/yr' }, 'es')).toBe('como máximo 1 millón de USD al año')
  })

  test.each([
    [0.989041, '0.989'],
    [588.286, '588'],
    [19829.6, '19\u202F830'],
    [35709, '35\u202F709'],
    [2.925, '2.925'],
  ])('%d is shown as %s', (figure, text) => expect(converted(figure, 'en')).toBe(text))
})

describe('disagreements', () => {
  test('a claim on a side is shown with the beginning of what it says', () => {
    const long = `Coca stood on ${'very '.repeat(30)}many hectares.`
    const claims = [
      said({ id: 'C0001', value: 10, paraphrase: { en: long, es: long } }),
      said({ id: 'C0002', value: 20 }),
    ]
    const kept = contradictionLines(made(claims), contradiction('K1', ['C0001'], ['C0002']), 'en', 200).join('\n')
    expect(kept).toMatch(/C0001 10 ha, 2013 \(000\): Coca stood on very very .* …/)
    expect(kept).toContain('C0002 20 ha, 2013 (000): Said in C0002.')
  })

  const found = (place: string, years: string, apart: number, subject = 'coca_area'): Found => ({
    subject,
    place,
    years,
    unit: 'ha',
    sides: [
      { low: 1, high: 1, open: false, claims: ['C0001'] },
      { low: 2, high: 2, open: false, claims: ['C0002'] },
    ],
    apart,
    origins: ['a', 'b'],
    reason: 'method',
    also: [],
    coveredBy: [],
  })

  test('are folded over years and districts, the widest first', () => {
    const groups = disagreements([
      found('A', '2001', 0.1),
      found('B', '2001', 0.5, 'leaf_price'),
      found('A', '2002', 0.9),
      found('B', '2001', 0.2),
    ])
    expect(groups.map((group) => group.map(({ apart }) => apart))).toEqual([[0.9, 0.2, 0.1], [0.5]])
    const shown = disagreementLines(made([]), groups[0] ?? [], (id) => `District ${id}`, 'en', 110)
    expect(shown[0]).toBe(
      'Area under coca (ha): 2 places, 2 years, up to 90 % apart, between a, b (perhaps: different methods)',
    )
    expect(shown.slice(1)).toEqual([
      '  District A: 2 years (2001–2002), up to 90 % apart, such as C0001, C0002',
      '  District B: 2001, up to 20 % apart, such as C0001, C0002',
    ])
    expect(disagreementLines(made([]), groups[1] ?? [], (id) => `District ${id}`, 'es', 100)[0]).toContain('District B')
  })
})
