// The blocks of docs/write-a-mechanism.md.
import { readFileSync } from 'node:fs'

export const PAGE = new URL('../../docs/write-a-mechanism.md', import.meta.url)

export interface Block {
  /** The word after the language: `rule`, `refused`, `household`, `file=src/…`; empty where there is none. */
  readonly mark: string
  readonly language: string
  readonly text: string
  /** Line of the page on which the block opens. */
  readonly line: number
}

export const blocks: readonly Block[] = [
  ...readFileSync(PAGE, 'utf8').matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm),
].map(({ 1: language = '', 2: mark = '', 3: text = '', index, input }) => ({
  language,
  mark,
  text: text.replace(/\n$/, ''),
  line: input.slice(0, index).split('\n').length,
}))

/** Texts of the blocks with this mark. */
export const marked = (mark: string): string[] => blocks.filter((block) => block.mark === mark).map(({ text }) => text)

/** The one block with this mark. */
export function theBlock(mark: string): string {
  const [only, second] = marked(mark)
  if (only === undefined || second !== undefined) throw new Error(`the guide has not exactly one block "${mark}"`)
  return only
}

/** `name: { … },` lines as an object; words in quotes as a list. */
export const columnsIn = (text: string): Record<string, { unit: string; about: string }> =>
  new Function(`return {${text}}`)()
export const wordsIn = (text: string): string[] => new Function(`return [${text}]`)()

/** The files of the guide, by path. */
export const files: Readonly<Record<string, string>> = Object.fromEntries(
  blocks.flatMap(({ mark, text }) => (mark.startsWith('file=') ? [[mark.slice('file='.length), `${text}\n`]] : [])),
)

/** The object that a file exports under this name; it may use the words given. */
export function exported(text: string, name: string, words: Readonly<Record<string, unknown>> = {}): unknown {
  const value = new RegExp(`export const ${name}(?:: \\w+)? = (\\{[\\s\\S]*?\\n\\})\\n`).exec(text)?.[1]
  if (value === undefined) throw new Error(`the guide exports no object ${name}`)
  return new Function(...Object.keys(words), `return ${value}`)(...Object.values(words))
}
