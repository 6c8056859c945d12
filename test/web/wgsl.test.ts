// The model's own household rules as WGSL, run in a browser's software adapter and held against the oracle.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lower, oracle, wgsl } from '../../src/language/index.ts'
import { model } from '../../src/system/model.ts'
import { type House, openHouse } from './page.ts'
import { runShader, type Shader } from './shader.ts'
import { decl, districtRows, files, kernels, state } from './valley-state.ts'

/**
 * WGSL may fuse a · b + c and rounds exp and division a little otherwise, so numbers differ in their last digits; where a
 * draw falls between two values of a threshold, a household decides otherwise, and all that follows from it differs.
 */
const RELATIVE = 1e-4
const OTHERWISE = 0.005
const TOTALS = 1e-3

const FLAGS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-unsafe-swiftshader']

let house: House
beforeAll(async () => {
  house = await openHouse(FLAGS)
}, 60_000)
afterAll(() => house?.close())

/** As text: a list of numbers takes seconds on its way into a page. */
const packed = ({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): string =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64')
const unpacked = (text: string): Float32Array => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer)

/** Runs a shader on the state; numbers of columns and of sums by household, as bits. */
async function onAdapter(text: string) {
  const { columns, place, month, seed, params } = state()
  const stored = Object.keys(decl.household).filter((name) => !decl.household[name]?.flow)
  const count = place.length
  const bits = new Uint32Array(stored.length * count)
  const numbers = new Float32Array(bits.buffer)
  stored.forEach((name, k) => {
    const column = columns[name]
    if (column instanceof Int32Array) bits.set(Uint32Array.from(column), k * count)
    else if (column) numbers.set(column, k * count)
  })
  const shader: Shader = {
    text,
    district: packed(districtRows()),
    params: packed(params),
    run: packed(Uint32Array.of(month, seed, count, count)),
    households: count,
    place: packed(place),
    columns: packed(bits),
    sums: Object.keys(decl.sums).length * count,
  }
  const page = await house.page()
  const done = await page.evaluate(runShader, shader)
  await page.context().close()
  if (typeof done === 'string') throw new Error(done)
  const after = unpacked(done.columns)
  const sums = unpacked(done.sums)
  return { column: (name: string) => after.subarray(stored.indexOf(name) * count).subarray(0, count), sums, count }
}

/** The oracle on the same state, district by district. */
function byOracle(names: readonly string[], texts = files) {
  const { columns, place, month, seed, params } = state()
  const own = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice()]))
  const sums = new Float64Array(Object.keys(decl.sums).length)
  const run = oracle(texts, names, decl)
  const width = Object.keys(decl.district).length
  const rows = districtRows()
  for (let lo = 0; lo < place.length; ) {
    let hi = lo
    while (hi < place.length && place[hi] === place[lo]) hi++
    const d = place[lo] as number
    run({ columns: own, district: rows.subarray(d * width, (d + 1) * width), params, sums, lo, hi, month, seed })
    lo = hi
  }
  return { columns: own, sums }
}

const near = (a: number, b: number, scale: number) =>
  Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b), scale)

describe('WGSL in a browser', () => {
  test('there is a software adapter', async () => {
    const page = await house.page()
    const found = await page.evaluate(async () => {
      const gpu = (navigator as { gpu?: { requestAdapter(): Promise<{ info: { architecture: string } } | null> } }).gpu
      return (await gpu?.requestAdapter())?.info.architecture ?? 'no adapter'
    })
    await page.context().close()
    expect(found, `Chromium ${house.browser.version()} with ${FLAGS.join(' ')}`).toBe('swiftshader')
  })

  test('draws are the same numbers, to the last bit', async () => {
    const [one = '', two = ''] = Object.entries(decl.household).flatMap(([name, column]) =>
      column.unit === '1' && (column.type ?? 'f32') === 'f32' && !column.fixed && !column.flow ? [name] : [],
    )
    const text = `import { rule } from '../rule.ts'
export const chances = rule(({ h, draw }) => {
  h.${one} = draw('${model.state.streams[0]}')
  h.${two} = draw('${model.state.streams[1]}', 3)
})
`
    const texts = { ...files, 'src/system/people/chances.ts': text }
    const { column } = await onAdapter(wgsl(lower(texts, ['chances'], decl), decl))
    const { columns } = byOracle(['chances'], texts)
    for (const name of [one, two]) expect([...column(name)]).toEqual([...(columns[name] as Float32Array)])
    expect(new Set(column(one)).size).toBeGreaterThan(500)
  }, 60_000)

  test.each(kernels)(
    '$kernel gives the oracle’s numbers within the tolerance',
    async ({ rules }) => {
      const lowered = lower(files, rules, decl)
      const { column, sums, count } = await onAdapter(wgsl(lowered, decl))
      const expected = byOracle(rules)
      const other = new Set<number>()
      for (const name of lowered.stores.keys()) {
        const [mine, theirs] = [column(name), expected.columns[name] as Float32Array]
        const scale = theirs.reduce((sum, value) => sum + Math.abs(value), 0) / count
        theirs.forEach((value, i) => {
          if (!near(mine[i] as number, value, scale)) other.add(i)
        })
      }
      expect(other.size / count).toBeLessThanOrEqual(OTHERWISE)
      const names = Object.keys(decl.sums)
      const total = (k: number) => {
        let sum = 0
        for (let i = 0; i < count; i++) sum += sums[i * names.length + k] as number
        return sum
      }
      const wrong = [...lowered.sums.keys()].filter((name) => {
        const k = names.indexOf(name)
        const [mine, theirs] = [total(k), expected.sums[k] as number]
        return !(Math.abs(mine - theirs) <= Math.max(TOTALS, other.size / count) * Math.max(1, Math.abs(theirs)))
      })
      expect(wrong).toEqual([])
      expect(lowered.stores.size + lowered.sums.size).toBeGreaterThan(5)
    },
    60_000,
  )
})
