export const LINK_KINDS = ['parameter', 'observation', 'event', 'mechanism', 'lever', 'pattern'] as const
/** `mechanism`, `lever` and `pattern` are cited by the model itself and added by the faces. */
export type LinkKind = (typeof LINK_KINDS)[number]

/** A claim and what it feeds. */
export interface Link {
  readonly claim: string
  readonly kind: LinkKind
  /** Name of the parameter, mechanism, lever or pattern, or id of the observation. */
  readonly target: string
  /** What the claim supports, in five words. */
  readonly supports: string
  /** Line of evidence/links.csv; absent for a citation of the model. */
  readonly line?: number
}
