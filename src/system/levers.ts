// What a government or a community can change, declared once: fields with unit, range, words in both languages. The budget prices them.
import { agreements } from './levers/agreements.ts'
import { farm } from './levers/farm.ts'
import { security } from './levers/security.ts'
import { services } from './levers/services.ts'

export const levers = { ...farm, ...security, ...services, ...agreements } as const
export type { Field, Lever } from './levers/lever.ts'

export type Levers = typeof levers
/** Values in force in one month; `where` is 1 in the districts a lever reaches, else 0. */
export type LeverValues = {
  readonly [L in keyof Levers]: { readonly [F in keyof Levers[L]['fields']]: number } & { readonly where: Float64Array }
}
