// Asks a thread that answers from one packed file. It starts with the first question, and the file is loaded there once.
import { LoadFault } from './load.ts'

export interface Question<What> {
  readonly id: number
  /** Of the packed file, as the thread can load it. */
  readonly address: string
  readonly what: What
  readonly args: readonly unknown[]
}
export interface Answer {
  readonly id: number
  readonly answer?: unknown
  /** What went wrong, in the words of the machine. */
  readonly fault?: string
}

type Methods<D> = { [K in keyof D]: D[K] extends (...args: never[]) => unknown ? K : never }[keyof D]
type Asked<F> = F extends (...args: infer A) => infer R ? { args: A; answer: R } : never

/** A function that asks for what the desk of the thread can do. It throws a LoadFault where the file cannot be loaded. */
export function askerOf<D>(
  make: () => Worker,
  file: string,
): <K extends Methods<D>>(what: K, ...args: Asked<D[K]>['args']) => Promise<Asked<D[K]>['answer']> {
  let thread: Worker | undefined
  let count = 0
  const waiting = new Map<number, { done: (answer: unknown) => void; failed: (fault: Error) => void }>()
  const start = (): Worker => {
    const made = make()
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
  return (what, ...args) => {
    thread ??= start()
    const id = count++
    const question: Question<typeof what> = { id, address: new URL(file, document.baseURI).href, what, args }
    return new Promise((done, failed) => {
      waiting.set(id, { done: done as (answer: unknown) => void, failed })
      thread?.postMessage(question)
    })
  }
}
