// What passes between the page and the thread of the ledger.
import type { Question as Asked } from '../asking.ts'
import type { Desk } from './desk.ts'

export type { Answer } from '../asking.ts'
export type Question = Asked<keyof Desk>
