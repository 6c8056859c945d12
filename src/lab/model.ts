// What the lab needs of a model, and of the places it runs in. The valley's model fits it; tests run a toy.
import type { MomentShape } from '../engine/machine.ts'
import type { Table } from '../evidence/table.ts'
import type { Outcome } from '../system/outcomes.ts'
import type { Choice, DistrictName } from './scenario/types.ts'

/** How an outcome is read from the state after a month. `num` in the unit of the outcome, a month's share of it for flows. */
export interface Measure {
  readonly of: 'district' | 'valley' | 'zone' | 'mode'
  // biome-ignore lint/suspicious/noExplicitAny: rows and moments are typed by the model that declares the measure
  num(row: any, moment: any): number
  // biome-ignore lint/suspicious/noExplicitAny: as above
  den?(row: any, moment: any): number
}

/** The moment as far as measures need it. */
export interface MeasuredMoment extends MomentShape {
  readonly zone: readonly unknown[]
  readonly mode: readonly unknown[]
  readonly valley: unknown
}

export interface LabModel {
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** By outcome, or `outcome/part`. */
  readonly measures: Readonly<Record<string, Measure>>
  readonly switches: Readonly<Record<string, Choice>>
  makeWorld(
    // biome-ignore lint/suspicious/noExplicitAny: as above
    facts: any,
    // biome-ignore lint/suspicious/noExplicitAny: as above
    p: any,
    choices: Readonly<Record<string, string>>,
    seed: number,
    shocks?: Readonly<Record<string, number>>,
    // biome-ignore lint/suspicious/noExplicitAny: as above
  ): (month: number) => any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  start(moment: any, facts: any): void
}

/** A district of the frame: rows of geo/districts.csv inside the outline, in file order. */
export interface FrameDistrict extends DistrictName {
  /** How sure its membership of the VRAEM is. */
  readonly grade: 'A' | 'B' | 'C'
}

/** The places of a run; plain data. */
export interface Frame {
  readonly districts: readonly FrameDistrict[]
  /** Names of the coca zones outside, in the order of the model's table. */
  readonly zones: readonly string[]
}

/** The frame from the table `geo-districts` of the data package. `zones` as the model orders them. */
export function frameOf(districts: Table, zones: readonly string[]): Frame {
  const inside = districts.rows.filter(({ values }) => Number(values.in_outline) === 1)
  return {
    zones,
    districts: inside.map(({ values }) => ({
      ubigeo: String(values.ubigeo),
      name: String(values.district),
      province: String(values.province),
      department: String(values.department),
      direct: values.intervention === 'direct',
      devida: String(values.devida_zone_2021 ?? '').trim() !== '' && String(values.devida_zone_2021) !== '0',
      grade: values.membership_confidence === 'A' ? 'A' : values.membership_confidence === 'B' ? 'B' : 'C',
    })),
  }
}
