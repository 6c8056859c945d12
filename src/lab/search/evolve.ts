// The search itself: NSGA-II with an ε-archive and fresh starts (Deb and others 2002; Kollat and Reed 2006), for few evaluations.
import type { Chance } from '../calibrate/chance.ts'
import { latinHypercube } from '../calibrate/designs.ts'
import { type Archive, archiveOf, crowding, dominates, frontsOf, type Scored } from './dominance.ts'
import { child, mutated, onGrid, redrawn } from './variation.ts'

/** A point of the unit cube, on its grid, with what it scored. */
export interface Tried extends Scored {
  readonly point: Float64Array
}

export interface Evolution {
  /** Values a number may take, by number of the point. */
  readonly levels: readonly number[]
  /** Step in each score below which no difference is told; asked after the first generation is scored. */
  readonly epsilons: () => readonly number[]
  /** Points tried first, before a Latin hypercube fills the first generation. */
  readonly seeds: readonly Float64Array[]
  /** Points a generation. */
  readonly size: number
  /** Points tried in all. */
  readonly most: number
  readonly chance: Chance
  /** Brings a point on the grid to the one that stands for all points that mean the same. */
  readonly tidy?: (point: Float64Array) => Float64Array
  /** Scores of points, in their order. */
  evaluate(points: readonly Float64Array[], generation: number): Promise<readonly Scored[]>
  /** After each generation. */
  readonly onGeneration?: (front: readonly Tried[], tried: number, generation: number) => void
}

/** Generations without a new box in the archive before points are drawn around it anew. */
const PATIENCE = 2
/** How often a point that was tried is moved on before one is drawn anywhere. */
const TRIES = 8
/** Where nearly all points were tried, one may be tried twice. */
const MOST_TRIES = 500

/** The points that no other one beats by a step, and how many were tried. The same for the same arguments, wherever it runs. */
export async function evolve(evolution: Evolution): Promise<{ front: readonly Tried[]; tried: readonly Tried[] }> {
  const { levels, size, chance, tidy = (point) => point, evaluate, onGeneration } = evolution
  const all = levels.reduce((product, count) => product * count, 1)
  const most = Math.min(evolution.most, all)
  let archive: Archive<Tried> | undefined
  const tried: Tried[] = []
  const known = new Set<string>()
  const fresh = (point: Float64Array, of: Chance): Float64Array => {
    let next = tidy(onGrid(point, levels))
    for (let k = 0; known.has(next.join()) && k < MOST_TRIES; k++) {
      const moved = k < TRIES ? mutated(next, 0.3, of.part(`again ${k}`)) : redrawn(next, 1, of.part(`anew ${k}`))
      next = tidy(onGrid(moved, levels))
    }
    known.add(next.join())
    return next
  }
  let population: Tried[] = []
  let idle = 0
  for (let generation = 0; tried.length < most; generation++) {
    const of = chance.part(`generation ${generation}`)
    const room = Math.min(size, most - tried.length)
    const make =
      generation === 0
        ? starts(evolution, of, room)
        : idle >= PATIENCE
          ? around(archive?.kept ?? [], of, room)
          : offspring(population, archive?.kept ?? [], of, room)
    const points = make.map((point, k) => fresh(point, of.part(`point ${k}`)))
    const scored = (await evaluate(points, generation)).map(
      (one, k): Tried => ({ ...one, point: points[k] as Float64Array }),
    )
    archive ??= archiveOf<Tried>(evolution.epsilons())
    const opened = scored.filter(archive.add).length
    idle = opened > 0 ? 0 : idle >= PATIENCE ? 0 : idle + 1
    tried.push(...scored)
    population = fittest([...population, ...scored], size)
    onGeneration?.(archive.kept, tried.length, generation)
  }
  return { front: archive?.kept ?? [], tried }
}

function starts({ seeds, levels }: Evolution, chance: Chance, room: number): Float64Array[] {
  const first = seeds.slice(0, room)
  const rest = room - first.length
  return rest > 0 ? [...first, ...latinHypercube(rest, levels.length, chance.part('first points'))] : first
}

/** Points of the archive, moved far in some numbers. */
const around = (kept: readonly Tried[], chance: Chance, room: number): Float64Array[] =>
  Array.from({ length: room }, (_, k) => {
    const { point } = kept[chance.below(kept.length, k, 0)] as Tried
    return redrawn(point, Math.max(0.3, 1 / point.length), chance.part(`around ${k}`))
  })

/** One parent wins a match in the population, the other stands in the archive. */
function offspring(population: readonly Tried[], kept: readonly Tried[], chance: Chance, room: number): Float64Array[] {
  const alone = crowding(population)
  const winner = (k: number): Tried => {
    const a = chance.below(population.length, k, 1)
    const b = chance.below(population.length, k, 2)
    const [first, second] = [population[a] as Tried, population[b] as Tried]
    if (dominates(first, second)) return first
    if (dominates(second, first)) return second
    return (alone[a] as number) >= (alone[b] as number) ? first : second
  }
  return Array.from({ length: room }, (_, k) =>
    child(winner(k).point, (kept[chance.below(kept.length, k, 0)] as Tried).point, chance.part(`child ${k}`)),
  )
}

/** Front by front, the last one by how alone its points stand. */
function fittest(points: readonly Tried[], size: number): Tried[] {
  const chosen: Tried[] = []
  for (const front of frontsOf(points)) {
    const members = front.map((k) => points[k] as Tried)
    const alone = crowding(members)
    const order = members.map((_, k) => k).sort((a, b) => (alone[b] as number) - (alone[a] as number) || a - b)
    for (const k of order) if (chosen.length < size) chosen.push(members[k] as Tried)
    if (chosen.length >= size) break
  }
  return chosen
}
