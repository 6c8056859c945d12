import type { Claim } from '../ledger/claim.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { placeKey } from '../places.ts'
import { type ClaimCells, type Observation, observationKey, type Replacement } from './entries.ts'
import type { Findings } from './findings.ts'

/** Most new claims or observations of one import: every command reads the whole data package. */
export const MOST_ADDED = 200_000

/** Refused rows that are looked at further. */
const MOST_TRIALS = 20_000
const IMPORTS = /(?:^|\/)imports\//

/** What the ledger holds already and what the file has brought so far: finds repeated rows and gathers the new ones. */
export class Known {
  readonly claims: ClaimCells[] = []
  readonly observations: Observation[] = []
  readonly #findings: Findings
  readonly #observed = new Map<string, string>()
  readonly #claimed = new Map<string, string>()
  readonly #ids = new Map<string, string>()
  /** Refused rows that are checked all the same. */
  readonly trials: { readonly claims: ClaimCells[]; readonly observations: Observation[] } = {
    claims: [],
    observations: [],
  }
  readonly updates: Replacement[] = []
  /** Months that an earlier import of events holds: its last row. */
  readonly #months = new Map<string, Claim>()
  #full = false

  constructor(ledger: Ledger, findings: Findings) {
    this.#findings = findings
    for (const claim of ledger.observations) {
      this.#observed.set(keyOfObservation(claim), claim.id)
      if (IMPORTS.test(claim.file)) this.#months.set(monthKey(rowOf(claim)), claim)
    }
    for (const claim of ledger.claims) {
      this.#claimed.set(keyOfClaim(claim), claim.id)
      this.#ids.set(claim.id, `line ${claim.line} of claims.csv`)
    }
  }

  /** Whether rows were left out because there are too many. */
  get full(): boolean {
    return this.#full
  }

  /** Id of the observation of the ledger with this key. */
  observed(key: string): string | undefined {
    return this.#observed.get(key)
  }

  /** The row of an earlier import that counts the same thing otherwise. */
  countedBefore(observation: Observation): Claim | undefined {
    return this.#months.get(monthKey(observation))
  }

  tryClaim(claim: ClaimCells): void {
    if (this.trials.claims.length < MOST_TRIALS) this.trials.claims.push(claim)
  }

  tryObservation(observation: Observation): void {
    if (this.trials.observations.length < MOST_TRIALS) this.trials.observations.push(observation)
  }

  /** Takes the observation, or says what it repeats. */
  keepObservation(observation: Observation): string | undefined {
    const key = observationKey(observation)
    const earlier = this.#observed.get(key)
    if (earlier !== undefined || this.#isFull(observation.line)) return earlier
    this.#observed.set(key, `line ${observation.line}`)
    this.observations.push(observation)
    return undefined
  }

  /** Takes the claim, or says what it repeats, or that its id is taken by another claim. */
  keepClaim(claim: ClaimCells): string | { readonly taken: string } | undefined {
    const { cells, line } = claim
    const key = keyOfCells(cells)
    const earlier = this.#claimed.get(key)
    if (earlier !== undefined) return earlier
    const taken = this.#ids.get(cells.id ?? '')
    if (taken !== undefined && cells.id !== '') return { taken }
    if (this.#isFull(line)) return undefined
    this.#claimed.set(key, `line ${line}`)
    if (cells.id) this.#ids.set(cells.id, `line ${line}`)
    this.claims.push(claim)
    return undefined
  }

  #isFull(line: number): boolean {
    if (this.observations.length + this.claims.length < MOST_ADDED) return false
    if (!this.#full)
      this.#findings.problem({
        code: 'too-many',
        line,
        what: `the file brings more than ${MOST_ADDED} new rows`,
        expected: `at most ${MOST_ADDED}, because every command reads all data`,
        todo: 'keep the places and years that are needed, or sum by district and month, and import that',
      })
    this.#full = true
    return true
  }
}

const keyOfObservation = (claim: Claim): string => observationKey(rowOf(claim))

/** Series, place, month and source: what an export of events counts in one row. */
function monthKey({ series, placeId, year, month, unit, title }: Parameters<typeof observationKey>[0]): string {
  return observationKey({ series, placeId, year, unit, title, ...(month === undefined ? {} : { month }) })
}

function rowOf(claim: Claim): Parameters<typeof observationKey>[0] {
  const { series = '', placeId = claim.place, when, low, value, high, unit, attributedTo: title } = claim
  const year = when ? Math.floor(when.from / 12) : 0
  const month = when && when.from === when.to ? { month: (when.from % 12) + 1 } : {}
  const figures = {
    ...(low === undefined ? {} : { low }),
    ...(value === undefined ? {} : { value }),
    ...(high === undefined ? {} : { high }),
  }
  return { series, placeId, year, ...month, ...figures, unit, title }
}

function keyOfClaim({ source, locator, subject, place, period, low, value, high, unit, paraphrase }: Claim): string {
  const figure = (number: number | undefined) => String(number ?? '')
  const figures = { low: figure(low), value: figure(value), high: figure(high) }
  return keyOfCells({ source, locator, subject, place, period, unit, ...figures, paraphrase: paraphrase.en })
}

/** Claims with the same figures of the same thing are one; claims without figures when their words are the same too. */
function keyOfCells(cells: Readonly<Record<string, string>>): string {
  const { source, locator, subject, place = '', period, unit, low = '', value = '', high = '', paraphrase = '' } = cells
  const words = low + value + high === '' ? placeKey(paraphrase) : ''
  return [source, locator, subject, placeKey(place), period, low, value, high, unit, words].join('\t')
}
