/** Reads the texts that the pure layers work on. They never see a disk: everything reaches them as text with a name. */
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { InputError } from '../evidence/problem.ts'
import { fileFault } from './fault.ts'

/** File name with forward slashes -> its text. */
export type Texts = Readonly<Record<string, string>>

export interface Sources {
  /** data/, by path inside data/: 'datapackage.json', 'geo/districts.csv' … */
  readonly data: Texts
  /** data/posterior/, by name. */
  readonly posterior: Texts
  /** data/draws/, by path from the root: lists of draws. */
  readonly draws: Texts
  /** data/validation/, by path from the root: what was tried and why it is missed. */
  readonly validation: Texts
  /** scenarios/, by path from the root: 'scenarios/baseline.yaml' … */
  readonly scenarios: Texts
  /** checks/, by path from the root. */
  readonly checks: Texts
  /** src/language, src/engine, src/valley and src/system: rule texts for the compiler, and what the model hash covers. */
  readonly model: Texts
}

const MODEL_FOLDERS = ['src/language', 'src/engine', 'src/valley', 'src/system']

/** Everything the laboratory ships, read once. Throws InputError when data/ cannot be read. */
export async function readSources(root: string): Promise<Sources> {
  const [data, posterior, draws, validation, scenarios, checks, ...model] = await Promise.all([
    readDataPackage(join(root, 'data')),
    readPosteriorFolder(join(root, 'data', 'posterior')),
    readFolder(root, join(root, 'data', 'draws'), ['.json']),
    readFolder(root, join(root, 'data', 'validation'), ['.json', '.yaml']),
    readFolder(root, join(root, 'scenarios'), ['.yaml', '.yml']),
    readFolder(root, join(root, 'checks'), ['.yaml', '.yml', '.json', '.csv']),
    ...MODEL_FOLDERS.map((folder) => readFolder(root, join(root, folder), ['.ts'])),
  ])
  return { data, posterior, draws, validation, scenarios, checks, model: Object.assign({}, ...model) }
}

/** Tables and description of the data package in `folder`, by path inside it. Throws InputError when it cannot be read. */
export async function readDataPackage(folder: string): Promise<Texts> {
  const texts = await readFolder(folder, folder, ['.csv', 'datapackage.json'])
  // draws and forecasts are made from the package, they are no part of it
  const tables = Object.entries(texts).filter(([name]) => !/^(posterior|forecasts)\//.test(name))
  if (tables.length > 0) return Object.fromEntries(tables)
  throw fileFault('cannot-read', folder, new Error('no table of a data package is there'))
}

/** The files of a posterior, by name; none where there is no such folder. */
export const readPosteriorFolder = (folder: string): Promise<Texts> =>
  readFolder(folder, folder, ['manifest.json', 'draws.csv', 'summary.json'])

/** Texts below `folder` with one of the endings, named relative to `base`, in order of their names. */
export async function readFolder(base: string, folder: string, endings: readonly string[]): Promise<Texts> {
  const paths = (await filesBelow(folder)).filter((path) => endings.some((ending) => path.endsWith(ending))).sort()
  const texts = await Promise.all(paths.map(async (path) => [nameOf(base, path), await readText(path)] as const))
  return Object.fromEntries(texts)
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}

function nameOf(base: string, path: string): string {
  return relative(base, path).split(sep).join('/')
}

/** Bytes that are not UTF-8 become U+FFFD here; the readers of the format say where they stand. */
async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw fileFault('cannot-read', path, error)
  }
}

/** Most bytes that are read of a file of a user; the format's own reader says what is wrong with a longer one. */
export const USER_FILE_LIMIT = 1 << 20

/**
 * Text of a file that a user names, as `name` in messages. Bytes that are not UTF-8 become U+FFFD, and of a very long file
 * only the beginning is read: the reader of the format refuses both with a line. Throws InputError (cannot-read).
 */
export async function readLimited(path: string, name = path, limit = USER_FILE_LIMIT): Promise<string> {
  try {
    const handle = await open(path, 'r')
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(limit + 1), 0, limit + 1, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw fileFault('cannot-read', name, error)
  }
}

/** JSON of a file that a user names. Throws InputError (cannot-read, not-json). */
export async function readJson(path: string, name = path, limit = 1 << 28): Promise<unknown> {
  const text = await readWhole(path, name, limit)
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError([
      {
        code: 'not-json',
        file: name,
        what: `not readable as JSON: ${reason}`,
        expected: 'JSON',
        todo: 'check the file',
      },
    ])
  }
}

async function readWhole(path: string, name: string, limit: number): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size <= limit) return await readFile(path, 'utf8')
  } catch (error) {
    throw fileFault('cannot-read', name, error)
  }
  throw new InputError([
    {
      code: 'size',
      file: name,
      what: `the file is longer than ${limit} bytes`,
      expected: 'a file that this program wrote',
      todo: 'check that this is the file you mean',
    },
  ])
}
