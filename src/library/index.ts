/**
 * The laboratory for scripts: `import { openLaboratory, compare, runStudy, decide } from 'vraem'`. What is exported here stays;
 * everything else in this repository may change. See docs/library.md and examples/.
 */
export { formatProblem, InputError, type Problem } from '../evidence/problem.ts'
export { type Laboratory, openLaboratory, resolveAll } from '../host/laboratory.ts'
export { runStudy, type StudyWish } from '../host/studies.ts'
export { readStudy, type WriteStudyOptions, writeStudy } from '../host/study-files.ts'
export { readTable } from '../host/study-table.ts'
export { Stopped } from '../lab/bands.ts'
export {
  type DecideOptions,
  type Decision,
  decide,
  type OutcomeDecision,
  type PolicyFigures,
} from '../lab/decide/decide.ts'
export { readWishes, type Threshold, type Wishes } from '../lab/decide/thresholds.ts'
export { type DiscoverOptions, type Discovery, discover } from '../lab/discover/discover.ts'
export type { Failing } from '../lab/discover/failing.ts'
export { type DrawList, firstDraws, priorDraws } from '../lab/draws.ts'
export { GROUP_MEASURES, GROUPS, NOT_SAID } from '../lab/groups/groups.ts'
export type { GroupRow } from '../lab/groups/rows.ts'
export type { CompareResult, CompareRow, Difference, OutcomeRow, PeriodRow, Scope } from '../lab/results.ts'
export type { Resolved, Scenario } from '../lab/scenario/types.ts'
export type { DistrictRow, Effect, GroupFigures } from '../lab/study/assemble.ts'
export { packStudy, unpackStudy } from '../lab/study/pack.ts'
export type { StudyFailure } from '../lab/study/run.ts'
export type { StudyManifest, StudyResult } from '../lab/study/study.ts'
export {
  type ChosenUncertainty,
  type NumericUncertainty,
  type Study,
  type StudyOutcome,
  type StudyPolicy,
  type Uncertainty,
  valuesOf,
} from '../lab/study/table.ts'
export { type Compared, type CompareWish, compare } from './compare.ts'
