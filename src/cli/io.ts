/** Where a command reads from and writes to; tests pass their own. */
import { once } from 'node:events'

export interface Io {
  /** Writes to stdout; resolves when more may be written. */
  out(text: string): Promise<void>
  /** Writes to stderr: words, progress, problems. */
  err(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** stderr is a terminal that can renew a line. */
  readonly terminal: boolean
  /** Width of the terminal in characters. */
  readonly columns: number
}

/** The process itself. */
export function processIo(): Io {
  // A reader that has seen enough (`| head`) is no fault of ours.
  process.stdout.on('error', quietPipe)
  process.stderr.on('error', quietPipe)
  return {
    async out(text) {
      if (!process.stdout.write(text) && !process.stdout.destroyed)
        await once(process.stdout, 'drain').catch(() => undefined)
    },
    err: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    terminal: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined,
    columns: process.stdout.columns ?? process.stderr.columns ?? 100,
  }
}

function quietPipe(error: Error & { code?: string }): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
