/** How a command answers: JSON for programs on stdout, or words for people. */
import { jsonPieces } from '../host/output.ts'
import type { Call } from './command.ts'

/** With --json the value, else the words, on stdout. */
export async function answer(call: Call, value: object, words: () => string): Promise<void> {
  if (call.options.json !== true) return call.io.out(words())
  for (const piece of jsonPieces(value)) await call.io.out(piece)
}

/** A line beside the answer: on stderr, so that stdout holds the answer alone. */
export function aside(call: Call, words: string): void {
  call.io.err(`${words}\n`)
}
