// A study as the table that the EMA Workbench has: experiment, uncertainties, policy, outcomes; one row a future and package.
import type { Study } from './table.ts'

export interface EmaColumn {
  readonly name: string
  readonly unit: string
  readonly en: string
  readonly es: string
  readonly kind: 'experiment' | 'uncertainty' | 'policy' | 'outcome' | 'failed'
  readonly type: 'INT32' | 'DOUBLE' | 'STRING' | 'BOOLEAN'
  /** Of a row; null where the model failed. Rows go future by future, package by package. */
  at(row: number): number | string | boolean | null
}

/** Rows of the table. */
export const emaRows = ({ futures, policies }: Pick<Study, 'futures' | 'policies'>): number => futures * policies.length

export function emaColumns(study: Study): EmaColumn[] {
  const { futures, policies, uncertainties, outcomes, failed } = study
  const many = policies.length
  const future = (row: number) => Math.floor(row / many)
  const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null)
  return [
    {
      ...{ name: 'experiment', unit: '1', en: 'Future', es: 'Futuro', kind: 'experiment', type: 'INT32' },
      at: (row) => future(row),
    },
    ...uncertainties.map((one): EmaColumn => {
      const { name, en, es } = one
      if (one.kind === 'number') {
        const at = (row: number) => finite(one.values[future(row)])
        return { name, unit: one.unit, en, es, kind: 'uncertainty', type: 'DOUBLE', at }
      }
      const at = (row: number) => one.options[one.values[future(row)] as number]?.name ?? null
      return { name, unit: '', en, es, kind: 'uncertainty', type: 'STRING', at }
    }),
    {
      ...{ name: 'policy', unit: '', en: 'Package', es: 'Paquete', kind: 'policy', type: 'STRING' },
      at: (row) => policies[row % many]?.name ?? null,
    },
    ...outcomes.map(({ name, unit, en, es, values }): EmaColumn => {
      const at = (row: number) => finite(values[(row % many) * futures + future(row)])
      return { name, unit, en, es, kind: 'outcome', type: 'DOUBLE', at }
    }),
    {
      ...{ name: 'failed', unit: '', en: 'The model failed', es: 'El modelo falló', kind: 'failed', type: 'BOOLEAN' },
      at: (row) => failed[future(row)] === 1,
    },
  ]
}
