// Which packages are drawn, and in which of the three hues.
import type { Compared } from '../compared.ts'

/** `k1`, `k2`, `k3` for the packages drawn, `off` for the others, `ref` for the reference. */
export interface Slots {
  of(scenario: string): string
  readonly drawn: readonly string[]
}

export function slotsOf(c: Compared, focus: readonly string[] | undefined): Slots {
  const names = c.packages.map(({ name }) => name)
  const wanted = (focus ?? []).filter((name) => names.includes(name))
  const drawn = [...new Set(wanted.length > 0 ? wanted : names)].slice(0, 3)
  const of = (scenario: string): string => {
    if (scenario === c.reference.name) return 'ref'
    const k = drawn.indexOf(scenario)
    return k < 0 ? 'off' : `k${k + 1}`
  }
  return { of, drawn }
}
