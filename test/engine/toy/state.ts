// A small model with one of each: columns of every kind, flows, all tables, monthly and reviewing rules, steps in between.
import type { Moment, StateDeclarations } from '../../../src/engine/index.ts'
import { rulesOf } from '../../../src/language/index.ts'

export const state = {
  household: {
    weight: { unit: 'household', about: 'households that this one stands for', fixed: true },
    soil: { unit: '1', about: 'soil', fixed: true },
    land: { unit: 'ha', about: 'crop land' },
    cash: { unit: 'PEN', about: 'savings' },
    members: { unit: 'person', about: 'members', type: 'u8' },
    reviews: { unit: '1', about: 'reviews so far', type: 'u8' },
    income: { unit: 'PEN/month', about: 'income of the month', flow: true },
    choice: { unit: '1', about: 'choice of the review', flow: true },
  },
  sums: {
    households: { unit: 'household', about: 'households' },
    output: { unit: 'PEN household/month', about: 'income' },
    cashAll: { unit: 'PEN household', about: 'savings' },
    reviewed: { unit: 'household', about: 'households reviewed' },
  },
  district: {
    area: { unit: 'km^2', about: 'area', fixed: true },
    rain: { unit: '1', about: 'rain' },
    price: { unit: 'PEN/ha/month', about: 'income of a hectare' },
    mood: { unit: '1', about: 'mood' },
  },
  zone: { pull: { unit: '1', about: 'pull' } },
  mode: { load: { unit: '1', about: 'load' } },
  valley: {
    stock: { unit: 'PEN household', about: 'savings of all' },
    shock: { unit: '1', about: 'common shock' },
  },
  streams: ['weather', 'choice', 'rain', 'shock'],
} as const satisfies StateDeclarations

export const params = {
  need: { unit: 'PEN/month/person', about: 'consumption of a member' },
  kept: { unit: 'month', about: 'months of surplus kept' },
  grow: { unit: 'ha', about: 'land taken up' },
  like: { unit: 'ha month/PEN', about: 'weight of the price' },
  pull: { unit: '1', about: 'pull of the mean on a price' },
} as const

export const central = { need: 2, kept: 0.5, grow: 0.25, like: 0.03, pull: 0.1 }

type ToyLever = { readonly push: number }
type ToyWorld = { readonly price: number }
export type Toy = Moment<typeof state, typeof central, ToyLever, ToyWorld>

const zero = { value: 0 }
export const rule = rulesOf({
  household: { id: { type: 'i32', unit: '1', about: 'id', fixed: true }, ...state.household },
  district: state.district,
  sums: state.sums,
  streams: state.streams,
  param: {
    need: { ...params.need, ...zero },
    kept: { ...params.kept, ...zero },
    grow: { ...params.grow, ...zero },
    like: { ...params.like, ...zero },
  },
} as const)
