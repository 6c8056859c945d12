/**
 * What a rule sees. The types come from the declarations, so a misspelt column or a write to a fixed one is already an
 * error in the editor.
 */

/** Something with a unit ('PEN/kg/month', 'ha month/PEN', 'm^2', '1') and a meaning. */
export interface Quantity {
  readonly unit: string
  readonly about: string
}

/** One number per household. */
export interface Column extends Quantity {
  /**
   * f32 unless said otherwise. u8: one byte, rounds and clamps to 0 … 255 when assigned. i32: the identity that keys the
   * draws and travels with the household; no rule reads it.
   */
  readonly type?: 'f32' | 'u8' | 'i32'
  /** Never written by a rule. */
  readonly fixed?: true
  /** Lives within one month and only in registers: written by one rule, read by a later one. */
  readonly flow?: true
}

/** One number per draw of the uncertain parameters. */
export interface Parameter extends Quantity {
  readonly value: number
}

/** All that rules may name. The order of names is the order in memory. */
export interface Declarations {
  readonly household: Readonly<Record<string, Column>>
  readonly district: Readonly<Record<string, Quantity>>
  readonly param: Readonly<Record<string, Parameter>>
  readonly sums: Readonly<Record<string, Quantity>>
  /** Streams of random draws. Append only: the place in the list keys the draws. */
  readonly streams: readonly string[]
}

type KeysOf<C, Kind> = { [K in keyof C]: C[K] extends Kind ? K : never }[keyof C]
type Identity<C> = KeysOf<C, { type: 'i32' }>
type Fixed<C> = Exclude<KeysOf<C, { fixed: true }>, Identity<C>>

/** The columns of one household, as a rule reads and writes them. */
export type Row<C> = Readonly<Record<Fixed<C>, number>> & Record<Exclude<keyof C, Fixed<C> | Identity<C>>, number>

/** The one argument of a rule. */
export interface View<D extends Declarations> {
  /** The household. */
  readonly h: Row<D['household']>
  /** Its district. */
  readonly d: Readonly<Record<keyof D['district'], number>>
  /** The parameters. */
  readonly p: Readonly<Record<keyof D['param'], number>>
  /** Sums over the households of the district: only `o.x += …`. */
  readonly o: Record<keyof D['sums'], number>
  /** A uniform number in [0, 1), the same for the same household, month, seed, stream and index (0 unless given). */
  readonly draw: (stream: D['streams'][number], index?: number) => number
}

export type Rule<D extends Declarations> = (view: View<D>) => void

/** The word `rule` for these declarations: `export const rule = rulesOf(state)`. */
export const rulesOf =
  <D extends Declarations>(_declarations: D) =>
  (rule: Rule<D>): Rule<D> =>
    rule
