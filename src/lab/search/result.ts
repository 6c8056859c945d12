// What a search answers: plain data, as --json writes it.
import type { Words } from '../results.ts'
import type { Assessment } from './assess.ts'
import type { Gene } from './space.ts'

export interface FoundPackage {
  readonly name: string
  /** The scenario file. */
  readonly text: string
  /** In the order of `numbers`; null where the rule is not used. */
  readonly values: readonly (number | null)[]
}

export interface SearchResult {
  readonly title: Words
  /** Name and title of the scenario that candidates change. */
  readonly from: string
  readonly reference: Words
  readonly numbers: readonly Pick<Gene, 'words' | 'unit' | 'path'>[]
  readonly tried: number
  readonly generations: number
  /** Size of the front at the end of the search. */
  readonly front: number
  /** No candidate kept the limits in the search. */
  readonly limitsBroken: boolean
  readonly packages: readonly FoundPackage[]
  readonly assessment: Assessment
}
