// The uncertain, future by future, as columns: worlds, switches, what the world outside did, luck, parameters of the draw.
import type { Parameter } from '../../evidence/parameters.ts'
import type { WorldMonth } from '../../system/world.ts'
import type { DrawList } from '../draws.ts'
import { type Choice, FIRST, optionsOf } from '../scenario/types.ts'
import { optionName, unknownName } from '../unknowns/unknowns.ts'
import type { Future } from './futures.ts'
import type { Told, Uncertainty } from './table.ts'

/** A choice that has words. */
export interface ToldChoice extends Choice, Told {}

/** What a column is read from. */
interface Reading {
  readonly future: Future
  readonly p: Readonly<Record<string, number>>
  readonly drivers: Readonly<Record<string, number>>
}

export type InputColumn = (
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'choice'; readonly options: readonly ({ readonly name: string } & Told)[] }
) &
  Told & { readonly name: string; of(reading: Reading): number }

interface Driver extends Told {
  readonly name: string
  readonly unit: string
  /** Of a month, and of all months. */
  month(now: WorldMonth, p: Readonly<Record<string, number>>): number
  /** Luck is added up and brought to length one; all else is a mean. */
  readonly luck?: true
}

const pricePerKg = (usd: number, { exchangeRate, priceLevel }: WorldMonth, p: Readonly<Record<string, number>>) =>
  (((usd / 1000) * exchangeRate) / priceLevel) * (p.soles_2024 as number)

// biome-ignore format: one line a driver
const DRIVERS: readonly Driver[] = [
  { name: 'cacao_price', unit: 'PEN/kg', en: 'Cacao price, soles of 2024', es: 'Precio del cacao, soles de 2024', month: (now, p) => pricePerKg(now.cacaoUsd, now, p) },
  { name: 'coffee_price', unit: 'PEN/kg', en: 'Coffee price, soles of 2024', es: 'Precio del café, soles de 2024', month: (now, p) => pricePerKg(now.coffeeUsd, now, p) },
  { name: 'demand_growth', unit: '1/yr', en: 'Growth of world demand', es: 'Crecimiento de la demanda mundial', month: (now) => 12 * now.demandGrowth },
  { name: 'rain', unit: '1', en: 'Rain relative to the usual', es: 'Lluvia respecto de lo usual', month: ({ rain }) => rain.reduce((sum, one) => sum + one, 0) / rain.length },
  { name: 'border_luck', unit: 'sd', en: 'Chance of the border price', es: 'Azar del precio en frontera', month: ({ borderShock }) => borderShock, luck: true },
  { name: 'leaf_price_luck', unit: 'sd', en: 'Chance of the leaf price', es: 'Azar del precio de la hoja', month: ({ priceShock }) => priceShock, luck: true },
  { name: 'planting_luck', unit: 'sd', en: 'Chance of planting', es: 'Azar de la siembra', month: ({ moodShock }) => moodShock, luck: true },
]

/** What the world outside does in the years of policy, without a run of the model: means over the months, luck in standard deviations. */
export function driversOf(
  outside: (month: number) => unknown,
  p: Readonly<Record<string, number>>,
  years: { readonly from: number; readonly to: number },
): Record<string, number> {
  const sums = DRIVERS.map(() => 0)
  const [first, end] = [(years.from - FIRST) * 12, (years.to + 1 - FIRST) * 12]
  for (let month = first; month < end; month++) {
    const now = outside(month) as WorldMonth
    DRIVERS.forEach((driver, k) => {
      sums[k] = (sums[k] as number) + driver.month(now, p)
    })
  }
  const months = end - first
  return Object.fromEntries(
    DRIVERS.map(({ name, luck }, k) => [name, (sums[k] as number) / (luck ? Math.sqrt(months) : months)]),
  )
}

export interface InputsWish {
  readonly draws: DrawList
  readonly parameters: readonly Pick<Parameter, 'name' | 'unit' | 'low' | 'high'>[]
  readonly switches: Readonly<Record<string, ToldChoice>>
  readonly worlds: Readonly<Record<string, ToldChoice>>
}

/**
 * Columns of the uncertain. Of the parameters, those that a posterior fitted; all that have a range where draws are from the
 * priors. Lift of the border price and foreign aid follow from their world alone and have no column of their own.
 */
export function inputColumns({ draws, parameters, switches, worlds }: InputsWish): InputColumn[] {
  const fitted = draws.fitted && new Set(draws.fitted.unknowns)
  return [
    ...Object.entries(worlds).map(([name, choice]): InputColumn => {
      const options = optionsOf(choice)
      const of = ({ future }: Reading) => options.indexOf(future.choices[name] as string)
      return { kind: 'choice', name: `world_${name}`, en: choice.en, es: choice.es, options: toldOptions(choice), of }
    }),
    ...Object.entries(switches).flatMap(([name, choice]): InputColumn[] => {
      const of = ({ p }: Reading) => p[`switch_${name}`] as number
      const told = {
        name: `switch_${name}`,
        en: choice.en,
        es: choice.es,
        options: toldOptions(choice, `switch_${name}`),
      }
      return choice.asked ? [] : [{ kind: 'choice', ...told, of }]
    }),
    ...DRIVERS.map(
      ({ name, unit, en, es }): InputColumn => ({
        ...{ kind: 'number', name, unit, en, es },
        of: ({ drivers }) => drivers[name] as number,
      }),
    ),
    ...parameters
      .filter(({ name, low, high }) => (fitted ? fitted.has(name) : low < high))
      .map(({ name, unit }): InputColumn => {
        const { en, es } = unknownName(name) ?? { en: name, es: name }
        return { kind: 'number', name, unit, en, es, of: ({ p }) => p[name] as number }
      }),
  ]
}

function toldOptions(choice: ToldChoice, column = ''): ({ readonly name: string } & Told)[] {
  const { options } = choice
  return optionsOf(choice).map((name) => {
    const told = Array.isArray(options) ? optionName(column, name) : (options as Readonly<Record<string, Told>>)[name]
    return { name, en: told?.en ?? name, es: told?.es ?? name }
  })
}

/** Values by future as columns of a table; `value(column, future)`. */
export const uncertaintiesOf = (
  columns: readonly InputColumn[],
  futures: number,
  value: (column: number, future: number) => number,
): Uncertainty[] =>
  columns.map((column, c): Uncertainty => {
    const { name, en, es } = column
    const values = { length: futures }
    return column.kind === 'number'
      ? { kind: 'number', name, en, es, unit: column.unit, values: Float64Array.from(values, (_, f) => value(c, f)) }
      : {
          kind: 'choice',
          name,
          en,
          es,
          options: column.options,
          values: Int32Array.from(values, (_, f) => value(c, f)),
        }
  })
