/** Where the checkout lies: sources and build are at different depths, so the folder is looked for, not counted. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'vraem'
/** What the package was called before it could be imported. */
const FORMER = 'vraem-lab'

/** Folder of the package.json named vraem, at or above `from` (this file when absent). Throws when there is none. */
export function findRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    const name = existsSync(manifest) ? packageOf(manifest).name : undefined
    if (name === NAME || name === FORMER) return folder
    if (dirname(folder) === folder) throw new Error(`No folder of ${NAME} at or above ${from}.`)
  }
}

export interface PackageFacts {
  readonly name?: string
  readonly version?: string
  readonly bugs?: { readonly url?: string }
}

/** What package.json says about name, version and where to report errors. */
export function packageOf(file: string): PackageFacts {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof parsed === 'object' && parsed !== null ? (parsed as PackageFacts) : {}
}
