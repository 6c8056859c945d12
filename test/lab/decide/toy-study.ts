// Small studies whose answers are known.
import { drawsOf } from '../../../src/engine/draws.ts'
import type { Study, StudyOutcome, Uncertainty } from '../../../src/lab/study/table.ts'

export const same = (text: string) => ({ en: text, es: text })

/** Uniform and standard normal numbers, keyed. */
export function chanceOf(seed: number) {
  const chance = drawsOf(['toy'])
  chance.seed = seed
  return {
    uniform: (f: number, column = 0) => chance.uniform('toy', f, column),
    normal: (f: number, column = 0) => chance.normal('toy', f, column),
  }
}

type Outcome = Omit<StudyOutcome, 'values' | 'en' | 'es' | 'from' | 'to' | 'how'> & {
  readonly value: (policy: number, future: number) => number
}

/** A study with the packages p0, p1, … */
export function toyStudy(
  policies: number,
  futures: number,
  outcomes: readonly Outcome[],
  uncertainties: readonly Uncertainty[] = [],
): Study {
  return {
    futures,
    policies: Array.from({ length: policies }, (_, k) => ({
      name: `p${k}`,
      title: same(`Package ${k}`),
      hash: `${k}`,
    })),
    uncertainties,
    outcomes: outcomes.map(({ value, ...card }) => ({
      ...card,
      ...same(card.name),
      how: 'mean',
      from: 2025,
      to: 2035,
      values: Float64Array.from({ length: policies * futures }, (_, at) =>
        value(Math.floor(at / futures), at % futures),
      ),
    })),
    failed: new Uint8Array(futures),
  }
}

/** Numbers uniform on 0 to 1, named u0, u1, … */
export const uniforms = (count: number, futures: number, seed: number): Uncertainty[] => {
  const { uniform } = chanceOf(seed)
  return Array.from({ length: count }, (_, d) => ({
    kind: 'number',
    name: `u${d}`,
    ...same(`u${d}`),
    unit: '1',
    values: Float64Array.from({ length: futures }, (_, f) => uniform(f, d)),
  }))
}
