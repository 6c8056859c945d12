// The answer to the comparison that the page opens with: made by `npm run first-answer`, shipped while it is of this laboratory.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../engine/hash.ts'
import { gather } from '../../host/ensemble.ts'
import type { Laboratory } from '../../host/laboratory.ts'
import { PAGE_SAMPLE } from '../../host/packed.ts'
import { type DrawList, hashOfDraws } from '../../lab/draws.ts'
import type { Credentials } from '../../lab/marks.ts'
import type { Plan } from '../../lab/member.ts'
import { HEADLINES } from '../../report/compared.ts'
import type { Laboratory as PageLaboratory } from '../../web/index.ts'
import { initial } from '../compare/comparison.ts'
import type { FirstAnswer } from '../compare/first.ts'
import { planOf } from '../compare/plan.ts'
import { FRONT, summary } from '../compare/summary.ts'

/** A line says what it is of; then a row in each line, periods first. */
export const FIRST_ANSWER_FILE = 'src/page/pack/first-answer.ndjson'

interface Head extends Omit<FirstAnswer, 'outcomes' | 'periods'> {
  /** Hash of everything that the numbers depend on. */
  readonly of: string
}

const pageOf = (lab: Laboratory, draws: DrawList, credentials: Credentials): PageLaboratory =>
  ({
    ...lab,
    draws,
    credentials,
    parameters: lab.pack.parameters,
    sample: PAGE_SAMPLE,
  }) as unknown as PageLaboratory

function made(lab: Laboratory, { scenarios, draws, months }: Plan): string {
  const { facts, frame, pack, hashes } = lab
  const hashed = scenarios.map(({ card }) => card.hash)
  return sha256Hex(
    JSON.stringify([
      FRONT,
      HEADLINES,
      facts,
      frame,
      pack.parameters,
      hashes.model,
      hashOfDraws(draws),
      hashed,
      months,
      PAGE_SAMPLE,
    ]),
  )
}

const planIn = (lab: Laboratory, draws: DrawList, credentials: Credentials) =>
  planOf(pageOf(lab, draws, credentials), initial)

/** Runs it: half a minute. Returns the text of the file. */
export async function makeFirstAnswer(lab: Laboratory, draws: DrawList, credentials: Credentials): Promise<string> {
  const plan = planIn(lab, draws, credentials)
  const collector = await gather({ lab, plan, sample: PAGE_SAMPLE })
  const found = await summary(pageOf(lab, draws, credentials), collector, false, () => false)
  if (!found) throw new Error('the summary was given up')
  const { outcomes, periods } = found.result
  const head: Head = {
    of: made(lab, plan),
    scenarios: plan.scenarios.map(({ card }) => card.hash),
    seed: plan.draws.seed,
    draws: plan.draws.indices,
  }
  return [head, ...periods, ...outcomes].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** JSON of a FirstAnswer, or `null` where the file is of another laboratory: the page then waits for its engine. */
export async function packedFirstAnswer(
  root: string,
  lab: Laboratory,
  draws: DrawList,
  credentials: Credentials,
): Promise<string> {
  const text = await readFile(join(root, FIRST_ANSWER_FILE), 'utf8').catch(() => '')
  const [head, ...rows] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  if (head?.of !== made(lab, planIn(lab, draws, credentials))) return 'null'
  const { of: _, ...asked } = head as Head
  const answer: FirstAnswer = {
    ...asked,
    periods: rows.filter((row) => 'how' in row),
    outcomes: rows.filter((row) => 'year' in row),
  }
  return JSON.stringify(answer)
}
