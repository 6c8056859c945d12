// Which scenario a scenario changes, and which that one changes, back to the first.
import type { Scenario } from './types.ts'

export type Library = ReadonlyMap<string, Scenario>

/** Names from the scenario itself back to the first one; stops at a circle or a gap. */
export function lineage(name: string, scenarios: Library): string[] {
  const line: string[] = []
  for (
    let next: string | undefined = name;
    next !== undefined && !line.includes(next);
    next = scenarios.get(next)?.from
  )
    line.push(next)
  return line
}
