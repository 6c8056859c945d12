import { afterEach, expect, test, vi } from 'vitest'
import { rowsOf, rowText } from '../../src/engine/rows.ts'
import { moduleOf, refusals, register, type Text, written } from '../../src/engine/written.ts'

afterEach(() => vi.unstubAllGlobals())

const forbid = () =>
  vi.stubGlobal('Function', () => {
    throw new EvalError('forbidden')
  })
const load = async (texts: readonly Text[]) =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(moduleOf(texts))}`)).made

const sum: Text = { key: 'sum "of" two', text: () => '(a, b) => a + b' }

test('a text is made by the engine where the host allows it', () => {
  const before = refusals()
  expect(written<(a: number, b: number) => number>(sum)?.(1, 2)).toBe(3)
  expect(refusals()).toBe(before)
})

test('where it does not, a registered function takes its place, and what is missing is counted', async () => {
  forbid()
  const before = refusals()
  expect(written(sum)).toBeUndefined()
  expect(refusals()).toBe(before + 1)
  register(await load([sum]))
  expect(written<(a: number, b: number) => number>(sum)?.(1, 2)).toBe(3)
  expect(refusals()).toBe(before + 1)
})

test('registered rows read and write the cells of their own table', async () => {
  forbid()
  const columns = ['area', 'trust']
  register(await load([rowText(columns)]))
  const before = refusals()
  const cells = Float64Array.of(1, 2, 3, 4)
  const [first, second] = rowsOf(columns)(cells, 2)
  Object.assign(second as object, { trust: 9 })
  expect([first?.area, first?.trust, second?.area, second?.trust, second?.index]).toEqual([1, 2, 3, 9, 1])
  expect([...cells]).toEqual([1, 2, 3, 9])
  expect(refusals()).toBe(before)
})
