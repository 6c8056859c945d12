/** A word of the controlled vocabulary: what a claim is about. */
export interface Subject {
  readonly id: string
  readonly topic: string
  readonly label: { readonly en: string; readonly es: string }
  /** Unit in which figures are compared; empty for subjects without figures. */
  readonly unit: string
  /** Series of data/ that measure the same. */
  readonly series: readonly string[]
  readonly about: string
  readonly line: number
}

/** A group of subjects. */
export interface Topic {
  readonly id: string
  readonly label: { readonly en: string; readonly es: string }
}
