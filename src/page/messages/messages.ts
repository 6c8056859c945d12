// Every message of the page, in both languages. A test finds those that nothing says.
import { chart } from './chart.ts'
import { evidence } from './evidence.ts'
import { limits } from './limits.ts'
import { shell } from './shell.ts'
import { works } from './works.ts'

export const messages = { ...shell, ...evidence, ...works, ...limits, ...chart } as const
export type Key = keyof typeof messages
