/** Serving the laboratory page, and a report beside it, until Ctrl-C. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { interruptible } from '../host/interrupt.ts'
import { findRoot } from '../host/root.ts'
import { listen } from '../server/listen.ts'
import { staticApp } from '../server/static.ts'
import type { Call } from './command.ts'
import { REPORT_FILE } from './report.ts'

const REPORT_AT = '/informe/'

/** What is served, by address. The report alone is at the root where the page is not built. */
export interface Served {
  readonly url: string
  readonly report?: string
}

/** Serves on 127.0.0.1, tells where, and returns after Ctrl-C. Throws InputError when the port is taken. */
export async function serveLaboratory(
  call: Call,
  reportFolder: string | undefined,
  announce: (served: Served) => Promise<void> | void,
): Promise<void> {
  const page = join(findRoot(), 'dist', 'web')
  const built = existsSync(join(page, 'index.html'))
  const report = reportFolder === undefined ? undefined : { at: REPORT_AT, folder: reportFolder, index: REPORT_FILE }
  const app =
    built || report === undefined ? staticApp(page, 'index.html', report) : staticApp(report.folder, REPORT_FILE)
  const server = await listen(app, call.options.port)
  const { url } = server
  await announce(built && report ? { url, report: new URL(REPORT_AT, url).href } : { url })
  try {
    await interruptible(
      (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    )
  } finally {
    await server.close()
  }
}
