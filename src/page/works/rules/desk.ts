// The rule editor's thread from the page's side: the newest question is answered, one that takes too long is given up.
import type { Kernels } from '../../../engine/support.ts'
import type { Texts } from '../../../lab/rules/text.ts'
import { LoadFault } from '../../load.ts'
import type { Answer, Checked, Order, Question } from './protocol.ts'

/** The whole model takes half a second; somebody's rule may take this long, milliseconds. */
const PATIENCE = 15_000

export interface RuleDesk {
  /** Undefined when a newer question came, or `close`. Throws LoadFault where the thread cannot be loaded. */
  ask(question: Question): Promise<Checked | undefined>
  close(): void
}

export function openRuleDesk(texts: Texts, kernels: Kernels): RuleDesk {
  let thread: Worker | undefined
  let count = 0
  let waiting:
    | { question: Question; done: (found: Checked | undefined) => void; failed: (fault: Error) => void }
    | undefined
  let running: typeof waiting
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = (act: (of: NonNullable<typeof waiting>) => void) => {
    clearTimeout(timer)
    const one = running
    running = undefined
    if (one) act(one)
    begin()
  }
  const end = () => {
    thread?.terminate()
    thread = undefined
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id === count) settle(({ done }) => done(waiting ? undefined : data.checked))
    }
    made.onerror = (event) => {
      event.preventDefault()
      end()
      settle(({ failed }) => failed(new LoadFault('thread')))
    }
    say(made, { kind: 'open', texts, kernels })
    return made
  }
  const begin = () => {
    if (running || !waiting) return
    running = waiting
    waiting = undefined
    const { question } = running
    thread ??= start()
    say(thread, { kind: 'check', id: ++count, question })
    timer = setTimeout(() => {
      end()
      settle(({ done }) => done(tooLong(question.file)))
    }, PATIENCE)
  }
  return {
    ask(question) {
      waiting?.done(undefined)
      return new Promise((done, failed) => {
        waiting = { question, done, failed }
        begin()
      })
    },
    close() {
      waiting?.done(undefined)
      running?.done(undefined)
      waiting = undefined
      running = undefined
      clearTimeout(timer)
      end()
    },
  }
}

const say = (to: Worker, order: Order): void => to.postMessage(order)

const tooLong = (file: string): Checked => ({
  symbols: undefined,
  problems: [
    {
      code: 'endless',
      file,
      what: 'compiling takes too long and was given up',
      expected: 'a rule that compiles in a few seconds',
      todo: 'shorten loops and lists, or undo the last change',
    },
  ],
})
