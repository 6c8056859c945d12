import type { Claim } from '../ledger/claim.ts'
import { foundBetween } from '../ledger/found.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { checkPackage, type DataPackage } from '../package.ts'
import { formatProblem } from '../problem.ts'
import { type Additions, slug } from './entries.ts'
import type { Findings } from './findings.ts'
import type { Importer } from './importer.ts'
import { type Plan, planOf, type Texts } from './plan.ts'
import type { ImportOptions, ImportResult, Update } from './result.ts'

/** An import that has been read and checked: what it answers, and the texts that would have to be written. */
export interface Conclusion {
  readonly result: ImportResult
  /** Empty when there are problems, or nothing new. */
  readonly texts: Texts
}

/**
 * Ends an import: the data package is put together with the new rows and checked as a whole, so that nothing can be written
 * that `vraem data check` would find fault with. `files` are the texts of the package, `pack` what was read from them.
 * `write`: it is to be written, so counts of an earlier import that differ are refused unless `replace` is set.
 */
export function concluded(
  importer: Importer,
  files: Texts,
  pack: DataPackage,
  name: string,
  options: ImportOptions,
  write = false,
): Conclusion {
  const { findings } = importer
  const additions = importer.finished()
  const { trials } = importer
  // Rows that are refused already stand last: they must not make a sound row look wrong.
  const tried = {
    ...additions,
    claims: [...additions.claims, ...trials.claims],
    observations: [...additions.observations, ...trials.observations],
  }
  const plan = planOf(files, pack, tried, slug(name), options)
  const checked = checkPackage({ ...files, ...plan.texts }, '')
  const refused = new Set([...trials.claims, ...trials.observations].map(({ line }) => line))
  const news = checked.problems.filter((problem) => !isOfMending(problem, plan, findings, refused))
  const said = new Set<string>()
  for (const problem of news) report(problem, plan, findings, refused, said)
  const updates = updatesOf(additions.replacements)
  if (write && !options.replace) refuseUpdates(updates, findings)
  const reading = findings.reading()
  const sound = !findings.faulty
  const added = sound ? additions.claims.length + additions.observations.length : 0
  const { kind } = importer
  const contradictions = added > 0 ? foundBetween(newClaims(checked.package.ledger, plan, files), pack.ledger) : []
  const result: ImportResult = {
    ...(kind ? { kind } : {}),
    added,
    contradictions,
    updates: updates.slice(0, LISTED_UPDATES),
    ...reading,
    written: [],
  }
  const changes = added > 0 || updates.length > 0
  return { result, texts: sound && changes ? plan.texts : {} }
}

/** The claims and observations of the new lines; a count that is replaced contradicts nothing. */
function newClaims(ledger: Ledger, plan: Plan, files: Texts): Claim[] {
  const isNew = ({ file, line }: Claim) =>
    (plan.lines[file]?.has(line) ?? false) && !(file.startsWith('imports/') && file in files)
  return [...ledger.everything()].filter(isNew)
}

/** The answer for a file that could not be read at all. */
export function unreadable(importer: Pick<Importer, 'findings' | 'kind'>): ImportResult {
  const { kind, findings } = importer
  return { ...(kind ? { kind } : {}), added: 0, contradictions: [], updates: [], ...findings.reading(), written: [] }
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

/** Updates that are listed. */
const LISTED_UPDATES = 1000

function updatesOf(replacements: Additions['replacements']): Update[] {
  return replacements.map(({ old, row }) => {
    const { line, series, place, value: now = 0 } = row
    return { line, of: old.id, series, place, period: old.period, was: old.value ?? 0, now }
  })
}

/** One problem for each place and month. */
function refuseUpdates(updates: readonly Update[], findings: Findings): void {
  const months = new Map<number, Update[]>()
  for (const update of updates) months.set(update.line, [...(months.get(update.line) ?? []), update])
  for (const [line, counts] of months) {
    const changes = counts.map(({ series, was, now }) => `${series} ${was} → ${now}`).join(', ')
    const [{ place = '', period = '' } = {}] = counts
    findings.problem({
      code: 'holds-already',
      line,
      what: `an earlier import holds this month: ${place}, ${period}: ${changes}`,
      expected: 'a month that no earlier import holds, or the same counts',
      todo: 'repeat with --replace if this export holds the whole month; if it holds a part, join the exports first',
    })
    findings.rows.updated -= 1
    findings.rows.refused += 1
  }
}

/** Whether a problem of a row that is refused already is told of its cell already, or comes from mending the row. */
function isOfMending(problem: CheckedProblem, plan: Plan, findings: Findings, refused: ReadonlySet<number>): boolean {
  const { file, line = 0, code, field = '' } = problem
  const origin = plan.lines[file]?.get(line)
  if (origin === undefined || !refused.has(origin)) return false
  if (code === 'duplicate-claim' || code === 'duplicate-row') return true
  const told = (...fields: string[]) => fields.some((name) => findings.told(origin, name))
  // What a locator must look like depends on the source.
  if (code === 'locator') return told('source', 'locator')
  return code === 'no-figure' ? told('low', 'value', 'high', 'kind') : told(field)
}

type CheckedProblem = ReturnType<typeof checkPackage>['problems'][number]

/** A fault of a new row is told of the line from which the row came, once for each cell, and that line counts as refused. */
function report(
  problem: CheckedProblem,
  plan: Plan,
  findings: Findings,
  refused: Set<number>,
  said: Set<string>,
): void {
  const { file, line, ...rest } = problem
  const origin = line === undefined ? undefined : plan.lines[file]?.get(line)
  if (origin === undefined) {
    if (file in plan.lines) findings.problem(rest)
    else findings.problem(line === undefined ? rest : { ...rest, line }, `data/${file}`)
    return
  }
  // A row with several figures has the same problem with each.
  const words = `${origin} ${rest.field} ${rest.what}`
  if (said.has(words)) return
  said.add(words)
  findings.problem({ ...rest, line: origin })
  if (refused.has(origin)) return
  refused.add(origin)
  findings.rows.added -= 1
  findings.rows.refused += 1
  if (!findings.figures) return
  const figures = [...(plan.lines[file]?.values() ?? [])].filter((from) => from === origin).length
  findings.figures.added -= figures
  findings.figures.refused += figures
}
