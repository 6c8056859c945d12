// Feedback loops of the map of mechanisms. All loops of a dense map are too many to list; the short ones and the circles of influence are not.

export interface Loops {
  /** Mechanisms that read what they wrote. */
  readonly self: readonly string[]
  /** Loops of two and of three mechanisms, each once, beginning with the one that acts first. */
  readonly pairs: readonly (readonly [string, string])[]
  readonly triples: readonly (readonly [string, string, string])[]
  /** Largest sets of two or more in which each influences each, directly or not. */
  readonly circles: readonly (readonly string[])[]
}

/** `ids` in the order of the month; `edges` between them. */
export function loopsOf(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Loops {
  const place = new Map(ids.map((id, k) => [id, k]))
  const next = ids.map((id) => new Set(edges.flatMap(({ from, to }) => (from === id ? (place.get(to) ?? []) : []))))
  const goes = (a: number, b: number) => next[a]?.has(b) ?? false
  const name = (k: number) => ids[k] as string
  const later = (k: number) => [...(next[k] ?? [])].filter((other) => other > k).sort((a, b) => a - b)
  const places = ids.map((_, k) => k)
  return {
    self: places.filter((k) => goes(k, k)).map(name),
    pairs: places.flatMap((a) => later(a).flatMap((b) => (goes(b, a) ? [[name(a), name(b)] as const] : []))),
    triples: places.flatMap((a) =>
      later(a).flatMap((b) =>
        [...(next[b] ?? [])]
          .filter((c) => c > a && c !== b && goes(c, a))
          .sort((x, y) => x - y)
          .map((c) => [name(a), name(b), name(c)] as const),
      ),
    ),
    circles: circlesOf(next).map((circle) => circle.map(name)),
  }
}

/** Strongly connected sets of two or more, by what each can reach. */
function circlesOf(next: readonly ReadonlySet<number>[]): number[][] {
  const reach = next.map((_, k) => reachedFrom(k, next))
  const circles: number[][] = []
  const placed = new Set<number>()
  for (let k = 0; k < next.length; k++) {
    if (placed.has(k)) continue
    const circle = [...(reach[k] ?? [])].filter((other) => reach[other]?.has(k)).sort((a, b) => a - b)
    for (const other of circle) placed.add(other)
    if (circle.length > 1) circles.push(circle)
  }
  return circles
}

function reachedFrom(start: number, next: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const reached = new Set<number>(next[start])
  for (const at of reached) for (const other of next[at] ?? []) reached.add(other)
  return reached
}
