/** The look at the hold-out: scored from hindcasts that were committed before it, and written down for ever. */
import { join } from 'node:path'
import { InputError, type Problem, throwIfAny } from '../evidence/problem.ts'
import { committed } from '../host/commit.ts'
import { HINDCASTS_FOLDER, hindcastsIn, STACKING_FILE } from '../host/hindcasts.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { addLook, LOOKS_FILE } from '../host/looks.ts'
import { readLimited } from '../host/sources.ts'
import type { Hindcast } from '../lab/hindcast/format.ts'
import { districtSet, skillCard } from '../lab/hindcast/skill-card.ts'
import { stackingText, stackWeights } from '../lab/hindcast/stacking.ts'
import { POSTERIOR_FILES, POSTERIOR_FOLDER } from '../lab/posterior.ts'
import type { ScoreCard } from '../lab/score/card.ts'
import { type LookRow, lookOf } from '../lab/score/looks.ts'

/** What a look rests on; the forecasts of the hold-out, and those from which the stack learnt. */
const NEEDED = ['holdout', 'rolling'] as const
const SETS = [NEEDED[0], districtSet(NEEDED[0])]

/** Takes the look. Throws InputError, with nothing scored and nothing written, where it must not be taken. */
export async function takeLook(lab: Laboratory): Promise<{ look: number; card: ScoreCard; looks: LookRow[] }> {
  const { hindcasts, problems } = await hindcastsIn(lab)
  throwIfAny([...problems, ...missing(hindcasts)])
  await requireWeights(lab, hindcasts)
  const names = [...NEEDED.map((set) => `${set}.json`), STACKING_FILE].map((name) => `${HINDCASTS_FOLDER}/${name}`)
  const posterior = lab.sources.posterior[POSTERIOR_FILES.manifest] === undefined ? [] : [POSTERIOR_FILES.manifest]
  const files = [...names, ...posterior.map((name) => `${POSTERIOR_FOLDER}/${name}`)]
  const commit = await committed(lab.root, files, [LOOKS_FILE])
  const date = `${new Date().toISOString().slice(0, 19)}Z`
  const { card } = skillCard(lab.pack, hindcasts, { date, opened: true, look: true })
  const looks = await addLook(join(lab.root, LOOKS_FILE), lookOf(card, commit, SETS))
  return { look: looks.at(-1)?.look ?? 1, card, looks }
}

const missing = (hindcasts: readonly Hindcast[]): Problem[] =>
  NEEDED.filter((set) => !hindcasts.some((one) => one.set === set)).map((set) => ({
    code: 'no-hindcast',
    file: `${HINDCASTS_FOLDER}/${set}.json`,
    what: 'there is no such hindcast',
    expected: 'forecasts that were made before the look',
    todo: `make it with vraem hindcast ${set}, and commit it`,
  }))

/** The weights that were written down are those that the hindcasts give. */
async function requireWeights(lab: Laboratory, hindcasts: readonly Hindcast[]): Promise<void> {
  const file = `${HINDCASTS_FOLDER}/${STACKING_FILE}`
  const weights = stackWeights(lab.pack, hindcasts)
  const written = await readLimited(join(lab.root, file), file).catch(() => undefined)
  if (weights !== undefined && written === stackingText(weights)) return
  const again = hindcasts.find(({ set }) => set === NEEDED[0])?.madeBy.command ?? `vraem hindcast ${NEEDED[0]}`
  throw new InputError([
    {
      code: 'stacking',
      file,
      what:
        written === undefined
          ? 'the weights of the stack are not written down'
          : 'the weights of the stack, or the discrepancies, are others than those of these hindcasts',
      expected: 'weights and discrepancies that were fixed before the look',
      todo: `write them with ${again} --resume ${HINDCASTS_FOLDER}, and commit them`,
    },
  ])
}
