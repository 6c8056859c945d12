/** Where a command reads from and writes to; tests pass their own. */
import { once } from 'node:events'
import { visible } from '../evidence/visible.ts'

export interface Io {
  /** Writes to stdout; resolves when more may be written. */
  out(text: string): Promise<void>
  /** Writes to stderr: words, problems. */
  err(text: string): void
  /** Writes to stderr as it is: a line of the program's own that renews itself. Nothing that a file or a user wrote. */
  renew(text: string): void
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
    renew: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    terminal: process.stderr.isTTY === true && process.env.TERM !== 'dumb' && process.env.CI === undefined,
    columns: process.stdout.columns ?? process.stderr.columns ?? 100,
  }
}

/** The same, but hidden characters are written out (see `visible`): text from files never commands the terminal. */
export function visibleIo(io: Io): Io {
  return { ...io, out: (text) => io.out(visible(text)), err: (text) => io.err(visible(text)) }
}

function quietPipe(error: Error & { code?: string }): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
