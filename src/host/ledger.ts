/** The evidence ledger as the commands use it: the data package on disk, with what the model and its checks cite. */
import { isAbsolute, join } from 'node:path'
import type { Ledger } from '../evidence/ledger/ledger.ts'
import { type DataPackage, loadPackage } from '../evidence/package.ts'
import { throwIfAny } from '../evidence/problem.ts'
import { readPatterns } from '../lab/patterns/read.ts'
import { patternLinks } from '../lab/patterns/schema.ts'
import { citations } from '../system/citations.ts'
import { findRoot } from './root.ts'
import { readDataPackage, readFolder } from './sources.ts'

export interface OpenLedger {
  readonly pack: DataPackage
  readonly ledger: Ledger
}

/** Folder of the data package that a user names (from `cwd`), the shipped one otherwise, and how messages name it. */
export function dataFolder(given: string | undefined, cwd: string): { folder: string; name: string } {
  if (given === undefined) return { folder: join(findRoot(), 'data'), name: 'data/' }
  return { folder: isAbsolute(given) ? given : join(cwd, given), name: `${given.replace(/[/\\]+$/, '')}/` }
}

/** Reads the ledger. Throws InputError with every problem of the data package and of the checks. */
export async function openLedger(root = findRoot()): Promise<OpenLedger> {
  const [data, checks] = await Promise.all([
    readDataPackage(join(root, 'data')),
    readFolder(root, join(root, 'checks'), ['.yaml']),
  ])
  const pack = loadPackage(data)
  const { patterns, problems } = readPatterns(checks)
  throwIfAny(problems)
  return { pack, ledger: pack.ledger.withLinks([...citations(), ...patternLinks(patterns)]) }
}
