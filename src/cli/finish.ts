/** From gathered draws to a result with its manifest, ready to be written and shown. */
import type { Laboratory } from '../host/laboratory.ts'
import type { Rows } from '../host/output.ts'
import { changedRunResult, compareResult } from '../lab/compare.ts'
import { type Collector, runResult } from '../lab/ensemble.ts'
import { type Manifest, makeManifest, type NamedRules } from '../lab/manifest.ts'
import type { ChangedRunResult, CompareResult, RunResult, Scope } from '../lab/results.ts'

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

/** The answer of `run` or `compare`, and its tables for CSV and Parquet. */
export function resultOf(finished: Finished): { result: Result; tables: Record<string, Rows> } {
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
