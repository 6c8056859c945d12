// Packages under many futures, as one table: experiment, uncertainties, policy, outcomes (the arrangement of the EMA Workbench).

export interface Told {
  readonly en: string
  readonly es: string
}

/** A number that is uncertain, by future: a parameter of the draw, or the mean of a driver over the years of policy. */
export interface NumericUncertainty extends Told {
  readonly kind: 'number'
  readonly name: string
  readonly unit: string
  /** One a future. */
  readonly values: Float64Array
}

/** A choice among rivals, by future: a switch of the model, or a world. */
export interface ChosenUncertainty extends Told {
  readonly kind: 'choice'
  readonly name: string
  readonly options: readonly ({ readonly name: string } & Told)[]
  /** Place in `options`, one a future. */
  readonly values: Int32Array
}

export type Uncertainty = NumericUncertainty | ChosenUncertainty

/** What came out, by package and future. */
export interface StudyOutcome extends Told {
  readonly name: string
  readonly unit: string
  /** How the years of policy became one number: a level at the end, or a mean a year. */
  readonly how: 'last' | 'mean' | 'sum'
  readonly from: number
  readonly to: number
  /** The direction in which people are better off; `open` where the sources disagree whether more is better. */
  readonly better: 'less' | 'more' | 'open'
  /** Value of package k in future f at `k * futures + f`; NaN where that future made the model fail. */
  readonly values: Float64Array
}

export interface StudyPolicy {
  readonly name: string
  readonly title: Told
  /** Hash of the resolved scenario. */
  readonly hash: string
}

export interface Study {
  readonly futures: number
  /** The first is the reference. */
  readonly policies: readonly StudyPolicy[]
  readonly uncertainties: readonly Uncertainty[]
  readonly outcomes: readonly StudyOutcome[]
  /** 1 where the future made the model fail under some package; it is left out of every figure, and said. */
  readonly failed: Uint8Array
  /** Number of the draw behind each future, where it is known: futures of one draw share their past and its parameters. */
  readonly draws?: Int32Array
}

/** Values of one package, without a copy. */
export const valuesOf = ({ futures }: Pick<Study, 'futures'>, { values }: StudyOutcome, policy: number): Float64Array =>
  values.subarray(policy * futures, (policy + 1) * futures)
