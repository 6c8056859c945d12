// Asks the thread of the ledger. The thread starts with the first question and the ledger is loaded once.
import { ledger as file } from 'virtual:page-assets'
import { LoadFault } from '../load.ts'
import type { Desk } from './desk.ts'
import type { Answer, Question } from './messages.ts'

let thread: Worker | undefined
let count = 0
const waiting = new Map<number, { done: (answer: unknown) => void; failed: (fault: Error) => void }>()

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener('message', ({ data: { id, answer, fault } }: MessageEvent<Answer>) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asked?.done(answer)
    else asked?.failed(new LoadFault(fault))
  })
  made.addEventListener('error', () => {
    for (const { failed } of waiting.values()) failed(new LoadFault('thread'))
    waiting.clear()
    thread = undefined
  })
  return made
}

/** Throws a LoadFault where the ledger cannot be loaded. */
export function ask<K extends keyof Desk>(what: K, ...args: Parameters<Desk[K]>): Promise<ReturnType<Desk[K]>> {
  thread ??= start()
  const id = count++
  const question: Question = { id, address: new URL(file, document.baseURI).href, what, args }
  return new Promise((done, failed) => {
    waiting.set(id, { done: done as (answer: unknown) => void, failed })
    thread?.postMessage(question)
  })
}
