// A study as a whole: the table, what it says of places and groups, what failed, and what it was made from.
import { sha256 } from '../../engine/hash.ts'
import { hashOfDraws } from '../draws.ts'
import type { DistrictRow, GroupFigures } from './assemble.ts'
import type { StudyFailure, StudyPlan } from './run.ts'
import type { Study } from './table.ts'

/** Raised when the fields change their meaning. */
export const STUDY_SCHEMA = 1

export interface StudyManifest {
  readonly schema: typeof STUDY_SCHEMA
  readonly command: 'study'
  /** Of the program. */
  readonly version: string
  /** SHA-256 of the data files, the parameters, and the text of the model. */
  readonly data: string
  readonly parameters: string
  readonly model: string
  readonly policies: readonly { readonly name: string; readonly hash: string }[]
  readonly futures: number
  /** Keys which draws and worlds go together. */
  readonly seed: number
  readonly draws: { readonly kind: string; readonly count: number; readonly hash: string; readonly seed: number }
  /** One household in so many is simulated. */
  readonly sample: number
  readonly years: { readonly from: number; readonly to: number }
  readonly kernels: string
  /** Futures that made the model fail. */
  readonly failed: number
  /** SHA-256 of every input and outcome. */
  readonly result: string
  /** ISO date and time. */
  readonly created: string
}

export interface StudyResult {
  readonly study: Study
  readonly districts: readonly DistrictRow[]
  readonly groups: readonly GroupFigures[]
  readonly failures: readonly StudyFailure[]
  readonly manifest: StudyManifest
}

type Made = Pick<StudyManifest, 'version' | 'data' | 'parameters' | 'model' | 'sample' | 'seed' | 'kernels' | 'created'>

export function studyManifest(plan: StudyPlan, study: Study, made: Made): StudyManifest {
  const { draws, policies, years } = plan
  return {
    schema: STUDY_SCHEMA,
    command: 'study',
    ...made,
    policies: policies.map(({ card: { name, hash } }) => ({ name, hash })),
    futures: study.futures,
    draws: { kind: draws.kind, count: draws.indices.length, hash: hashOfDraws(draws), seed: draws.seed },
    years: { from: years.from, to: years.to },
    failed: study.failed.reduce((sum, one) => sum + one, 0),
    result: hashOfStudy(study),
  }
}

/** SHA-256 of all values: inputs by column, outcomes by column. */
export function hashOfStudy({ uncertainties, outcomes }: Study): string {
  const hash = sha256()
  for (const { values } of [...uncertainties, ...outcomes])
    hash.add(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return hash.hex()
}
