/** Runs a search: generation after generation of candidate packages as studies on the same futures, then the best ones on fresh futures. */
import { join } from 'node:path'
import { InputError, throwIfAny } from '../evidence/problem.ts'
import { chanceOf } from '../lab/calibrate/chance.ts'
import { spread } from '../lab/calibrate/designs.ts'
import { type DrawList, drawsWhere } from '../lab/draws.ts'
import type { Words } from '../lab/results.ts'
import { resolve } from '../lab/scenario/library.ts'
import { readScenario } from '../lab/scenario/read.ts'
import type { Resolved } from '../lab/scenario/types.ts'
import { assess } from '../lab/search/assess.ts'
import { evolve, type Tried } from '../lab/search/evolve.ts'
import type { SearchFile } from '../lab/search/file.ts'
import type { FoundPackage, SearchResult } from '../lab/search/result.ts'
import { epsilonsOf, keepsLimits, scoresOf } from '../lab/search/scores.ts'
import { type Gene, levelsOf, pointAt, scenarioText, tidied, valuesAt } from '../lab/search/space.ts'
import type { Study } from '../lab/study/table.ts'
import { readyFolder } from './folder.ts'
import type { Laboratory } from './laboratory.ts'
import { runStudy } from './studies.ts'
import { writeWhole } from './write.ts'

export interface SearchWish {
  readonly search: SearchFile
  readonly draws: DrawList
  /** Futures on which candidates are scored, and those on which the found ones are scored again. */
  readonly futures: number
  readonly fresh: number
  /** Candidates tried, and those in a generation. */
  readonly candidates: number
  readonly size?: number
  /** Most packages that are handed out. */
  readonly packages?: number
  readonly seed: number
  readonly sample: number
  readonly workers?: number | undefined
  /** Keeps what is finished; a search goes on from there. */
  readonly folder: string
  readonly signal?: AbortSignal | undefined
  /** Runs of a future under all packages of a study, done and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly onGeneration?: (tried: number, front: number) => void
  readonly onLost?: (why: string) => void
}

export const SIZE = 24
export const PACKAGES = 6
/** The front after the last whole generation. */
export const FRONT_FILE = 'front.json'

/** Throws InputError, and Stopped when `signal` is aborted: the front so far and all finished runs are in the folder. */
export async function runSearch(lab: Laboratory, wish: SearchWish): Promise<SearchResult> {
  const { search, folder, seed, futures, fresh, signal } = wish
  const { space } = search
  const size = Math.min(wish.size ?? SIZE, wish.candidates)
  const base = resolve(space.from, lab.scenarios, lab.vocabulary)
  // the draws of the search are never among those of the judgement
  const [known, unseen] = [drawsWhere(wish.draws, (k) => k % 2 === 0), drawsWhere(wish.draws, (k) => k % 2 === 1)]
  if (unseen.indices.length === 0) throw new InputError([ONE_DRAW])
  const total = (Math.ceil(wish.candidates / size) + 1) * futures + fresh
  let before = 0
  const study = async (
    name: string,
    policies: readonly Resolved[],
    draws: DrawList,
    count: number,
    of: number,
  ): Promise<Study> => {
    const { sample, workers, onLost } = wish
    const done = await runStudy(lab, {
      ...{ policies: [base, ...policies], futures: count, seed: of, sample, draws, workers, signal },
      ...(onLost && { onLost }),
      folder: await readyFolder(join(folder, name)),
      onProgress: (finished) => wish.onProgress?.(before + finished, total),
    })
    before += count
    return done.study
  }
  const candidates = (texts: readonly string[], prefix: string): Resolved[] => {
    const read = texts.map((text, k) => readScenario(text, `${prefix}${k + 1}.yaml`, lab.vocabulary))
    throwIfAny(read.flatMap(({ problems }) => problems))
    const all = new Map(lab.scenarios)
    for (const { scenario } of read) if (scenario) all.set(scenario.name, scenario)
    return texts.map((_, k) => resolve(`${prefix}${k + 1}`, all, lab.vocabulary))
  }
  let epsilons: readonly number[] = []
  let generations = 0
  let pending: Promise<void> = Promise.resolve()
  const { front, tried } = await evolve({
    levels: space.genes.map(({ range }) => levelsOf(range)),
    epsilons: () => epsilons,
    seeds: [tidied(space, asToday(search, base))],
    size,
    most: wish.candidates,
    chance: chanceOf(seed, 'search'),
    tidy: (point) => tidied(space, point),
    async evaluate(points, generation) {
      const texts = points.map((point) => scenarioText(space, point, TRIED))
      const name = `generation-${String(generation + 1).padStart(3, '0')}`
      const scored = await study(name, candidates(texts, `g${generation + 1}-`), known, futures, seed)
      if (generation === 0) epsilons = epsilonsOf(scored, search.objectives)
      return scoresOf(scored, search)
    },
    onGeneration(kept, count, generation) {
      generations = generation + 1
      wish.onGeneration?.(count, kept.length)
      pending = pending.then(() => keepFront(folder, search, kept, count))
    },
  }).finally(() => pending)
  const chosen = choose(front, epsilons, wish.packages ?? PACKAGES)
  const packages = chosen.map(({ point }, k): FoundPackage => {
    const title = { en: `Found by search, ${k + 1}`, es: `Hallado por búsqueda, ${k + 1}` }
    return {
      name: `found-${k + 1}`,
      text: scenarioText(space, point, title, aboutOf(search)),
      values: shown(search, point),
    }
  })
  const resolved = candidates(
    packages.map(({ text }) => text),
    'found-',
  )
  const searched = await study('found', resolved, known, futures, seed)
  const judged = await study('fresh', resolved, unseen, fresh, seed + 1)
  return {
    title: search.title,
    from: space.from,
    reference: base.card.title,
    numbers: space.genes.map(({ words, unit, path }) => ({ words, unit, path })),
    tried: tried.length,
    generations,
    front: front.length,
    limitsBroken: front.every(({ broken }) => broken > 0),
    packages,
    assessment: assess(searched, judged, search.objectives, keepsLimits(search.limits)),
  }
}

const TRIED: Words = { en: 'Tried', es: 'Probado' }
const ONE_DRAW = {
  code: 'one-draw',
  file: 'vraem search',
  field: '--prior',
  what: 'the list holds a single draw',
  expected: 'draws for the search, and others to judge what it found',
  todo: 'use the shipped draws, or --prior',
}

/** Values of today, where the file leaves numbers of levers open; no rule. */
function asToday({ space }: SearchFile, base: Resolved): Float64Array {
  const values = space.genes.map(({ path, range }) => {
    const [section, lever, field] = path.map(String)
    const series = section === 'levers' ? base.levers[lever ?? '']?.fields[field ?? ''] : undefined
    return series?.at(-1) ?? range.low
  })
  return pointAt(space, values)
}

/** Points that keep the limits where there are any, far from each other in what they score. */
function choose(front: readonly Tried[], epsilons: readonly number[], most: number): readonly Tried[] {
  const whole = front.filter(({ broken }) => broken === 0)
  const from = whole.length > 0 ? whole : front.slice(0, 1)
  const scaled = from.map(({ scores }) => Float64Array.from(scores, (score, k) => score / (epsilons[k] as number)))
  const ranges = epsilons.map(
    (_, k) => Math.max(...scaled.map((one) => one[k] as number)) - Math.min(...scaled.map((one) => one[k] as number)),
  )
  const even = scaled.map((one) => one.map((value, k) => value / Math.max(1, ranges[k] as number)))
  return spread(even, most)
    .sort((a, b) => a - b)
    .map((k) => from[k] as Tried)
}

const shown = ({ space }: SearchFile, point: Float64Array): (number | null)[] => {
  const values = valuesAt(space, point)
  const used = new Map(
    space.genes.flatMap(({ path }, j) =>
      path.length === 2 && path[0] === 'rules' ? [[path[1], values[j] === 1]] : [],
    ),
  )
  return values.map((value, j) => {
    const { path } = space.genes[j] as Gene
    return path[0] === 'rules' && path.length > 2 && used.get(path[1] as number) === false ? null : value
  })
}

const aboutOf = ({ objectives }: SearchFile): Words => {
  const names = objectives.map(({ outcome, want }) => `${outcome} (${want})`).join(', ')
  return {
    en: `Made by vraem search for ${names}. A trade-off, not a recommendation.`,
    es: `Hecho por vraem search para ${names}. Un compromiso, no una recomendación.`,
  }
}

async function keepFront(folder: string, search: SearchFile, kept: readonly Tried[], tried: number): Promise<void> {
  const front = kept.map(({ point, scores, broken }) => ({
    scores,
    broken,
    text: scenarioText(search.space, point, TRIED),
  }))
  await writeWhole(
    join(folder, FRONT_FILE),
    `${JSON.stringify({ tried, objectives: search.objectives, front }, null, 2)}\n`,
  )
}
