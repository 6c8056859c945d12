// Instruments from shipped packages in all sets, and what a study of them says, against planted effects.
import { describe, expect, test } from 'vitest'
import { FIVE, factorial, firsts, instrumentsOf, instrumentWord } from '../../../src/lab/interactions/instruments.ts'
import { interactionsOf, signOf } from '../../../src/lab/interactions/interactions.ts'
import { firstDifference } from '../../../src/lab/policy.ts'
import { readScenarios, resolve } from '../../../src/lab/scenario/library.ts'
import type { Resolved, ResolvedLever } from '../../../src/lab/scenario/types.ts'
import type { Study } from '../../../src/lab/study/table.ts'
import { textsIn, vocabulary } from '../shipped.ts'

const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
const shipped = (name: string) => resolve(name, scenarios, vocabulary)
const base = shipped('baseline')
const take = (...words: string[]) =>
  instrumentsOf(
    base,
    words.map((text) => {
      const word = instrumentWord(text)
      return { word, resolved: shipped(word.scenario) }
    }),
    vocabulary.levers,
  )
const { instruments, problems } = take(...FIVE)
const month = (year: number) => (year - 2000) * 12

describe('instruments', () => {
  test('the five of the shipped packages share no lever and begin with the year of policy', () => {
    expect(problems).toEqual([])
    expect(instruments.map(({ levers }) => Object.keys(levers).sort().join())).toEqual([
      'alternative_development,crop_market,land_titles',
      'forced_eradication,outside_eradication',
      'school_transfers',
      'health_and_schools,integrity,power,roads',
      'bases_and_patrols',
    ])
    expect(instruments.every(({ start }) => start >= month(2025) && start <= month(2026))).toBe(true)
  })

  test('two that set the same lever, an unknown lever, and one that does nothing are told', () => {
    const told = (...words: string[]) =>
      take(...words).problems.map(({ file, what, todo }) => `${file}: ${what}: ${todo}`)
    expect(told('balanced:services', 'roads-power-health')).toEqual([
      expect.stringMatching(/^roads-power-health: it sets roads, and so does balanced:services/),
      expect.stringMatching(/it sets power/),
      expect.stringMatching(/it sets health_and_schools/),
      expect.stringMatching(/it sets integrity/),
    ])
    expect(told('balanced:dialog', 'copy-of-baseline')).toEqual([
      expect.stringMatching(/there is no lever "dialog".*write "dialogue"/),
      expect.stringMatching(/it changes no lever/),
    ])
    expect(told('school-transfers:roads')[0]).toMatch(/leaves roads as baseline has it/)
    expect(Object.keys(take('balanced:security').instruments[0]?.levers ?? {}).sort()).toEqual(
      // no crews are ordered in 2024 either
      ['air_interdiction', 'bases_and_patrols', 'ground_interdiction'],
    )
  })

  test('sets hold what their instruments set, and nothing else', () => {
    const sets = factorial(base, instruments)
    expect(sets).toHaveLength(32)
    expect(sets[0]?.levers).toEqual(base.levers)
    expect(new Set(sets.map(({ card }) => card.hash)).size).toBe(32)
    expect(sets[4]?.levers).toEqual(shipped('school-transfers').levers)
    for (const [set, { levers }] of sets.entries())
      for (const [j, instrument] of instruments.entries())
        for (const [lever, values] of Object.entries(instrument.levers))
          expect(levers[lever]).toEqual(set & (1 << j) ? values : base.levers[lever])
  })

  test('who comes later does the same, later', () => {
    const [, second] = firsts(base, take('school-transfers', 'community-control:community_control').instruments, 36)
    const late = second?.levers.school_transfers
    const early = shipped('school-transfers').levers.school_transfers
    const today = base.levers.school_transfers
    for (const field of ['coverage', 'pen_per_child']) {
      expect(late?.fields[field]?.[month(2028)]).toBe(today?.fields[field]?.[month(2028)])
      expect(late?.fields[field]?.[month(2029)]).toBe(early?.fields[field]?.[month(2026)])
    }
    const [control] = firsts(base, take('school-transfers', 'community-control:community_control').instruments, 12)
    const { fields, mask, masks } = (control as Resolved).levers.community_control as ResolvedLever
    expect([2026, 2027, 2028, 2029].map((year) => fields.coverage?.[month(year)])).toEqual([0, 0.2, 0.4, 0.6])
    expect(masks[mask[month(2027)] as number]).toEqual(
      shipped('community-control').levers.community_control?.masks[
        shipped('community-control').levers.community_control?.mask[month(2026)] as number
      ],
    )
    expect(firstDifference(base, control as typeof base)).toBeGreaterThanOrEqual(month(2025))
  })
})

describe('what a study says', () => {
  const FUTURES = 40
  const own = [5, -3, 0, 2, 1]
  const noise = (f: number) => Math.sin(f * 12.9898) * 2
  const sets = [...factorial(base, instruments), ...firsts(base, instruments, 36)]
  const value = (k: number, f: number): number => {
    if (k >= 32) return [9, 9, 4, 9, 9][k - 32] as number
    const on = own.filter((_, j) => k & (1 << j))
    // the first two help each other by 4, in every future
    const pair = (k & 3) === 3 ? 4 : 0
    return 100 + noise(f) + on.reduce((sum, one) => sum + one * (1 + 0.1 * noise(f)), 0) + pair
  }
  const study: Study = {
    futures: FUTURES,
    policies: sets.map(({ card }) => ({ name: card.name, title: card.title, hash: card.hash })),
    uncertainties: [],
    failed: Uint8Array.from({ length: FUTURES }, (_, f) => (f === 7 ? 1 : 0)),
    outcomes: [
      {
        ...{
          name: 'deaths',
          en: 'Deaths',
          es: 'Muertes',
          unit: '1/yr',
          how: 'mean',
          from: 2025,
          to: 2035,
          better: 'less',
        },
        values: Float64Array.from({ length: sets.length * FUTURES }, (_, k) =>
          k % FUTURES === 7 ? Number.NaN : value(Math.floor(k / FUTURES), k % FUTURES),
        ),
      },
    ],
  }
  const said = interactionsOf(study, instruments, 36)
  const deaths = said.outcomes[0]

  test('planted effects come out, shares add up, and a failed future is left out', () => {
    expect(said).toMatchObject({ futures: FUTURES - 1, failed: 1 })
    const found = deaths?.instruments ?? []
    const kept = Array.from({ length: FUTURES }, (_, f) => f).filter((f) => f !== 7)
    const factor = 1 + 0.1 * (kept.reduce((sum, f) => sum + noise(f), 0) / kept.length)
    own.forEach((one, k) => {
      expect(found[k]?.adds.mean).toBeCloseTo(one * factor + (k < 2 ? 2 : 0), 8)
    })
    expect(found.reduce((sum, { adds }) => sum + adds.mean, 0)).toBeCloseTo(deaths?.total.mean as number, 8)
    expect(found.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 8)
    expect(signOf(found[2]?.adds as never)).toBe('none')
  })

  test('only the planted pair adds anything beyond its parts', () => {
    for (const { a, b, together } of deaths?.pairs ?? [])
      expect(together.mean).toBeCloseTo(a === instruments[0]?.name && b === instruments[1]?.name ? 4 : 0, 8)
  })

  test('which first: told where one order differs, and open where none does', () => {
    const of = (a: number, b: number) =>
      deaths?.orders.find(({ first, other }) => first === instruments[a]?.name && other === instruments[b]?.name)
        ?.difference
    expect(signOf(of(0, 2) as never)).toBe('above')
    expect(signOf(of(0, 1) as never)).toBe('none')
    expect(() => interactionsOf(study, instruments.slice(1), 36)).toThrow(RangeError)
  })
})
