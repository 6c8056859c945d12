// The functions that runs of a model make from text, known beforehand.
import { TABLES } from '../engine/layout.ts'
import type { StateDeclarations } from '../engine/model.ts'
import { rowText } from '../engine/rows.ts'
import type { Text } from '../engine/written.ts'
import { addText } from './adding.ts'
import type { LabModel } from './model.ts'

/** values: of the parameters of any draw. */
export const textsOf = (
  { state, measures }: Pick<LabModel, 'measures'> & { readonly state: StateDeclarations },
  values: Readonly<Record<string, number>>,
): Text[] => [
  ...TABLES.map((table) => rowText(Object.keys(state[table]))),
  rowText(Object.keys(values)),
  ...Object.values(measures)
    .flatMap(({ num, den }) => (den ? [num, den] : [num]))
    .map((_, k) => addText(k + 1)),
]
