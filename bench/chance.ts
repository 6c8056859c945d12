// What pairing saves of the noise alone: one set of parameters, many seeds. Over draws, part of a difference's spread is that a
// policy works better in some worlds than in others, and no pairing removes that.
import { deviation, mean, type Snapshot, simulate } from '../src/engine/index.ts'
import { resolveAll } from '../src/host/laboratory.ts'
import { cellsFor } from '../src/lab/cells.ts'
import { runSeed } from '../src/lab/draws.ts'
import { policyOf } from '../src/lab/policy.ts'
import { tallyOf } from '../src/lab/tally.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import { model } from '../src/system/model.ts'
import type { Ratio } from './figures.ts'
import { type Bench, HEADLINE, MONTHS, worldOf } from './valley.ts'

const POLICIES = ['cacao-first', 'eradication-30k']
/** Policies part in January 2026; figures are means of 2030 to 2035. */
const PART = 26 * 12
const YEARS: readonly [number, number] = [2030, 2035]

/** Standard error of a difference with equal seeds over that with different seeds, by policy and headline outcome. */
export function chancePairing(bench: Bench, seeds: number): Ratio[] {
  const { lab, central } = bench
  const names = ['baseline', ...POLICIES]
  const policies = resolveAll(lab, names, 'bench').map((scenario) => policyOf(scenario))
  const selection = { outcomes: HEADLINE, years: YEARS, districts: [], districtYears: [], monthly: [] }
  const cells = cellsFor(selection, model, lab.frame)
  const lines = cells.lines.filter(({ shownIn }) => shownIn.includes('default'))
  const world = worldOf(bench, 40)
  const rows = { district: lab.frame.districts.length, zone: lab.frame.zones.length, mode: world.moment.mode.length }
  const found = names.map(() => lines.map(() => new Float64Array(seeds)))
  for (let k = 0; k < seeds; k++) {
    const seed = runSeed(2, k)
    let parting: Snapshot | undefined
    policies.forEach((policy, scenario) => {
      const values = new Float64Array(cells.length)
      const tally = tallyOf(cells, model, rows, values)
      simulate<SystemMoment>(world, {
        params: central,
        lever: (month) => policy.at(month),
        world: model.makeWorld(lab.facts, central, {}, seed),
        seed,
        months: MONTHS,
        start: (moment) => model.start(moment, lab.facts),
        onMonth: (moment) => {
          tally.month(moment)
          if (scenario === 0 && moment.month === PART - 1) parting = world.snapshot()
        },
        ...(scenario > 0 && parting ? { from: parting } : {}),
      })
      lines.forEach(({ offset, times }, line) => {
        const one = found[scenario]?.[line]
        if (one) one[k] = mean(values.slice(offset, offset + times.length))
      })
    })
  }
  return POLICIES.flatMap((policy, k) =>
    lines.map(({ outcome }, line) => {
      const [a, b] = [found[0]?.[line], found[k + 1]?.[line]] as [Float64Array, Float64Array]
      const unpaired = Math.hypot(deviation(a), deviation(b))
      const value = unpaired > 0 ? deviation(b.map((one, n) => one - (a[n] as number))) / unpaired : 0
      return { name: `paired_se_ratio_chance_${policy.replaceAll('-', '_')}_${outcome}`, value }
    }),
  )
}
