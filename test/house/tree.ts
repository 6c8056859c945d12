/** What the house tests look at: the files of the checkout and the syntax tree of a source file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A file by its path from the root of the checkout, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

/** A node of the syntax tree (ESTree with TypeScript's additions). */
export interface Node {
  type: string
  start: number
  [key: string]: unknown
}

export interface Import {
  /** File as it stands in the import, e.g. `../engine/clock.ts`, `zod`, `node:fs`. */
  written: string
  /** Path from the root when the import is relative. */
  path: string | undefined
  /** True when the import vanishes at run time. */
  typeOnly: boolean
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Files below a folder with one of the endings, sorted; none when the folder does not exist. */
export function filesBelow(folder: string, endings: readonly string[]): SourceFile[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map((path) => ({ path, text: readText(path) }))
}

let allSources: SourceFile[] | undefined

export function sources(): SourceFile[] {
  allSources ??= filesBelow('src', ['.ts'])
  return allSources
}

const trees = new WeakMap<SourceFile, Node>()

/** Syntax tree of a file. Throws with the file and the place when it cannot be parsed. */
export function parse(file: SourceFile): Node {
  const known = trees.get(file)
  if (known) return known
  const result = parseSync(file.path, file.text)
  const fault = result.errors[0]
  if (fault) throw new Error(`${file.path}: ${fault.message}`)
  const tree = result.program as unknown as Node
  trees.set(file, tree)
  return tree
}

/** Calls `visit` for every node below `node`, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of children(node)) walk(child, visit)
}

export function children(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Every import of a file: static, re-exported, dynamic and `import('…')` types. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  walk(parse(file), (node) => {
    const source = node.source as Node | null | undefined
    if (!source || typeof source.value !== 'string') return
    const written = source.value
    const path = written.startsWith('.') ? posix.join(posix.dirname(file.path), written) : undefined
    found.push({ written, path, typeOnly: isTypeOnly(node) })
  })
  return found
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const names = node.type === 'ImportDeclaration' ? (node.specifiers as Node[]) : []
  return names.length > 0 && names.every((name) => name.importKind === 'type')
}

/** Line number of a place in a text, counted from 1. */
export function lineAt(text: string, start: number): number {
  return text.slice(0, start).split('\n').length
}
