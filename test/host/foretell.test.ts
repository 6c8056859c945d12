import { expect, test, vi } from 'vitest'
import { foretell } from '#dist/src/host/foretell.js'
import { openLaboratory } from '#dist/src/host/laboratory.js'
import { priorDraws } from '#dist/src/lab/draws.js'
import { cocaDistricts } from '#dist/src/lab/hindcast/rows.js'
import { setOf } from '#dist/src/lab/hindcast/sets.js'
import { model } from '#dist/src/system/model.js'

vi.setConfig({ testTimeout: 240_000 })

/** What the valley was like at the start, and the usual course of rain and yields, are told from all years. */
const USUAL = /rain|coffee_yield/

test('no figure, driver or announcement after the origin moves a forecast', async () => {
  const lab = await openLaboratory()
  const set = setOf('rolling', cocaDistricts(lab.frame))
  const origin = set.origins.at(-1) as (typeof set.origins)[number]
  expect(origin.origin).toBe(2017)
  const observations = lab.pack.observations.map((point) =>
    point.year > 2017 && point.value !== undefined && !USUAL.test(point.series)
      ? { ...point, value: 2 * point.value + 1 }
      : point,
  )
  const pack = { ...lab.pack, observations }
  const moved = model.factsOf(pack)
  const facts = {
    ...moved,
    valley: lab.facts.valley,
    announcements: [...moved.announcements, { month: 18 * 12 + 3, kind: 'raised' as const, weight: 5 }],
  }
  expect(facts.cacaoPrice).not.toEqual(lab.facts.cacaoPrice)
  const { signal } = new AbortController()
  const wish = { set, origin, draws: priorDraws(3, 2), sample: 200, workers: 0, signal }
  const made = await foretell({ ...wish, lab })
  const other = await foretell({ ...wish, lab: { ...lab, pack, facts } })
  expect(other.forecasts).toEqual(made.forecasts)
  // while the told run sees them
  expect(other.told).not.toEqual(made.told)
  expect(made.information).toEqual({ until: 2017 })
  expect(Object.keys(made.arms)).toContain('frontier')
  const of = (series: string, place: string) =>
    made.forecasts.filter((one) => one.series === series && one.place === place).map(({ year }) => year)
  expect(of('coca_area_devida', 'VRAEM')).toEqual([2018])
  expect(of('gtd_strict_subset_deaths', 'VRAEM and rim')).toEqual([2018])
  const districts = made.forecasts.filter(({ series }) => series === 'coca_area_district')
  expect(districts.map(({ place }) => place)).toEqual(cocaDistricts(lab.frame))
  expect(made.forecasts.every(({ values }) => values.length === 2 && values.every(Number.isFinite))).toBe(true)
})
