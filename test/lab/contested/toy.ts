import type { Contradiction } from '../../../src/evidence/ledger/contradiction.ts'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import type { Study } from '../../../src/lab/study/table.ts'

export const same = (text: string) => ({ en: text, es: text })

interface Future {
  readonly x: number
  readonly z: number
  /** Drawn anew in each future. */
  readonly noise: number
  /** Place of the option of the switch that acts, where a study has it act. */
  readonly option: number
  /** Place of the option of what comes from outside. */
  readonly luck: number
}

/**
 * A study of as many packages as `outcomes` gives values for, over futures that share draws. Columns: x and z (standard normal by
 * draw), idle (of no effect), switch_idle and switch_acts (three options, by draw), world_luck (by future).
 */
export function toyStudy(
  futures: number,
  draws: number,
  outcomes: (future: Future) => readonly number[],
  { better = 'more', seed = 5 }: { better?: 'less' | 'more' | 'open'; seed?: number } = {},
): Study {
  const chance = chanceOf(seed, 'toy study')
  const ofDraw = (name: string) => Float64Array.from({ length: futures }, (_, f) => chance.part(name).normal(f % draws))
  const choiceOf = (name: string, by: number) =>
    Int32Array.from({ length: futures }, (_, f) => chance.part(name).below(3, f % by))
  const [x, z, idle] = [ofDraw('x'), ofDraw('z'), ofDraw('idle')]
  const options = ['one', 'two', 'three'].map((name) => ({ name, ...same(name) }))
  const acts = choiceOf('acts', draws)
  const luck = choiceOf('luck', futures)
  const rows = Array.from({ length: futures }, (_, f) =>
    outcomes({
      x: x[f] as number,
      z: z[f] as number,
      noise: chance.part('noise').normal(f),
      option: acts[f] as number,
      luck: luck[f] as number,
    }),
  )
  const packages = rows[0]?.length ?? 0
  return {
    futures,
    policies: Array.from({ length: packages }, (_, k) => ({
      name: `p${k}`,
      title: same(`package ${k}`),
      hash: `${k}`,
    })),
    uncertainties: [
      { kind: 'number', name: 'x', ...same('x'), unit: '1', values: x },
      { kind: 'number', name: 'z', ...same('z'), unit: '1', values: z },
      { kind: 'number', name: 'idle', ...same('idle'), unit: '1', values: idle },
      { kind: 'choice', name: 'switch_idle', ...same('idle switch'), options, values: choiceOf('idle switch', draws) },
      { kind: 'choice', name: 'switch_acts', ...same('acting switch'), options, values: acts },
      { kind: 'choice', name: 'world_luck', ...same('luck'), options, values: luck },
    ],
    outcomes: [
      {
        name: 'household_income',
        ...same('income'),
        unit: 'PEN/person/yr',
        how: 'mean',
        from: 2025,
        to: 2035,
        better,
        values: Float64Array.from(
          { length: packages * futures },
          (_, k) => rows[k % futures]?.[Math.floor(k / futures)] ?? 0,
        ),
      },
    ],
    failed: new Uint8Array(futures),
  }
}

/** A contradiction of two sides. */
export const sidesOn = (
  id: string,
  targets: readonly (Contradiction['sides'][number]['standsFor'] | undefined)[],
): Contradiction => ({
  id,
  subject: 'subject',
  title: { en: `Question ${id}?`, es: `¿Pregunta ${id}?` },
  reason: 'dispute',
  also: [],
  why: same('why'),
  settle: { en: 'a count', es: 'un conteo' },
  status: 'open',
  line: 1,
  sides: targets.map((standsFor, k) => ({
    side: 'abc'[k] as string,
    label: same(`side ${'abc'[k]}`),
    claims: [`C${k}`],
    line: 1,
    ...(standsFor === undefined ? {} : { standsFor }),
  })),
})
