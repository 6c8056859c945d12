// Marks follow every chart and table: skill by outcome, grounds by answer, misses with their reason.
import { describe, expect, test } from 'vitest'
import { basisFull, restsOf } from '../../src/report/basis.ts'
import { compared, HEADLINES } from '../../src/report/compared.ts'
import { reportHtml } from '../../src/report/html.ts'
import { limits } from '../../src/report/limits.ts'
import { mechanismWords } from '../../src/report/mechanism-names.ts'
import { missWords } from '../../src/report/section/marks.ts'
import { answer } from '../../src/report/sentence.ts'
import { skillFull, skillMark, skillShort } from '../../src/report/skill.ts'
import { compareTable } from '../../src/report/table.ts'
import { around, comparison } from './fixture.ts'
import { marks } from './made-marks.ts'

const plain = comparison(2)
const marked = { ...plain, marks }
const html = reportHtml(marked, around())
const figures = (text: string) => text.match(/<figure><figcaption[\s\S]*?<\/figure>/g) ?? []
const figure = (id: string) => figures(html).find((one) => one.includes(`id="${id}"`)) ?? ''

describe('skill', () => {
  test('is said in three ways, and names the rule it was held against', () => {
    expect(skillShort(skillMark(marks, 'coca_area')).en).toBe('has skill')
    expect(skillShort(skillMark(marks, 'deaths')).en).toBe('no better than a simple rule')
    expect(skillShort(skillMark(marks, 'forest_loss')).es).toBe('acierto sin evaluar')
    const drift = { ...marks.skill.scored[0], badge: 'no better than naive' } as const
    expect(skillShort(drift as never).en).toBe('no better than drift')
    expect(skillFull(skillMark(marks, 'coca_area'), marks).en).toMatch(/drift of 5 years.*hold-out, 2019 to 2024/)
  })

  test('a part is judged as its whole, a district apart from the valley', () => {
    expect(skillMark(marks, 'deaths/civilian')?.badge).toBe('no better than naive')
    expect(skillMark(marks, 'coca_area', 'districts')).toBeUndefined()
  })

  test('a badge stands under every chart', () => {
    expect(figures(html).length).toBeGreaterThan(20)
    for (const one of figures(html)) expect(one.match(/class="badge (skilled|naive|unscored)"/g)).toHaveLength(1)
    expect(figure('fan-coca_area')).toContain('badge skilled')
    expect(figure('dif-deaths')).toContain('badge naive')
    expect(figure('fan-forest_loss')).toContain('badge unscored')
  })

  test('and in every row of the tables, in words for those who do not see the sign', () => {
    const glance = html.slice(html.indexOf('id="glance"'), html.indexOf('id="intervals"'))
    const rows = glance.match(/<th scope="row">.*?<\/th>/g) ?? []
    expect(rows.length).toBeGreaterThan(HEADLINES.length)
    for (const row of rows) expect(row).toMatch(/badge.*aria-hidden.*class="hidden"/)
  })

  test('what is claimed goes with the limits, by name', () => {
    const [es, en] = (['es', 'en'] as const).map((l) =>
      limits({}, 64, marks)
        .map((words) => words[l])
        .join('\n'),
    )
    expect(en).toMatch(/Outcomes with skill: coca area.*No better than a simple rule: violent deaths/)
    expect(es).not.toContain('Acierto sin evaluar')
    expect(en).toContain('Of another 1 these simulations do not tell')
    const rests = (marks.rests ?? []).filter(({ basis }) => basis !== 'not told')
    const all = limits({}, 64, { ...marks, rests }).map((words) => words.es)
    expect(all.join()).toContain(`de ${rests.length} respuestas son según supuestos`)
    expect(all.join()).not.toContain('estas simulaciones no lo dicen')
    expect(
      limits({}, 64)
        .map(({ es: text }) => text)
        .join(),
    ).toContain('Acierto sin evaluar')
  })
})

describe('what answers rest on', () => {
  test('prior-driven answers are marked where they are shown, others are not', () => {
    expect(figure('dif-coca_area')).toMatch(/†.*según supuestos: .*Primero el cacao/)
    expect(figure('int-coca_area')).toContain('prior-driven')
    expect(figure('dif-deaths')).not.toContain('†')
    const c = compared(marked)
    const clauses = c.packages.flatMap((card) =>
      answer(c, card).groups.flatMap((group) => group.clauses.map(({ en }) => en)),
    )
    const income = clauses.filter((text) => text.includes('households would earn'))
    expect(income.filter((text) => text.includes('; prior-driven)'))).toHaveLength(1)
    expect(clauses.filter((text) => text.includes('deaths') && text.includes('prior-driven'))).toEqual([])
  })

  test('the sentence names the unknowns that the past does not tell', () => {
    const rests = restsOf(marks, 'cacao-first', 'coca_area')
    expect(rests && basisFull(rests).en).toMatch(/50\s%.*legal margin\), 10\s%/)
    expect(rests && basisFull(rests).en).not.toContain('access weight')
  })

  test('the table carries dagger, question mark and key', () => {
    const text = compareTable(marked, around(), { language: 'en', detail: 'all' })
    expect(text).toMatch(/● Coca area .*†/)
    expect(text).toMatch(/○ Poverty .* \? /)
    expect(text).toMatch(/◐ Violent deaths .*%$/m)
    expect(text).toContain('prior-driven: rests mostly on what the past does not identify')
    for (const width of [80, 100])
      for (const line of compareTable(marked, around(), { language: 'es', width, detail: 'all' }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(width)
  })

  test('without calibration it is said once, not on each line', () => {
    const { rests: _, ...rest } = marks
    const text = reportHtml({ ...plain, marks: { ...rest, kind: 'screened' } }, around())
    expect(text.match(/Every answer is prior-driven/g)).toHaveLength(1)
    expect(text).not.toContain('†')
  })

  test('older results without marks say nothing of it', () => {
    expect(reportHtml(plain, around())).not.toMatch(/prior-driven|†/)
  })
})

describe('the years of the fit', () => {
  test('the hold-out is drawn while the draws never saw it', () => {
    expect(html).toContain('class="holdout"')
    const later = reportHtml({ ...plain, marks: { ...marks, until: 2024 } }, around())
    expect(later).not.toContain('class="holdout"')
    expect(later).toContain('fitted to facts to 2024; skill is that of the fit to facts to 2018')
  })
})

describe('misses', () => {
  test('stand under the chart of their outcome with the reason, and nowhere else', () => {
    expect(figure('fan-coca_area')).toMatch(/The made-up area falls.*12\s%.*households save &lt;too&gt; much \(Purse\)/)
    expect(figure('fan-deaths')).toMatch(/2020–2021.*made up \(Violence\)/)
    expect(figure('fan-poverty_rate')).not.toContain('class="misses"')
  })

  test('their mechanism is called by its name, in both languages', () => {
    const { es } = missWords(marks.misses.list[0] as (typeof marks.misses.list)[0])
    expect(es).toMatch(/\(Bolsillo del hogar\)$/)
    expect(mechanismWords('farm/choice')).toEqual({ en: 'Household choice', es: 'Decisión del hogar' })
    expect(mechanismWords('constructor')).toEqual({ en: 'constructor', es: 'constructor' })
  })

  test('a miss without a reason says what is missed', () => {
    const { reason: _, mechanism: __, ...bare } = marks.misses.list[0] as (typeof marks.misses.list)[0]
    expect(missWords(bare).en).toMatch(
      /^Not reproduced \(2015–2017\): The made-up area falls\. Met by 12\s% of the simulations\.$/,
    )
  })
})
