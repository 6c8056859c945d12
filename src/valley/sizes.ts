import type { DataPackage } from '../evidence/package.ts'
import { clamp, exp } from '../language/std.ts'
import type { Site } from './district.ts'

/** Size classes of holdings in the agricultural census of 2012. Larger units are mostly communal or forest and left out. */
export const SIZE_CLASSES = [
  { name: '0-5 ha', series: 'farm_units_0_5_ha', low: 0.2, high: 5, mean: 1.8 },
  { name: '5-10 ha', series: 'farm_units_5_10_ha', low: 5, high: 10, mean: 6.8 },
  { name: '10-20 ha', series: 'farm_units_10_20_ha', low: 10, high: 20, mean: 13 },
  { name: '20-50 ha', series: 'farm_units_20_50_ha', low: 20, high: 50, mean: 26 },
] as const

/** Shares of farms by size class, by department. */
export function sizeSharesOf(pack: DataPackage): Record<string, number[]> {
  const shares: Record<string, number[]> = {}
  SIZE_CLASSES.forEach(({ series }, k) => {
    for (const point of pack.observations) {
      if (point.series !== series || point.value === undefined) continue
      const name = departmentKey(point.place)
      shares[name] ??= SIZE_CLASSES.map(() => 0)
      ;(shares[name] as number[])[k] = point.value
    }
  })
  for (const row of Object.values(shares)) {
    const all = row.reduce((sum, units) => sum + units, 0)
    row.forEach((units, k) => {
      row[k] = units / all
    })
  }
  return shares
}

/** Departments without accents, so that `Junín` and `Junin` meet. */
export const departmentKey = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

/**
 * Farms by district and size class (whole numbers). The classes of a department's districts add up to the shares of the
 * department; among its districts those with more farm land per farm have more of the larger ones. Iterative proportional
 * fitting from weights exp(mean size · land per farm).
 */
export function farmsBySize(
  sites: readonly Site[],
  farms: readonly number[],
  landPerFarm: readonly number[],
  shares: Readonly<Record<string, readonly number[]>>,
): number[][] {
  const table: number[][] = sites.map(() => SIZE_CLASSES.map(() => 0))
  for (const department of new Set(sites.map((site) => site.department))) {
    const members = sites.filter((site) => site.department === department)
    const target = shares[departmentKey(department)]
    if (target === undefined) throw new Error(`no farm sizes for the department ${department}`)
    const all = members.reduce((sum, site) => sum + (farms[site.index] as number), 0)
    const typical =
      members.reduce((sum, site) => sum + (landPerFarm[site.index] as number) * (farms[site.index] as number), 0) / all
    const cell = members.map((site) =>
      SIZE_CLASSES.map(({ mean }, k) => {
        const lean = clamp((landPerFarm[site.index] as number) / typical - 1, -1, 1.5)
        return (target[k] as number) * (farms[site.index] as number) * exp(0.12 * lean * (Math.min(mean, 14) - 2))
      }),
    )
    for (let round = 0; round < 60; round++) {
      SIZE_CLASSES.forEach((_, k) => {
        const sum = cell.reduce((total, row) => total + (row[k] as number), 0)
        const factor = ((target[k] as number) * all) / sum
        for (const row of cell) row[k] = (row[k] as number) * factor
      })
      members.forEach((site, m) => {
        const row = cell[m] as number[]
        const factor = (farms[site.index] as number) / row.reduce((sum, value) => sum + value, 0)
        row.forEach((value, k) => {
          row[k] = value * factor
        })
      })
    }
    wholeNumbers(cell).forEach((row, m) => {
      table[(members[m] as Site).index] = row
    })
  }
  return table
}

/** Rounds so that rows keep their (whole) sums and columns nearly theirs: what a class is still owed is carried down the rows. */
function wholeNumbers(cell: readonly (readonly number[])[]): number[][] {
  const owed = SIZE_CLASSES.map(() => 0)
  return cell.map((row) => {
    const sum = Math.round(row.reduce((total, value) => total + value, 0))
    const wanted = row.map((value, k) => value + (owed[k] as number))
    const whole = wanted.map((value) => Math.max(0, Math.floor(value)))
    let left = sum - whole.reduce((total, value) => total + value, 0)
    const order = wanted
      .map((value, k) => [value - Math.floor(value), k] as const)
      .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    for (let turn = 0; left > 0; turn++, left--) {
      const k = (order[turn % order.length] as readonly [number, number])[1]
      whole[k] = (whole[k] as number) + 1
    }
    for (; left < 0; left++) {
      const k = whole.indexOf(Math.max(...whole))
      whole[k] = (whole[k] as number) - 1
    }
    wanted.forEach((value, k) => {
      owed[k] = value - (whole[k] as number)
    })
    return whole
  })
}
