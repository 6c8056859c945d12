import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

export interface Heard {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Calls the command line in this process and gives what it said. */
export async function vraem(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Heard> {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
      return Promise.resolve()
    },
    err: (text) => {
      err += text
    },
    renew: (text) => {
      err += text
    },
    env: { LANG: 'en_GB.UTF-8', ...env },
    cwd: process.cwd(),
    terminal: false,
    columns: 100,
  }
  const code = await main(argv, io)
  return { code, out, err }
}
