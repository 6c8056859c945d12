/** Ctrl-C during long work: the first one stops it in order, the second one ends the program at once. */
import { Stopped } from './pool.ts'

/** Exit code of a program that Ctrl-C ended, as shells have it. */
export const STOPPED_EXIT = 130

/**
 * Runs `work` with a signal that Ctrl-C (or SIGTERM) aborts; the handlers are gone afterwards. Work that ends with the signal's own reason
 * was stopped: Stopped.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(STOPPED_EXIT)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } catch (error) {
    throw controller.signal.aborted && error === controller.signal.reason ? new Stopped() : error
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
