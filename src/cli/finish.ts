/** From gathered draws to a result with its manifest, ready to be written and shown. */
import type { Laboratory } from '../host/laboratory.ts'
import type { Rows } from '../host/output.ts'
import { changedRunResult, compareResult } from '../lab/compare.ts'
import { type Collector, runResult } from '../lab/ensemble.ts'
import { type Manifest, makeManifest, type NamedRules } from '../lab/manifest.ts'
import { type Credentials, type Marks, marksOf } from '../lab/marks.ts'
import type { ChangedRunResult, CompareResult, PeriodRow, RunResult, Scope } from '../lab/results.ts'
import { allPrior, restsOf } from '../report/basis.ts'
import { skillMark } from '../report/skill.ts'
import { model } from '../system/model.ts'

export type Result = RunResult | CompareResult | ChangedRunResult

export interface Finished {
  readonly lab: Laboratory
  readonly collector: Collector
  readonly command: Manifest['command']
  readonly sample: number
  readonly scope: Scope
  /** Rules that some scenarios of the plan ran under. */
  readonly rules?: NamedRules | undefined
  /** ISO date and time. */
  readonly created: string
  /** What marks are made from; or marks as an earlier result has them: they change with the score card, not with the run. */
  readonly credentials?: Credentials | undefined
  readonly marks?: Marks | undefined
}

export function manifestOf({ lab, collector, command, sample, scope, rules, created }: Finished): Manifest {
  const { data, parameters, model } = lab.hashes
  const { plan } = collector
  const { version, kernels } = lab
  const result = collector.hash()
  return makeManifest({
    command,
    version,
    data,
    parameters,
    model,
    plan,
    sample,
    scope,
    kernels,
    rules,
    created,
    result,
  })
}

/** The answer of `run` or `compare` with its marks, and its tables for CSV and Parquet. */
export function resultOf(finished: Finished): { result: Result; tables: Record<string, Rows> } {
  const { lab, collector, scope, credentials } = finished
  const { result, tables } = plainResult(finished)
  const of = { parameters: lab.pack.parameters, switches: model.switches }
  const marks = finished.marks ?? (credentials && marksOf(credentials, collector, of, scope))
  if (marks === undefined) return { result, tables }
  const marked = Object.entries(tables).map(([name, rows]) => [
    name,
    name === 'periods' ? withMarks(rows, marks) : rows,
  ])
  return { result: { ...result, marks }, tables: Object.fromEntries(marked) }
}

/** Rows of the table of periods with the badge of their outcome and the basis of their answer. */
const withMarks = (rows: Rows, marks: Marks): Rows =>
  (rows as readonly PeriodRow[]).map((row) => ({
    ...row,
    badge: skillMark(marks, row.outcome)?.badge ?? 'not scored',
    basis: allPrior(marks) ? 'prior-driven' : (restsOf(marks, row.scenario, row.outcome)?.basis ?? ''),
  }))

function plainResult(finished: Finished): { result: Result; tables: Record<string, Rows> } {
  const { collector, scope } = finished
  const manifest = manifestOf(finished)
  if (finished.command === 'run' && finished.rules !== undefined) {
    const result = changedRunResult(collector, manifest, scope)
    return { result, tables: { outcomes: result.outcomes, periods: result.periods, monthly: result.monthly } }
  }
  if (finished.command === 'run') {
    const result = runResult(collector, manifest, scope)
    return { result, tables: { outcomes: result.outcomes, monthly: result.monthly } }
  }
  const result = compareResult(collector, manifest, scope)
  return { result, tables: { outcomes: result.outcomes, periods: result.periods } }
}
