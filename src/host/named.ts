/** Scenarios as users name them: a shipped one by its name, their own by the path of its file. */
import { readdir } from 'node:fs/promises'
import { basename, extname, isAbsolute, join } from 'node:path'
import { nearest, type Problem } from '../evidence/problem.ts'
import { readLimited, type Texts } from './sources.ts'

const isFile = (word: string): boolean => /\.ya?ml$/i.test(word) || word.includes('/') || word.includes('\\')

/** Names of the words, and the texts of those that are files. Throws InputError when a file cannot be read. */
export async function namedScenarios(
  words: readonly string[],
  cwd: string,
): Promise<{ names: string[]; files: Texts }> {
  const files: Record<string, string> = {}
  for (const word of words.filter(isFile)) {
    files[word] = await readLimited(isAbsolute(word) ? word : join(cwd, word), word)
  }
  return { names: words.map((word) => (isFile(word) ? basename(word, extname(word)) : word)), files }
}

/** Names of the shipped scenarios. */
export async function shippedNames(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'scenarios')).catch(() => [])
  return files.filter((file) => /\.ya?ml$/i.test(file)).map((file) => basename(file, extname(file)))
}

/** One problem for each word that names no scenario (with a near name), and for each named twice. */
export function unknownScenarios(words: readonly string[], known: readonly string[], command: string): Problem[] {
  const unknown = words.filter((word) => !isFile(word) && !known.includes(word))
  const twice = new Set(words.filter((word, i) => words.indexOf(word) !== i))
  return [
    ...unknown.map((word) => {
      const near = nearest(word, known)
      return {
        code: 'unknown-scenario',
        file: command,
        field: word,
        what: 'there is no such scenario',
        expected: `one of ${known.join(', ')}, or the path of a YAML file`,
        todo: near === undefined ? 'choose one of these' : `write ${near} if you meant that`,
      }
    }),
    ...[...twice].map((word) => ({
      code: 'repeated-scenario',
      file: command,
      field: word,
      what: 'it is named twice',
      expected: 'each scenario once',
      todo: 'leave one out; a copy under another name can be compared',
    })),
  ]
}
