/** Where claims come from, with how far it can be relied on. */
export interface Source {
  /** `000` … `004` for the five documents, else a short name. */
  readonly id: string
  /** For an outside source exactly the `source_title` of the observations it carries. */
  readonly title: string
  readonly producer: string
  /** `2024`, `2024-06`, or empty. */
  readonly date: string
  readonly dateBasis: string
  readonly kind: string
  readonly url: string
  /** One sentence. */
  readonly reliability: string
  /** Id of the source that made the measurement or gave the testimony behind this one; empty if this one did. */
  readonly origin: string
  /** One sentence on what this source repeats, and what repeats it. */
  readonly independence: string
  readonly line: number
}

/**
 * The source at the end of the chain of origins that starts at `id`: whoever measured or testified. An id that is not listed
 * is its own origin; a chain that runs in a circle ends where it would start again.
 */
export function originOf(id: string, sources: ReadonlyMap<string, Source>): string {
  const seen = new Set<string>()
  let at = id
  for (;;) {
    seen.add(at)
    const next = sources.get(at)?.origin ?? ''
    if (next === '' || seen.has(next)) return at
    at = next
  }
}
