/** From gathered draws to a result with its manifest, ready to be written and shown. */
import type { Laboratory } from '../host/laboratory.ts'
import type { Rows } from '../host/output.ts'
import { compareResult } from '../lab/compare.ts'
import { type Collector, runResult } from '../lab/ensemble.ts'
import { type Manifest, makeManifest } from '../lab/manifest.ts'
import type { CompareResult, RunResult, Scope } from '../lab/results.ts'

export type Result = RunResult | CompareResult

export interface Finished {
  readonly lab: Laboratory
  readonly collector: Collector
  readonly command: Manifest['command']
  readonly sample: number
  readonly scope: Scope
  /** ISO date and time. */
  readonly created: string
}

export function manifestOf({ lab, collector, command, sample, scope, created }: Finished): Manifest {
  const { data, parameters, model } = lab.hashes
  const { plan } = collector
  const result = collector.hash()
  return makeManifest({ command, version: lab.version, data, parameters, model, plan, sample, scope, created, result })
}

/** The answer of `run` or `compare`, and its tables for CSV and Parquet. */
export function resultOf(finished: Finished): { result: Result; tables: Record<string, Rows> } {
  const { collector, scope } = finished
  const manifest = manifestOf(finished)
  if (finished.command === 'run') {
    const result = runResult(collector, manifest, scope)
    return { result, tables: { outcomes: result.outcomes, monthly: result.monthly } }
  }
  const result = compareResult(collector, manifest, scope)
  return { result, tables: { outcomes: result.outcomes, periods: result.periods } }
}
