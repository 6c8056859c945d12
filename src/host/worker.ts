/** Entry of a worker thread: imports the task module, prepares it once, then answers jobs until it is closed. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { InputError } from '../evidence/problem.ts'
import { type Answer, type Boot, type Order, type TaskModule, UNPREPARED, type WorkerStart } from './thread.ts'

const port = parentPort as MessagePort
const booted = new Promise<unknown>((resolve) => {
  port.on('message', (said: Boot | Order) => ('boot' in said ? resolve(said.boot) : void answer(said)))
})
const task = import((workerData as WorkerStart).module) as Promise<TaskModule>
// all orders wait for one preparation
const prepared = task.then(async ({ openTask }) => openTask(await booted))
prepared.catch((error) => port.postMessage({ id: UNPREPARED, ok: false, ...describe(error) } satisfies Answer))

async function answer({ id, job }: Order): Promise<void> {
  try {
    const run = await prepared
    const result = await run(job)
    port.postMessage({ id, ok: true, result } satisfies Answer, buffersIn(result))
  } catch (error) {
    port.postMessage({ id, ok: false, ...describe(error) } satisfies Answer)
  }
}

function describe(error: unknown): { message: string; stack: string; problems?: InputError['problems'] } {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error && error.stack ? error.stack : message
  return error instanceof InputError ? { message, stack, problems: error.problems } : { message, stack }
}

/** Buffers of the typed arrays in a result: they change hands instead of being copied. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersIn(part, found)
  }
  return [...found]
}
