/** Long work as every command does it: a line that says how far it is, a beat while nothing ends, and Ctrl-C. */
import { interruptible } from '../host/interrupt.ts'
import { type Progress, type ProgressLine, progressLine } from '../host/progress.ts'
import type { Call } from './command.ts'

/** Runs `work` with its line and a signal that Ctrl-C aborts. `say`: how far it is, in words. */
export async function watched<T>(
  { io }: Call,
  say: (progress: Progress) => string,
  work: (line: ProgressLine, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const line = progressLine({ write: io.renew, terminal: io.terminal, columns: io.columns, words: say })
  const heartbeat = setInterval(() => line.tick(), 1000)
  try {
    return await interruptible((signal) => work(line, signal))
  } finally {
    clearInterval(heartbeat)
    line.end()
  }
}
