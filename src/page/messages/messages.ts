// Every message of the page, in both languages. A test finds those that nothing says.
import { brief } from './brief.ts'
import { chart } from './chart.ts'
import { compare } from './compare.ts'
import { decide } from './decide.ts'
import { evidence } from './evidence.ts'
import { found } from './found.ts'
import { limits } from './limits.ts'
import { map } from './map.ts'
import { open } from './open.ts'
import { rules } from './rules.ts'
import { shell } from './shell.ts'
import { trouble } from './trouble.ts'
import { works } from './works.ts'

export const messages = {
  ...shell,
  ...evidence,
  ...works,
  ...limits,
  ...chart,
  ...compare,
  ...map,
  ...rules,
  ...brief,
  ...decide,
  ...found,
  ...open,
  ...trouble,
} as const
export type Key = keyof typeof messages
