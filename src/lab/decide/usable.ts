// Which futures and outcomes of a study can be reckoned with. What cannot is counted and named, never filled in.
import type { Study, StudyOutcome } from '../study/table.ts'

export interface Usable {
  /** The study with the outcomes that can be used. */
  readonly study: Study
  /** Futures in which every figure of every package is there, in order. */
  readonly kept: Int32Array
  /** Futures under which the model failed. */
  readonly failed: number
  /** Figures that are not there although the model did not fail, by outcome: in so many futures. */
  readonly missing: readonly { readonly outcome: string; readonly futures: number }[]
  /** Outcomes left out, for they miss in more than one future in ten. */
  readonly left: readonly string[]
}

/** An outcome that misses in more futures than this is left out; otherwise those futures are. */
const MOST_MISSING = 0.1

/** What of a study can be used: the kept futures are the same for every outcome and package. */
export function usableOf(study: Study): Usable {
  const sound = study.failed.map((failed) => 1 - failed)
  const ran = sound.reduce((sum, one) => sum + one, 0)
  const gaps = study.outcomes.map((outcome) => ({ outcome, gone: gapsOf(study, outcome, sound) }))
  const missing = gaps
    .map(({ outcome, gone }) => ({ outcome: outcome.name, futures: gone.reduce((sum, one) => sum + one, 0) }))
    .filter(({ futures }) => futures > 0)
  const left = missing.filter(({ futures }) => futures > MOST_MISSING * ran).map(({ outcome }) => outcome)
  const used = gaps.filter(({ outcome }) => !left.includes(outcome.name))
  const kept: number[] = []
  for (let f = 0; f < study.futures; f++) if (sound[f] === 1 && used.every(({ gone }) => gone[f] === 0)) kept.push(f)
  return {
    study: { ...study, outcomes: used.map(({ outcome }) => outcome) },
    kept: Int32Array.from(kept),
    failed: study.futures - ran,
    missing,
    left,
  }
}

/** 1 in the futures where a figure of some package is no number. */
function gapsOf({ futures, policies }: Study, { values }: StudyOutcome, sound: Uint8Array): Uint8Array {
  const gone = new Uint8Array(futures)
  for (let k = 0; k < policies.length; k++)
    for (let f = 0; f < futures; f++)
      if (sound[f] === 1 && !Number.isFinite(values[k * futures + f] as number)) gone[f] = 1
  return gone
}

/** Packages of which every figure is the same in every kept future: pairs of names, the earlier first. */
export function identicalIn({ study, kept }: Pick<Usable, 'study' | 'kept'>): [string, string][] {
  const { policies, outcomes, futures } = study
  const alike = (a: number, b: number) =>
    outcomes.every(({ values }) => kept.every((f) => values[a * futures + f] === values[b * futures + f]))
  return policies.flatMap(({ name }, b) => {
    const a = policies.findIndex((_, at) => at < b && alike(at, b))
    return a < 0 ? [] : [[policies[a]?.name as string, name] as [string, string]]
  })
}
