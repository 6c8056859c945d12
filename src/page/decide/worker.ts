// A finished study in a thread of its own: rankings, thresholds and boxes never hold up the page.
import { unpackStudy } from '../../lab/study/pack.ts'
import type { Answer, Question } from '../asking.ts'
import { type Desk, deskOf } from './desk.ts'

let desk: Promise<Desk> | undefined

async function open(address: string): Promise<Desk> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status}`)
  return deskOf(unpackStudy(new Uint8Array(await response.arrayBuffer())))
}

async function answered({ id, address, what, args }: Question<keyof Desk>): Promise<Answer> {
  try {
    desk ??= open(address)
    const answer = (await desk)[what] as (...all: readonly unknown[]) => unknown
    return { id, answer: answer(...args) }
  } catch (error) {
    desk = undefined
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', async ({ data }: MessageEvent<Question<keyof Desk>>) => postMessage(await answered(data)))
