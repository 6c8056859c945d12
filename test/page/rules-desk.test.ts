// The rule editor's thread from the page's side: the newest text is answered, one that takes too long is given up.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRuleDesk } from '../../src/page/works/rules/desk.ts'
import type { Answer, Checked, Order, Question } from '../../src/page/works/rules/protocol.ts'

class Thread {
  static readonly all: Thread[] = []
  readonly orders: Order[] = []
  ended = false
  onmessage: ((event: { data: Answer }) => void) | null = null
  onerror: ((event: { preventDefault(): void }) => void) | null = null
  constructor() {
    Thread.all.push(this)
  }
  postMessage(order: Order) {
    this.orders.push(order)
  }
  terminate() {
    this.ended = true
  }
  /** Answers the last question. */
  answer(checked: Checked) {
    const last = this.orders.at(-1)
    if (last?.kind === 'check') this.onmessage?.({ data: { id: last.id, checked } })
  }
}
const GOOD: Checked = { problems: [], symbols: undefined }
const asked = (text: string): Question => ({ files: { a: text }, file: 'a', rule: 'work' })
const only = () => Thread.all[0] as Thread

beforeEach(() => {
  Thread.all.length = 0
  vi.stubGlobal('Worker', Thread)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('texts that come while one is looked at: only the last is, and only it is answered', async () => {
  const desk = openRuleDesk({}, 'simd')
  const answers = ['1', '2', '3'].map((text) => desk.ask(asked(text)))
  expect(only().orders.map(({ kind }) => kind)).toEqual(['open', 'check'])
  only().answer(GOOD)
  only().answer(GOOD)
  expect(await Promise.all(answers)).toEqual([undefined, undefined, GOOD])
  expect(only().orders.flatMap((one) => (one.kind === 'check' ? [one.question.files.a] : []))).toEqual(['1', '3'])
})

test('a text that takes too long is told, and the next one has a fresh thread', async () => {
  const desk = openRuleDesk({}, 'simd')
  const long = desk.ask(asked('1'))
  vi.advanceTimersByTime(20_000)
  expect((await long)?.problems[0]?.code).toBe('endless')
  expect(only().ended).toBe(true)
  const next = desk.ask(asked('2'))
  expect(Thread.all).toHaveLength(2)
  Thread.all[1]?.answer(GOOD)
  expect(await next).toBe(GOOD)
})

test('a thread that cannot be loaded is told as a missing file; closing answers nobody wrongly', async () => {
  const desk = openRuleDesk({}, 'simd')
  const lost = desk.ask(asked('1'))
  only().onerror?.({ preventDefault: () => {} })
  await expect(lost).rejects.toThrow('thread')
  const left = desk.ask(asked('2'))
  desk.close()
  expect(await left).toBeUndefined()
  expect(Thread.all.every(({ ended }) => ended)).toBe(true)
})
