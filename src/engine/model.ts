// What the machine needs to know of a model: its state, its mechanisms and the order in which they act. Knows no valley.

export interface Quantity {
  readonly unit: string
  readonly about: string
  /** Set once when the world is made, written by no mechanism. */
  readonly fixed?: true
}
export interface HouseholdColumn extends Quantity {
  readonly type?: 'f32' | 'u8'
  /** Lives within one month and only in registers: written by one rule, read by a later one. */
  readonly flow?: true
}
/** How households move between districts, with all their columns and the id that keys their draws. */
export interface Moves {
  /** Household column: 0 for who stays, else one more than the row of the district to move to. The move sets it to 0. */
  readonly column: string
  /** Month of the year in which they move, before the first mechanism acts: 0 January … 11 December. */
  readonly month: number
  /** Room for newcomers in a district, as a share of its households at the start. Who finds no room stays, high ids first. */
  readonly spare: number
}
type Table<Q = Quantity> = Readonly<Record<string, Q>>

/** The state of a model. `household` lives in kernel memory; district, zone and mode are tables of Float64 columns; valley holds single values. */
export interface StateDeclarations {
  readonly household: Table<HouseholdColumn>
  /** What household rules add up by district, set to zero at the start of each month. */
  readonly sums: Table
  readonly district: Table
  readonly zone: Table
  readonly mode: Table
  readonly valley: Table
  readonly streams: readonly string[]
  /** Absent where no household ever changes its district. */
  readonly moves?: Moves
}

type Values<T> = { -readonly [K in keyof T]: number }

/** A row of a table: reads and writes go to Float64 columns in the world's memory. */
export type Row<T> = Values<T> & { readonly index: number }
export type DistrictRow<S extends StateDeclarations> = Row<S['district']> & {
  readonly neighbours: readonly DistrictRow<S>[]
  /** Sums of the household rules that have run so far this month. */
  readonly sum: Readonly<Values<S['sums']>>
}

/** Everything a mechanism may touch in one month. */
export interface Moment<S extends StateDeclarations, P, L, W> {
  readonly district: readonly DistrictRow<S>[]
  readonly zone: readonly Row<S['zone']>[]
  readonly mode: readonly Row<S['mode']>[]
  readonly valley: Values<S['valley']>
  /** Parameter values of this draw, in the units of data/parameters.csv. */
  readonly p: P
  /** Lever values in force this month. */
  readonly lever: L
  /** What the outside world does this month: prices, rain, announcements. */
  readonly world: W
  /** Months since January of the first year. */
  readonly month: number
  readonly year: number
  /** 0 January … 11 December. */
  readonly monthOfYear: number
  /** Uniform in [0, 1), a function of (seed, stream, entity, month, index). */
  uniform(stream: S['streams'][number], entity?: number, index?: number): number
  /** Standard normal, keyed like `uniform`. */
  normal(stream: S['streams'][number], entity?: number, index?: number): number
}

/** The effect that a test looks for when the mechanism is switched off, in paired runs at central parameters. */
export interface Effect {
  /** Name of an outcome. */
  readonly outcome: string
  /** What switching the mechanism off does to it; `shifts` for noise, which moves each run one way or the other. */
  readonly off: 'raises' | 'lowers' | 'shifts'
  /** Least size of the change, relative to the value with the mechanism on (0.01 is one per cent). */
  readonly atLeast: number
  /** Scenario in which it shows; `history` when absent. */
  readonly scenario?: string
  /** Options of switches other than the default ones. */
  readonly switches?: Readonly<Record<string, string>>
  /** Year from whose January the mechanism is off; the first year when absent. Until then the runs are the same. */
  readonly from?: number
  /** First and last year over which the outcome is averaged; the whole run when absent. */
  readonly years?: readonly [number, number]
}

/** What a statement rests on: ids of claims in the evidence ledger, each with five words on what it supports, or nobody's word. */
export type Citations = 'judgement' | Readonly<Record<string, string>>

interface MechanismText {
  /** Only counts or carries over: it claims nothing, and the switch-off test leaves it out. */
  readonly bookkeeping?: true
  /** File name without ending, unique. */
  readonly id: string
  /** Subsystems of the design it belongs to, for example ['S10']. */
  readonly subsystems: readonly string[]
  /** What it claims about the world, one or two sentences. */
  readonly says: string
  readonly claims: Citations
  /** What it leaves out. */
  readonly ignores: string
  readonly effect: Effect
}
/** A mechanism written as plain TypeScript over districts, zones, modes and the valley. */
export interface StepMechanism<M> extends MechanismText {
  readonly kind: 'step'
  /** The equation in plain symbols; one string per line. */
  readonly equation: readonly string[]
  /** State it reads and writes, as 'district.trust'; a test compares the lists with what it touches. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly parameters: readonly string[]
  step(moment: M): void
  /** The world without the mechanism; nothing happens when absent. */
  without?(moment: M): void
}
/** A mechanism written as a household rule; reads, writes, equation and parameters are derived from its text. */
export interface RuleMechanism extends MechanismText {
  readonly kind: 'rule'
  /** Path of the rule file, as the compiler knows it. */
  readonly file: string
  readonly rule: string
  /** Rule that stands in for it when switched off. */
  readonly without: string
  /** Who runs it: every household each month, or the twelfth under review. */
  readonly when: 'monthly' | 'review'
  /**
   * Of a rule under review: a district column. Where it is above zero, the households whose review is not due run the rule
   * too, this month.
   */
  readonly again?: string
}
export type Mechanism<M> = StepMechanism<M> | RuleMechanism
