/** A sentence of a document: its place and hash, never its text. */
export interface Sentence {
  /** Id of the document. */
  readonly source: string
  /** `L74.3`: third sentence of line 74. */
  readonly locator: string
  /** Ten hexadecimal characters of the SHA-256 of its words. */
  readonly hash: string
  /** Of `number`, `date`, `event`, `cause`: those it holds. */
  readonly holds: readonly string[]
  /** Ids of the claims made from it. */
  readonly claims: readonly string[]
  /** Why it has no claim; empty where it has. */
  readonly reason: string
  readonly line: number
}
