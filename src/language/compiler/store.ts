/** What variables, columns and sums hold at a point of the symbolic run, where it is not what they began with. */
import type { Binding, Value } from './values.ts'

/** A local variable, or 'h.crop', or 'o.income'. */
export type Place = Binding | string

export class Store {
  readonly #values = new Map<Place, Value>()
  /** What the places that were set in this trial held before it. */
  #before = new Map<Place, Value | undefined>()

  get(place: Place): Value | undefined {
    return this.#values.get(place)
  }

  set(place: Place, value: Value): void {
    if (!this.#before.has(place)) this.#before.set(place, this.#values.get(place))
    this.#values.set(place, value)
  }

  entries(): Iterable<[Place, Value]> {
    return this.#values.entries()
  }

  /** Runs one branch, takes back what it set, and returns it. */
  trial(branch: () => void): Map<Place, Value> {
    const outer = this.#before
    this.#before = new Map()
    try {
      branch()
    } catch (error) {
      this.#takeBack(outer)
      throw error
    }
    return this.#takeBack(outer)
  }

  /** Ends a trial: what it set. */
  #takeBack(outer: Map<Place, Value | undefined>): Map<Place, Value> {
    const after = new Map<Place, Value>()
    for (const [place, before] of this.#before) {
      const value = this.#values.get(place)
      if (value) after.set(place, value)
      if (before) this.#values.set(place, before)
      else this.#values.delete(place)
    }
    this.#before = outer
    return after
  }
}
