// Asks the thread of the ledger.
import { ledger as file } from 'virtual:page-assets'
import { askerOf } from '../asking.ts'
import type { Desk } from './desk.ts'

/** Throws a LoadFault where the ledger cannot be loaded. */
export const ask = askerOf<Desk>(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), file)
