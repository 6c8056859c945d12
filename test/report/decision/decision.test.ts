import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type DecideOptions, decide } from '../../../src/lab/decide/decide.ts'
import { type DiscoverOptions, discover } from '../../../src/lab/discover/discover.ts'
import type { Uncertainty } from '../../../src/lab/study/table.ts'
import { boxTable, discoverySentences, limitWords } from '../../../src/report/decision/boxes.ts'
import { gainsSentences, type Sides } from '../../../src/report/decision/gains.ts'
import { decisionSentences } from '../../../src/report/decision/sentences.ts'
import { decisionTables } from '../../../src/report/decision/tables.ts'
import { decisionWords } from '../../../src/report/decision/words.ts'
import { chanceOf, toyStudy } from '../../lab/decide/toy-study.ts'

const { normal, uniform } = chanceOf(7)
/** Deaths and poverty under four packages; `shift` moves the last. */
const studyWith = (shift: number) =>
  toyStudy(4, 200, [
    { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => 60 - (k === 3 ? shift : 0) + 5 * normal(f, k) },
    { name: 'poverty_rate', unit: '1', better: 'less', value: (k, f) => 0.3 + 0.05 * k + 0.02 * normal(f, 10 + k) },
  ])
const said = (shift: number, options: DecideOptions = {}) => decisionSentences(decide(studyWith(shift), options))
const text = (shift: number, options?: DecideOptions, language: 'es' | 'en' = 'en') =>
  said(shift, options)
    .map((words) => words[language])
    .join('\n')

describe('sentences of a decision follow the numbers', () => {
  test('a package that leads is named; other numbers, other words', () => {
    expect(text(30)).toMatch(/Violent deaths: “Package 3” (stays closest|is the best)/)
    expect(text(30)).toMatch(/Poverty: “Package 0” is the best package/)
    expect(text(0)).toMatch(/Violent deaths: which packages lead is not separable/)
    expect(text(0, {}, 'es')).toMatch(/Muertes violentas: no se puede separar/)
  })

  test('thresholds: who keeps them most often; nobody; the reference', () => {
    const at = (at_most: number): DecideOptions => ({
      wishes: {
        thresholds: [
          { outcome: 'deaths', at_most },
          { outcome: 'poverty_rate', at_most: 0.48 },
        ],
      },
    })
    expect(text(30, at(45))).toMatch(/“Package 3” keeps all thresholds in \d+\u202F% of the futures/)
    expect(text(30, at(1))).toMatch(/No package keeps all thresholds in any future/)
    expect(text(30, at(1), 'es')).toMatch(/Ningún paquete alcanza muertes violentas ≤ 1/)
    expect(text(0, at(200))).toMatch(/No package keeps the thresholds more often than the reference/)
  })

  test('one score only where weights were given, with what it hangs on', () => {
    expect(text(30)).toContain('not added into one score')
    const weighted = text(30, { wishes: { thresholds: [], weights: { deaths: 1, poverty_rate: 1 } } })
    expect(weighted).toMatch(/With the weights that you gave .*comes first/)
    expect(weighted).not.toContain('not added into one score')
    expect(weighted).toMatch(/With weights near those/)
  })

  test('what was left out is said', () => {
    const study = studyWith(30)
    study.failed[0] = 1
    study.failed[9] = 1
    const words = decisionSentences(decide(study)).map(({ es }) => es)
    expect(words.join('\n')).toContain('En 2 de 200 futuros el modelo falló')
    study.failed.fill(1)
    expect(decisionSentences(decide(study)).at(-1)?.en).toContain('No future is left')
  })

  test('tables have a head and as many cells in every row, in both languages', () => {
    const wishes = { thresholds: [{ outcome: 'deaths', at_most: 50 }], weights: { deaths: 2, poverty_rate: 1 } }
    const tables = decisionTables(decide(studyWith(30), { wishes }))
    expect(tables).toHaveLength(5)
    for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length)
  })
})

describe('boxes in plain words', () => {
  const cacao: Uncertainty = {
    kind: 'number',
    name: 'cacao_price',
    en: 'Cacao price',
    es: 'Precio del cacao',
    unit: 'PEN/kg',
    values: Float64Array.from({ length: 400 }, (_, f) => 5 + 20 * uniform(f)),
  }
  const climate: Uncertainty = {
    kind: 'choice',
    name: 'world_climate',
    en: 'Climate',
    es: 'Clima',
    options: [
      { name: 'usual', en: 'usual', es: 'usual' },
      { name: 'dry', en: 'dry', es: 'seco' },
    ],
    values: Int32Array.from({ length: 400 }, (_, f) => f % 2),
  }
  const found = (limit: number, failing: DiscoverOptions['failing']) => {
    const bad = (f: number) => (cacao.values[f] as number) < limit && f % 2 === 1
    const value = (k: number, f: number) => (k === 1 && bad(f) ? 0.5 : 0.2)
    const study = toyStudy(2, 400, [{ name: 'poverty_rate', unit: '1', better: 'less', value }], [cacao, climate])
    return { study, discovery: discover(study, { policy: 'p1', failing, reruns: 10 }) }
  }
  const words = (limit: number, failing: DiscoverOptions['failing'], language: 'es' | 'en') => {
    const { study, discovery } = found(limit, failing)
    return discoverySentences(discovery, study).map((sentence) => sentence[language])
  }

  test('name the conditions with their values, and change with them', () => {
    const rule = { kind: 'thresholds', thresholds: [{ outcome: 'poverty_rate', at_most: 0.3 }] } as const
    const es = words(14, rule, 'es').join('\n')
    expect(es).toMatch(
      /Falla sobre todo cuando (precio del cacao queda por debajo de (13|14)[,\d]*\u00A0PEN\/kg|clima es «seco»)/,
    )
    expect(es).toContain('clima es «seco»')
    expect(es).toContain('Falla quiere decir: pobreza pasa de 30')
    const en = words(20, { kind: 'worse', outcome: 'poverty_rate' }, 'en').join('\n')
    expect(en).toMatch(/cacao price is below (19|20)/)
    expect(en).toContain('poverty worse than under the reference')
    expect(boxTable(found(14, rule).discovery)?.rows).toHaveLength(2)
  })

  test('unknowns of the model, options and units in the language of the reader', () => {
    const growth = { dimension: 'demand_growth_history', en: 'raw', es: 'raw', unit: '1/yr', low: 0.06 }
    expect(limitWords(growth).es).toMatch(/aumento de la demanda de hoja hasta 2024 .*0,0600?\u00A0al año$/)
    const options = [{ name: 'net-back', en: 'net-back', es: 'net-back' }]
    const price = { dimension: 'switch_leaf_price', en: 'raw', es: 'raw', options, of: 2 }
    expect(limitWords(price).es).toBe('lo que fija el precio de la hoja es «el precio en la frontera»')
  })

  test('say when there is nothing to tell', () => {
    expect(words(0, { kind: 'worse', outcome: 'poverty_rate' }, 'en').join(' ')).toContain(
      'fails in none of the futures',
    )
    expect(words(9, { kind: 'worse', outcome: 'nothing' }, 'en')).toEqual([expect.stringContaining('no such outcome')])
  })
})

describe('who gains and who loses', () => {
  const row = (group: string, above: number, suppressed = false) => ({
    policy: 'p1',
    group,
    measure: 'income',
    unit: 'PEN/person/yr',
    how: 'mean' as const,
    from: 2025,
    to: 2035,
    suppressed,
    mean: 3000,
    difference: {
      mean: 100,
      p05: above > 0.5 ? 20 : -300,
      p50: above > 0.5 ? 100 : -100,
      p95: 300,
      above,
      below: 1 - above,
      level: 0.03,
    },
    better: above,
  })
  const sides: Sides = {
    districts: [{ ...row('', 0.02), outcome: 'household_income', district: '050501' }],
    groups: [row('trees', 0.97), row('coca-large', 0.04), row('poor', 0.6), row('contract', 0.99, true)],
    policies: toyStudy(2, 1, []).policies,
    futures: 200,
    names: new Map([['050501', 'Ayna']]),
  }

  test('groups stand on the side of their numbers; small ones are not told; what is not known is', () => {
    const words = gainsSentences(sides, 'p1').map(({ en }) => en)
    expect(words[0]).toContain('gaining: cacao or coffee, no coca; losing: coca, half a hectare or more.')
    expect(words[1]).toContain('0 gain and 1 lose of 1 (losing most: Ayna)')
    expect(words[2]).toContain('in alternative development')
    expect(words[3]).toMatch(/Women cannot be told apart/)
    expect(gainsSentences({ ...sides, groups: [], districts: [] }, 'p1')[0]?.es).toContain('no guarda')
  })
})

describe('messages', () => {
  const folder = join(import.meta.dirname, '../../../src/report/decision')
  const source = readdirSync(folder)
    .filter((name) => name !== 'words.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

  test('every one is used, with the same holes in both languages', () => {
    const composed = [
      'short_',
      'how_',
      'failing_',
      'fails_',
      'head_',
      'worst',
      'tenth',
      'mean',
      'regret_',
      'deviations',
      'share',
      'less',
      'more',
    ]
    for (const [key, { es, en }] of Object.entries(decisionWords)) {
      expect(holes(es), key).toEqual(holes(en))
      const found = source.includes(`'${key}'`) || composed.some((start) => key.startsWith(start))
      expect(found, key).toBe(true)
    }
  })
})
