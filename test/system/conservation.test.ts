// Nothing comes from nowhere: leaf, product, people, land, crops and money, over random scenarios, draws and seeds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SystemMoment } from '../../src/system/mechanism.ts'
import { anyChoices, anyDraw, anyPolicy, anySeed } from './any.ts'
import { outOfBounds } from './bounds.ts'
import { type Entry, entries, stocksOf, worst } from './ledger.ts'
import { people, run, type Trial, valleySum, worldOf } from './trial.ts'

const SAMPLE = 200
const world = worldOf(people(SAMPLE))
const months = 120
const trials: fc.Arbitrary<Trial> = fc.record({
  months: fc.integer({ min: 60, max: months }),
  p: anyDraw,
  choices: anyChoices,
  policy: anyPolicy(months),
  seed: anySeed,
})

/** Runs random trials and asks about every month. `check` names what is wrong, or nothing. */
function everyMonth(
  runs: number,
  check: (moment: SystemMoment) => string | undefined,
  begin: () => void = () => {},
): void {
  fc.assert(
    fc.property(trials, (trial) => {
      let found: string | undefined
      begin()
      run(world, {
        ...trial,
        onMonth: (moment) => {
          found ??= withMonth(check(moment), moment)
        },
      })
      expect(found).toBeUndefined()
    }),
    { numRuns: runs, seed: 2000 },
  )
}
const withMonth = (what: string | undefined, { month }: SystemMoment) => what && `month ${month}: ${what}`

/** Names the worst of the entries that miss their tolerance. */
function told(all: readonly Entry[]): string | undefined {
  const most = worst(all)
  return most && !(Math.abs(most.error) <= most.tolerance) ? `${most.what} is off by ${most.error}` : undefined
}
const entry = (what: string, error: number, scale: number): Entry => ({ what, error, tolerance: 1e-6 * (1 + scale) })

describe('over random scenarios, draws and seeds', { timeout: 120_000 }, () => {
  test('leaf and product: what is made goes somewhere', () => {
    let leaf = 0
    let product = 0
    const check = (moment: SystemMoment) => {
      const v = moment.valley
      const flow = moment.mode.reduce((sum, m) => sum + m.flow, 0)
      const harvested = valleySum(moment, (d) => d.sum.leafT)
      const all = [
        entry('leaf harvested and counted', harvested - v.leafOutput, harvested),
        entry(
          'leaf',
          v.leafOutput - v.leafLegal - v.leafProcessed - v.leafLost - (v.leafStock - leaf),
          v.leafOutput + leaf,
        ),
        entry('product made', v.product * v.leafPerKg - v.leafProcessed, v.leafProcessed),
        entry('product', v.product + product - v.shipped - v.productStock, v.product + product),
        entry('shipments', v.shipped - v.exported - v.seized, v.shipped),
        entry('flow by mode', flow - v.shipped, v.shipped),
      ]
      leaf = v.leafStock
      product = v.productStock
      return told(all)
    }
    everyMonth(12, check, () => {
      leaf = 0
      product = 0
    })
  })

  test('households, people, coca, legal crops, land, cleared plots and savings: stock = stock before + in − out', () => {
    let before: ReturnType<typeof stocksOf> | undefined
    const check = (moment: SystemMoment) => {
      const after = stocksOf(world)
      const missing = before && told(entries(before, after, moment))
      before = after
      return missing
    }
    everyMonth(12, check, () => {
      before = undefined
    })
  })

  test('crops fit on the land of their household', () => {
    const crops = ['cocaYoung', 'cocaBearing', 'cacaoYoung', 'cacaoBearing', 'coffeeYoung', 'coffeeBearing', 'food']
    everyMonth(8, (moment) => {
      if (moment.month % 6 !== 5) return
      const { household: h } = world
      for (let k = 0; k < world.placement.slots; k++) {
        const land = h.land?.[k] as number
        const used = crops.reduce((sum, crop) => sum + (h[crop]?.[k] as number), 0)
        if (used > land * (1 + 1e-5) + 1e-5) return `household ${world.id[k]} grows ${used} ha on ${land} ha`
      }
      return
    })
  })

  test('no stock is negative, no share leaves 0 to 1', () => {
    everyMonth(8, (moment) => (moment.month % 3 === 2 ? outOfBounds(world) : undefined))
  })

  test('farm money: sales = inputs + hired hands + net income', () => {
    let paid: number[] | undefined
    const check = (moment: SystemMoment) => {
      const { p } = moment
      const all = moment.district.map((d) => {
        const s = d.sum
        const leaf = s.leafT * (paid?.[d.index] ?? 0)
        const legal = s.cacaoT * d.cacaoPrice + s.coffeeT * d.coffeePrice + s.foodT * d.foodPrice
        const sales = 1000 * (leaf + legal) + s.farms * p.animal_income
        const used = s.inputsPen + s.hiredPen + s.cocaIncomePen + s.legalIncomePen
        return {
          what: `money of district ${d.index}`,
          error: sales - used,
          tolerance: 3e-6 * (sales + s.inputsPen) + 0.1,
        }
      })
      const missing = paid && told(all)
      // growers were paid last month's price; this month's is made after the harvest
      paid = moment.district.map((d) => d.leafPrice)
      return missing
    }
    everyMonth(8, check, () => {
      paid = undefined
    })
  })

  test('wages: what farms pay goes to pickers from outside or to families of the valley', () => {
    let due = 0
    const check = (moment: SystemMoment) => {
      const v = moment.valley
      const paid = valleySum(moment, (d) => d.sum.hiredPen)
      const received = valleySum(moment, (d) => d.sum.farmWagePen)
      const now = v.wagesDue + v.wagesDueHigh
      const all = [
        entry('wages paid', paid - v.wagesAway - v.wagesLocal, paid),
        entry('wages due', due + v.wagesLocal - received - now, due + paid),
      ]
      due = now
      return told(all)
    }
    everyMonth(8, check, () => {
      due = 0
    })
  })

  test('forest, other zones and the armed group: stock = stock before + in − out', () => {
    let forest: number[] | undefined
    let outside: number[] | undefined
    const check = (moment: SystemMoment) => {
      const all = [
        ...(forest ?? []).map((was, d) => {
          const { forestHa, forestLossHa } = moment.district[d] as SystemMoment['district'][number]
          return entry(`forest of district ${d}`, was - forestLossHa - forestHa, was)
        }),
        entry(
          'coca removed elsewhere',
          moment.zone.reduce((sum, z) => sum + z.eradicatedHa, 0) - moment.valley.uprootedElsewhere,
          moment.valley.uprootedElsewhere,
        ),
        ...(outside ?? []).map((was, z) => {
          const taken = moment.zone[z]?.eradicatedHa as number
          return { what: `zone ${z} loses more than it has`, error: Math.max(taken - was, 0), tolerance: 1e-9 }
        }),
      ]
      forest = moment.district.map((d) => d.forestHa)
      outside = moment.zone.map((z) => z.areaHa)
      return told(all)
    }
    everyMonth(6, check, () => {
      forest = undefined
      outside = undefined
    })
  })
})
