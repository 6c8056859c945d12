import {
  foreignKeyProblems,
  placeProblems,
  placeSpellingProblems,
  rangeProblems,
  repeatedRowProblems,
  tooFineProblems,
  unitProblems,
} from './checks.ts'
import { ledgerProblems } from './ledger/checks.ts'
import { type Ledger, ledgerOf } from './ledger/ledger.ts'
import { type Parameter, parameterProblems, parametersIn } from './parameters.ts'
import { Places } from './places.ts'
import { type Problem, sortProblems, throwIfAny } from './problem.ts'
import { type Descriptor, parseDescriptor } from './schema.ts'
import { type Point, pointsOf } from './series.ts'
import { parseTable, type Table } from './table.ts'

/** The whole of data/, read and typed. */
export interface DataPackage {
  readonly descriptor: Descriptor | undefined
  /** By resource name: the path without `.csv`, `-` for `/` (`geo-districts`, `series-coca_area`). */
  readonly tables: ReadonlyMap<string, Table>
  readonly places: Places
  /** All rows of series/, events/ and more/, in the order of datapackage.json. */
  readonly observations: readonly Point[]
  readonly parameters: readonly Parameter[]
  readonly ledger: Ledger
}

/**
 * Reads and checks a data package, all of it. `files` holds the texts by their path inside the package (`datapackage.json`,
 * `geo/districts.csv`, …): every CSV file there is, decoded as UTF-8 (undecodable bytes as U+FFFD). `root` is put before the
 * paths in messages. Never throws; where there are problems the package may be partly empty.
 */
export function checkPackage(
  files: Readonly<Record<string, string>>,
  root = 'data/',
): { problems: Problem[]; package: DataPackage } {
  const { problems, package: pack } = readPackage(files, root)
  const faulty = new Set(problems.map(({ file, line }) => `${file}:${line}`))
  return { problems: sortProblems([...problems, ...ledgerProblems(pack, { root, faulty })]), package: pack }
}

/**
 * Reads a data package that must be sound. Throws an InputError with every problem of its tables otherwise. What the ledger
 * says within sound tables is not gone through again at every start: `checkPackage` does that.
 */
export function loadPackage(files: Readonly<Record<string, string>>, root = 'data/'): DataPackage {
  const { problems, package: pack } = readPackage(files, root)
  throwIfAny(sortProblems(problems))
  return pack
}

function readPackage(
  files: Readonly<Record<string, string>>,
  root: string,
): { problems: Problem[]; package: DataPackage } {
  const problems: Problem[] = []
  const descriptorFile = `${root}datapackage.json`
  const descriptorText = files['datapackage.json']
  if (descriptorText === undefined)
    problems.push({
      code: 'missing-file',
      file: descriptorFile,
      what: 'the file is missing',
      expected: 'a description of every file and column',
      todo: 'restore it, or give the right folder',
    })
  const parsed = descriptorText === undefined ? { problems: [] } : parseDescriptor(descriptorText, descriptorFile)
  problems.push(...parsed.problems)
  const descriptor = 'descriptor' in parsed ? parsed.descriptor : undefined
  const resources = descriptor?.resources ?? []
  if (descriptor) problems.push(...undescribedFiles(files, new Set(resources.map((r) => r.path)), root))

  const tables = new Map<string, Table>()
  for (const resource of resources) {
    const file = root + resource.path
    const text = files[resource.path]
    if (text === undefined) {
      const todo = 'restore the file, or remove its description'
      problems.push({ code: 'missing-file', file, what: 'the file is missing', expected: 'the described table', todo })
      continue
    }
    const read = parseTable(text, resource.schema, file)
    tables.set(resource.name, read.table)
    problems.push(...read.problems, ...tooFineProblems(resource, file), ...repeatedRowProblems(resource, read.table))
  }
  for (const resource of resources) problems.push(...foreignKeyProblems(resource, tables))

  const places = new Places(tables.get('geo-districts'), tables.get('geo-places'))
  problems.push(...placeSpellingProblems(tables.get('geo-places')))
  const observed = resources.filter((resource) => resource.kind === 'observations')
  const observations = observed.flatMap(({ name }) => {
    const table = tables.get(name)
    return table ? pointsOf(table, places) : []
  })
  const mixed = new Set(observed.filter((resource) => resource.mixedUnits).map(({ path }) => root + path))
  const faulty = new Set(problems.map(({ file, line }) => `${file}:${line}`))
  problems.push(
    ...placeProblems(observations, places),
    ...unitProblems(observations, tables.get('units'), mixed),
    ...rangeProblems(observations, mixed, faulty),
  )

  const ledger = ledgerOf({ tables, places, observations })
  const parameters = parametersIn(tables.get('parameters'), ledger.links)
  problems.push(...parameterProblems(parameters, `${root}parameters.csv`))
  const pack = { descriptor, tables, places, observations, parameters, ledger }
  return { problems, package: pack }
}

function undescribedFiles(
  files: Readonly<Record<string, string>>,
  described: ReadonlySet<string>,
  root: string,
): Problem[] {
  return Object.keys(files)
    .filter((path) => path.endsWith('.csv') && !described.has(path))
    .map((path) => ({
      code: 'undescribed-file',
      file: root + path,
      what: 'the file is not described',
      expected: `an entry in ${root}datapackage.json`,
      todo: 'describe its columns there, or remove the file',
    }))
}
