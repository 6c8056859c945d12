// From when a package may differ from the reference.
import type { Compared } from '../compared.ts'

/** Year of the last point that a package has in common with the reference: changed rules differ from the first year on. */
export function partsFrom({ result, from }: Pick<Compared, 'result' | 'from'>, scenario: string): number {
  const { rules } = result.manifest
  return rules && scenario.endsWith(`@${rules.name}`) ? Number.NEGATIVE_INFINITY : from - 1
}
