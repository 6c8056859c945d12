// The shipped model with what the guide adds to it: a column, a sum, a district column, a stream, a parameter, a rule and a step.
import { parse } from 'csv-parse/browser/esm/sync'
import { max } from '#dist/src/language/prim.js'
import type { Described } from '../../src/report/description/description.ts'
import { laboratory, model } from '../system/valley.ts'
import { columnsIn, exported, files, marked, theBlock, wordsIn } from './page.ts'

const RULE = 'src/system/farm/lean-months.ts'
const STEP = 'src/system/community/savings-groups.ts'
type Mechanisms = Described['model']['mechanisms']
type One = Mechanisms[number]

export const leanMonths = exported(files[RULE] ?? '', 'leanMonthsText') as One
export const savingsGroups = exported(files[STEP] ?? '', 'savingsGroups', { max }) as Extract<One, { kind: 'step' }>

const rows = marked('').length > 0 ? parse(csv(), { columns: true }) : []
export const parameters = (rows as Record<string, string>[]).map((row) => ({
  ...(laboratory.pack.parameters[0] as (typeof laboratory.pack.parameters)[number]),
  name: row.name ?? '',
  unit: row.unit ?? '',
  low: Number(row.low),
  central: Number(row.central),
  high: Number(row.high),
  claims: ['judgement'],
}))

const { state } = model
const afterPurse = model.mechanisms.flatMap((one) => (one.id === 'purse' ? [one, leanMonths] : [one]))
/** Everything that the guide adds, in place. */
export const extended: Described = {
  model: {
    ...model,
    state: {
      ...state,
      household: { ...state.household, ...columnsIn(theBlock('household')) },
      sums: { ...state.sums, ...columnsIn(theBlock('sums')) },
      district: { ...state.district, ...columnsIn(theBlock('district')) },
      streams: [...state.streams, ...wordsIn(theBlock('streams'))],
    } as unknown as typeof state,
    mechanisms: [...afterPurse, savingsGroups],
    parameters: {
      ...model.parameters,
      ...Object.fromEntries(parameters.map(({ name, unit, central }) => [name, { unit, value: central, about: '' }])),
    },
    ruleFiles: [...model.ruleFiles, RULE],
  },
  texts: { ...laboratory.sources.model, ...files },
  pack: { ...laboratory.pack, parameters: [...laboratory.pack.parameters, ...parameters] },
}

function csv(): string {
  return marked('').find((text) => text.startsWith('name,subsystem,')) ?? ''
}
