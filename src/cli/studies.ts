/** Which study a call is about, and what its user wants of it. */
import { join } from 'node:path'
import { InputError, nearest, type Problem, throwIfAny } from '../evidence/problem.ts'
import { readLimited } from '../host/sources.ts'
import { readStudy } from '../host/study-files.ts'
import { readTable } from '../host/study-table.ts'
import { readWishes, type Wishes } from '../lab/decide/thresholds.ts'
import { type RuleFault, readWeights } from '../lab/discover/rule.ts'
import { picked } from '../lab/study/picked.ts'
import type { StudyResult } from '../lab/study/study.ts'
import type { Study } from '../lab/study/table.ts'
import { aside } from './answer.ts'
import type { Call } from './command.ts'
import { absolute } from './request.ts'

/** The study that is used when nothing else is said. */
export const SHIPPED_STUDY = 'data/studies/shipped'

/** A study, as far as its file tells: a table of another program has no manifest, and says nothing of districts and groups. */
export type ReadStudy = Pick<StudyResult, 'study' | 'districts' | 'groups'> & Partial<Pick<StudyResult, 'manifest'>>

/** The study of --study, or the shipped one. Throws InputError when there is none, or it cannot be read. */
export async function studyOf(call: Call, root: string): Promise<StudyResult> {
  const { options, io } = call
  const folder = options.study === undefined ? join(root, SHIPPED_STUDY) : absolute(options.study, io.cwd)
  return told(call, await readStudy(folder))
}

/** The same; --study may be a CSV table in the columns of the EMA Workbench as well. */
export async function anyStudyOf(call: Call, root: string): Promise<ReadStudy> {
  const file = call.options.study
  if (file === undefined || !/\.csv$/i.test(file)) return studyOf(call, root)
  return told(call, { study: await readTable(absolute(file, call.io.cwd)), districts: [], groups: [] })
}

function told<S extends ReadStudy>(call: Call, result: S): S {
  const { futures, policies } = result.study
  aside(call, call.words.decision.reading(call.options.study ?? SHIPPED_STUDY, futures, policies.length))
  return result
}

/**
 * The study with the named packages alone, the first as reference; all of them where none is named. What it says of districts and
 * groups goes where another reference is named, for it is told against the study's own.
 */
export function withPackages<S extends ReadStudy>(call: Call, result: S, names: readonly string[]): S {
  if (names.length === 0) return result
  requirePackages(call, result.study, names)
  const known = result.study.policies.map(({ name }) => name)
  const study = picked(
    result.study,
    names.map((name) => known.indexOf(name)),
  )
  if (names[0] === known[0]) return { ...result, study }
  aside(call, call.words.decision.otherReference(known[0] ?? ''))
  return { ...result, study, districts: [], groups: [] }
}

/** Throws for names that are no packages of the study, and for those named twice. */
export function requirePackages({ command }: Call, { policies }: Study, names: readonly string[]): void {
  const known = policies.map(({ name }) => name)
  const problems = names.flatMap((name, at): Problem[] => {
    const twice = names.indexOf(name) !== at
    if (known.includes(name) && !twice) return []
    const near = nearest(name, known)
    return [
      {
        code: twice ? 'repeated-package' : 'unknown-package',
        file: command,
        field: name,
        what: twice ? 'it is named twice' : 'the study does not have this package',
        expected: twice ? 'each package once' : `one of ${known.join(', ')}`,
        todo: twice
          ? 'leave one out'
          : near === undefined
            ? 'choose one of these, or leave --study out to run it anew'
            : `write ${near} if you meant that`,
      },
    ]
  })
  throwIfAny(problems)
}

/** Thresholds and weights that the call gives; every mistake at once. `known` are the outcomes there are. */
export async function wishesOf({ options, io, command }: Call, known: readonly string[]): Promise<Wishes | undefined> {
  const problems: Problem[] = []
  let wishes: Wishes | undefined
  if (options.thresholds !== undefined) {
    const text = await readLimited(absolute(options.thresholds, io.cwd), options.thresholds)
    const read = readWishes(text, options.thresholds, known)
    problems.push(...read.problems)
    wishes = read.wishes
  }
  if (options.weights !== undefined) {
    const { weights, faults } = readWeights(options.weights, known)
    problems.push(...faults.map((fault) => faultOf(fault, '--weights', command)))
    wishes = { thresholds: wishes?.thresholds ?? [], weights }
  }
  throwIfAny(problems)
  return wishes
}

export const faultOf = (fault: RuleFault, field: string, command: string): Problem => ({
  code: 'bad-option',
  file: command,
  field,
  ...fault,
})

/** Throws for options that say how a study is run, where a finished one is read. */
export function requireNoRun({ options, command }: Call): void {
  const given = (['futures', 'budget', 'out', 'resume', 'draws', 'sample'] as const).filter(
    (name) => options[name] !== undefined,
  )
  if (given.length === 0) return
  throw new InputError(
    given.map((name) => ({
      code: 'study-fixed',
      file: command,
      field: `--${name}`,
      what: 'a finished study is read, nothing is run',
      expected: 'no such option with a finished study',
      todo: 'leave it out, or name packages (and no --study) to run a study',
    })),
  )
}
