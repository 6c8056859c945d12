/** What `vraem learn` is to learn from: a posterior, the figures it does not know, and a run that takes them in. */
import { join } from 'node:path'
import { sha256Hex } from '../engine/hash.ts'
import { InputError, type Problem, throwIfAny } from '../evidence/problem.ts'
import { targetsFor } from '../host/fits.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { LOOKS_FILE, looksIn } from '../host/looks.ts'
import { openTrials } from '../host/trials.ts'
import { CUT, known } from '../lab/calibrate/information.ts'
import type { CalibrationTarget } from '../lab/calibrate/targets.ts'
import type { DrawList } from '../lab/draws.ts'
import { type Assimilated, assimilate, FEWEST } from '../lab/forecast/assimilate.ts'
import { contradictions, type NewFigures, newFigures } from '../lab/forecast/new-year.ts'
import { SHAKEN, shockName } from '../system/shocks.ts'
import { aside } from './answer.ts'
import type { Call } from './command.ts'
import { StoppedAt } from './ensemble.ts'
import { type NamedPosterior, namedPosterior } from './posterior.ts'
import { watched } from './watched.ts'

/** The last year of the hold-out. */
const HELD_OUT = 2024

export interface Lesson {
  readonly posterior: NamedPosterior
  /** The last year that the new posterior knows. */
  readonly until: number
  readonly fresh: NewFigures
  /** Earlier figures of areas: to see whether they are still met. */
  readonly held: readonly CalibrationTarget[]
  /** All targets to the new year. */
  readonly list: readonly CalibrationTarget[]
}

/** Throws InputError for everything that leaves nothing to learn. */
export async function lessonOf(call: Call, lab: Laboratory): Promise<Lesson> {
  const posterior = await namedPosterior(call, lab)
  if (posterior === undefined) throw new InputError([noPosterior(call)])
  const { manifest, list, folder } = posterior
  const since = manifest.until
  const asked = call.options.year
  if (asked !== undefined && asked <= since) throw new InputError([alreadyKnown(call, asked, since)])
  if (list.indices.length < FEWEST) throw new InputError([tooFew(folder, list)])
  const last = asked ?? Math.max(...lab.pack.observations.map(({ year }) => year))
  if (since < HELD_OUT && last > CUT && (await looksIn(join(lab.root, LOOKS_FILE))).length === 0)
    throw new InputError([closed(call, since)])
  const pack = known(lab.pack, { until: last })
  throwIfAny(contradictions(pack, since))
  const { targets } = targetsFor({ ...lab, pack }, { until: last })
  const fresh = newFigures(pack, lab.frame, since, targets)
  const earlier = targetsFor({ ...lab, pack }, { until: since }).targets
  if (fresh.targets.length === 0)
    throw new InputError([nothingNew(call, since, hashOfTargets(earlier) !== manifest.targets, manifest.command)])
  const until = Math.max(...fresh.targets.map(({ asked: one }) => (one.kind === 'figure' ? one.row.year : 0)))
  const held = earlier.filter(
    ({ id, asked: one, shape }) => one.kind === 'figure' && !shape && id.startsWith('coca area'),
  )
  return { posterior, until, fresh, held, list: targetsFor({ ...lab, pack }, { until }).targets }
}

/** As `vraem calibrate` writes it. */
export const hashOfTargets = (targets: readonly CalibrationTarget[]): string =>
  sha256Hex(JSON.stringify(targets.map(({ id, value, sd }) => [id, value, sd])))

/** Runs the draws to the new year and moves them towards its figures. Throws StoppedAt. */
export async function takenIn(call: Call, lab: Laboratory, lesson: Lesson, draws: DrawList): Promise<Assimilated> {
  const { words, options } = call
  const { fresh, held, posterior, until } = lesson
  const { manifest } = posterior
  const years = Array.from({ length: until - manifest.until }, (_, k) => manifest.until + 1 + k)
  const added = SHAKEN.filter((what) => manifest.shocks.some((name) => name.startsWith(`${what} `))).flatMap((what) =>
    what === 'zone' ? [] : years.map((year) => shockName(what, year)),
  )
  aside(call, words.ahead.learning(fresh.targets.length, years.join(', '), draws.indices.length))
  const taken = await watched(call, words.trials, async (line, signal) => {
    const trials = await openTrials({
      lab,
      targets: [...fresh.targets, ...held],
      pack: known(lab.pack, { until }),
      seed: manifest.seed,
      sample: options.sample ?? manifest.sample,
      scenario: 'baseline',
      workers: options.workers,
      signal,
      onRun: (done, total) => line.step(done, total),
      onLost: (why) => line.note(words.workerLost(why)),
    })
    try {
      return await assimilate({
        list: draws,
        targets: fresh.targets,
        added,
        run: trials.run,
        signal,
        onProgress: (done) => line.note(words.ahead.learningStep(done)),
      })
    } finally {
      await trials.close()
    }
  })
  if (taken === undefined) throw new StoppedAt(words.ahead.stoppedLearning)
  return taken
}

const noPosterior = ({ command }: Call): Problem => ({
  code: 'no-posterior',
  file: command,
  what: 'there is no posterior to learn with',
  expected: 'one that vraem calibrate wrote, in data/posterior or in the folder of --posterior',
  todo: 'make one with vraem calibrate',
})

const alreadyKnown = ({ command }: Call, year: number, since: number): Problem => ({
  code: 'already-learnt',
  file: command,
  field: '--year',
  what: `the posterior knows the facts of ${year} already`,
  expected: `a year after ${since}`,
  todo: `leave --year out, or make the posterior again with vraem calibrate --until ${since} if figures of that time changed`,
})

const tooFew = (folder: string, { indices }: DrawList): Problem => ({
  code: 'too-few-draws',
  file: folder,
  what: `the posterior has ${indices.length} draws`,
  expected: `${FEWEST} or more`,
  todo: 'make it again with vraem calibrate',
})

const nothingNew = ({ command }: Call, since: number, changed: boolean, remake: string): Problem => ({
  code: 'nothing-new',
  file: command,
  what: changed
    ? `there is no figure after ${since}, but figures of ${since} or earlier are others than those it was made with`
    : `there is no figure after ${since} that the model answers`,
  expected: `a figure of ${since + 1} or later, of the valley's area, leaf, prices or another series of the model`,
  todo: changed
    ? `make the posterior again with ${remake}: years that it knows are not taken in twice`
    : 'add it first with vraem evidence import FILE --write',
})

const closed = ({ command }: Call, since: number): Problem => ({
  code: 'hold-out-closed',
  file: command,
  what: `the posterior knows the facts to ${since}, and the later years to ${HELD_OUT} are the hold-out, at which no look was taken yet`,
  expected: `a first look in ${LOOKS_FILE}`,
  todo: `open the hold-out with vraem validate --look, then make the posterior with vraem calibrate --until ${HELD_OUT}`,
})
