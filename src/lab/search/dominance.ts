// Which of two packages is better at everything, and an archive that keeps one package for each step of what can be told apart.

/** A tried point: its scores, lower is better, and by how much it breaks the limits (0: not at all). */
export interface Scored {
  readonly scores: readonly number[]
  readonly broken: number
}

/** Less broken first; among those that break nothing, as good in every score and better in one. */
export function dominates(a: Scored, b: Scored): boolean {
  if (a.broken !== b.broken && (a.broken > 0 || b.broken > 0)) return a.broken < b.broken
  return better(a.scores, b.scores)
}

function better(a: readonly number[], b: readonly number[]): boolean {
  let strictly = false
  for (let k = 0; k < a.length; k++) {
    if ((a[k] as number) > (b[k] as number)) return false
    if ((a[k] as number) < (b[k] as number)) strictly = true
  }
  return strictly
}

/** Fronts of places, the first one dominated by nobody. */
export function frontsOf(points: readonly Scored[]): number[][] {
  let left = points.map((_, k) => k)
  const fronts: number[][] = []
  while (left.length > 0) {
    const front = left.filter((k) => !left.some((other) => dominates(points[other] as Scored, points[k] as Scored)))
    fronts.push(front)
    const taken = new Set(front)
    left = left.filter((k) => !taken.has(k))
  }
  return fronts
}

/** How alone each of these points stands among them: the sum over scores of the gap between its neighbours; ends are infinite. */
export function crowding(points: readonly Scored[]): number[] {
  const alone = points.map(() => 0)
  for (let m = 0; m < (points[0]?.scores.length ?? 0); m++) {
    const at = (k: number) => points[k]?.scores[m] as number
    const order = points.map((_, k) => k).sort((a, b) => at(a) - at(b) || a - b)
    const range = at(order.at(-1) as number) - at(order[0] as number)
    order.forEach((k, place) => {
      const [before, after] = [order[place - 1], order[place + 1]]
      if (before === undefined || after === undefined) alone[k] = Number.POSITIVE_INFINITY
      else if (range > 0) alone[k] = (alone[k] as number) + (at(after) - at(before)) / range
    })
  }
  return alone
}

export interface Archive<P extends Scored> {
  readonly kept: readonly P[]
  /** True where the point opens a box, or takes one over: progress that can be told. */
  add(point: P): boolean
}

/**
 * ε-dominance (Laumanns and others 2002): scores are cut into steps of ε; one point stands for each box that no other box
 * dominates, the one nearest to the box's best corner. Its size is bounded, and what is gained is never lost again.
 */
export function archiveOf<P extends Scored>(epsilons: readonly number[]): Archive<P> {
  let kept: { point: P; box: readonly number[] }[] = []
  const boxOf = (point: P) => point.scores.map((score, k) => Math.floor(score / (epsilons[k] as number)))
  const corner = (point: P, box: readonly number[]) =>
    point.scores.reduce((sum, score, k) => sum + (score / (epsilons[k] as number) - (box[k] as number)) ** 2, 0)
  return {
    get kept() {
      return kept.map(({ point }) => point)
    },
    add(point) {
      const box = boxOf(point)
      const boxed = { scores: box, broken: point.broken }
      if (kept.some((other) => dominates({ scores: other.box, broken: other.point.broken }, boxed))) return false
      const same = kept.find((other) => other.point.broken === point.broken && other.box.every((b, k) => b === box[k]))
      if (same) {
        const nearer =
          dominates(point, same.point) ||
          (!dominates(same.point, point) && corner(point, box) < corner(same.point, box))
        if (nearer) kept = kept.map((other) => (other === same ? { point, box } : other))
        return false
      }
      kept = kept.filter((other) => !dominates(boxed, { scores: other.box, broken: other.point.broken }))
      kept.push({ point, box })
      return true
    },
  }
}
