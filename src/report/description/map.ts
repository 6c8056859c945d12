// The system map: mechanisms and what they read and write. Edges follow the flow of influence.
import type { Described, Description, MechanismDescription } from './description.ts'
import { type Loops, loopsOf } from './loops.ts'
import { readByOutcomes } from './outcome-reads.ts'

export type NodeKind =
  | 'mechanism'
  | 'household'
  | 'sum'
  | 'district'
  | 'zone'
  | 'mode'
  | 'valley'
  | 'lever'
  | 'world'
  | 'outcome'
export interface MapNode {
  /** 'mechanism.trust', 'district.trust', 'lever.dialogue', 'outcome.trust'. */
  readonly id: string
  readonly kind: NodeKind
  readonly label: string
  readonly unit?: string
  readonly about: string
  /** Mechanisms only: the folder they lie in. */
  readonly room?: string
}
/** Something read by a mechanism or an outcome, or written by a mechanism. */
export interface MapEdge {
  readonly from: string
  readonly to: string
  readonly kind: 'reads' | 'writes'
}
/** One mechanism writes what another, or itself, reads. */
export interface Influence {
  readonly from: string
  readonly to: string
  /** State columns. */
  readonly through: readonly string[]
  /** When the other one sees it: later in the same month, or a month after. */
  readonly when: 'same month' | 'next month'
}
export interface SystemMap {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** The map reduced to mechanisms, by id, in the order of the month. */
  readonly mechanisms: {
    readonly nodes: readonly string[]
    readonly edges: readonly Influence[]
    readonly loops: Loops
  }
}

/** The map of a model. The order of nodes and edges is that of schedule and declarations, the same on every machine. */
export function mapOf({ model }: Described, { mechanisms, entities, input }: Description): SystemMap {
  const ids = mechanisms.map(({ id }) => id)
  const edges = influences(mechanisms)
  return {
    nodes: [
      ...mechanisms.map(
        ({ id, about, file }): MapNode => ({
          id: `mechanism.${id}`,
          kind: 'mechanism',
          label: id,
          about,
          room: file.split('/').at(-2) ?? '',
        }),
      ),
      ...entities.flatMap(({ name: kind, columns }) =>
        columns.map(({ name, unit, about }): MapNode => ({ id: name, kind, label: name, unit, about })),
      ),
      ...Object.entries(model.levers).map(
        ([name, { en }]): MapNode => ({ id: `lever.${name}`, kind: 'lever', label: name, about: en }),
      ),
      ...input.world.map(({ name, about }): MapNode => ({ id: name, kind: 'world', label: name, about })),
      ...Object.entries(model.outcomes).map(
        ([name, { en, unit }]): MapNode => ({ id: `outcome.${name}`, kind: 'outcome', label: name, unit, about: en }),
      ),
    ],
    edges: [
      ...mechanisms.flatMap(({ id, reads, writes }): MapEdge[] => [
        ...reads.map((name): MapEdge => ({ from: name, to: `mechanism.${id}`, kind: 'reads' })),
        ...writes.map((name): MapEdge => ({ from: `mechanism.${id}`, to: name, kind: 'writes' })),
      ]),
      ...Object.entries(readByOutcomes(model)).flatMap(([name, read]) =>
        read.map((column): MapEdge => ({ from: column, to: `outcome.${name}`, kind: 'reads' })),
      ),
    ],
    mechanisms: { nodes: ids, edges, loops: loopsOf(ids, edges) },
  }
}

/** Who writes what whom reads; from and to are ids of mechanisms. */
export function influences(mechanisms: readonly MechanismDescription[]): Influence[] {
  return mechanisms.flatMap((from, place) =>
    mechanisms.flatMap((to, later): Influence[] => {
      const through = from.writes.filter((name) => to.reads.includes(name))
      if (through.length === 0) return []
      return [{ from: from.id, to: to.id, through, when: later > place ? 'same month' : 'next month' }]
    }),
  )
}
