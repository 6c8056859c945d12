// What the page and a worker say to each other.
import type { Code, Tables } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import type { Problem } from '../evidence/problem.ts'
import type { BranchResult } from '../lab/branches.ts'
import type { Job, Plan } from '../lab/member.ts'
import type { Frame } from '../lab/model.ts'
import type { Facts } from '../system/model.ts'
import type { Synthesis } from '../valley/population.ts'

/** What a worker prepares itself with, once: plain data. */
export interface Boot {
  readonly code: Code
  readonly facts: Facts
  readonly frame: Frame
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  /** The households, or what to make them from. */
  readonly households: Synthesis | { readonly sample: number; readonly seed: number }
  /** Most bytes of states that it keeps. */
  readonly room: number
}

/** Changed rules, compiled; equal rules have equal keys, no others. */
export interface ChangedCode {
  readonly key: string
  readonly code: Code
}

export type Order =
  | { readonly kind: 'open'; readonly boot: Boot }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly rules?: ChangedCode | undefined }
  | { readonly kind: 'run'; readonly id: number; readonly job: Job }
  /** Leave the run with this number, at the end of its year. */
  | { readonly kind: 'leave'; readonly id: number }
  | { readonly kind: 'ping' }

export type Answer =
  | { readonly kind: 'ready' }
  /** refusals: functions that it had to do without so far. */
  | { readonly kind: 'done'; readonly id: number; readonly result: BranchResult; readonly refusals: number }
  | { readonly kind: 'left'; readonly id: number }
  /** Without a number: the preparation failed. */
  | { readonly kind: 'fault'; readonly id?: number; readonly message: string; readonly problems?: readonly Problem[] }
  | { readonly kind: 'pong' }
