// Asks the thread of the shipped study.
import { study as file } from 'virtual:page-assets'
import { askerOf } from '../asking.ts'
import type { Desk } from './desk.ts'

/** A study is shipped with this page. */
export const shipped: boolean = file !== ''

const thread = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** Throws a LoadFault where the study cannot be loaded. */
export const ask = askerOf<Desk>(thread, file)
/** For what takes seconds: in a thread of its own, so that limits answer at once. */
export const askLong = askerOf<Desk>(thread, file)
