/** Serving a folder until Ctrl-C. */
import { interruptible } from '../host/interrupt.ts'
import { listen } from '../server/listen.ts'
import { staticApp } from '../server/static.ts'
import type { Call } from './command.ts'
import { REPORT_FILE } from './report.ts'

/** Serves the folder on 127.0.0.1, tells where, and returns after Ctrl-C. Throws InputError when the port is taken. */
export async function serveFolder(
  call: Call,
  folder: string,
  announce: (url: string) => Promise<void> | void,
): Promise<void> {
  const server = await listen(staticApp(folder, REPORT_FILE), call.options.port)
  await announce(server.url)
  try {
    await interruptible(
      (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    )
  } finally {
    await server.close()
  }
}
