// The description holds everything the code declares, once, and its formulas can be shown.
import katex from 'katex'
import { expect, describe as group, test } from 'vitest'
import { describe } from '../../../src/report/description/describe.ts'
import { texOf } from '../../../src/report/description/formula.ts'
import { HEADINGS, type Heading } from '../../../src/report/description/headings.ts'
import { oddText } from '../../../src/report/description/odd.ts'
import { laboratory, shipped } from './shipped.ts'

const description = describe(shipped)
const front = { purpose: 'Purpose.', version: '1', hashes: laboratory.hashes }
const texts = { en: oddText(shipped, description, front, 'en'), es: oddText(shipped, description, front, 'es') }
const languages = [['en'], ['es']] as const

/** First cells of the tables under the heading with this text, up to the next heading of its level or above. */
function namesUnder(text: string, heading: string): string[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'))
  const level = /^#+/.exec(lines[from] ?? '')?.[0].length ?? 0
  const rest = lines.slice(from + 1)
  const to = rest.findIndex((line) => /^#+ /.test(line) && (/^#+/.exec(line)?.[0].length ?? 9) <= level)
  return rest.slice(0, to < 0 ? rest.length : to).flatMap((line) => /^\| `([^`]+)` \|/.exec(line)?.[1] ?? [])
}
const word = (key: Heading, language: 'en' | 'es') => HEADINGS[key][language]

group.each(languages)('in %s', (language) => {
  const text = texts[language]

  test('every state column stands once in the tables of entities', () => {
    const declared = description.entities.flatMap(({ columns }) => columns.map(({ name }) => name))
    expect(declared.length).toBeGreaterThan(250)
    expect(namesUnder(text, word('entities', language))).toEqual(declared)
    const { moves: _, streams: _list, ...tables } = shipped.model.state
    const own = Object.values(tables)
    expect(declared.length).toBe(own.reduce((sum, table) => sum + Object.keys(table).length, 0))
  })

  test('every mechanism stands once in the schedule and has one section', () => {
    const ids = shipped.model.mechanisms.map(({ id }) => id)
    expect(namesUnder(text, word('schedule', language))).toEqual(ids)
    const submodels = text.slice(text.indexOf(word('submodels', language)))
    expect([...submodels.matchAll(/^#### `(.+)`$/gm)].map((match) => match[1])).toEqual(ids)
  })

  test('every stream stands once', () => {
    expect(namesUnder(text, word('stochasticity', language))).toEqual([...shipped.model.state.streams])
  })

  test('every parameter stands once in the table of parameters, and with each mechanism that reads it', () => {
    expect(namesUnder(text, word('parameters', language))).toEqual(shipped.pack.parameters.map(({ name }) => name))
    for (const { id, parameters } of description.mechanisms)
      expect(namesUnder(text, `\`${id}\``).filter((name) => parameters.includes(name))).toEqual(parameters)
  })

  test('what a mechanism says, leaves out and cites stands in its section', () => {
    const plain = text.replaceAll('\\', '')
    for (const { says, ignores, claims, subsystems } of shipped.model.mechanisms) {
      for (const sentence of [says, ignores, subsystems.join(', ')]) expect(plain).toContain(sentence)
      for (const five of claims === 'judgement' ? [] : Object.values(claims)) expect(plain).toContain(five)
    }
  })

  test('KaTeX accepts every formula', () => {
    const blocks = [...text.matchAll(/```math\n([\s\S]*?)\n```/g)].map((match) => match[1] ?? '')
    expect(blocks.length).toBeGreaterThanOrEqual(shipped.model.mechanisms.length)
    const refused = blocks.flatMap((tex) => {
      try {
        katex.renderToString(tex, { displayMode: true, strict: 'error', throwOnError: true })
        return []
      } catch (error) {
        return [`${(error as Error).message}: ${tex}`]
      }
    })
    expect(refused).toEqual([])
  })

  test('every row of a table has the cells of its head, and headings are told apart', () => {
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length
    const lines = text.split('\n')
    const ragged = lines.filter((line, k) => {
      const above = lines[k - 1] ?? ''
      return line.startsWith('|') && above.startsWith('|') && cells(line) !== cells(above)
    })
    expect(ragged).toEqual([])
    const headings = lines.filter((line) => line.startsWith('#'))
    expect(headings.filter((line, k) => headings.indexOf(line) !== k)).toEqual([])
    const strange = text.replace(/```math[\s\S]*?```/g, '').match(/.*(?:\| undefined \||NaN|\{\w+\}|\[object).*/)
    expect(strange?.[0]).toBeUndefined()
  })
})

test('English that the code has in English only is marked in Spanish, and nothing is marked in English', () => {
  expect(texts.en).not.toContain('[en]')
  for (const { says, ignores } of description.mechanisms) {
    const plain = texts.es.replaceAll('\\', '')
    expect(plain).toContain(`[en] ${says}`)
    expect(plain).toContain(`[en] ${ignores}`)
  }
})

test('headings say the same in both languages: the same holes, no language left out', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()
  for (const [key, { en, es }] of Object.entries(HEADINGS)) {
    expect([key, holes(es)]).toEqual([key, holes(en)])
    if (key !== 'marked') expect(en).not.toBe('')
    expect(es).not.toBe('')
  }
})

test('the same model gives the same text', () => {
  expect(oddText(shipped, describe(shipped), front, 'en')).toBe(texts.en)
})

test.each([
  ['λ = λ_0 · F/400', 'λ = λ_{0} \\cdot F/400'],
  ['x += sd · √(2 / τ)', 'x \\mathrel{+}= \\text{sd} \\cdot \\sqrt{2 / τ}'],
  ['P(strike) = logistic((G − g) / s)', 'P(\\text{strike}) = \\text{logistic}((G - g) / s)'],
  ['a^(1/6) · CV²', 'a^{1/6} \\cdot \\text{CV}^{2}'],
  ['ln p_out* = ln p_0', '\\ln p_{\\text{out}}^{*} = \\ln p_{0}'],
  ['dT/dt = coca money share − r t', 'dT/dt = \\text{coca money share} - r t'],
  ['½ W · return-led', '\\tfrac{1}{2}\\;W \\cdot \\text{return-led}'],
])('%s', (line, tex) => {
  expect(texOf(line)).toBe(tex)
})
