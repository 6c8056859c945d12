// From what is compared to what is run: scenarios with unique names, the reference first.
import { InputError } from '../../evidence/problem.ts'
import { mayMap } from '../../report/harm.ts'
import { measures } from '../../system/measure.ts'
import { outcomes } from '../../system/outcomes.ts'
import { firstDraws, type Laboratory, type Plan, type Resolved, resolved, selectionFor } from '../../web/index.ts'
import { type Comparison, letterOf } from './comparison.ts'
import { type Draft, isPlain, preset, titleOf } from './draft.ts'
import { fileOf, scenarioOf } from './file.ts'

/** One selection for the whole visit, so that pasts are kept: outcomes every year, districts every year for the map. */
const YEARS = Array.from({ length: 36 }, (_, k) => 2000 + k)
const plain = selectionFor('compare', { outcomes, measures })
/** Every outcome that may be shown by district, so that a district's page has them all; parts that no view shows are left out. */
const UNSEEN: readonly string[] = ['legal_crop_area/food', 'legal_crop_area/other']
const finer = plain.outcomes.filter((name) => mayMap(name) && !UNSEEN.includes(name))
const districts = [...new Set([...plain.districts, ...finer])]
/** Households by group, as they were in the last year that all packages share. */
const groups = { since: 2024, years: [2030, 2035] }
const selection = { ...plain, districts, districtYears: YEARS, groups }

export const nameOf = (place: number): string => `paquete-${letterOf(place).toLowerCase()}`
export const REFERENCE = 'referencia'

/** Runs as it is shipped, under its own name. */
const asShipped = (draft: Draft, { world }: Comparison): boolean => isPlain(draft) && Object.keys(world).length === 0

/** What does not move need not be read again. */
const kept = new Map<string, Resolved>()
const KEPT = 24

/** Throws InputError with every problem of a draft. */
export function scenariosOf(lab: Laboratory, comparison: Comparison): Resolved[] {
  const used = new Set<string>()
  const make = (draft: Draft, name: string): Resolved => {
    if (asShipped(draft, comparison) && draft.from !== undefined && !used.has(draft.from)) {
      used.add(draft.from)
      return resolved(lab, draft.from)
    }
    const title = titleOf(draft, lab.scenarios)
    const key = `${name}\n${fileOf(draft, title, comparison.world)}`
    const known = kept.get(key)
    if (known) return known
    const { scenario, problems } = scenarioOf(draft, name, title, comparison.world, lab.vocabulary)
    if (!scenario) throw new InputError(problems)
    const fresh = resolved(lab, name, new Map([...lab.scenarios, [name, scenario]]))
    if (kept.size > KEPT) kept.clear()
    kept.set(key, fresh)
    return fresh
  }
  return [
    make(preset(comparison.reference), REFERENCE),
    ...comparison.packages.map((draft, place) => make(draft, nameOf(place))),
  ]
}

/** Throws InputError. */
export const planOf = (lab: Laboratory, comparison: Comparison): Plan => ({
  scenarios: scenariosOf(lab, comparison),
  draws: firstDraws(lab.draws, comparison.draws),
  months: 432,
  selection,
})

/** Files that say the same to the command line, and the command. A shipped scenario needs no file. */
export function filesOf(
  lab: Laboratory,
  comparison: Comparison,
): { files: [name: string, text: string][]; command: string } {
  const files: [string, string][] = []
  const words = [preset(comparison.reference), ...comparison.packages].map((draft, k) => {
    if (asShipped(draft, comparison)) return draft.from ?? ''
    const name = `${k === 0 ? REFERENCE : nameOf(k - 1)}.yaml`
    files.push([name, fileOf(draft, titleOf(draft, lab.scenarios), comparison.world)])
    return name
  })
  const { draws } = comparison
  return { files, command: `vraem compare ${words.join(' ')} --draws ${draws} --sample 1/${lab.sample}` }
}
