// Functions made from source text: by the engine itself, or, where the host forbids that, at build time.

/** What a function is for, and its text: an expression. Equal keys have equal texts. */
export interface Text {
  readonly key: string
  text(): string
}

/** Functions made at build time, by key. */
export type Made = Readonly<Record<string, () => unknown>>

const ready = new Map<string, () => unknown>()
let refused = 0

/** Has these used instead of their texts. */
export function register(made: Made): void {
  for (const [key, make] of Object.entries(made)) ready.set(key, make)
}

/** The value of a text; undefined where it was not made at build time and the host forbids code from text. */
export function written<T>({ key, text }: Text): T | undefined {
  const make = ready.get(key)
  if (make) return make() as T
  try {
    return new Function(`return ${text()}`)() as T
  } catch {
    refused += 1
    return undefined
  }
}

/** How many texts had to be done without so far: whatever they were for is slow. */
export const refusals = (): number => refused

/** The texts as a module, to be shipped and registered. */
export const moduleOf = (texts: readonly Text[]): string =>
  `export const made = {\n${texts.map(({ key, text }) => `${JSON.stringify(key)}: () => ${text()},\n`).join('')}}\n`
