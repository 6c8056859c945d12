// The ledger in a thread of its own: reading and searching never hold up the page.
import { type Desk, deskOf } from './desk.ts'
import type { Answer, Question } from './messages.ts'
import { openPacked, type PackedLedger } from './packed.ts'

let desk: Promise<Desk> | undefined
let ready: Desk | undefined
/** Quiet after a question, in ms, before the index of all tables is made: the reader's own questions go first. */
const QUIET = 400
let timer: ReturnType<typeof setTimeout> | undefined

async function open(address: string): Promise<Desk> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status}`)
  const made = deskOf(openPacked((await response.json()) as PackedLedger))
  ready = made
  return made
}

async function answered(question: Question): Promise<Answer> {
  const { id, address, what, args } = question
  try {
    desk ??= open(address)
    const answer = (await desk)[what] as (...all: readonly unknown[]) => unknown
    return { id, answer: answer(...args) }
  } catch (error) {
    desk = undefined
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  clearTimeout(timer)
  postMessage(await answered(data))
  timer = setTimeout(() => ready?.prepare(), QUIET)
})
