/**
 * The rule language. A household rule is a TypeScript function in a small subset of the language; from its text come its
 * WebAssembly kernel, an oracle that gives the same bits, its units check, its reads and writes, its equations and its WGSL.
 * Rule files import their words from rule.ts, prim.ts and std.ts.
 */
export { type Compiled, type CompileOptions, compile, type Kernel } from './compiler/compile.ts'
export { type Equation, equations } from './compiler/equations.ts'
export type { RuleAccess } from './compiler/library.ts'
export { type Lowered, type LowerOptions, lower } from './compiler/lower.ts'
export { type OracleOptions, oracle, type Run } from './compiler/oracle.ts'
export { type LanguageProblem, Refused } from './compiler/problem.ts'
export { type Entry, type KernelStage, type Plan, plan, type Reviewed, type Stage } from './compiler/schedule.ts'
export { type Files, LONGEST_FILE, syntaxProblems } from './compiler/source.ts'
export { stepsOf } from './compiler/steps.ts'
export { isUnit, show, type Unit, unit } from './compiler/units.ts'
export { filled, type Gap } from './compiler/wasm/gaps.ts'
export { wgsl } from './compiler/wgsl.ts'
export { INDEXES, MONTHS, philox2x32, STREAMS, uniformOf } from './draws.ts'
export { type Column, type Declarations, type Parameter, type Quantity, type Rule, rulesOf, type View } from './rule.ts'
export { type KernelSteps, stepwise } from './stepwise.ts'
