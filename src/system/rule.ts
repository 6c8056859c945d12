// The word `rule` for household rules: what a rule may read and write is what state.ts and data/parameters.csv declare.
import { rulesOf } from '../language/rule.ts'
import { parameters } from './parameters.ts'
import { state } from './state.ts'

export const declarations = {
  household: state.household,
  district: state.district,
  sums: state.sums,
  streams: state.streams,
  param: parameters,
} as const

export const rule = rulesOf(declarations)
