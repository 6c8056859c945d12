// Unknowns of the model in words. Studies and analyses that are kept in files have names only: words are looked up when they are read.
import { type SwitchName, switches } from '../../system/switches.ts'
import type { Told, Uncertainty } from '../study/table.ts'
import { conflictNames } from './conflict.ts'
import { cropNames } from './crops.ts'
import { familyNames } from './families.ts'
import { programmeNames } from './programmes.ts'
import { switchNames } from './switches.ts'
import { tradeNames } from './trade.ts'

export const parameterNames: Readonly<Record<string, Told>> = {
  ...cropNames,
  ...familyNames,
  ...tradeNames,
  ...conflictNames,
  ...programmeNames,
}

const SWITCH = 'switch_'

const switchOf = (name: string): SwitchName | undefined =>
  name.startsWith(SWITCH) && Object.hasOwn(switches, name.slice(SWITCH.length))
    ? (name.slice(SWITCH.length) as SwitchName)
    : undefined

/** `switch_levy` or a parameter as it stands inside a sentence; undefined for what the model does not have. */
export function unknownName(name: string): Told | undefined {
  const key = switchOf(name)
  if (key === undefined) return Object.hasOwn(parameterNames, name) ? parameterNames[name] : undefined
  return { es: switchNames[key].es, en: switchNames[key].en }
}

/** A rival mechanism as the question that it answers. */
export function switchQuestion(name: string): Told | undefined {
  const key = switchOf(name)
  return key && { es: switches[key].es, en: switches[key].en }
}

/** An option of `switch_levy`, in words. */
export function optionName(name: string, option: string): Told | undefined {
  const key = switchOf(name)
  return key && switchNames[key].options[option]
}

/** A column with the words of today, whatever words were written down with it. */
export function retold<T extends Omit<Uncertainty, 'values'>>(column: T): T {
  const { name } = column
  const told = switchQuestion(name) ?? unknownName(name)
  if (told === undefined) return column
  const { options } = column as { options?: readonly ({ readonly name: string } & Told)[] }
  if (options === undefined) return { ...column, ...told }
  return { ...column, ...told, options: options.map((one) => ({ ...one, ...optionName(name, one.name) })) }
}
