// What a brief needs beside the comparison itself: changes by district, and what is contested behind it.
import { leversThatDiffer } from '../../lab/marks.ts'
import { type ContestedHere, contestedHere, type InPlay, type Touched } from '../../report/brief/contested.ts'
import { ROWS } from '../../report/brief/table.ts'
import type { DistrictChanges } from '../../report/brief/where.ts'
import type { Compared } from '../../report/compared.ts'
import type { Words } from '../../report/input.ts'
import type { Collector, Resolved } from '../../web/index.ts'
import { districtDifferences } from '../compare/summary.ts'
import { ask } from '../ledger/ask.ts'
import type { PackedModel } from '../works/packed.ts'

/** Two maps of one package, one of each where there are more. */
const MAPPED = ['household_income', 'poverty_rate'] as const

/** Undefined when `stale`. */
export async function districtsOf(
  gathered: Collector,
  stale: () => boolean,
): Promise<readonly DistrictChanges[] | undefined> {
  const packages = gathered.plan.scenarios.slice(1)
  const found: DistrictChanges[] = []
  for (const [k, { card }] of packages.entries())
    for (const outcome of packages.length === 1 ? MAPPED : MAPPED.slice(0, 1)) {
      const rows = await districtDifferences(gathered, outcome, k + 1, stale)
      if (rows === undefined) return undefined
      const unit = gathered.cells.lines.find((line) => line.outcome === outcome)?.unit ?? '1'
      if (rows.length > 0) found.push({ scenario: card.name, outcome, unit, rows })
    }
  return found
}

/** Contradictions that touch the levers that differ, the mechanisms that read them, and what moves the answers; those mechanisms. */
export async function contestedOf(
  model: PackedModel,
  { plan }: Collector,
  compared: Compared,
): Promise<{ readonly contested: readonly ContestedHere[]; readonly mechanisms: ReadonlySet<string> }> {
  const [reference, ...packages] = plan.scenarios
  if (reference === undefined) return { contested: [], mechanisms: new Set() }
  const play = inPlay(model, reference, packages, compared)
  const all = await ask('contradictions')
  const touched: Touched = {
    levers: await touchedBy('lever', [...play.levers.keys()]),
    mechanisms: await touchedBy('mechanism', [...play.mechanisms.keys()]),
  }
  return { contested: contestedHere(all, play, touched), mechanisms: new Set(play.mechanisms.keys()) }
}

function inPlay(model: PackedModel, reference: Resolved, packages: readonly Resolved[], { result }: Compared): InPlay {
  const differing = new Set(packages.flatMap((one) => leversThatDiffer(one, reference)))
  const levers = model.levers.filter(({ id }) => differing.has(id))
  const reading = new Set(levers.flatMap(({ readBy }) => readBy))
  const mechanisms = model.mechanisms.filter(({ id, bookkeeping }) => reading.has(id) && !bookkeeping)
  const shares = new Map<string, number>()
  for (const { unknowns, outcome } of result.marks?.rests ?? [])
    if (ROWS.includes(outcome))
      for (const { name, share } of unknowns) shares.set(name, Math.max(share, shares.get(name) ?? 0))
  return {
    levers: named(levers),
    mechanisms: named(mechanisms),
    unknowns: new Set(
      mechanisms.flatMap(({ parameters, switches }) => [...parameters, ...switches.map((name) => `switch_${name}`)]),
    ),
    shares,
  }
}

const named = (list: readonly { readonly id: string; readonly name: Words }[]): ReadonlyMap<string, Words> =>
  new Map(list.map(({ id, name }) => [id, name]))

async function touchedBy(kind: 'lever' | 'mechanism', ids: readonly string[]): Promise<Map<string, string[]>> {
  const all = await Promise.all(ids.map((id) => ask('grounds', kind, id)))
  const found = new Map<string, string[]>()
  all.forEach(({ contradictions }, k) => {
    for (const { id } of contradictions) found.set(id, [...(found.get(id) ?? []), ids[k] as string])
  })
  return found
}
