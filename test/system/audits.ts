// What must hold in every month of any run. An audit is told of each month and names what is wrong, or nothing.
import type { World } from '../../src/engine/index.ts'
import type { District, SystemMoment } from '../../src/system/mechanism.ts'
import { outOfBounds } from './bounds.ts'
import { type Entry, entries, stocksOf, worst } from './ledger.ts'
import { publicCost, valleySum } from './trial.ts'

/** Begins a run; the function it gives is called after each month. */
type Audit = (world: World<SystemMoment>) => (moment: SystemMoment) => string | undefined

/** Names the entry that misses its tolerance most. */
function told(all: readonly Entry[]): string | undefined {
  const most = worst(all)
  return most && !(Math.abs(most.error) <= most.tolerance) ? `${most.what} is off by ${most.error}` : undefined
}
const entry = (what: string, error: number, scale: number): Entry => ({ what, error, tolerance: 1e-6 * (1 + scale) })

const leafAndProduct: Audit = () => {
  let leaf = 0
  let product = 0
  return (moment) => {
    const v = moment.valley
    const harvested = valleySum(moment, (d) => d.sum.leafT)
    const flow = moment.mode.reduce((sum, m) => sum + m.flow, 0)
    const stored = v.leafStock - leaf
    const all = [
      entry('leaf counted', harvested - v.leafOutput, harvested),
      entry('leaf', v.leafOutput - v.leafLegal - v.leafProcessed - v.leafLost - stored, v.leafOutput + leaf),
      entry('product made', v.product * v.leafPerKg - v.leafProcessed, v.leafProcessed),
      entry('product', v.product + product - v.shipped - v.productStock, v.product + product),
      entry('shipments', v.shipped - v.exported - v.seized, v.shipped),
      entry('flow by mode', flow - v.shipped, v.shipped),
    ]
    leaf = v.leafStock
    product = v.productStock
    return told(all)
  }
}

/** Households, people, coca, legal crops, land, cleared plots and savings, by district. */
const stocks: Audit = (world) => {
  let before: ReturnType<typeof stocksOf> | undefined
  return (moment) => {
    const after = stocksOf(world)
    // in January families that moved are already where they went
    const wrong = before && told(entries(before, after, moment, moment.monthOfYear === 0))
    before = after
    return wrong
  }
}

const CROPS = ['cocaYoung', 'cocaBearing', 'cacaoYoung', 'cacaoBearing', 'coffeeYoung', 'coffeeBearing', 'food']
const cropsFitOnLand: Audit = (world) => (moment) => {
  if (moment.month % 6 !== 5) return
  const { household: h, id, placement } = world
  for (let k = 0; k < placement.slots; k++) {
    const land = h.land?.[k] as number
    const used = CROPS.reduce((sum, crop) => sum + (h[crop]?.[k] as number), 0)
    if (!(used <= land * (1 + 1e-5) + 1e-5)) return `household ${id[k]} grows ${used} ha on ${land} ha`
  }
  return
}

const bounds: Audit = (world) => (moment) => (moment.month % 3 === 2 ? outOfBounds(world) : undefined)

/** Sales = inputs + hired hands + net income of farms. */
const farmMoney: Audit = () => {
  let paid: readonly number[] | undefined
  return (moment) => {
    const all = moment.district.map((d) => {
      const s = d.sum
      const leaf = s.leafT * (paid?.[d.index] ?? 0)
      const legal = s.cacaoT * d.cacaoPrice + s.coffeeT * d.coffeePrice + s.foodT * d.foodPrice
      const sales = 1000 * (leaf + legal) + s.landHa * moment.p.animal_income
      const error = sales - s.inputsPen - s.hiredPen - s.cocaIncomePen - s.legalIncomePen
      return { what: `farm money of district ${d.index}`, error, tolerance: 3e-6 * (sales + s.inputsPen) + 0.1 }
    })
    const wrong = paid && told(all)
    // growers are paid last month's price: this month's is made after the harvest
    paid = moment.district.map((d) => d.leafPrice)
    return wrong
  }
}

/** What farms pay goes to pickers from outside or, within a month or two, to families of the valley. */
const wages: Audit = () => {
  let due = 0
  let pay: readonly number[] | undefined
  return (moment) => {
    const v = moment.valley
    const paid = valleySum(moment, (d) => d.sum.hiredPen)
    const received = valleySum(moment, (d) => d.sum.farmWagePen)
    const now = v.wagesDue + v.wagesDueHigh
    const all = [
      ...(pay ?? []).map((perDay, k) => {
        const { sum } = moment.district[k] as District
        const earned = sum.spareDaysAll * perDay
        return { what: `wages of district ${k}`, error: sum.farmWagePen - earned, tolerance: 1e-5 * earned + 0.1 }
      }),
      entry('wages paid', paid - v.wagesAway - v.wagesLocal, paid),
      entry('wages due', due + v.wagesLocal - received - now, due + paid),
    ]
    due = now
    // days of this month are paid at what last month's farms could pay
    pay = moment.district.map((d) => d.farmPay)
    return told(all)
  }
}

const publicMoney: Audit = () => (moment) => {
  const given = valleySum(moment, (d) => d.sum.grantPen + d.sum.transferIncomePen)
  return publicCost(moment.valley) >= given * (1 - 1e-9)
    ? undefined
    : `the budget has less than the ${given} that families got`
}

const forestAndZones: Audit = () => {
  let forest: readonly number[] | undefined
  let zones: readonly number[] | undefined
  return (moment) => {
    const all = [
      ...(forest ?? []).map((was, d) => {
        const { forestHa, forestLossHa } = moment.district[d] as District
        return entry(`forest of district ${d}`, was - forestLossHa - forestHa, was)
      }),
      ...(zones ?? []).map((was, z) =>
        entry(
          `coca that zone ${z} loses beyond what it has`,
          Math.max((moment.zone[z]?.eradicatedHa ?? 0) - was, 0),
          was,
        ),
      ),
    ]
    forest = moment.district.map((d) => d.forestHa)
    zones = moment.zone.map((z) => z.areaHa)
    return told(all)
  }
}

export const audits = {
  leafAndProduct,
  stocks,
  cropsFitOnLand,
  bounds,
  farmMoney,
  wages,
  publicMoney,
  forestAndZones,
} as const satisfies Readonly<Record<string, Audit>>

/** Begins all audits; the list fills with the first thing that each finds wrong. */
export function audit(world: World<SystemMoment>): { month(moment: SystemMoment): void; readonly wrong: string[] } {
  const open = new Map(Object.entries(audits).map(([name, begin]) => [name, begin(world)]))
  const wrong: string[] = []
  return {
    wrong,
    month(moment) {
      for (const [name, check] of open) {
        const what = check(moment)
        if (what === undefined) continue
        wrong.push(`${name}, month ${moment.month}: ${what}`)
        open.delete(name)
      }
    },
  }
}
