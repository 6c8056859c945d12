import { loadPackage } from '../../src/evidence/package.ts'
import { type Synthesis, synthesise, valleyOf } from '../../src/valley/index.ts'
import { shippedFiles } from '../evidence/files.ts'

export const pack = loadPackage(shippedFiles())
export const valley = valleyOf(pack)
export const central = { share_never_coca: 0.27, share_undeterrable_coca: 0.4 }
export const full = synthesise(valley, central)

type Value = (population: Synthesis, k: number) => number
const column =
  (...names: (keyof Synthesis['columns'])[]): Value =>
  ({ columns }, k) =>
    names.reduce((sum, name) => sum + (columns[name][k] as number), 0)
/** What a sample keeps by district. */
export const kept: Record<string, Value> = {
  households: column('here'),
  farms: ({ columns }, k) => (columns.farm[k] as number) * (columns.here[k] as number),
  growers: ({ holder }, k) => holder[k] as number,
  vacant: ({ columns }, k) => 1 - (columns.here[k] as number),
  persons: column('adults', 'children'),
  adults: column('adults'),
  children: column('children'),
  land: column('land'),
  coca: column('cocaYoung', 'cocaBearing'),
  cacao: column('cacaoYoung', 'cacaoBearing'),
  coffee: column('coffeeYoung', 'coffeeBearing'),
  food: column('food'),
}

export function byDistrict(population: Synthesis, value: Value): Float64Array {
  const sums = new Float64Array(valley.districts.length)
  population.district.forEach((d, k) => {
    sums[d] = (sums[d] as number) + (population.columns.weight[k] as number) * value(population, k)
  })
  return sums
}
export const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

/** Whether two columns hold the same bits; `toEqual` takes minutes on arrays of this size. */
export const sameBits = (
  a: Float32Array | Uint8Array | Uint16Array,
  b: Float32Array | Uint8Array | Uint16Array,
): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength))
