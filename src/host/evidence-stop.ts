/** Ctrl-C during an import: data must be whole whenever the program ends. */

/**
 * Runs `work` with a signal that Ctrl-C (or SIGTERM) aborts. Unlike other long work a second Ctrl-C does not end the program at
 * once: it could fall between two renames. `stopped` of the answer: Ctrl-C came too late to stop the work.
 */
export async function stoppable<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly result: T; readonly stopped: boolean }> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    const result = await work(controller.signal)
    return { result, stopped: controller.signal.aborted }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
