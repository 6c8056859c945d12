// Every message of the page, in both languages. A test finds those that nothing says.
import { chart } from './chart.ts'
import { compare } from './compare.ts'
import { evidence } from './evidence.ts'
import { limits } from './limits.ts'
import { map } from './map.ts'
import { shell } from './shell.ts'
import { works } from './works.ts'

export const messages = { ...shell, ...evidence, ...works, ...limits, ...chart, ...compare, ...map } as const
export type Key = keyof typeof messages
