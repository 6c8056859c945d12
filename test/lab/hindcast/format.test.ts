import { describe, expect, test } from 'vitest'
import { hindcastText, readHindcast } from '../../../src/lab/hindcast/format.ts'
import { setOf } from '../../../src/lab/hindcast/sets.ts'
import { DISTRICT_NAMES, MADE, madeUpHindcast, madeUpOrigin } from './fake.ts'

const set = setOf('rolling', DISTRICT_NAMES)
const hindcast = madeUpHindcast(
  'rolling',
  set.origins.slice(0, 2).map((origin) => madeUpOrigin(origin)),
)
const text = hindcastText(hindcast)
const file = 'data/hindcasts/rolling.json'

describe('the file of a hindcast', () => {
  test('is read as it was written, with four digits', () => {
    const { hindcast: read, problems } = readHindcast(text, file, MADE)
    expect(problems).toEqual([])
    expect(read && hindcastText(read)).toBe(text)
    const [first] = read?.origins[0]?.forecasts ?? []
    expect(first).toMatchObject({ series: 'coca_area_devida', place: 'VRAEM', year: 2011 })
    const [made = Number.NaN] = hindcast.origins[0]?.forecasts[0]?.values ?? []
    expect(first?.values[0]).toBe(Number(made.toPrecision(4)))
  })
  test('of another model or other parameters is refused, with the command that makes it again', () => {
    const { hindcast: read, problems } = readHindcast(text, file, { ...MADE, model: 'f'.repeat(64) })
    expect(read).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'hindcast-old',
        file,
        field: 'model',
        what: 'the hindcast was made by another version of the model',
        todo: 'make it again with vraem hindcast rolling --quick --seed 1',
      }),
    ])
    expect(readHindcast(text, file, { ...MADE, parameters: 'f'.repeat(64) }).problems[0]?.field).toBe('parameters')
  })
  test('says what is wrong with it in one style', () => {
    expect(readHindcast('{', file, MADE).problems[0]).toMatchObject({
      code: 'hindcast',
      todo: 'make it again with vraem hindcast',
    })
    const uneven = { ...hindcast, origins: hindcast.origins.map((one) => ({ ...one, arms: { frontier: ['none'] } })) }
    expect(readHindcast(hindcastText(uneven), file, MADE).problems).toEqual([
      expect.objectContaining({ field: 'origin 2010', what: 'forecasts have 40 and 1 draws' }),
      expect.objectContaining({ field: 'origin 2012' }),
    ])
    const empty = { ...hindcast, origins: hindcast.origins.map((one) => ({ ...one, forecasts: [] })) }
    expect(readHindcast(hindcastText(empty), file, MADE).problems[0]?.what).toBe('there is no forecast')
  })
})

describe('the sets', () => {
  test('know nothing after their origins, and foretell up to the hold-out', () => {
    for (const { origin, information, years } of set.origins) {
      expect(information).toEqual({ until: origin })
      expect([years[0], years.at(-1)]).toEqual([origin + 1, 2018])
    }
    expect(setOf('holdout', []).origins[0]).toMatchObject({ origin: 2018, information: { until: 2018 } })
    expect(setOf('without-2020', []).afterLook).toBe(true)
  })
  test('hold out every fourth district of coca', () => {
    const places = Array.from({ length: 9 }, (_, k) => `05040${k}`)
    expect(setOf('space', places).origins[0]?.information.withoutDistricts).toEqual(['050401', '050405'])
  })
})
