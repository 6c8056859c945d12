export const REASONS = [
  'definition',
  'territory',
  'period',
  'method',
  'unit',
  'attribution',
  'merging',
  'dispute',
  'unknown',
] as const
/** Why sources differ. `merging`: figures of different things put together; `dispute`: a dispute of fact. */
export type Reason = (typeof REASONS)[number]

/** What a side would mean for the model: a range of a parameter, an option of a switch, a mechanism `on` or `off`. */
export interface StandsFor {
  readonly kind: 'parameter' | 'switch' | 'mechanism'
  readonly target: string
  /** Range of the parameter under this side, in its unit. */
  readonly low?: number
  readonly high?: number
  readonly option?: string
}

/** One answer and the claims that give it. */
export interface Side {
  /** `a`, `b`, `c` … */
  readonly side: string
  readonly label: { readonly en: string; readonly es: string }
  /** Ids of claims or observations. */
  readonly claims: readonly string[]
  readonly standsFor?: StandsFor
  readonly line: number
}

/** A question that sources answer differently, why they do, and what would settle it. */
export interface Contradiction {
  readonly id: string
  readonly subject: string
  readonly title: { readonly en: string; readonly es: string }
  readonly reason: Reason
  /** Further reasons. */
  readonly also: readonly Reason[]
  readonly why: { readonly en: string; readonly es: string }
  readonly settle: { readonly en: string; readonly es: string }
  readonly status: 'explained' | 'open'
  readonly sides: readonly Side[]
  readonly line: number
}
