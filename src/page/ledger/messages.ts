// What passes between the page and the thread of the ledger.
import type { Desk } from './desk.ts'

export interface Question {
  readonly id: number
  /** Of the packed ledger, as the thread can load it. */
  readonly address: string
  readonly what: keyof Desk
  readonly args: readonly unknown[]
}
export interface Answer {
  readonly id: number
  readonly answer?: unknown
  /** What went wrong, in the words of the machine. */
  readonly fault?: string
}
