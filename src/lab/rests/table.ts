// What the answers of the shipped packages rest on, worked out once from every draw of the posterior: few draws tell less.
import { z } from 'zod'
import type { Manifest } from '../manifest.ts'
import type { AnswerRests } from '../marks.ts'

/** Below the checkout; made by `npm run rests`. */
export const RESTS_FILE = 'data/validation/rests.json'

const answer = z.object({
  outcome: z.string(),
  basis: z.enum(['prior-driven', 'informed by the past', 'not told']),
  past: z.number(),
  prior: z.number(),
  unknowns: z.array(z.object({ name: z.string(), share: z.number(), identified: z.boolean() })),
  behind: z.literal(true).exactOptional(),
})
const schema = z.object({
  /** Hash of the list of draws, all of it. */
  draws: z.string().min(1),
  count: z.int().min(1),
  /** Hashes of what was compared. */
  comparisons: z.array(z.object({ reference: z.string(), scenario: z.string(), answers: z.array(answer) })),
})
export type RestsTable = z.infer<typeof schema>

/** Undefined where there is no table, and where it is of other draws than `draws`. Throws where it cannot be read. */
export function readRestsTable(text: string | undefined, draws: string | undefined): RestsTable | undefined {
  if (text === undefined || draws === undefined) return undefined
  const table = schema.parse(JSON.parse(text))
  return table.draws === draws ? table : undefined
}

/** The table of a comparison under a whole list of draws; shares in thousandths. */
export function restsTable(
  manifest: Pick<Manifest, 'draws' | 'scenarios'>,
  names: readonly string[],
  rests: readonly AnswerRests[],
): RestsTable {
  const hashOf = (name: string): string => manifest.scenarios.find((one) => one.name === name)?.hash ?? ''
  const [reference = '', ...others] = names
  const near = (share: number): number => Math.round(share * 1000) / 1000
  return schema.parse({
    draws: manifest.draws.hash,
    count: manifest.draws.count,
    comparisons: others.map((name) => ({
      reference: hashOf(reference),
      scenario: hashOf(name),
      answers: rests.flatMap(({ scenario, past, prior, unknowns, ...rest }) =>
        scenario === name
          ? [
              {
                ...rest,
                past: near(past),
                prior: near(prior),
                unknowns: unknowns.map((one) => ({ ...one, share: near(one.share) })),
              },
            ]
          : [],
      ),
    })),
  })
}

/** Answers of a scenario that the table tells from more draws than `count`. */
export function toldBy(
  table: RestsTable | undefined,
  reference: { readonly hash: string },
  scenario: { readonly name: string; readonly hash: string },
  count: number,
): readonly AnswerRests[] | undefined {
  if (table === undefined || table.count <= count) return undefined
  const found = table.comparisons.find((one) => one.reference === reference.hash && one.scenario === scenario.hash)
  return found?.answers.map((one) => ({ scenario: scenario.name, ...one }) as AnswerRests)
}
