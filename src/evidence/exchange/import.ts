import type { Claim } from '../ledger/claim.ts'
import { foundBetween } from '../ledger/found.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { checkPackage, type DataPackage } from '../package.ts'
import { formatProblem } from '../problem.ts'
import { slug } from './entries.ts'
import type { Findings } from './findings.ts'
import type { Importer } from './importer.ts'
import { type Plan, planOf, type Texts } from './plan.ts'
import type { ImportOptions, ImportResult } from './result.ts'

/** An import that has been read and checked: what it answers, and the texts that would have to be written. */
export interface Conclusion {
  readonly result: ImportResult
  /** Empty when there are problems, or nothing new. */
  readonly texts: Texts
}

/**
 * Ends an import: the data package is put together with the new rows and checked as a whole, so that nothing can be written
 * that `vraem data check` would find fault with. `files` are the texts of the package, `pack` what was read from them.
 */
export function concluded(
  importer: Importer,
  files: Texts,
  pack: DataPackage,
  name: string,
  options: ImportOptions,
): Conclusion {
  const { findings } = importer
  const additions = importer.finished()
  const plan = planOf(files, pack, additions, slug(name), options)
  const checked = checkPackage({ ...files, ...plan.texts }, '')
  const faulty = new Set<number>()
  for (const problem of checked.problems) report(problem, plan, findings, faulty)
  const reading = findings.reading()
  const sound = !findings.faulty
  const added = sound ? additions.claims.length + additions.observations.length : 0
  const { kind } = importer
  const contradictions = added > 0 ? foundBetween(newClaims(checked.package.ledger, plan), pack.ledger) : []
  const result: ImportResult = { ...(kind ? { kind } : {}), added, contradictions, ...reading, written: [] }
  return { result, texts: sound && added > 0 ? plan.texts : {} }
}

/** The claims and observations of the new lines. */
function newClaims(ledger: Ledger, plan: Plan): Claim[] {
  const isNew = ({ file, line }: Claim) => plan.lines[file]?.has(line) ?? false
  return [...ledger.everything()].filter(isNew)
}

/** The answer for a file that could not be read at all. */
export function unreadable(importer: Pick<Importer, 'findings' | 'kind'>): ImportResult {
  const { kind, findings } = importer
  return { ...(kind ? { kind } : {}), added: 0, contradictions: [], ...findings.reading(), written: [] }
}

/** A package with faults of its own takes no import: they could not be told from those of the file. */
export function reportUnsound(problems: ReturnType<typeof checkPackage>['problems'], findings: Findings): void {
  const [first] = problems
  if (!first) return
  findings.problem({
    code: 'data-package',
    what: `the data that the rows would join have ${problems.length} faults of their own, the first: ${formatProblem(first)}`,
    expected: 'a sound data package',
    todo: 'run vraem data check and repair them',
  })
}

type CheckedProblem = ReturnType<typeof checkPackage>['problems'][number]

/** A fault of a new row is told of the line from which the row came, and that line counts as refused. */
function report(problem: CheckedProblem, plan: Plan, findings: Findings, faulty: Set<number>): void {
  const { file, line, ...rest } = problem
  const origin = line === undefined ? undefined : plan.lines[file]?.get(line)
  if (origin === undefined) {
    if (file in plan.lines) findings.problem(rest)
    else findings.problem(line === undefined ? rest : { ...rest, line }, `data/${file}`)
    return
  }
  findings.problem({ ...rest, line: origin })
  if (faulty.has(origin)) return
  faulty.add(origin)
  findings.rows.added -= 1
  findings.rows.refused += 1
}
